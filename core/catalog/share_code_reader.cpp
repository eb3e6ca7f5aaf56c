#include <algorithm>
#include <bit>
#include <cmath>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/base32.h"
#include "core/catalog/code_word.h"
#include "core/catalog/share_code.h"
#include "core/catalog/share_code_format.h"
#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

using namespace share_code;

tl::unexpected<Error> unreadable()
{
    return fail(ErrorKind::Usage,
        "This is no code of a tile. Codes look like TW-4K3M-…; compare it with the original.");
}

double readReal(BitReader& reader)
{
    const std::uint64_t places = reader.read(2);
    if (places == 3)
        return std::bit_cast<double>(reader.read(64));
    const bool isNegative = reader.read(1) != 0;
    const double value
        = static_cast<double>(reader.readNumber()) / std::pow(10.0, static_cast<double>(places));
    return isNegative ? -value : value;
}

class Reader {
public:
    Reader(std::vector<bool> bits, const Palette& palette)
        : m_bits(std::move(bits)), m_palette(palette)
    {
    }

    Expected<SharedTile> read()
    {
        if (const std::uint64_t found = m_bits.read(3); found != version)
            return found > version
                ? fail(ErrorKind::Usage,
                    "The code was made by a newer version of Tilewright; this one cannot read it.")
                : unreadable();
        const bool hasOwnColors = m_bits.read(1) != 0;
        const bool hasPattern = m_bits.read(1) != 0;
        const bool hasDefaultGranule = m_bits.read(1) != 0;
        const auto seamless = static_cast<SeamlessAxes>(m_bits.read(2));
        if (hasOwnColors)
            readOwnColors();
        auto mix = readMix();
        if (!mix)
            return tl::unexpected(mix.error());
        SharedTile tile{std::move(*mix), {}, m_own, SharedTile::usualGranule, 0, seamless};
        if (hasPattern) {
            auto pattern = readPattern();
            if (!pattern)
                return tl::unexpected(pattern.error());
            tile.pattern = std::move(*pattern);
        }
        if (!hasDefaultGranule)
            tile.granuleMillimetres = readReal(m_bits);
        if (m_bits.read(fingerprintBits) != m_fingerprint.bits())
            return foreignPalette();
        tile.seed = m_bits.readNumber();
        if (!m_bits.isAtEnd()
            || !(tile.granuleMillimetres >= 1e-3 && tile.granuleMillimetres <= 1e3))
            return unreadable();
        if (!m_own.empty() && !Palette::create("of a code", m_own))
            return unreadable();
        return tile;
    }

private:
    tl::unexpected<Error> foreignPalette() const
    {
        return fail(ErrorKind::Usage,
            fmt::format("The code is of tiles with other colours than the palette {} has. Open it "
                        "with the palette that it was made with.",
                m_palette.name()));
    }

    void readOwnColors()
    {
        const std::uint64_t count = m_bits.read(5);
        for (std::uint64_t i = 0; i < count; ++i) {
            const std::uint64_t srgb = m_bits.read(24);
            std::string name(m_bits.read(6), '\0');
            for (char& c : name)
                c = static_cast<char>(m_bits.read(8));
            m_own.push_back(GranuleColor::of(name,
                Srgb{static_cast<std::uint8_t>(srgb >> 16), static_cast<std::uint8_t>(srgb >> 8),
                    static_cast<std::uint8_t>(srgb)}));
        }
    }

    Expected<std::string> readColor()
    {
        std::uint64_t place = m_bits.read(5);
        if (place == escape) {
            const bool isOwn = m_bits.read(1) != 0;
            place = m_bits.read(isOwn ? 5 : 12);
            if (isOwn && place >= m_own.size())
                return unreadable();
            if (isOwn)
                return m_own[place].name;
        }
        if (place >= m_palette.colors().size())
            return foreignPalette();
        m_fingerprint.add(m_palette.colors()[place]);
        return m_palette.colors()[place].name;
    }

    Expected<Mix> readMix()
    {
        std::vector<MixShare> shares(m_bits.read(3));
        for (MixShare& share : shares) {
            const auto color = readColor();
            if (!color)
                return tl::unexpected(color.error());
            share.color = *color;
        }
        int left = Mix::total;
        if (shares.size() > 1) {
            const std::uint64_t steps = m_bits.read(2);
            if (steps >= std::size(shareSteps))
                return unreadable();
            for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
                shares[i].perMille = static_cast<int>(m_bits.read(shareSteps[steps].bits))
                    * shareSteps[steps].perMille;
                left -= shares[i].perMille;
            }
        }
        if (!shares.empty())
            shares.back().perMille = left;
        auto mix = Mix::create(std::move(shares));
        if (!mix)
            return unreadable();
        return mix;
    }

    Expected<Pattern> readPattern()
    {
        Pattern pattern;
        const std::uint64_t kind = m_bits.read(3);
        if (kind >= std::size(patternKinds))
            return unreadable();
        pattern.kind = patternKinds[kind];
        if (m_bits.read(1) != 0)
            pattern.sizeMillimetres = readReal(m_bits);
        if (m_bits.read(1) != 0)
            pattern.angleDegrees = readReal(m_bits);
        const std::uint64_t count = m_bits.read(3);
        for (std::uint64_t i = 0; i < count; ++i) {
            auto mix = readMix();
            if (!mix)
                return tl::unexpected(mix.error());
            pattern.mixes.push_back(std::move(*mix));
        }
        if (!pattern.check())
            return unreadable();
        return pattern;
    }

    BitReader m_bits;
    const Palette& m_palette;
    std::vector<GranuleColor> m_own;
    Fingerprint m_fingerprint;
};

/// Without blanks and dashes of any kind.
std::string joined(std::string_view text)
{
    std::string result = withPlainBlanks(text);
    for (const std::string_view dash : {"‐", "‑", "‒", "–", "—", "−"})
        for (auto at = result.find(dash); at != std::string::npos; at = result.find(dash, at))
            result.replace(at, dash.size(), 1, '-');
    std::erase_if(result, [](char c) { return c == '-' || c == ' ' || (c >= '\t' && c <= '\r'); });
    return result;
}

/// What follows "TW"; all where it does not begin so.
std::string_view withoutPrefix(std::string_view text)
{
    const auto isSign = [](char c, char sign) { return c == sign || c == sign - 'A' + 'a'; };
    const bool has
        = text.size() >= prefix.size() && isSign(text[0], prefix[0]) && isSign(text[1], prefix[1]);
    return has ? text.substr(prefix.size()) : text;
}

} // namespace

Expected<SharedTile> parseShareCode(std::string_view code, const Palette& palette)
{
    const std::string text = joined(code);
    if (text.empty())
        return unreadable();
    return fromWord(withoutPrefix(text)).and_then([&](const std::vector<bool>& bits) {
        return Reader(bits, palette).read();
    });
}

bool looksLikeShareCode(std::string_view text)
{
    const std::string signs = joined(text);
    const std::string_view word = withoutPrefix(signs);
    constexpr std::size_t fewest = 6;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return word.size() < signs.size() && word.size() >= fewest
        && std::any_of(word.begin(), word.end(), isDigit)
        && std::all_of(word.begin(), word.end(),
            [](char c) { return base32Value(c).has_value() || c == 'u' || c == 'U'; });
}

} // namespace tilewright
