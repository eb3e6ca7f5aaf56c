#include "core/granule/granule_mask.h"

#include <algorithm>
#include <array>

namespace tilewright {
namespace {

constexpr std::size_t supersampling = GranuleField::supersampling;

/// The most frequent of the fine pixels under a pixel; of equally frequent ones the first.
std::uint32_t mostSeen(const std::uint32_t* corner, std::size_t fineWidth)
{
    std::array<std::uint32_t, supersampling * supersampling> seen{};
    for (std::size_t y = 0; y < supersampling; ++y)
        std::copy_n(corner + y * fineWidth, supersampling, seen.data() + y * supersampling);
    return *std::max_element(seen.begin(), seen.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::count(seen.begin(), seen.end(), a) < std::count(seen.begin(), seen.end(), b);
    });
}

} // namespace

GranuleMask::GranuleMask(const GranuleField& field)
    : m_width(field.settings().width), m_height(field.settings().height)
{
    const auto width = static_cast<std::size_t>(m_width);
    const auto height = static_cast<std::size_t>(m_height);
    const std::size_t fineWidth = width * supersampling;
    m_granules.reserve(width * height);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x)
            m_granules.push_back(mostSeen(
                field.granuleMap().data() + (y * fineWidth + x) * supersampling, fineWidth));
    }

    m_interiors.assign(m_granules.size(), GranuleField::gap);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint32_t granule = m_granules[y * width + x];
            // A field wraps around.
            const std::size_t above = (y + height - 1) % height, below = (y + 1) % height;
            const std::size_t left = (x + width - 1) % width, right = (x + 1) % width;
            const bool inside = m_granules[above * width + x] == granule
                && m_granules[below * width + x] == granule
                && m_granules[y * width + left] == granule
                && m_granules[y * width + right] == granule;
            if (inside)
                m_interiors[y * width + x] = granule;
        }
    }
}

} // namespace tilewright
