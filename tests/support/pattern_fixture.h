// Patterns of every kind, with a mask to read.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include "core/image/png.h"
#include "support/granule_fixture.h"

namespace tilewright::test {

inline constexpr PatternKind allKinds[] = {PatternKind::Speckle, PatternKind::Flecks,
    PatternKind::Stripes, PatternKind::Checks, PatternKind::Grid, PatternKind::LinearGradient,
    PatternKind::RadialGradient, PatternKind::Mask};

/// Three upright bars: black, grey and white.
inline std::string maskFile()
{
    static const QTemporaryDir folder;
    static const std::string file = [] {
        Image image(90, 60);
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const auto level = static_cast<std::uint8_t>(x < 30 ? 10 : x < 60 ? 128 : 245);
                std::fill_n(image.pixel(x, y), 3, level);
            }
        }
        const std::string path = (folder.path() + QStringLiteral("/mask.png")).toStdString();
        return writePng(path, {image, {}}) ? path : std::string();
    }();
    return file;
}

inline Pattern patternOf(PatternKind kind, std::vector<Mix> mixes = {})
{
    Pattern pattern;
    pattern.kind = kind;
    pattern.mixes = std::move(mixes);
    pattern.mask = kind == PatternKind::Mask ? maskFile() : std::string();
    return pattern;
}

inline TileDesign designOf(const Mix& mix, const Pattern& pattern)
{
    return TileDesign::create(mix, pattern).value();
}

/// Any pattern of a kind with as many random mixes as it takes.
inline TileDesign anyDesign(PatternKind kind)
{
    Pattern pattern = patternOf(kind);
    pattern.sizeMillimetres = *rc::gen::inRange(20, 300);
    pattern.angleDegrees = *rc::gen::inRange(-180, 180);
    int mixes = 0;
    if (kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient) {
        mixes = 1;
    } else if (kind == PatternKind::Mask) {
        mixes = 2;
    } else if (kind != PatternKind::Speckle && kind != PatternKind::Flecks) {
        mixes = *rc::gen::inRange(0, 4);
    }
    for (int i = 0; i < mixes; ++i) {
        pattern.mixes.push_back(*anyMix());
    }
    return designOf(*anyMix(), pattern);
}

inline void addKinds()
{
    QTest::addColumn<PatternKind>("kind");
    for (const PatternKind kind : allKinds) {
        QTest::newRow(std::string(toText(kind)).c_str()) << kind;
    }
}

} // namespace tilewright::test

Q_DECLARE_METATYPE(tilewright::PatternKind)
