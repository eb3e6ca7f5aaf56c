#include "core/measure/fidelity_meter.h"

#include <algorithm>
#include <future>
#include <spdlog/fmt/fmt.h>

#include "core/color/color_difference.h"
#include "core/measure/nearest_color.h"
#include "core/measure/share_estimator.h"
#include "core/measure/tile_reading.h"

namespace tilewright {
namespace {

constexpr float surely = 0.75f; // probability
constexpr double shaded = 0.35; // part of the pixels that are not lit faces
constexpr std::size_t fewestPixels = 50; // of fewer the colour is not told
constexpr std::size_t mostPixels = 4000; // per colour, about; more do not change a median

double median(std::vector<Lab>& pixels, double Lab::*channel)
{
    const auto middle = pixels.begin() + static_cast<std::ptrdiff_t>(pixels.size() / 2);
    std::nth_element(pixels.begin(), middle, pixels.end(),
        [&](const Lab& one, const Lab& other) { return one.*channel < other.*channel; });
    return (*middle).*channel;
}

/// Colour of the lit faces: the median of the lighter pixels.
std::optional<Lab> litColor(std::vector<Lab> pixels)
{
    if (pixels.size() < fewestPixels)
        return std::nullopt;
    const auto lit
        = pixels.begin() + static_cast<std::ptrdiff_t>(shaded * static_cast<double>(pixels.size()));
    std::nth_element(pixels.begin(), lit, pixels.end(),
        [](const Lab& one, const Lab& other) { return one.L < other.L; });
    pixels.erase(pixels.begin(), lit);
    return Lab{median(pixels, &Lab::L), median(pixels, &Lab::a), median(pixels, &Lab::b)};
}

/// Pixels that surely have each colour.
std::vector<std::vector<Lab>> surePixels(
    const Image& picture, const TileReading& reading, std::size_t colors)
{
    const std::vector<float> posteriors = reading.mixture.posteriors();
    const auto inside
        = static_cast<std::size_t>(std::count(reading.area.begin(), reading.area.end(), 1));
    const std::size_t stride = std::max<std::size_t>(1, inside / (mostPixels * colors)) | 1;
    std::vector<std::vector<Lab>> pixels(colors);
    for (std::size_t i = 0; i < reading.area.size(); i += stride) {
        if (reading.area[i] == 0)
            continue;
        const std::size_t bin = ColorHistogram::binOf(reading.picture.rgb.data() + 3 * i);
        const float* const probability = posteriors.data() + bin * (colors + 1);
        const auto most = std::max_element(probability, probability + colors);
        if (*most < surely)
            continue;
        const std::uint8_t* const rgb = picture.rgb.data() + 3 * i;
        pixels[static_cast<std::size_t>(most - probability)].push_back(
            toLab(Srgb{rgb[0], rgb[1], rgb[2]}));
    }
    return pixels;
}

} // namespace

Expected<Fidelity> measureFidelity(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const std::vector<AskedShare>& asked, const Palette& palette, const Calibration& calibration)
{
    std::vector<GranuleColor> colors;
    std::vector<std::string> names;
    for (const AskedShare& share : asked) {
        const GranuleColor* const color = palette.find(share.color);
        if (color == nullptr)
            return fail(ErrorKind::Usage,
                fmt::format("The palette “{}” has no colour “{}”.", palette.name(), share.color));
        colors.push_back(*color);
        names.push_back(color->name);
    }
    auto reading = readTile(picture, coverage, calibration, names);
    if (!reading)
        return tl::unexpected(std::move(reading.error()));
    // The two meters know nothing of each other.
    auto nearestReading
        = std::async([&] { return nearestShares(reading->picture, reading->area, colors); });
    const ShareEstimate estimate = estimateShares(*reading);
    const std::vector<double> nearest = nearestReading.get();
    std::vector<std::vector<Lab>> sure = surePixels(picture, *reading, names.size());

    Fidelity fidelity;
    fidelity.unexplained = 100 * estimate.unexplained;
    for (std::size_t i = 0; i < names.size(); ++i) {
        ColorFidelity color;
        color.color = names[i];
        color.asked = asked[i].percent;
        color.measured = 100 * estimate.shares[i];
        color.nearest = 100 * nearest[i];
        if (const auto lit = litColor(std::move(sure[i])))
            color.deltaE = deltaE2000(*lit, colors[i].lab);
        fidelity.colors.push_back(std::move(color));
    }
    return fidelity;
}

} // namespace tilewright
