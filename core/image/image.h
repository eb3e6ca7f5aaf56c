// A picture in memory: 8-bit sRGB, interleaved RGB rows without padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tilewright {

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb; ///< width * height * 3 bytes, row by row from the top

    Image() = default;
    Image(int w, int h)
        : width(w), height(h), rgb(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3)
    {
    }

    bool empty() const { return rgb.empty(); }
    std::uint8_t* pixel(int x, int y) { return rgb.data() + offset(x, y); }
    const std::uint8_t* pixel(int x, int y) const { return rgb.data() + offset(x, y); }
    bool operator==(const Image&) const = default;

private:
    std::size_t offset(int x, int y) const
    {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                   + static_cast<std::size_t>(x))
            * 3;
    }
};

} // namespace tilewright
