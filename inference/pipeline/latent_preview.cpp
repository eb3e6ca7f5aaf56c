#include "inference/pipeline/latent_preview.h"

#include <ATen/ATen.h>

#include "inference/pipeline/diffusion_run.h"

namespace tilewright::inference {

LatentPreview LatentPreview::fit(const Autoencoder& vae, const Image& example)
{
    const at::Tensor image = fromImage(example);
    const auto device = vae.parameters().all().front().value.device();
    const at::Tensor latents = vae.scaled(vae.encode(image.to(device)).mean).cpu();
    const at::Tensor colors = at::adaptive_avg_pool2d(image, {latents.size(2), latents.size(3)});

    const auto channels = latents.size(1);
    const at::Tensor rows = latents[0].reshape({channels, -1}).t().to(at::kDouble);
    const at::Tensor design = at::cat({rows, at::ones({rows.size(0), 1}, rows.options())}, 1);
    const at::Tensor target = colors[0].reshape({3, -1}).t().to(at::kDouble);
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
