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
#include "core/catalog/share_code.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/base32.h"
#include "core/catalog/code_word.h"
#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

constexpr std::string_view prefix = "TW";
constexpr std::uint64_t version = 1;
constexpr std::uint64_t escape = 31; ///< a place that does not fit five bits
constexpr std::size_t mostOwnColors = 31;
constexpr std::size_t longestName = 63; ///< bytes
constexpr int fingerprintBits = 10;

/// How shares are told: as multiples of so many per mille.
struct ShareSteps {
    int perMille;
    int bits;
};
constexpr ShareSteps shareSteps[] = {{50, 5}, {10, 7}, {1, 10}};

constexpr PatternKind patternKinds[]
    = {PatternKind::Speckle, PatternKind::Flecks, PatternKind::Stripes, PatternKind::Checks,
        PatternKind::Grid, PatternKind::LinearGradient, PatternKind::RadialGradient};

tl::unexpected<Error> cannotTell(const std::string& why)
{
    return fail(ErrorKind::Usage, fmt::format("There is no code for this tile: {}.", why));
}

tl::unexpected<Error> unreadable()
{
    return fail(ErrorKind::Usage,
        "This is no code of a tile. Codes look like TW-4K3M-…; compare it with the original.");
}

const GranuleColor* findNamed(const std::vector<GranuleColor>& colors, const std::string& name)
{
    const auto found = std::find_if(colors.begin(), colors.end(),
        [&](const GranuleColor& color) { return color.name == name; });
    return found == colors.end() ? nullptr : &*found;
}

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

/// A decimal number of up to three places exactly, any other by its bits.
void writeReal(BitWriter& writer, double value)
{
    const double magnitude = std::abs(value);
    double power = 1;
    for (std::uint64_t places = 0; places < 3; ++places, power *= 10) {
        const double scaled = std::round(magnitude * power);
        if (scaled < 1e9 && scaled / power == magnitude) {
            writer.write(places, 2);
            writer.write(std::signbit(value) ? 1 : 0, 1);
            writer.writeNumber(static_cast<std::uint64_t>(scaled));
            return;
        }
    }
    writer.write(3, 2);
    writer.write(std::bit_cast<std::uint64_t>(value), 64);
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

class Writer {
public:
    Writer(const SharedTile& tile, const Palette& palette) : m_tile(tile), m_palette(palette) { }

    Expected<std::string> write()
    {
        collectOwnColors();
        const Pattern& pattern = m_tile.pattern;
        const bool hasPattern = pattern != Pattern();
        m_bits.write(version, 3);
        m_bits.write(m_own.empty() ? 0 : 1, 1);
        m_bits.write(hasPattern ? 1 : 0, 1);
        m_bits.write(m_tile.granuleMillimetres == SharedTile::usualGranule ? 1 : 0, 1);
        m_bits.write(static_cast<std::uint64_t>(m_tile.seamless), 2);
        writeOwnColors();
        writeMix(m_tile.mix);
        if (hasPattern)
            writePattern(pattern);
        if (m_tile.granuleMillimetres != SharedTile::usualGranule)
            writeReal(m_bits, m_tile.granuleMillimetres);
        m_bits.write(m_fingerprint.bits(), fingerprintBits);
        m_bits.writeNumber(m_tile.seed);
        if (!m_problem.empty())
            return cannotTell(m_problem);
        const std::string word = toWord(m_bits.bits());
        if (word.size() > longestWord)
            return cannotTell("it would be too long");
        std::string code(prefix);
        for (std::size_t i = 0; i < word.size(); i += 4)
            code.append("-").append(word, i, 4);
        return code;
    }

private:
    void collectOwnColors()
    {
        const auto collect = [&](const Mix& mix) {
            for (const MixShare& share : mix.shares()) {
                const GranuleColor* const own = findNamed(m_tile.colors, share.color);
                const GranuleColor* const known = m_palette.find(share.color);
                if (own && !(known && *known == *own) && !findNamed(m_own, own->name))
                    m_own.push_back(*own);
            }
        };
        collect(m_tile.mix);
        for (const Mix& mix : m_tile.pattern.mixes)
            collect(mix);
    }

    void writeOwnColors()
    {
        if (m_own.empty())
            return;
        if (m_own.size() > mostOwnColors)
            m_problem = fmt::format(
                "it has {} colours of its own, and {} are the most", m_own.size(), mostOwnColors);
        m_bits.write(m_own.size(), 5);
        for (const GranuleColor& color : m_own) {
            if (color.name.size() > longestName)
                m_problem
                    = fmt::format("the name of the colour {} is too long", quotation(color.name));
            m_bits.write(static_cast<std::uint64_t>(color.srgb.r) << 16
                    | static_cast<std::uint64_t>(color.srgb.g) << 8 | color.srgb.b,
                24);
            m_bits.write(color.name.size(), 6);
            for (const char c : color.name)
                m_bits.write(static_cast<unsigned char>(c), 8);
        }
    }

    void writeColor(const std::string& name)
    {
        if (const GranuleColor* const own = findNamed(m_own, name)) {
            m_bits.write(escape, 5);
            m_bits.write(1, 1);
            m_bits.write(static_cast<std::uint64_t>(own - m_own.data()), 5);
            return;
        }
        const GranuleColor* const color = m_palette.find(name);
        if (!color) {
            m_problem
                = fmt::format("the palette {} has no colour {}", m_palette.name(), quotation(name));
            return;
        }
        const auto place = static_cast<std::uint64_t>(color - m_palette.colors().data());
        m_fingerprint.add(*color);
        m_bits.write(std::min(place, escape), 5);
        if (place >= escape) {
            m_bits.write(0, 1);
            m_bits.write(place, 12);
            if (place >= 1U << 12)
                m_problem = "the palette is too large";
        }
    }

    void writeMix(const Mix& mix)
    {
        const auto& shares = mix.shares();
        m_bits.write(shares.size(), 3);
        for (const MixShare& share : shares)
            writeColor(share.color);
        if (shares.size() == 1)
            return;
        std::uint64_t steps = 0;
        while (std::any_of(shares.begin(), shares.end(), [&](const MixShare& share) {
            return share.perMille % shareSteps[steps].perMille != 0;
        }))
            ++steps;
        m_bits.write(steps, 2);
        for (std::size_t i = 0; i + 1 < shares.size(); ++i)
            m_bits.write(
                static_cast<std::uint64_t>(shares[i].perMille / shareSteps[steps].perMille),
                shareSteps[steps].bits);
    }

    void writePattern(const Pattern& pattern)
    {
        const auto* const kind
            = std::find(std::begin(patternKinds), std::end(patternKinds), pattern.kind);
        if (kind == std::end(patternKinds))
            m_problem = "its pattern is a picture";
        else if (const auto checked = pattern.check(); !checked)
            m_problem = trimmedSentence(checked.error().message);
        m_bits.write(static_cast<std::uint64_t>(kind - std::begin(patternKinds)), 3);
        const bool hasSize = pattern.sizeMillimetres != Pattern().sizeMillimetres;
        m_bits.write(hasSize ? 1 : 0, 1);
        if (hasSize)
            writeReal(m_bits, pattern.sizeMillimetres);
        const bool hasAngle = pattern.angleDegrees != Pattern().angleDegrees;
        m_bits.write(hasAngle ? 1 : 0, 1);
        if (hasAngle)
            writeReal(m_bits, pattern.angleDegrees);
        m_bits.write(pattern.mixes.size(), 3);
        for (const Mix& mix : pattern.mixes)
            writeMix(mix);
    }

    static std::string trimmedSentence(std::string sentence)
    {
        if (sentence.ends_with('.'))
            sentence.pop_back();
        return sentence;
    }

    const SharedTile& m_tile;
    const Palette& m_palette;
    std::vector<GranuleColor> m_own;
    BitWriter m_bits;
    Fingerprint m_fingerprint;
    std::string m_problem;
};

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

Mix withoutLocks(Mix mix)
{
    for (const MixShare& share : std::vector(mix.shares()))
        mix = mix.withLock(share.color, false);
    return mix;
}

} // namespace

Expected<void> SharedTile::applyTo(GenerationRequest& request, const PromptFormat& format) const
{
    const auto design = TileDesign::create(mix, pattern);
    if (!design)
        return tl::unexpected(design.error());
    request.setDesign(*design, format);
    request.colors = colors;
    request.granuleMillimetres = granuleMillimetres;
    request.fractions.clear();
    request.seed = seed;
    request.variation.reset();
    request.seamless = seamless;
    return {};
}

Expected<std::string> shareCode(const SharedTile& tile, const Palette& palette)
{
    return Writer(tile, palette).write();
}

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

Expected<SharedTile> sharedTile(const GenerationRequest& request)
{
    if (!request.mix)
        return cannotTell("it was made without a mix");
    if (request.pattern.kind == PatternKind::Mask)
        return cannotTell("its pattern is a picture");
    if (!request.fractions.empty())
        return cannotTell("its granules have several sizes");
    if (request.variation)
        return cannotTell("it is a variation of another tile");
    SharedTile tile{withoutLocks(*request.mix), request.pattern, request.colors,
        request.granuleMillimetres, request.seed, request.seamless};
    for (Mix& mix : tile.pattern.mixes)
        mix = withoutLocks(std::move(mix));
    tile.pattern.mask.clear();
    if (tile.pattern.kind == PatternKind::Speckle)
        tile.pattern = {}; // size and angle mean nothing there
    return tile;
}

} // namespace tilewright
