#include "core/image/orientation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tilewright {
namespace {

/// Numbers of a TIFF structure; beyond its end all are 0.
class TiffNumbers {
public:
    explicit TiffNumbers(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes), m_isLittleEndian(!bytes.empty() && bytes[0] == 'I')
    {
    }

    std::uint32_t get(std::size_t offset, std::size_t size) const
    {
        if (m_bytes.size() < size || offset > m_bytes.size() - size)
            return 0;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8 | m_bytes[offset + (m_isLittleEndian ? size - 1 - i : i)];
        return value;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_isLittleEndian;
};

template <std::size_t channels>
std::vector<std::uint8_t> rearranged(
    const std::vector<std::uint8_t>& from, int width, int height, int orientation)
{
    const bool isTurned = orientation >= 5;
    const bool fromRight = orientation == 2 || orientation == 3 || orientation >= 7;
    const bool fromBottom
        = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const std::ptrdiff_t column = channels;
    const std::ptrdiff_t row = column * width;
    const std::ptrdiff_t start
        = (fromRight ? row - column : 0) + (fromBottom ? row * (height - 1) : 0);
    const std::ptrdiff_t alongX = fromRight ? -column : column;
    const std::ptrdiff_t alongY = fromBottom ? -row : row;
    const std::ptrdiff_t stepX = isTurned ? alongY : alongX;
    const std::ptrdiff_t stepY = isTurned ? alongX : alongY;

    std::vector<std::uint8_t> result(from.size());
    auto to = result.begin();
    for (int y = 0; y < (isTurned ? width : height); ++y) {
        const std::uint8_t* pixel = from.data() + start + y * stepY;
        for (int x = 0; x < (isTurned ? height : width); ++x, pixel += stepX)
            to = std::copy_n(pixel, channels, to);
    }
    return result;
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> exif)
{
    constexpr std::array<std::uint8_t, 6> prefix{'E', 'x', 'i', 'f', 0, 0};
    if (exif.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), exif.begin()))
        exif = exif.subspan(prefix.size());
    const TiffNumbers numbers(exif);
    if (numbers.get(2, 2) != 42)
        return 1;
    const std::size_t directory = numbers.get(4, 4);
    const std::size_t entries = numbers.get(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        constexpr unsigned orientationTag = 0x112, shortType = 3;
        if (numbers.get(entry, 2) == orientationTag && numbers.get(entry + 2, 2) == shortType) {
            const auto orientation = static_cast<int>(numbers.get(entry + 8, 2));
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        }
    }
    return 1;
}

Picture upright(Picture picture, int orientation)
{
    if (orientation <= 1 || orientation > 8)
        return picture;
    Image& image = picture.image;
    image.rgb = rearranged<3>(image.rgb, image.width, image.height, orientation);
    if (!picture.coverage.empty())
        picture.coverage = rearranged<1>(picture.coverage, image.width, image.height, orientation);
    if (orientation >= 5)
        std::swap(image.width, image.height);
    return picture;
}

} // namespace tilewright
