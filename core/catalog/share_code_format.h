// The bits of a code, in their order:
//   version 3 · own colours? 1 · pattern? 1 · granules of 8 mm? 1 · seamless 2
//   own colours: count 5, each: sRGB 24, length of the name 6, its bytes
//   the tile's mix
//   pattern: kind 3 · 60 mm? 1, else size · 0°? 1, else angle · further mixes 3, each
//   granules where they are not 8 mm
//   fingerprint of the palette colours used 10
//   seed
// A mix: colours 3 · each: place 5 (31: own? 1, then place 5 or 12) · steps of shares 2 · all
// shares but the last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <spdlog/fmt/fmt.h>

#include "core/granule/pattern.h"
#include "core/mix/palette.h"
#include "core/support/error.h"

namespace tilewright::share_code {

inline constexpr std::string_view prefix = "TW";
inline constexpr std::uint64_t version = 1;
inline constexpr std::uint64_t escape = 31; ///< a place that does not fit five bits
inline constexpr std::size_t mostOwnColors = 31;
inline constexpr std::size_t longestName = 63; ///< bytes
inline constexpr int fingerprintBits = 10;

/// How shares are told: as multiples of so many per mille.
struct ShareSteps {
    int perMille;
    int bits;
};
inline constexpr ShareSteps shareSteps[] = {{50, 5}, {10, 7}, {1, 10}};

inline constexpr PatternKind patternKinds[]
    = {PatternKind::Speckle, PatternKind::Flecks, PatternKind::Stripes, PatternKind::Checks,
        PatternKind::Grid, PatternKind::LinearGradient, PatternKind::RadialGradient};

/// Of the palette colours that a code refers to, so that it is not read with other colours.
class Fingerprint {
public:
    void add(const GranuleColor& color)
    {
        // FNV-1a
        for (const char c : comparable(color.name) + "\n")
            m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    std::uint64_t bits() const
    {
        return (m_hash ^ m_hash >> 20 ^ m_hash >> 40) & ((1U << fingerprintBits) - 1);
    }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325U;
};

/// Errors of tiles that have no code.
inline tl::unexpected<Error> cannotTell(const std::string& why)
{
    return fail(ErrorKind::Usage, fmt::format("There is no code for this tile: {}.", why));
}

} // namespace tilewright::share_code
