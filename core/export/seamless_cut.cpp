#include "core/export/seamless_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace tilewright {
namespace {

constexpr int smallestSide = 64;
/// Some granules wide, so that a seam finds its way between them.
constexpr int overlapPart = 8;
constexpr float feather = 1.5f; // pixels to either side of the cut: granules' borders are as soft
constexpr std::size_t edge = 2; // columns that the cut and its feather stay away from
constexpr float avoided = 1e7f; // more than any difference

/// For each row how much the overlapping columns differ, a little smoothed along the row, because
/// what is seen is the step between two pixels.
std::vector<float> differences(const Image& image, int overlap)
{
    const int shift = image.width - overlap;
    const auto width = static_cast<std::size_t>(overlap);
    std::vector<float> result(width * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        std::vector<float> raw(width);
        for (int x = 0; x < overlap; ++x) {
            const std::uint8_t* left = image.pixel(x, y);
            const std::uint8_t* right = image.pixel(shift + x, y);
            float sum = 0;
            for (int i = 0; i < 3; ++i) {
                const auto step = static_cast<float>(left[i] - right[i]);
                sum += step * step;
            }
            raw[static_cast<std::size_t>(x)] = sum;
        }
        for (std::size_t x = 0; x < width; ++x)
            result[static_cast<std::size_t>(y) * width + x]
                = x < edge || x + edge >= width ? avoided : raw[x - 1] + raw[x] + raw[x + 1];
    }
    return result;
}

/// The cheapest line from the first to the last row, by steps of at most one column; absent
/// `first`: it may begin and end anywhere, else it does both there, so that it closes.
std::vector<int> cheapestLine(
    const std::vector<float>& costs, int width, int height, std::optional<int> first)
{
    constexpr float never = std::numeric_limits<float>::max();
    const auto at = [width](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
            + static_cast<std::size_t>(x);
    };
    std::vector<float> sums(costs.size(), never);
    for (int x = 0; x < width; ++x)
        if (!first || x == *first)
            sums[at(x, 0)] = costs[at(x, 0)];
    const auto cheapest = [&](int x, int y) {
        int best = x;
        for (const int other : {x - 1, x + 1})
            if (other >= 0 && other < width && sums[at(other, y)] < sums[at(best, y)])
                best = other;
        return best;
    };
    for (int y = 1; y < height; ++y)
        for (int x = 0; x < width; ++x)
            if (const float before = sums[at(cheapest(x, y - 1), y - 1)]; before < never)
                sums[at(x, y)] = before + costs[at(x, y)];

    std::vector<int> line(static_cast<std::size_t>(height));
    int& last = line.back();
    if (first) {
        last = *first;
    } else {
        for (int x = 1; x < width; ++x)
            last = sums[at(x, height - 1)] < sums[at(last, height - 1)] ? x : last;
    }
    for (int y = height - 1; y > 0; --y)
        line[static_cast<std::size_t>(y - 1)] = cheapest(line[static_cast<std::size_t>(y)], y - 1);
    return line;
}

/// One that the upper and the lower edge agree on; straight where the picture is too low to come
/// back.
std::vector<int> closedLine(const std::vector<float>& costs, int width, int height)
{
    const std::vector<int> open = cheapestLine(costs, width, height, std::nullopt);
    return cheapestLine(costs, width, height, open[open.size() / 2]);
}

/// Seamless from left to right.
Image cutAcross(const Image& image)
{
    const int overlap = seamOverlap(image.width);
    const int shift = image.width - overlap;
    const std::vector<int> line = closedLine(differences(image, overlap), overlap, image.height);
    Image result(shift, image.height);
    for (int y = 0; y < image.height; ++y) {
        std::copy_n(image.pixel(0, y), static_cast<std::size_t>(shift) * 3, result.pixel(0, y));
        const auto cut = static_cast<float>(line[static_cast<std::size_t>(y)]);
        for (int x = 0; x < overlap; ++x) {
            // Left of the cut lies what follows on the right edge, which is the neighbour there.
            const float part = std::clamp(
                (cut + 0.5f - static_cast<float>(x)) / (2 * feather) + 0.5f, 0.0f, 1.0f);
            const std::uint8_t* left = image.pixel(x, y);
            const std::uint8_t* right = image.pixel(shift + x, y);
            for (int i = 0; i < 3; ++i)
                result.pixel(x, y)[i]
                    = static_cast<std::uint8_t>(std::lround(part * static_cast<float>(right[i])
                        + (1 - part) * static_cast<float>(left[i])));
        }
    }
    return result;
}

Image transposed(const Image& image)
{
    Image result(image.height, image.width);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            std::copy_n(image.pixel(x, y), 3, result.pixel(y, x));
    return result;
}

} // namespace

int seamOverlap(int side)
{
    return side < smallestSide ? 0 : side / overlapPart;
}

Image seamlessCut(const Image& image)
{
    if (std::min(image.width, image.height) < smallestSide)
        return image;
    return transposed(cutAcross(transposed(cutAcross(image))));
}

} // namespace tilewright
