#include "inference/pipeline/latent_preview.h"

#include <ATen/ATen.h>

#include "inference/pipeline/diffusion_run.h"
#include "inference/sampler/sampler.h"

namespace tilewright::inference {

LatentPreview LatentPreview::fit(const Autoencoder& vae)
{
    // Sixteen by sixteen patches of random colours, each two latent pixels wide; only inner
    // positions of a flat patch would do, but neighbours average out over this many.
    constexpr std::int64_t patches = 16, width = 2;
    auto generator = seededGenerator(1);
    const auto factor = vae.config().factor();
    const at::Tensor colors
        = at::rand({1, 3, patches, patches}, generator, at::TensorOptions(at::kFloat)) * 2 - 1;
    const at::Tensor latentSized
        = at::upsample_nearest2d(colors, {patches * width, patches * width});
    const at::Tensor image
        = at::upsample_nearest2d(latentSized, {patches * width * factor, patches * width * factor});
    const auto device = vae.parameters().all().front().value.device();
    const at::Tensor latents = vae.scaled(vae.encode(image.to(device)).mean).cpu();

    const auto channels = latents.size(1);
    const at::Tensor rows = latents[0].reshape({channels, -1}).t().to(at::kDouble);
    const at::Tensor design = at::cat({rows, at::ones({rows.size(0), 1}, rows.options())}, 1);
    const at::Tensor target = latentSized[0].reshape({3, -1}).t().to(at::kDouble);
    // A trace of ridge keeps channels that carry no colour from blowing up.
    const at::Tensor gram = design.t().mm(design)
        + 1e-3 * static_cast<double>(rows.size(0)) * at::eye(channels + 1, rows.options());
    LatentPreview preview;
    preview.m_map = at::linalg_solve(gram, design.t().mm(target)).to(at::kFloat);
    return preview;
}

Image LatentPreview::picture(const at::Tensor& latents) const
{
    const at::Tensor one = latents[0].cpu().to(at::kFloat);
    const auto channels = one.size(0);
    const at::Tensor colors
        = one.permute({1, 2, 0}).matmul(m_map.slice(0, 0, channels)) + m_map[channels];
    return toImage((colors / 2 + 0.5).clamp(0, 1).permute({2, 0, 1}).unsqueeze(0));
}

} // namespace tilewright::inference
