#include "core/granule/surface_texture.h"

#include <algorithm>
#include <cmath>

#include "core/granule/random.h"

namespace tilewright {

namespace {

constexpr std::size_t size = SurfaceTexture::size;
using Plane = std::vector<float>; // size x size

/// Mean 0, standard deviation 1.
void normalize(Plane& plane)
{
    double sum = 0;
    double squares = 0;
    for (const float value : plane) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double count = static_cast<double>(plane.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(squares / count - mean * mean);
    for (float& value : plane) {
        value = static_cast<float>((value - mean) / deviation);
    }
}

std::vector<float> gaussianKernel(double sigma)
{
    const int radius = std::min(static_cast<int>(std::ceil(3 * sigma)), static_cast<int>(size / 2));
    std::vector<float> kernel;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
    }
    return kernel;
}

/// Blurs along y and transposes, so that twice blurs both ways. Not normalised.
Plane blurredAndTransposed(const Plane& plane, const std::vector<float>& kernel)
{
    const std::size_t radius = kernel.size() / 2;
    Plane result(plane.size());
    std::vector<float> row(size);
    for (std::size_t y = 0; y < size; ++y) {
        row.assign(size, 0.0f);
        for (std::size_t tap = 0; tap < kernel.size(); ++tap) {
            const std::size_t source = (y + tap + size - radius) % size;
            const float* const from = plane.data() + source * size;
            for (std::size_t x = 0; x < size; ++x) {
                row[x] += kernel[tap] * from[x];
            }
        }
        for (std::size_t x = 0; x < size; ++x) {
            result[x * size + y] = row[x];
        }
    }
    return result;
}

/// White noise under a Gaussian blur.
Plane blurredNoise(double sigma, std::uint64_t index)
{
    constexpr std::uint64_t seed = 7; // granules differ by where they lie on the pattern
    Random random(seed, RandomPurpose::Texture, index);
    Plane plane(size * size);
    for (float& value : plane) {
        value = random.gaussian();
    }
    const std::vector<float> kernel = gaussianKernel(sigma);
    plane = blurredAndTransposed(blurredAndTransposed(plane, kernel), kernel);
    normalize(plane);
    return plane;
}

Plane sumOf(const Plane& a, float weightA, const Plane& b, float weightB)
{
    Plane sum(a.size());
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] = weightA * a[i] + weightB * b[i];
    }
    return sum;
}

} // namespace

SurfaceTexture::SurfaceTexture(double scale) : m_texels(size * size)
{
    const Plane bumps
        = sumOf(blurredNoise(2.2 * scale, 0), 1.0f, blurredNoise(5.0 * scale, 1), 0.6f);
    const Plane mottle
        = sumOf(blurredNoise(1.3 * scale, 2), 0.6f, blurredNoise(4.0 * scale, 3), 0.8f);
    Plane slopeX(size * size);
    Plane slopeY(size * size);
    for (std::size_t y = 0; y < size; ++y) {
        for (std::size_t x = 0; x < size; ++x) {
            const std::size_t i = y * size + x;
            slopeX[i] = bumps[y * size + (x + 1) % size] - bumps[y * size + (x + size - 1) % size];
            slopeY[i] = bumps[(y + 1) % size * size + x] - bumps[(y + size - 1) % size * size + x];
        }
    }
    normalize(slopeX);
    normalize(slopeY);
    for (std::size_t i = 0; i < m_texels.size(); ++i) {
        m_texels[i] = {slopeX[i], slopeY[i], mottle[i]};
    }
}

} // namespace tilewright
