#include "core/measure/tile_area.h"

#include <algorithm>
#include <cstdlib>

namespace tilewright {
namespace {

constexpr std::uint8_t opaque = 128; // half transparent edges show half the ground
constexpr int darkestGround = 160; // levels; white paper in the corners of an uneven light
constexpr int colorless = 10; // levels between the channels
constexpr int flatness = 3; // levels between neighbouring pixels
constexpr double leastBorder = 0.6; // part of the border that must be ground
// Ground reaches in between the granules at the tile's edge; narrower bays are faces of granules
// that happen to be as white as the ground.
constexpr int bay = 3; // pixels
// The edge of the tile is blended with the ground by the lens.
constexpr int blend = 2; // pixels

class Grid {
public:
    explicit Grid(const Image& picture) : m_width(picture.width), m_height(picture.height) { }

    std::size_t size() const { return at(0, m_height); }
    std::size_t at(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width)
            + static_cast<std::size_t>(x);
    }

    template <typename Visit> void eachOfBorder(Visit visit) const
    {
        for (int x = 0; x < m_width; ++x) {
            visit(at(x, 0));
            visit(at(x, m_height - 1));
        }
        for (int y = 0; y < m_height; ++y) {
            visit(at(0, y));
            visit(at(m_width - 1, y));
        }
    }

    /// Sets to 1 what is 1 and hangs together with the border, to 0 what does not.
    void keepConnectedToBorder(std::vector<std::uint8_t>& mask) const
    {
        constexpr std::uint8_t reached = 2;
        std::vector<std::size_t> open;
        const auto reach = [&](std::size_t i) {
            if (mask[i] == 1) {
                mask[i] = reached;
                open.push_back(i);
            }
        };
        eachOfBorder(reach);
        const auto width = static_cast<std::size_t>(m_width);
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            if (i % width > 0)
                reach(i - 1);
            if (i % width + 1 < width)
                reach(i + 1);
            if (i >= width)
                reach(i - width);
            if (i + width < mask.size())
                reach(i + width);
        }
        for (std::uint8_t& value : mask)
            value = value == reached;
    }

    /// 1 where any pixel of the square of `reach` pixels around is `value`, else 0. Beyond the
    /// border lies nothing.
    std::vector<std::uint8_t> around(
        const std::vector<std::uint8_t>& mask, int reach, std::uint8_t value) const
    {
        std::vector<std::uint8_t> rows(mask.size()), result(mask.size());
        spread(mask, rows, value, reach, m_height, at(0, 1), m_width, 1);
        spread(rows, result, 1, reach, m_width, 1, m_height, at(0, 1));
        return result;
    }

private:
    static void spread(const std::vector<std::uint8_t>& from, std::vector<std::uint8_t>& to,
        std::uint8_t value, int reach, int lines, std::size_t lineStride, int count,
        std::size_t stride)
    {
        for (int line = 0; line < lines; ++line) {
            const std::size_t first = static_cast<std::size_t>(line) * lineStride;
            int filled = 0;
            for (int i = 0; i < count; ++i) {
                if (from[first + static_cast<std::size_t>(i) * stride] != value)
                    continue;
                const int end = std::min(i + reach + 1, count);
                for (int k = std::max(filled, i - reach); k < end; ++k)
                    to[first + static_cast<std::size_t>(k) * stride] = 1;
                filled = end;
            }
        }
    }

    int m_width;
    int m_height;
};

/// 1 where the ground is; empty when there is none.
std::vector<std::uint8_t> groundOf(const Image& picture)
{
    const Grid grid(picture);
    std::vector<std::uint8_t> ground(grid.size());
    const auto width = static_cast<std::size_t>(picture.width);
    for (std::size_t i = 0; i < ground.size(); ++i) {
        const std::uint8_t* const rgb = picture.rgb.data() + 3 * i;
        const auto [least, most] = std::minmax({rgb[0], rgb[1], rgb[2]});
        // The last column and row have their neighbour on the other side.
        const std::size_t x = i % width;
        const std::uint8_t* const beside = x + 1 < width ? rgb + 3 : x > 0 ? rgb - 3 : rgb;
        const std::uint8_t* const below = i + width < ground.size() ? rgb + 3 * width
            : i >= width                                            ? rgb - 3 * width
                                                                    : rgb;
        bool flat = least >= darkestGround && most - least <= colorless;
        for (std::size_t channel = 0; flat && channel < 3; ++channel)
            flat = std::abs(rgb[channel] - beside[channel]) <= flatness
                && std::abs(rgb[channel] - below[channel]) <= flatness;
        ground[i] = flat;
    }
    std::size_t border = 0, flat = 0;
    grid.eachOfBorder([&](std::size_t i) {
        ++border;
        flat += ground[i];
    });
    if (static_cast<double>(flat) < leastBorder * static_cast<double>(border))
        return {};

    // What is wider than a bay, connected, and grown back to where it was and over the blend.
    const std::vector<std::uint8_t> shrunk = grid.around(ground, bay, 0);
    for (std::size_t i = 0; i < ground.size(); ++i)
        ground[i] = shrunk[i] == 0;
    grid.keepConnectedToBorder(ground);
    return grid.around(ground, bay + blend, 1);
}

} // namespace

std::vector<std::uint8_t> tileArea(const Image& picture, const std::vector<std::uint8_t>& coverage)
{
    if (picture.empty())
        return {};
    std::vector<std::uint8_t> area = groundOf(picture);
    if (area.empty())
        area.assign(picture.rgb.size() / 3, 1);
    else
        for (std::uint8_t& value : area)
            value = value == 0;
    for (std::size_t i = 0; i < std::min(area.size(), coverage.size()); ++i) {
        if (coverage[i] < opaque)
            area[i] = 0;
    }
    return area;
}

} // namespace tilewright
