#include "inference/autoencoder/autoencoder.h"

#include <ATen/ATen.h>

namespace tilewright::inference {

namespace {

/// How a tiled decode cuts and joins, in latent and in picture pixels.
struct TileGrid {
    TileGrid(const VaeTiling& tiling, std::int64_t factor)
        : tile(tiling.latentSize)
        , stride(std::max<std::int64_t>(1,
              static_cast<std::int64_t>(
                  static_cast<double>(tiling.latentSize) * (1 - tiling.overlap))))
        , blend(static_cast<std::int64_t>(
              static_cast<double>(tiling.latentSize * factor) * tiling.overlap))
        , kept(tiling.latentSize * factor - blend)
    {
    }
    static std::int64_t count(std::int64_t size, std::int64_t stride)
    {
        return (size + stride - 1) / stride;
    }

    std::int64_t tile, stride; ///< latent pixels
    std::int64_t blend, kept; ///< picture pixels: overlap, and what each tile adds
};

/// Fades the last pixels of `before` into the first of `after` along a dimension (2: rows, 3:
/// columns), in place.
void blendEdge(
    const at::Tensor& before, const at::Tensor& after, std::int64_t dimension, std::int64_t overlap)
{
    const auto extent = std::min({before.size(dimension), after.size(dimension), overlap});
    if (extent == 0)
        return;
    std::vector<std::int64_t> shape(4, 1);
    shape[static_cast<std::size_t>(dimension)] = extent;
    const at::Tensor weight
        = at::arange(extent, after.options()).div(static_cast<double>(extent)).view(shape);
    const at::Tensor edge = before.narrow(dimension, before.size(dimension) - extent, extent);
    at::Tensor target = after.narrow(dimension, 0, extent);
    target.copy_(edge * (1 - weight) + target * weight);
}

} // namespace

Autoencoder::Autoencoder(const VaeConfig& config)
    : m_config(config)
    , m_encoder(Scope(m_parameters) / "encoder", config)
    , m_decoder(Scope(m_parameters) / "decoder", config)
{
    if (config.quantConv)
        m_quant.emplace(Scope(m_parameters) / "quant_conv", 2 * config.latentChannels,
            2 * config.latentChannels, 1);
    if (config.postQuantConv)
        m_postQuant.emplace(Scope(m_parameters) / "post_quant_conv", config.latentChannels,
            config.latentChannels, 1);
}

Autoencoder::Posterior Autoencoder::encode(const at::Tensor& images) const
{
    const at::Tensor state
        = m_encoder.forward(images.to(m_parameters.all().front().value.options()));
    const at::Tensor moments = (m_quant ? (*m_quant)(state) : state).to(at::kFloat);
    const auto parts = moments.chunk(2, 1);
    return {parts[0].contiguous(), parts[1].clamp(-30, 20).contiguous()};
}

at::Tensor Autoencoder::decodeTile(const at::Tensor& latents, Seamless seamless) const
{
    const at::Tensor input = latents.to(m_parameters.all().front().value.options());
    return m_decoder.forward(m_postQuant ? (*m_postQuant)(input) : input, seamless).to(at::kFloat);
}

Expected<at::Tensor> Autoencoder::decodeTiled(const at::Tensor& latents, const VaeTiling& tiling,
    Seamless seamless, const std::function<bool()>& tileDone) const
{
    const TileGrid grid(tiling, m_config.factor());
    const auto height = latents.size(2), width = latents.size(3);
    std::vector<at::Tensor> rows;
    std::vector<at::Tensor> above;
    for (std::int64_t y = 0; y < height; y += grid.stride) {
        std::vector<at::Tensor> row, cropped;
        for (std::int64_t x = 0; x < width; x += grid.stride) {
            const at::Tensor part = latents.narrow(2, y, std::min(grid.tile, height - y))
                                        .narrow(3, x, std::min(grid.tile, width - x));
            row.push_back(decodeTile(part, seamless));
            if (!tileDone())
                return fail(ErrorKind::Cancelled, "Cancelled.");
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!above.empty())
                blendEdge(above[i], row[i], 2, grid.blend);
            if (i > 0)
                blendEdge(row[i - 1], row[i], 3, grid.blend);
            cropped.push_back(row[i].slice(2, 0, grid.kept).slice(3, 0, grid.kept));
        }
        rows.push_back(at::cat(cropped, 3));
        above = std::move(row);
    }
    return at::cat(rows, 2);
}

Expected<at::Tensor> Autoencoder::decode(const at::Tensor& latents,
    const std::optional<VaeTiling>& tiling, Seamless seamless, const TileObserver& observer) const
{
    const bool tiled
        = tiling && (latents.size(2) > tiling->latentSize || latents.size(3) > tiling->latentSize);
    int total = static_cast<int>(latents.size(0));
    if (tiled) {
        const TileGrid grid(*tiling, m_config.factor());
        total *= static_cast<int>(TileGrid::count(latents.size(2), grid.stride)
            * TileGrid::count(latents.size(3), grid.stride));
    }
    int done = 0;
    const auto tileDone = [&] { return !observer || observer(++done, total); };
    std::vector<at::Tensor> images;
    for (std::int64_t i = 0; i < latents.size(0); ++i) {
        const at::Tensor one = latents.narrow(0, i, 1);
        if (tiled) {
            auto image = decodeTiled(one, *tiling, seamless, tileDone);
            if (!image)
                return image;
            images.push_back(*image);
        } else {
            images.push_back(decodeTile(one, seamless));
            if (!tileDone())
                return fail(ErrorKind::Cancelled, "Cancelled.");
        }
    }
    return at::cat(images);
}

at::Tensor Autoencoder::perChannel(const std::vector<double>& values, const at::Tensor& like) const
{
    return at::tensor(values, at::kDouble).to(like.options()).view({1, -1, 1, 1});
}

at::Tensor Autoencoder::scaled(const at::Tensor& latents) const
{
    if (!m_config.latentsMean.empty())
        return (latents - perChannel(m_config.latentsMean, latents)) * m_config.scalingFactor
            / perChannel(m_config.latentsDeviation, latents);
    return (latents - m_config.shiftFactor) * m_config.scalingFactor;
}

at::Tensor Autoencoder::unscaled(const at::Tensor& latents) const
{
    if (!m_config.latentsMean.empty())
        return latents * perChannel(m_config.latentsDeviation, latents) / m_config.scalingFactor
            + perChannel(m_config.latentsMean, latents);
    return latents / m_config.scalingFactor + m_config.shiftFactor;
}

} // namespace tilewright::inference
