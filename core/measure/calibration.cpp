#include "core/measure/calibration.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/granule/granule_shader.h"
#include "core/measure/tile_area.h"

namespace tilewright {
namespace {

constexpr double pictureWeight = 1e6;
constexpr std::uint64_t photographSeed = 20210;

} // namespace

Calibration::Calibration(std::string source, std::string palette)
    : m_source(std::move(source)), m_palette(std::move(palette))
{
}

Expected<void> Calibration::add(
    const std::string& color, const Image& picture, const std::vector<std::uint8_t>& coverage)
{
    const ColorHistogram pixels(picture, tileArea(picture, coverage));
    if (pixels.total() == 0)
        return fail(ErrorKind::BadData,
            fmt::format("The picture of the colour “{}” shows no tile: it is empty, transparent or "
                        "nothing but white ground.",
                color));
    const auto known = std::find_if(
        m_looks.begin(), m_looks.end(), [&](const Look& look) { return look.color == color; });
    Look& look = known == m_looks.end() ? m_looks.emplace_back(Look{color, {}, {}}) : *known;
    look.pixels += pixels.scaledTo(pictureWeight);
    look.likelihood = likelihoodOf(look.pixels);
    return {};
}

std::vector<float> Calibration::likelihoodOf(const ColorHistogram& pixels)
{
    std::vector<float> likelihood = pixels.smoothed(smoothing).counts();
    const auto total = static_cast<float>(std::max(pixels.total(), 1.0));
    for (float& value : likelihood)
        value /= total;
    return likelihood;
}

Calibration Calibration::fromGranules(const Palette& palette, const GranuleSettings& settings)
{
    const GranuleShader shader(std::make_shared<const GranuleField>(settings));
    Calibration calibration("granules", palette.name());
    for (const GranuleColor& color : palette.colors()) {
        const auto mix = Mix::fromWeights({{color.name, 1}});
        if (const auto picture = shader.render(*mix, palette))
            (void)calibration.add(color.name, *picture);
    }
    return calibration;
}

Calibration Calibration::forPhotographs(std::string source, const Palette& palette)
{
    GranuleSettings settings;
    settings.seed = photographSeed;
    Calibration calibration = fromGranules(palette, settings);
    calibration.m_source = std::move(source);
    return calibration;
}

const Calibration::Look* Calibration::find(std::string_view color) const
{
    const auto look = std::find_if(
        m_looks.begin(), m_looks.end(), [&](const Look& other) { return other.color == color; });
    return look == m_looks.end() ? nullptr : &*look;
}

} // namespace tilewright
