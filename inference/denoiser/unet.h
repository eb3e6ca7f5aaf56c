// The denoiser of SDXL-shaped models: a UNet with text cross-attention and micro-conditioning
// (Podell et al. 2023).
#pragma once

#include <ATen/core/Tensor.h>
#include <optional>
#include <vector>

#include "inference/denoiser/spatial_transformer.h"
#include "inference/denoiser/unet_config.h"
#include "inference/kernels/residual_block.h"

namespace tilewright::inference {

class UNet {
public:
    explicit UNet(const UNetConfig& config);

    const UNetConfig& config() const { return m_config; }
    ParameterSet& parameters() { return m_parameters; }
    const ParameterSet& parameters() const { return m_parameters; }

    /// sample [batch, in, h, w]; text [batch, tokens, cross-attention size]; pooled [batch, p];
    /// timeIds [batch, 6] (original height, width, crop top, left, target height, width); all on
    /// the device of the weights. Gives the model's prediction [batch, out, h, w] in the dtype of
    /// the weights. Any h, w from 1.
    at::Tensor forward(const at::Tensor& sample, double timestep, const at::Tensor& text,
        const at::Tensor& pooled, const at::Tensor& timeIds, Seamless seamless = {}) const;

private:
    struct Embedding { ///< two linear layers with SiLU between
        Embedding(const Scope& scope, std::int64_t inputs, std::int64_t outputs);
        at::Tensor forward(const at::Tensor& input) const;
        Linear linear1, linear2;
    };
    struct Stage { ///< the residual blocks of one level, on the way down or up
        std::vector<ResidualBlock> blocks;
        std::vector<SpatialTransformer> transformers; ///< as many as blocks, or none
        std::optional<Conv2d> downsampler;
        std::optional<Upsampler> upsampler;
    };
    at::Tensor timeEmbedding(const at::Tensor& sample, double timestep, const at::Tensor& pooled,
        const at::Tensor& timeIds) const;

    UNetConfig m_config;
    ParameterSet m_parameters;
    Conv2d m_convIn;
    Embedding m_timeEmbedding;
    Embedding m_addedEmbedding;
    std::vector<Stage> m_down;
    std::vector<Stage> m_up; ///< from the coarsest
    Stage m_middle;
    GroupNorm m_normOut;
    Conv2d m_convOut;
};

/// Sinusoids of `values` [n]: [n, size] in float32, cosines first unless `sineFirst` (Vaswani et
/// al. 2017).
at::Tensor sinusoid(
    const at::Tensor& values, std::int64_t size, bool sineFirst, double frequencyShift);

} // namespace tilewright::inference
