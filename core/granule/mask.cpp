#include "core/granule/mask.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <spdlog/fmt/fmt.h>

#include "core/image/picture.h"

namespace tilewright {

namespace {

using Color = std::array<int, 3>;

constexpr int longestSide = 2048; // a finer mask shows no finer regions: granules are larger
constexpr int evenness = 8; // levels by which pixels of one flat area may differ
constexpr int likeness = 32; // levels; colours nearer than this are one region
constexpr double smallestRegion = 2e-4; // share of the picture

Color colorAt(const Image& image, int x, int y)
{
    const std::uint8_t* const pixel = image.pixel(x, y);
    return {pixel[0], pixel[1], pixel[2]};
}

int squaredDistance(const Color& a, const Color& b)
{
    int sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
}

/// Rec. 709 weights on the encoded values: only the order counts.
int brightness(const Color& color)
{
    return 2126 * color[0] + 7152 * color[1] + 722 * color[2];
}

bool isEven(const Color& a, const Color& b)
{
    return std::abs(a[0] - b[0]) <= evenness && std::abs(a[1] - b[1]) <= evenness
        && std::abs(a[2] - b[2]) <= evenness;
}

/// Every n-th pixel, so that no side is longer than needed.
Image thinned(const Image& image)
{
    const int step = (std::max(image.width, image.height) + longestSide - 1) / longestSide;
    if (step <= 1) {
        return image;
    }
    Image result((image.width + step - 1) / step, (image.height + step - 1) / step);
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            std::copy_n(image.pixel(x * step, y * step), 3, result.pixel(x, y));
        }
    }
    return result;
}

/// The colours of flat areas, the most frequent first. Blended borders are nowhere flat, so they
/// make no colour of their own.
std::vector<Color> flatColors(const Image& image)
{
    std::map<Color, std::size_t> counts;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const Color color = colorAt(image, x, y);
            // The last row and column look back.
            const int nextX = x + 1 < image.width ? x + 1 : std::max(x - 1, 0);
            const int nextY = y + 1 < image.height ? y + 1 : std::max(y - 1, 0);
            if (isEven(color, colorAt(image, nextX, y)) && isEven(color, colorAt(image, x, nextY))
                && isEven(color, colorAt(image, nextX, nextY))) {
                ++counts[{color[0] / 4, color[1] / 4, color[2] / 4}];
            }
        }
    }
    std::vector<std::pair<std::size_t, Color>> frequent;
    const double least = smallestRegion * image.width * image.height;
    for (const auto& [color, count] : counts) {
        if (static_cast<double>(count) >= least) {
            frequent.push_back({count, {color[0] * 4 + 2, color[1] * 4 + 2, color[2] * 4 + 2}});
        }
    }
    std::stable_sort(frequent.begin(), frequent.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Color> colors;
    for (const auto& [count, color] : frequent) {
        const bool isNew = std::none_of(colors.begin(), colors.end(), [&](const Color& known) {
            return squaredDistance(known, color) < likeness * likeness;
        });
        if (isNew) {
            colors.push_back(color);
        }
    }
    return colors;
}

std::uint8_t nearest(const std::vector<Color>& colors, const Color& color)
{
    const auto found
        = std::min_element(colors.begin(), colors.end(), [&](const Color& a, const Color& b) {
              return squaredDistance(a, color) < squaredDistance(b, color);
          });
    return static_cast<std::uint8_t>(found - colors.begin());
}

} // namespace

Expected<MaskRegions> MaskRegions::fromImage(const Image& given)
{
    if (given.empty()) {
        return fail(ErrorKind::Usage, "The mask is an empty picture.");
    }
    const Image image = thinned(given);
    std::vector<Color> colors = flatColors(image);
    if (colors.empty() || colors.size() > maximumRegions) {
        return fail(ErrorKind::Usage,
            fmt::format("The mask has {}; paint it with 1 to {} clearly different colours, each in "
                        "areas of its own.",
                colors.empty() ? "no area of one colour"
                               : fmt::format("{} different colours", colors.size()),
                maximumRegions));
    }
    std::sort(colors.begin(), colors.end(), [](const Color& a, const Color& b) {
        return std::pair(brightness(a), a) < std::pair(brightness(b), b);
    });

    MaskRegions mask;
    mask.m_width = image.width;
    mask.m_height = image.height;
    mask.m_regions.reserve(image.rgb.size() / 3);
    std::vector<std::size_t> counts(colors.size(), 0);
    Color last = colors.front();
    std::uint8_t region = nearest(colors, last);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const Color color = colorAt(image, x, y);
            if (color != last) { // neighbours mostly are alike
                last = color;
                region = nearest(colors, color);
            }
            mask.m_regions.push_back(region);
            ++counts[region];
        }
    }
    for (const std::size_t count : counts) {
        mask.m_shares.push_back(
            static_cast<double>(count) / static_cast<double>(mask.m_regions.size()));
    }
    return mask;
}

Expected<MaskRegions> MaskRegions::load(const std::filesystem::path& file)
{
    const auto picture = readPicture(file);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    return fromImage(picture->image);
}

std::size_t MaskRegions::at(double x, double y) const
{
    const auto index = [](double place, int length) {
        const double scaled = place * length;
        // Written so that no number gives the first.
        return static_cast<std::size_t>(scaled > 0 ? std::min(scaled, length - 1.0) : 0.0);
    };
    return m_regions[index(y, m_height) * static_cast<std::size_t>(m_width) + index(x, m_width)];
}

} // namespace tilewright
