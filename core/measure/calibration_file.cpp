// {"version": 1, "source": "…", "palette": "rubber-29", "bins": [20, 40, 40],
//  "colors": [{"color": "red", "pixels": [12, 3, 1, 55, …]}, …]}
// The bins that have pixels as pairs: how far the bin lies after the one before, and how many it
// has.
#include <cmath>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "core/measure/calibration.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

using nlohmann::json;

constexpr int version = 1;
constexpr std::size_t mostColors = 1000;

json binsOfHistogram()
{
    return {ColorHistogram::lightnessBins, ColorHistogram::chromaBins, ColorHistogram::chromaBins};
}

json toJson(const ColorHistogram& pixels)
{
    json pairs = json::array();
    std::size_t previous = 0;
    for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin) {
        if (pixels.counts()[bin] == 0)
            continue;
        pairs.push_back(bin - previous);
        pairs.push_back(std::llround(pixels.counts()[bin]));
        previous = bin;
    }
    return pairs;
}

/// Empty when the pairs are no counts of pixels.
ColorHistogram histogramOf(const std::vector<std::uint64_t>& pairs)
{
    constexpr std::uint64_t mostPixels = std::uint64_t{1} << 40;
    ColorHistogram pixels;
    std::uint64_t bin = 0;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const bool forward = i == 0 || pairs[i] > 0;
        if (!forward || pairs[i] >= ColorHistogram::binCount - bin || pairs[i + 1] == 0
            || pairs[i + 1] > mostPixels)
            return {};
        bin += pairs[i];
        pixels.add(static_cast<std::size_t>(bin), static_cast<float>(pairs[i + 1]));
    }
    return pairs.size() % 2 == 0 ? pixels : ColorHistogram();
}

} // namespace

Expected<void> Calibration::save(const std::filesystem::path& file) const
{
    json colors = json::array();
    for (const Look& look : m_looks)
        colors.push_back({{"color", look.color}, {"pixels", toJson(look.pixels)}});
    const json whole = {{"version", version}, {"source", m_source}, {"palette", m_palette},
        {"bins", binsOfHistogram()}, {"colors", std::move(colors)}};
    return writeFileAtomically(file, dumpJson(whole));
}

Expected<Calibration> Calibration::load(const std::filesystem::path& file)
{
    const auto unusable = [&](const std::string& why) {
        return fail(ErrorKind::BadData,
            fmt::format("{} is no usable calibration: {}.", file.string(), why));
    };
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const auto parsed = parseJson(*text, file.string());
    if (!parsed)
        return tl::unexpected(parsed.error());

    Calibration calibration;
    std::string problem;
    JsonFields fields(*parsed, problem);
    int found = 0;
    fields.read("version", found);
    fields.read("source", calibration.m_source);
    fields.read("palette", calibration.m_palette);
    if (!problem.empty())
        return unusable(problem);
    if (found != version)
        return unusable(fmt::format("its format is number {}, this Tilewright reads number {}. "
                                    "Make it again with “tilewright palette calibrate”",
            found, version));
    std::vector<std::uint64_t> bins;
    fields.read("bins", bins);
    if (problem.empty() && json(bins) != binsOfHistogram())
        return unusable("its colours are counted in other bins. Make it again with “tilewright "
                        "palette calibrate”");
    std::set<std::string> names;
    fields.readEach("colors", [&](JsonFields& entry) {
        std::string color;
        std::vector<std::uint64_t> pairs;
        entry.read("color", color);
        entry.read("pixels", pairs);
        if (!problem.empty())
            return;
        if (color.empty() || !names.insert(color).second)
            return entry.complain("color", "it must name each colour once");
        if (names.size() > mostColors)
            return entry.complain(
                "color", fmt::format("there are more than {} colours", mostColors));
        ColorHistogram pixels = histogramOf(pairs);
        if (pixels.total() == 0)
            return entry.complain("pixels", "these are no counts of pixels");
        std::vector<float> likelihood = likelihoodOf(pixels);
        calibration.m_looks.push_back(
            Look{std::move(color), std::move(pixels), std::move(likelihood)});
    });
    if (problem.empty() && calibration.m_looks.empty())
        problem = "it has no colours";
    if (!problem.empty())
        return unusable(problem);
    return calibration;
}

} // namespace tilewright
