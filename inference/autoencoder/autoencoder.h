// Pictures to latents and back.
#pragma once

#include <ATen/core/Tensor.h>
#include <functional>
#include <optional>

#include "core/support/error.h"
#include "inference/autoencoder/vae_network.h"

namespace tilewright::inference {

/// A picture larger than one tile is worked off in overlapping tiles, which bounds memory and lets
/// a user cancel between them. Edges are blended linearly over the overlap.
struct VaeTiling {
    std::int64_t latentSize = 128; ///< side of a tile in latent pixels
    double overlap = 0.25; ///< share of a tile
};

class Autoencoder {
public:
    explicit Autoencoder(const VaeConfig& config);

    const VaeConfig& config() const { return m_config; }
    ParameterSet& parameters() { return m_parameters; }
    const ParameterSet& parameters() const { return m_parameters; }

    /// Tiles `done` of `total` are finished; false stops.
    using TileObserver = std::function<bool(int done, int total)>;

    /// images [batch, 3, h, w] in -1…1, h and w multiples of the factor. Gives the posterior's mean
    /// and logarithm of variance (clamped to -30…20), each [batch, latent channels, h / factor, w /
    /// factor], unscaled, float32.
    struct Posterior {
        at::Tensor mean, logVariance;
    };
    Posterior encode(const at::Tensor& images) const;

    /// latents [batch, channels, h, w], unscaled -> pictures in -1…1, float32. One picture and one
    /// tile at a time. Errors: Cancelled.
    Expected<at::Tensor> decode(const at::Tensor& latents, const std::optional<VaeTiling>& tiling,
        Seamless seamless = {}, const TileObserver& observer = {}) const;

    /// Between what the VAE works with and what the denoiser works with (scaling factor, or mean
    /// and deviation).
    at::Tensor scaled(const at::Tensor& latents) const;
    at::Tensor unscaled(const at::Tensor& latents) const;

private:
    at::Tensor decodeTile(const at::Tensor& latents, Seamless seamless) const;
    Expected<at::Tensor> decodeTiled(const at::Tensor& latents, const VaeTiling& tiling,
        Seamless seamless, const std::function<bool()>& tileDone) const;
    at::Tensor perChannel(const std::vector<double>& values, const at::Tensor& like) const;

    VaeConfig m_config;
    ParameterSet m_parameters;
    VaeEncoder m_encoder;
    VaeDecoder m_decoder;
    std::optional<Conv2d> m_quant, m_postQuant;
};

} // namespace tilewright::inference
