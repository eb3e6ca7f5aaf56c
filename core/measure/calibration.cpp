#include "core/measure/calibration.h"

#include <algorithm>

#include "core/granule/granule_shader.h"

namespace tilewright {
namespace {

constexpr double smoothing = 0.5; // bins

} // namespace

void Calibration::add(const std::string& color, const ColorHistogram& pixels)
{
    Look look{color, pixels.smoothed(smoothing).counts()};
    const auto total = static_cast<float>(std::max(pixels.total(), 1.0));
    for (float& value : look.likelihood)
        value /= total;
    const auto known = std::find_if(
        m_looks.begin(), m_looks.end(), [&](const Look& other) { return other.color == color; });
    if (known == m_looks.end())
        m_looks.push_back(std::move(look));
    else
        *known = std::move(look);
}

Calibration Calibration::fromGranules(const Palette& palette, const GranuleSettings& settings)
{
    const GranuleShader shader(std::make_shared<const GranuleField>(settings));
    Calibration calibration;
    for (const GranuleColor& color : palette.colors()) {
        const auto mix = Mix::fromWeights({{color.name, 1}});
        if (const auto picture = shader.render(*mix, palette))
            calibration.add(color.name, ColorHistogram(*picture));
    }
    return calibration;
}

const Calibration::Look* Calibration::find(std::string_view color) const
{
    const auto look = std::find_if(
        m_looks.begin(), m_looks.end(), [&](const Look& other) { return other.color == color; });
    return look == m_looks.end() ? nullptr : &*look;
}

} // namespace tilewright
