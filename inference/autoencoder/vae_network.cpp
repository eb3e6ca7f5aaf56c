#include "inference/autoencoder/vae_network.h"

#include <ATen/ATen.h>

namespace tilewright::inference {

namespace {

constexpr double epsilon = 1e-6;

ResidualBlock residual(
    const Scope& scope, std::int64_t inputs, std::int64_t outputs, const VaeConfig& config)
{
    return ResidualBlock(scope, inputs, outputs, 0, config.groups, epsilon);
}

} // namespace

VaeMiddle::Attention::Attention(const Scope& scope, std::int64_t channels, int groups)
    : norm(scope / "group_norm", channels, groups, epsilon)
    , query(scope / "to_q", channels, channels)
    , key(scope / "to_k", channels, channels)
    , value(scope / "to_v", channels, channels)
    , output(scope / "to_out" / 0, channels, channels)
{
}

at::Tensor VaeMiddle::Attention::forward(const at::Tensor& input) const
{
    const auto batch = input.size(0), channels = input.size(1), height = input.size(2),
               width = input.size(3);
    const at::Tensor tokens
        = norm(input).permute({0, 2, 3, 1}).reshape({batch, height * width, channels});
    const at::Tensor mixed = output(attention(query(tokens), key(tokens), value(tokens), 1));
    return mixed.view({batch, height, width, channels}).permute({0, 3, 1, 2}) + input;
}

VaeMiddle::VaeMiddle(const Scope& scope, std::int64_t channels, const VaeConfig& config)
    : m_first(residual(scope / "resnets" / 0, channels, channels, config))
    , m_second(residual(scope / "resnets" / 1, channels, channels, config))
{
    if (config.middleAttention)
        m_attention.emplace(scope / "attentions" / 0, channels, config.groups);
}

at::Tensor VaeMiddle::forward(const at::Tensor& input, Seamless seamless) const
{
    at::Tensor state = m_first.forward(input, {}, seamless);
    if (m_attention)
        state = m_attention->forward(state);
    return m_second.forward(state, {}, seamless);
}

VaeEncoder::VaeEncoder(const Scope& scope, const VaeConfig& config)
    : m_convIn(scope / "conv_in", config.imageChannels, config.channels.front(), 3, 1, 1)
    , m_middle(scope / "mid_block", config.channels.back(), config)
    , m_normOut(scope / "conv_norm_out", config.channels.back(), config.groups, epsilon)
    , m_convOut(scope / "conv_out", config.channels.back(), 2 * config.latentChannels, 3, 1, 1)
{
    std::int64_t channels = config.channels.front();
    for (std::size_t i = 0; i < config.channels.size(); ++i) {
        const Scope stageScope = scope / "down_blocks" / static_cast<int>(i);
        Stage stage;
        for (int layer = 0; layer < config.layers; ++layer) {
            stage.blocks.push_back(
                residual(stageScope / "resnets" / layer, channels, config.channels[i], config));
            channels = config.channels[i];
        }
        if (i + 1 < config.channels.size())
            stage.downsampler.emplace(
                stageScope / "downsamplers" / 0 / "conv", channels, channels, 3, 2, 0);
        m_stages.push_back(std::move(stage));
    }
}

at::Tensor VaeEncoder::forward(const at::Tensor& image) const
{
    at::Tensor state = m_convIn(image.contiguous(at::MemoryFormat::ChannelsLast));
    for (const auto& stage : m_stages) {
        for (const auto& block : stage.blocks)
            state = block.forward(state, {}, {});
        if (stage.downsampler) // padded on the right and below only
            state = (*stage.downsampler)(at::constant_pad_nd(state, {0, 1, 0, 1}, 0));
    }
    return m_convOut(m_normOut.silu(m_middle.forward(state, {})));
}

VaeDecoder::VaeDecoder(const Scope& scope, const VaeConfig& config)
    : m_convIn(scope / "conv_in", config.latentChannels, config.channels.back(), 3, 1, 1)
    , m_middle(scope / "mid_block", config.channels.back(), config)
    , m_normOut(scope / "conv_norm_out", config.channels.front(), config.groups, epsilon)
    , m_convOut(scope / "conv_out", config.channels.front(), config.imageChannels, 3, 1, 1)
{
    std::int64_t channels = config.channels.back();
    const auto count = config.channels.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Scope stageScope = scope / "up_blocks" / static_cast<int>(i);
        const auto outputs = config.channels[count - 1 - i];
        Stage stage;
        for (int layer = 0; layer < config.layers + 1; ++layer) {
            stage.blocks.push_back(
                residual(stageScope / "resnets" / layer, channels, outputs, config));
            channels = outputs;
        }
        if (i + 1 < count)
            stage.upsampler.emplace(stageScope / "upsamplers" / 0, channels);
        m_stages.push_back(std::move(stage));
    }
}

at::Tensor VaeDecoder::forward(const at::Tensor& latents, Seamless seamless) const
{
    at::Tensor state = m_convIn(latents.contiguous(at::MemoryFormat::ChannelsLast), seamless);
    state = m_middle.forward(state, seamless);
    for (const auto& stage : m_stages) {
        for (const auto& block : stage.blocks)
            state = block.forward(state, {}, seamless);
        if (stage.upsampler)
            state = stage.upsampler->forward(state, 2 * state.size(2), 2 * state.size(3), seamless);
    }
    return m_convOut(m_normOut.silu(state), seamless);
}

} // namespace tilewright::inference
