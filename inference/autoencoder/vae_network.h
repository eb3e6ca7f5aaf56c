// Encoder and decoder of an AutoencoderKL (Rombach et al. 2022).
#pragma once

#include <optional>
#include <vector>

#include "inference/autoencoder/vae_config.h"
#include "inference/kernels/residual_block.h"

namespace tilewright::inference {

/// Residual block, self-attention over all positions with one head, residual block.
class VaeMiddle {
public:
    VaeMiddle(const Scope& scope, std::int64_t channels, const VaeConfig& config);
    at::Tensor forward(const at::Tensor& input, Seamless seamless) const;

private:
    struct Attention {
        Attention(const Scope& scope, std::int64_t channels, int groups);
        at::Tensor forward(const at::Tensor& input) const;
        GroupNorm norm;
        Linear query, key, value, output;
    };
    ResidualBlock m_first;
    std::optional<Attention> m_attention;
    ResidualBlock m_second;
};

class VaeEncoder {
public:
    VaeEncoder(const Scope& scope, const VaeConfig& config);
    /// [batch, 3, h, w] -> moments [batch, 2 * latent channels, h / factor, w / factor].
    at::Tensor forward(const at::Tensor& image) const;

private:
    struct Stage {
        std::vector<ResidualBlock> blocks;
        std::optional<Conv2d> downsampler;
    };
    Conv2d m_convIn;
    std::vector<Stage> m_stages;
    VaeMiddle m_middle;
    GroupNorm m_normOut;
    Conv2d m_convOut;
};

class VaeDecoder {
public:
    VaeDecoder(const Scope& scope, const VaeConfig& config);
    /// [batch, latent channels, h, w] -> [batch, 3, h * factor, w * factor].
    at::Tensor forward(const at::Tensor& latents, Seamless seamless) const;

private:
    struct Stage {
        std::vector<ResidualBlock> blocks;
        std::optional<Upsampler> upsampler;
    };
    Conv2d m_convIn;
    VaeMiddle m_middle;
    std::vector<Stage> m_stages;
    GroupNorm m_normOut;
    Conv2d m_convOut;
};

} // namespace tilewright::inference
