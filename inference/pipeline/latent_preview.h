// A picture of latents without decoding them: one matrix product.
#pragma once

#include <ATen/core/Tensor.h>

#include "core/image/image.h"
#include "inference/autoencoder/autoencoder.h"

namespace tilewright::inference {

/// The linear map from latents to colours that fits a model's autoencoder best. It is found once
/// per model, by encoding an example of what the model draws and solving for the map that gives its
/// colours back; so it suits any VAE.
class LatentPreview {
public:
    LatentPreview() = default;
    /// The sides of the example are multiples of the autoencoder's factor.
    static LatentPreview fit(const Autoencoder& vae, const Image& example);

    /// latents [1, channels, h, w] as the denoiser has them -> picture of h x w pixels.
    Image picture(const at::Tensor& latents) const;

private:
    at::Tensor m_map; ///< [channels + 1, 3]; the last row is the offset
};

} // namespace tilewright::inference
