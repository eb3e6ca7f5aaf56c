#include "core/measure/nearest_color.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/measure/granule_means.h"

namespace tilewright {
namespace {

// Pixels are taken two by two: granules are several times larger, and it costs a quarter.
constexpr int step = 2;
constexpr float darkest = 8; // L: below lies the gap
constexpr float usualDimming = 0.9f; // of the lit faces' lightness
constexpr float dimmingCost = 0.6f;
constexpr float lightnessWeight = 0.5f;

/// (L + 16, a, b): light that is dimmed keeps its direction here, because all three go with the
/// cube root of light.
using Vector = std::array<float, 3>;

float dot(const Vector& x, const Vector& y)
{
    return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
}

Vector vectorOf(const Lab& lab)
{
    return {lightnessWeight * static_cast<float>(lab.L + 16), static_cast<float>(lab.a),
        static_cast<float>(lab.b)};
}

/// Cube roots by table; toLab() would take most of the time.
Vector vectorOf(const std::array<float, 3>& light)
{
    constexpr int entries = 4096;
    static const std::array<float, entries + 2> roots = [] {
        std::array<float, entries + 2> table{};
        for (std::size_t i = 0; i < table.size(); ++i)
            table[i] = static_cast<float>(
                (toLab(LinearRgb{i / double(entries), i / double(entries), i / double(entries)}).L
                    + 16)
                / 116);
        return table;
    }();
    const auto root = [&](float value) {
        const float place = std::clamp(value, 0.0f, 1.0f) * entries;
        const auto below = static_cast<std::size_t>(place);
        return roots[below]
            + (place - static_cast<float>(below)) * (roots[below + 1] - roots[below]);
    };
    // XYZ over white, as in color.cpp.
    const float x = root(0.43388f * light[0] + 0.37622f * light[1] + 0.18990f * light[2]);
    const float y = root(0.2126f * light[0] + 0.7152f * light[1] + 0.0722f * light[2]);
    const float z = root(0.01773f * light[0] + 0.10947f * light[1] + 0.87280f * light[2]);
    return {lightnessWeight * 116 * y, 500 * (x - y), 200 * (y - z)};
}

/// Squared distance to the candidate at its best dimming, and what the dimming itself costs.
float distance(const Vector& pixel, const Vector& candidate, float squareOfCandidate)
{
    const float dimming = (dot(pixel, candidate) + dimmingCost * usualDimming * squareOfCandidate)
        / ((1 + dimmingCost) * squareOfCandidate);
    float sum
        = dimmingCost * (dimming - usualDimming) * (dimming - usualDimming) * squareOfCandidate;
    for (std::size_t i = 0; i < pixel.size(); ++i) {
        const float difference = pixel[i] - dimming * candidate[i];
        sum += difference * difference;
    }
    return sum;
}

/// Sum over the nine places around each; fewer at the borders.
void sumAround(
    std::vector<float>& values, std::size_t width, std::size_t height, std::vector<float>& buffer)
{
    buffer = values;
    for (std::size_t y = 0; y < height; ++y) {
        const float* const from = values.data() + y * width;
        float* const to = buffer.data() + y * width;
        for (std::size_t x = 1; x < width; ++x)
            to[x] += from[x - 1];
        for (std::size_t x = 0; x + 1 < width; ++x)
            to[x] += from[x + 1];
    }
    values = buffer;
    for (std::size_t i = width; i < values.size(); ++i)
        values[i] += buffer[i - width];
    for (std::size_t i = 0; i + width < values.size(); ++i)
        values[i] += buffer[i + width];
}

} // namespace

std::vector<double> nearestShares(const Image& picture, const std::vector<std::uint8_t>& area,
    const std::vector<GranuleColor>& candidates)
{
    std::vector<double> shares(candidates.size());
    const int width = (picture.width + step - 1) / step,
              height = (picture.height + step - 1) / step;
    const std::size_t places = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const auto& linear = linearLevels();
    std::vector<Vector> pixels(places);
    std::vector<std::uint8_t> readable(places), inside(places);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const std::size_t place = static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                + static_cast<std::size_t>(x);
            std::array<float, 3> light{};
            float count = 0;
            for (int v = step * y; v < std::min(step * y + step, picture.height); ++v) {
                for (int u = step * x; u < std::min(step * x + step, picture.width); ++u) {
                    const std::uint8_t* const rgb = picture.pixel(u, v);
                    if (area[static_cast<std::size_t>(rgb - picture.rgb.data()) / 3] == 0)
                        continue;
                    for (std::size_t i = 0; i < light.size(); ++i)
                        light[i] += linear[rgb[i]];
                    ++count;
                }
            }
            if (count == 0)
                continue;
            for (float& value : light)
                value /= count;
            inside[place] = 1;
            pixels[place] = vectorOf(light);
            readable[place] = pixels[place][0] > lightnessWeight * (darkest + 16);
        }
    }
    // A tile that is dark all over has nothing lighter than its gaps.
    if (std::count(readable.begin(), readable.end(), 1) * 2
        < std::count(inside.begin(), inside.end(), 1))
        readable = inside;

    std::vector<float> nearest(places), distances(places), buffer;
    std::vector<std::uint16_t> best(places);
    for (std::size_t color = 0; color < candidates.size(); ++color) {
        const Vector lit = vectorOf(candidates[color].lab);
        const float square = dot(lit, lit);
        for (std::size_t place = 0; place < places; ++place)
            distances[place]
                = readable[place] != 0 ? std::sqrt(distance(pixels[place], lit, square)) : 0;
        sumAround(
            distances, static_cast<std::size_t>(width), static_cast<std::size_t>(height), buffer);
        for (std::size_t place = 0; place < places; ++place) {
            if (color == 0 || distances[place] < nearest[place]) {
                nearest[place] = distances[place];
                best[place] = static_cast<std::uint16_t>(color);
            }
        }
    }
    double total = 0;
    for (std::size_t place = 0; place < places; ++place) {
        if (readable[place] == 0)
            continue;
        shares[best[place]] += 1;
        total += 1;
    }
    for (double& share : shares)
        share = total > 0 ? share / total : 0;
    return shares;
}

} // namespace tilewright
