#include "inference/denoiser/spatial_transformer.h"

#include <ATen/ATen.h>

namespace tilewright::inference {

TransformerBlock::Attention::Attention(
    const Scope& scope, std::int64_t channels, std::int64_t contextSize)
    : query(scope / "to_q", channels, channels, false)
    , key(scope / "to_k", contextSize, channels, false)
    , value(scope / "to_v", contextSize, channels, false)
    , output(scope / "to_out" / 0, channels, channels)
{
}

at::Tensor TransformerBlock::Attention::forward(
    const at::Tensor& state, const at::Tensor& context, std::int64_t heads) const
{
    return output(attention(query(state), key(context), value(context), heads));
}

TransformerBlock::TransformerBlock(
    const Scope& scope, std::int64_t channels, std::int64_t heads, std::int64_t contextSize)
    : m_heads(heads)
    , m_norm1(scope / "norm1", channels)
    , m_self(scope / "attn1", channels, channels)
    , m_norm2(scope / "norm2", channels)
    , m_cross(scope / "attn2", channels, contextSize)
    , m_norm3(scope / "norm3", channels)
    , m_expand(scope / "ff" / "net" / 0 / "proj", channels,
          channels * 8) // four times wider, twice for the gate
    , m_contract(scope / "ff" / "net" / 2, channels * 4, channels)
{
}

at::Tensor TransformerBlock::forward(const at::Tensor& input, const at::Tensor& context) const
{
    const at::Tensor normal = m_norm1(input);
    at::Tensor state = input + m_self.forward(normal, normal, m_heads);
    state.add_(m_cross.forward(m_norm2(state), context, m_heads));
    return state.add_(m_contract(geglu(m_expand(m_norm3(state)))));
}

SpatialTransformer::SpatialTransformer(const Scope& scope, std::int64_t channels,
    std::int64_t heads, std::int64_t layers, std::int64_t contextSize, int groups,
    bool linearProjection)
    : m_norm(scope / "norm", channels, groups, 1e-6) // not the network's epsilon
{
    if (linearProjection) {
        m_linearIn.emplace(scope / "proj_in", channels, channels);
        m_linearOut.emplace(scope / "proj_out", channels, channels);
    } else {
        m_convIn.emplace(scope / "proj_in", channels, channels, 1);
        m_convOut.emplace(scope / "proj_out", channels, channels, 1);
    }
    for (std::int64_t i = 0; i < layers; ++i)
        m_blocks.emplace_back(
            scope / "transformer_blocks" / static_cast<int>(i), channels, heads, contextSize);
}

at::Tensor SpatialTransformer::forward(const at::Tensor& input, const at::Tensor& context) const
{
    const auto batch = input.size(0), channels = input.size(1), height = input.size(2),
               width = input.size(3);
    const auto toTokens = [&](const at::Tensor& map) {
        return map.permute({0, 2, 3, 1}).reshape({batch, height * width, channels});
    };
    const auto toMap = [&](const at::Tensor& tokens) {
        return tokens.view({batch, height, width, channels}).permute({0, 3, 1, 2});
    };
    const at::Tensor normal = m_norm(input);
    at::Tensor state = m_linearIn ? (*m_linearIn)(toTokens(normal)) : toTokens((*m_convIn)(normal));
    for (const auto& block : m_blocks)
        state = block.forward(state, context);
    const at::Tensor result
        = m_linearOut ? toMap((*m_linearOut)(state)) : (*m_convOut)(toMap(state));
    return result + input;
}

} // namespace tilewright::inference
