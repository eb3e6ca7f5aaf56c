// The residual block that the denoiser and the autoencoder share.
#pragma once

#include <optional>

#include "inference/kernels/layers.h"

namespace tilewright::inference {

/// norm, SiLU, convolution, + time, norm, SiLU, convolution, + input (through a 1x1 convolution
/// where channels differ).
class ResidualBlock {
public:
    /// timeSize 0: no time embedding (autoencoder).
    ResidualBlock(const Scope& scope, std::int64_t inputs, std::int64_t outputs,
        std::int64_t timeSize, int groups, double epsilon);
    /// input [batch, inputs, h, w]; activatedTime: SiLU of the embedding [batch, timeSize], or
    /// undefined.
    at::Tensor forward(
        const at::Tensor& input, const at::Tensor& activatedTime, Seamless seamless) const;

private:
    GroupNorm m_norm1;
    Conv2d m_conv1;
    std::optional<Linear> m_time;
    GroupNorm m_norm2;
    Conv2d m_conv2;
    std::optional<Conv2d> m_shortcut;
};

/// Nearest-neighbour enlargement to `size` (height, width), then a 3x3 convolution.
class Upsampler {
public:
    Upsampler(const Scope& scope, std::int64_t channels);
    at::Tensor forward(
        const at::Tensor& input, std::int64_t height, std::int64_t width, Seamless seamless) const;

private:
    Conv2d m_conv;
};

} // namespace tilewright::inference
