// Colour management: whatever a file calls its colours becomes 8-bit sRGB.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "core/image/row_reader.h"

namespace tilewright {

class SrgbConverter {
public:
    /// A profile that is damaged or made for another colour model is noted in the log and left
    /// aside, as if there were none.
    SrgbConverter(const PixelFormat& format, std::span<const std::uint8_t> profile);
    SrgbConverter(const SrgbConverter&) = delete;
    SrgbConverter& operator=(const SrgbConverter&) = delete;
    ~SrgbConverter();

    /// Writes 3 bytes per pixel.
    void convert(const std::uint8_t* row, std::size_t pixels, std::uint8_t* rgb) const;

    /// Writes 1 byte per pixel; only for formats with alpha.
    void readCoverage(const std::uint8_t* row, std::size_t pixels, std::uint8_t* coverage) const;

private:
    class Transform;

    PixelFormat m_format;
    std::unique_ptr<Transform> m_transform; ///< null: no profile to apply
};

} // namespace tilewright
