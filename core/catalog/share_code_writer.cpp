#include <algorithm>
#include <bit>
#include <cmath>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/code_word.h"
#include "core/catalog/share_code.h"
#include "core/catalog/share_code_format.h"
#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

using namespace share_code;

const GranuleColor* findNamed(const std::vector<GranuleColor>& colors, const std::string& name)
{
    const auto found = std::find_if(colors.begin(), colors.end(),
        [&](const GranuleColor& color) { return color.name == name; });
    return found == colors.end() ? nullptr : &*found;
}

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

} // namespace

Expected<std::string> shareCode(const SharedTile& tile, const Palette& palette)
{
    return Writer(tile, palette).write();
}

} // namespace tilewright
