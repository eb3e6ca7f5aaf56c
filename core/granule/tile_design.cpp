#include "core/granule/tile_design.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

namespace tilewright {

TileDesign::TileDesign(Mix mix) : m_mixes{std::move(mix)} { }

TileDesign::TileDesign(
    std::vector<Mix> mixes, Pattern pattern, std::shared_ptr<const MaskRegions> mask)
    : m_mixes(std::move(mixes)), m_pattern(std::move(pattern)), m_mask(std::move(mask))
{
}

Expected<TileDesign> TileDesign::create(Mix mix, Pattern pattern)
{
    if (const auto checked = pattern.check(); !checked) {
        return tl::unexpected(checked.error());
    }
    std::vector<Mix> mixes{std::move(mix)};
    mixes.insert(mixes.end(), pattern.mixes.begin(), pattern.mixes.end());
    std::shared_ptr<const MaskRegions> mask;
    if (pattern.kind == PatternKind::Mask) {
        auto regions = MaskRegions::load(pattern.mask);
        if (!regions) {
            return tl::unexpected(regions.error());
        }
        if (regions->count() != mixes.size()) {
            return fail(ErrorKind::Usage,
                fmt::format("The mask {} has {} regions and needs as many mixes, from dark to "
                            "light; there {} {}.",
                    pattern.mask, regions->count(), mixes.size() == 1 ? "is" : "are",
                    mixes.size()));
        }
        mask = std::make_shared<const MaskRegions>(std::move(*regions));
    }
    return TileDesign(std::move(mixes), std::move(pattern), std::move(mask));
}

TileDesign TileDesign::withMix(std::size_t index, Mix mix) const
{
    TileDesign design = *this;
    if (index > 0) {
        design.m_pattern.mixes[index - 1] = mix;
    }
    design.m_mixes[index] = std::move(mix);
    return design;
}

std::vector<std::string> TileDesign::colors() const
{
    std::vector<std::string> names;
    for (const Mix& mix : m_mixes) {
        for (const MixShare& share : mix.shares()) {
            if (std::find(names.begin(), names.end(), share.color) == names.end()) {
                names.push_back(share.color);
            }
        }
    }
    return names;
}

Mix TileDesign::overallMix() const
{
    if (m_mixes.size() == 1) {
        return mix();
    }
    const std::vector<double> areas = mixShares();
    std::vector<std::pair<std::string, double>> weights;
    for (const std::string& color : colors()) {
        double weight = 0;
        for (std::size_t i = 0; i < m_mixes.size(); ++i) {
            const MixShare* const share = m_mixes[i].find(color);
            weight += share != nullptr ? areas[i] * share->perMille : 0;
        }
        weights.emplace_back(color, weight);
    }
    std::stable_sort(weights.begin(), weights.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    weights.resize(std::min(weights.size(), Mix::maximumColors));
    return Mix::fromWeights(weights).value_or(mix());
}

std::vector<double> TileDesign::mixShares() const
{
    const std::size_t count = m_mixes.size();
    switch (m_pattern.kind) {
    case PatternKind::Mask:
        return m_mask->shares();
    case PatternKind::RadialGradient: {
        // Mean distance from the middle of a square, as a part of the way to the corner.
        constexpr double blend = 0.5411961;
        return {1 - blend, blend};
    }
    case PatternKind::Grid: {
        std::vector<double> shares(count,
            (1 - Pattern::jointShare) / static_cast<double>(std::max<std::size_t>(count - 1, 1)));
        shares.back() = Pattern::jointShare;
        return shares;
    }
    default:
        return std::vector<double>(count, 1.0 / static_cast<double>(count));
    }
}

bool TileDesign::operator==(const TileDesign& other) const
{
    const bool sameMask
        = m_mask == other.m_mask || (m_mask && other.m_mask && *m_mask == *other.m_mask);
    return sameMask && m_mixes == other.m_mixes && m_pattern == other.m_pattern;
}

} // namespace tilewright
