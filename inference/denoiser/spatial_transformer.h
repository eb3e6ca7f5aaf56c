// Attention over the positions of a feature map, with the text as context.
#pragma once

#include <optional>
#include <vector>

#include "inference/kernels/layers.h"

namespace tilewright::inference {

/// Self-attention, cross-attention to the text, gated feed-forward; each after a LayerNorm and
/// added to its input.
class TransformerBlock {
public:
    TransformerBlock(
        const Scope& scope, std::int64_t channels, std::int64_t heads, std::int64_t contextSize);
    /// state [batch, positions, channels], context [batch, tokens, contextSize].
    at::Tensor forward(const at::Tensor& state, const at::Tensor& context) const;

private:
    struct Attention {
        Attention(const Scope& scope, std::int64_t channels, std::int64_t contextSize);
        at::Tensor forward(
            const at::Tensor& state, const at::Tensor& context, std::int64_t heads) const;
        Linear query, key, value, output;
    };
    std::int64_t m_heads;
    LayerNorm m_norm1;
    Attention m_self;
    LayerNorm m_norm2;
    Attention m_cross;
    LayerNorm m_norm3;
    Linear m_expand;
    Linear m_contract;
};

class SpatialTransformer {
public:
    SpatialTransformer(const Scope& scope, std::int64_t channels, std::int64_t heads,
        std::int64_t layers, std::int64_t contextSize, int groups, bool linearProjection);
    /// input [batch, channels, h, w], context [batch, tokens, contextSize].
    at::Tensor forward(const at::Tensor& input, const at::Tensor& context) const;

private:
    GroupNorm m_norm;
    std::optional<Linear> m_linearIn, m_linearOut; ///< either these
    std::optional<Conv2d> m_convIn, m_convOut; ///< or these (1x1)
    std::vector<TransformerBlock> m_blocks;
};

} // namespace tilewright::inference
