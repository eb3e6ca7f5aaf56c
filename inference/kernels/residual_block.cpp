#include "inference/kernels/residual_block.h"

#include <ATen/ATen.h>

namespace tilewright::inference {

ResidualBlock::ResidualBlock(const Scope& scope, std::int64_t inputs, std::int64_t outputs,
    std::int64_t timeSize, int groups, double epsilon)
    : m_norm1(scope / "norm1", inputs, groups, epsilon)
    , m_conv1(scope / "conv1", inputs, outputs, 3, 1, 1)
    , m_norm2(scope / "norm2", outputs, groups, epsilon)
    , m_conv2(scope / "conv2", outputs, outputs, 3, 1, 1)
{
    if (timeSize > 0)
        m_time.emplace(scope / "time_emb_proj", timeSize, outputs);
    if (inputs != outputs)
        m_shortcut.emplace(scope / "conv_shortcut", inputs, outputs, 1);
}

at::Tensor ResidualBlock::forward(
    const at::Tensor& input, const at::Tensor& activatedTime, Seamless seamless) const
{
    at::Tensor state = m_conv1(m_norm1.silu(input), seamless);
    if (m_time)
        state.add_((*m_time)(activatedTime).unsqueeze(-1).unsqueeze(-1));
    state = m_conv2(m_norm2.silu(state), seamless);
    return state.add_(m_shortcut ? (*m_shortcut)(input) : input);
}

Upsampler::Upsampler(const Scope& scope, std::int64_t channels)
    : m_conv(scope / "conv", channels, channels, 3, 1, 1)
{
}

at::Tensor Upsampler::forward(
    const at::Tensor& input, std::int64_t height, std::int64_t width, Seamless seamless) const
{
    return m_conv(at::upsample_nearest2d(input, {height, width}), seamless);
}

} // namespace tilewright::inference
