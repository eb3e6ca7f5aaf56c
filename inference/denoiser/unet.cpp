#include "inference/denoiser/unet.h"

#include <ATen/ATen.h>
#include <cmath>

namespace tilewright::inference {

at::Tensor sinusoid(
    const at::Tensor& values, std::int64_t size, bool sineFirst, double frequencyShift)
{
    const std::int64_t half = size / 2;
    const auto options = values.options().dtype(at::kFloat);
    const at::Tensor exponent = -std::log(10000.0) * at::arange(half, options)
        / (static_cast<double>(half) - frequencyShift);
    const at::Tensor angles = values.to(at::kFloat).unsqueeze(1) * at::exp(exponent).unsqueeze(0);
    return sineFirst ? at::cat({at::sin(angles), at::cos(angles)}, 1)
                     : at::cat({at::cos(angles), at::sin(angles)}, 1);
}

UNet::Embedding::Embedding(const Scope& scope, std::int64_t inputs, std::int64_t outputs)
    : linear1(scope / "linear_1", inputs, outputs), linear2(scope / "linear_2", outputs, outputs)
{
}

at::Tensor UNet::Embedding::forward(const at::Tensor& input) const
{
    return linear2(at::silu(linear1(input)));
}

UNet::UNet(const UNetConfig& config)
    : m_config(config)
    , m_convIn(Scope(m_parameters) / "conv_in", config.inputChannels,
          config.levels.front().channels, 3, 1, 1)
    , m_timeEmbedding(Scope(m_parameters) / "time_embedding", config.levels.front().channels,
          config.timeEmbeddingSize())
    , m_addedEmbedding(Scope(m_parameters) / "add_embedding", config.addedEmbeddingSize,
          config.timeEmbeddingSize())
    , m_normOut(Scope(m_parameters) / "conv_norm_out", config.levels.front().channels,
          config.groups, config.normEpsilon)
    , m_convOut(Scope(m_parameters) / "conv_out", config.levels.front().channels,
          config.outputChannels, 3, 1, 1)
{
    const Scope root(m_parameters);
    const auto residual
        = [&](Stage& stage, const Scope& scope, std::int64_t inputs, std::int64_t outputs) {
              stage.blocks.emplace_back(scope / "resnets" / static_cast<int>(stage.blocks.size()),
                  inputs, outputs, config.timeEmbeddingSize(), config.groups, config.normEpsilon);
          };
    const auto transformer = [&](Stage& stage, const Scope& scope, const UNetLevel& level) {
        stage.transformers.emplace_back(
            scope / "attentions" / static_cast<int>(stage.transformers.size()), level.channels,
            level.heads, level.transformerLayers, config.crossAttentionSize, config.groups,
            config.linearProjection);
    };
    const auto levels = config.levels.size();

    // What each saved state on the way down has in channels; the way up takes them from the back.
    std::vector<std::int64_t> skips{config.levels.front().channels};
    std::int64_t channels = config.levels.front().channels;
    for (std::size_t i = 0; i < levels; ++i) {
        const auto& level = config.levels[i];
        const Scope scope = root / "down_blocks" / static_cast<int>(i);
        Stage stage;
        for (std::int64_t layer = 0; layer < level.layers; ++layer) {
            residual(stage, scope, channels, level.channels);
            channels = level.channels;
            if (level.attentionDown)
                transformer(stage, scope, level);
            skips.push_back(channels);
        }
        if (i + 1 < levels) {
            stage.downsampler.emplace(
                scope / "downsamplers" / 0 / "conv", channels, channels, 3, 2, 1);
            skips.push_back(channels);
        }
        m_down.push_back(std::move(stage));
    }

    const Scope middle = root / "mid_block";
    residual(m_middle, middle, channels, channels);
    transformer(m_middle, middle, config.levels.back());
    residual(m_middle, middle, channels, channels);

    for (std::size_t i = 0; i < levels; ++i) {
        const auto& level = config.levels[levels - 1 - i];
        const Scope scope = root / "up_blocks" / static_cast<int>(i);
        Stage stage;
        for (std::int64_t layer = 0; layer < level.layers + 1; ++layer) {
            residual(stage, scope, channels + skips.back(), level.channels);
            skips.pop_back();
            channels = level.channels;
            if (level.attentionUp)
                transformer(stage, scope, level);
        }
        if (i + 1 < levels)
            stage.upsampler.emplace(scope / "upsamplers" / 0, channels);
        m_up.push_back(std::move(stage));
    }
}

at::Tensor UNet::timeEmbedding(const at::Tensor& sample, double timestep, const at::Tensor& pooled,
    const at::Tensor& timeIds) const
{
    const auto batch = sample.size(0);
    const at::Tensor time = at::full({batch}, timestep, sample.options().dtype(at::kFloat));
    const auto encode = [&](const at::Tensor& values, std::int64_t size) {
        return sinusoid(values, size, m_config.sineFirst, m_config.frequencyShift);
    };
    const at::Tensor ids = encode(timeIds.flatten(), m_config.addedTimeSize).reshape({batch, -1});
    const at::Tensor added = at::cat({pooled.to(ids.dtype()), ids}, -1);
    return m_timeEmbedding.forward(
               encode(time, m_config.levels.front().channels).to(sample.dtype()))
        + m_addedEmbedding.forward(added.to(sample.dtype()));
}

at::Tensor UNet::forward(const at::Tensor& sample, double timestep, const at::Tensor& text,
    const at::Tensor& pooled, const at::Tensor& timeIds, Seamless seamless) const
{
    // Every residual block starts its use of the embedding with the same SiLU.
    const at::Tensor time = at::silu(timeEmbedding(sample, timestep, pooled, timeIds));
    at::Tensor state = m_convIn(sample.contiguous(at::MemoryFormat::ChannelsLast), seamless);

    std::vector<at::Tensor> skips{state};
    for (const auto& stage : m_down) {
        for (std::size_t i = 0; i < stage.blocks.size(); ++i) {
            state = stage.blocks[i].forward(state, time, seamless);
            if (!stage.transformers.empty())
                state = stage.transformers[i].forward(state, text);
            skips.push_back(state);
        }
        if (stage.downsampler) {
            state = (*stage.downsampler)(state, seamless);
            skips.push_back(state);
        }
    }
    state = m_middle.blocks[0].forward(state, time, seamless);
    state = m_middle.transformers[0].forward(state, text);
    state = m_middle.blocks[1].forward(state, time, seamless);
    for (const auto& stage : m_up) {
        for (std::size_t i = 0; i < stage.blocks.size(); ++i) {
            state = stage.blocks[i].forward(at::cat({state, skips.back()}, 1), time, seamless);
            skips.pop_back();
            if (!stage.transformers.empty())
                state = stage.transformers[i].forward(state, text);
        }
        if (stage.upsampler) // to the size of the next saved state: right for odd sizes too
            state = stage.upsampler->forward(
                state, skips.back().size(2), skips.back().size(3), seamless);
    }
    return m_convOut(m_normOut.silu(state), seamless);
}

} // namespace tilewright::inference
