// Patterns: where the colours of a tile go.
#include <QTest>

#include "core/granule/pattern_plane.h"
#include "support/pattern_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

constexpr int nothing = -1;

/// The index of the colour at a fine pixel, or nothing in a gap.
int colorAt(const GranuleField& field, const std::vector<std::uint8_t>& colors, int x, int y)
{
    const std::size_t i = static_cast<std::size_t>(y) * static_cast<std::size_t>(field.fineWidth())
        + static_cast<std::size_t>(x);
    const std::uint32_t granule = field.granuleMap()[i];
    return granule == GranuleField::gap ? nothing : colors[granule];
}

/// Share of a colour in a rectangle of the tile, given in parts of its sides.
double shareWithin(const GranuleField& field, const TileDesign& design, const std::string& color,
    double left, double top, double right, double bottom)
{
    const std::vector<std::string> names = design.colors();
    const auto wanted = std::find(names.begin(), names.end(), color) - names.begin();
    const std::vector<std::uint8_t> colors = field.assignColors(design);
    double seen = 0;
    double visible = 0;
    for (int y = static_cast<int>(top * field.fineHeight()); y < bottom * field.fineHeight(); ++y) {
        for (int x = static_cast<int>(left * field.fineWidth()); x < right * field.fineWidth();
             ++x) {
            const int here = colorAt(field, colors, x, y);
            visible += here == nothing ? 0 : 1;
            seen += here == wanted ? 1 : 0;
        }
    }
    return seen / visible;
}

const Mix half = mixOf({{"red", 50}, {"black", 50}});
const Mix red = mixOf({{"red", 1}});
const Mix pearl = mixOf({{"pearl", 1}});
const Mix black = mixOf({{"black", 1}});

} // namespace

class GranulePatternTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreReadBack_data() { addKinds(); }

    void namesAreReadBack()
    {
        QFETCH(PatternKind, kind);
        QCOMPARE(parsePatternKind(toText(kind)).value(), kind);
        const auto unknown = parsePatternKind("dots");
        QCOMPARE(unknown.error().kind, ErrorKind::Usage);
        QVERIFY(unknown.error().message.find(toText(kind)) != std::string::npos);
    }

    void flecksHaveTheirSize_data()
    {
        QTest::addColumn<double>("size");
        for (const double size : {30.0, 60.0, 100.0}) {
            QTest::addRow("%g mm", size) << size;
        }
    }

    void flecksHaveTheirSize()
    {
        QFETCH(double, size);
        Pattern pattern = patternOf(PatternKind::Flecks);
        pattern.sizeMillimetres = size;
        const TileDesign design = designOf(half, pattern);
        const GranuleField& field = *wideTile();
        const std::vector<std::uint8_t> colors = field.assignColors(design);
        // Borders of colours along lines, between granules that were looked at a diameter apart,
        // so that ragged edges do not count.
        const int step = static_cast<int>(field.fineDiameter());
        double borders = 0;
        double steps = 0;
        for (int y = 0; y < field.fineHeight(); y += step) {
            int last = nothing;
            for (int x = 0; x < field.fineWidth(); x += step) {
                const int here = colorAt(field, colors, x, y);
                borders += last != nothing && here != nothing && here != last ? 1 : 0;
                steps += 1;
                last = here;
            }
        }
        const double seen
            = steps * step / borders * field.settings().millimetresPerPixel / 2; // 2 fine pixels
        QVERIFY2(seen > 0.6 * size && seen < 1.4 * size, qPrintable(QString::number(seen)));
    }

    void stripesRunAsAsked()
    {
        // 250 mm to a cycle of two colours on half a metre: four upright bars.
        Pattern pattern = patternOf(PatternKind::Stripes);
        pattern.sizeMillimetres = 250;
        const GranuleField& field = *wideTile();
        const TileDesign upright = designOf(half, pattern);
        QVERIFY(shareWithin(field, upright, "red", 0.03, 0, 0.22, 1) > 0.98);
        QVERIFY(shareWithin(field, upright, "black", 0.28, 0, 0.47, 1) > 0.98);
        QVERIFY(shareWithin(field, upright, "red", 0.53, 0, 0.72, 1) > 0.98);
        pattern.angleDegrees = 90;
        const TileDesign level = designOf(half, pattern);
        QVERIFY(shareWithin(field, level, "red", 0, 0.03, 1, 0.22) > 0.98);
        QVERIFY(shareWithin(field, level, "black", 0, 0.28, 1, 0.47) > 0.98);
    }

    void stripesOfSeveralMixesTakeTurns()
    {
        Pattern pattern = patternOf(PatternKind::Stripes, {black, pearl});
        pattern.sizeMillimetres = 300;
        const TileDesign design = designOf(half, pattern);
        QCOMPARE(design.colors(), (std::vector<std::string>{"red", "black", "pearl"}));
        const GranuleField& field = *wideTile();
        QVERIFY(std::abs(shareWithin(field, design, "red", 0.02, 0, 0.18, 1) - 0.5) < 0.06);
        QVERIFY(shareWithin(field, design, "black", 0.22, 0, 0.38, 1) > 0.98);
        QVERIFY(shareWithin(field, design, "pearl", 0.42, 0, 0.58, 1) > 0.98);
        QVERIFY(std::abs(shareWithin(field, design, "red", 0.62, 0, 0.78, 1) - 0.5) < 0.06);
    }

    void checksAreAChessBoard()
    {
        Pattern pattern = patternOf(PatternKind::Checks);
        pattern.sizeMillimetres = 125;
        const GranuleField& field = *wideTile();
        const TileDesign even = designOf(half, pattern);
        QVERIFY(shareWithin(field, even, "red", 0.03, 0.03, 0.22, 0.22) > 0.97);
        QVERIFY(shareWithin(field, even, "black", 0.28, 0.03, 0.47, 0.22) > 0.97);
        QVERIFY(shareWithin(field, even, "red", 0.28, 0.28, 0.47, 0.47) > 0.97);
        // With less of it the second colour keeps the middle of its squares.
        const TileDesign uneven = designOf(mixOf({{"red", 70}, {"black", 30}}), pattern);
        QVERIFY(shareWithin(field, uneven, "red", 0.02, 0.02, 0.23, 0.23) > 0.97);
        QVERIFY(shareWithin(field, uneven, "black", 0.32, 0.07, 0.43, 0.18) > 0.97);
        QVERIFY(shareWithin(field, uneven, "black", 0.26, 0.02, 0.49, 0.23) < 0.95);
        const TileDesign mixes = designOf(red, patternOf(PatternKind::Checks, {pearl}));
        QVERIFY(std::abs(field.askedShares(mixes)[1] - 0.5) < 0.06);
    }

    void gridHasJoints()
    {
        Pattern pattern = patternOf(PatternKind::Grid);
        pattern.sizeMillimetres = 125;
        const GranuleField& field = *wideTile();
        const TileDesign one = designOf(mixOf({{"red", 80}, {"black", 20}}), pattern);
        QVERIFY(shareWithin(field, one, "red", 0.04, 0.04, 0.21, 0.21) > 0.97);
        QVERIFY(shareWithin(field, one, "black", 0.247, 0, 0.253, 1) > 0.97);
        pattern.mixes = {pearl, black};
        const TileDesign two = designOf(red, pattern);
        QVERIFY(shareWithin(field, two, "red", 0.04, 0.04, 0.21, 0.21) > 0.97);
        QVERIFY(shareWithin(field, two, "pearl", 0.29, 0.04, 0.46, 0.21) > 0.97);
        QVERIFY(shareWithin(field, two, "black", 0.247, 0, 0.253, 1) > 0.97);
        const std::vector<double> asked = field.askedShares(two);
        QVERIFY2(
            std::abs(asked[2] - Pattern::jointShare) < 0.02, qPrintable(QString::number(asked[2])));
    }

    void gradientsGoFromMixToMix()
    {
        const GranuleField& field = *wideTile();
        const TileDesign linear = designOf(red, patternOf(PatternKind::LinearGradient, {black}));
        for (const double at : {0.0, 0.2, 0.4, 0.6, 0.8}) {
            const double share = shareWithin(field, linear, "red", at, 0, at + 0.2, 1);
            QVERIFY2(std::abs(share - (0.9 - at)) < 0.06, qPrintable(QString::number(share)));
        }
        QVERIFY(std::abs(field.askedShares(linear)[0] - 0.5) < 0.01);
        const TileDesign radial = designOf(red, patternOf(PatternKind::RadialGradient, {black}));
        QVERIFY(shareWithin(field, radial, "red", 0.45, 0.45, 0.55, 0.55) > 0.85);
        QVERIFY(shareWithin(field, radial, "red", 0, 0, 0.08, 0.08) < 0.15);
        QVERIFY(std::abs(field.askedShares(radial)[1] - 0.5412) < 0.01);
    }

    void maskRegionsHaveTheirMixes()
    {
        const TileDesign design = designOf(half, patternOf(PatternKind::Mask, {pearl, black}));
        const GranuleField& field = *wideTile();
        QVERIFY(std::abs(shareWithin(field, design, "red", 0.02, 0, 0.31, 1) - 0.5) < 0.04);
        QVERIFY(shareWithin(field, design, "pearl", 0.35, 0, 0.64, 1) > 0.98);
        QVERIFY(shareWithin(field, design, "black", 0.69, 0, 0.98, 1) > 0.98);
    }

    void patternsRepeatWithTheTile_data()
    {
        QTest::addColumn<PatternKind>("kind");
        for (const PatternKind kind : {PatternKind::Stripes, PatternKind::Checks, PatternKind::Grid,
                 PatternKind::LinearGradient}) {
            QTest::newRow(std::string(toText(kind)).c_str()) << kind;
        }
    }

    void patternsRepeatWithTheTile()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("a tile further on lies the same", [kind] {
            const TileDesign design = anyDesign(kind);
            const double width = *rc::gen::inRange(50, 2000);
            const double height = *rc::gen::inRange(50, 2000);
            const PatternPlane plane(design, {width, height, true});
            const double x = width * (*rc::gen::inRange(0, 1'000'003) + 0.1234) / 1'000'003;
            const double y = height * (*rc::gen::inRange(0, 1'000'003) + 0.4321) / 1'000'003;
            for (const auto& [farX, farY] :
                {std::pair(x + width, y), std::pair(x, y + height), std::pair(x - width, y)}) {
                RC_ASSERT(plane.regionAt(farX, farY) == plane.regionAt(x, y));
                RC_ASSERT(std::abs(plane.orderAt(farX, farY) - plane.orderAt(x, y)) < 1e-6);
                RC_ASSERT(std::abs(plane.blendAt(farX, farY) - plane.blendAt(x, y)) < 1e-6);
            }
        }));
    }

    void patternsCloseAtTheEdges_data()
    {
        QTest::addColumn<PatternKind>("kind");
        QTest::addColumn<double>("angle");
        QTest::addColumn<int>("mixes");
        for (const PatternKind kind : allKinds) {
            if (kind == PatternKind::Mask) {
                continue; // it ends as it was painted
            }
            const bool isGradient
                = kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient;
            const bool hasSeveral
                = !isGradient && kind != PatternKind::Speckle && kind != PatternKind::Flecks;
            for (const double angle : {0.0, 30.0, 45.0}) {
                QTest::addRow("%s %g°", std::string(toText(kind)).c_str(), angle)
                    << kind << angle << (isGradient ? 2 : 1);
                if (hasSeveral) {
                    QTest::addRow("%s %g°, 3 mixes", std::string(toText(kind)).c_str(), angle)
                        << kind << angle << 3;
                }
            }
        }
    }

    void patternsCloseAtTheEdges()
    {
        QFETCH(PatternKind, kind);
        QFETCH(double, angle);
        QFETCH(int, mixes);
        GranuleSettings settings = settingsOf(280, 210, 8);
        settings.seamless = true;
        const GranuleField field(settings);
        Pattern pattern = patternOf(kind);
        pattern.sizeMillimetres = 70;
        pattern.angleDegrees = angle;
        for (int i = 1; i < mixes; ++i) {
            pattern.mixes.push_back(i % 2 == 1 ? black : pearl);
        }
        const TileDesign design = designOf(mixes == 1 ? half : red, pattern);
        const std::vector<std::uint8_t> colors = field.assignColors(design);

        // Two places a granule apart are as often of one colour across the edge as inside.
        const auto compare = [&](int lines, int length, auto at) {
            const int apart = static_cast<int>(field.fineDiameter());
            const auto alike = [&](int line) {
                double same = 0;
                for (int i = 0; i < length; ++i) {
                    same += at(line, i) == at((line + apart) % lines, i) ? 1 : 0;
                }
                return same / length;
            };
            std::vector<double> inside;
            for (int line = 0; line < lines - apart; line += 2) {
                inside.push_back(alike(line));
            }
            const double least = *std::min_element(inside.begin(), inside.end());
            const double seam = alike(lines - apart / 2);
            QVERIFY2(seam >= least - 0.06,
                qPrintable(QStringLiteral("seam %1, inside from %2").arg(seam).arg(least)));
        };
        compare(field.fineWidth(), field.fineHeight(),
            [&](int x, int y) { return colorAt(field, colors, x, y); });
        compare(field.fineHeight(), field.fineWidth(),
            [&](int y, int x) { return colorAt(field, colors, x, y); });
    }

    void anySizeIsColored_data() { addKinds(); }

    void anySizeIsColored()
    {
        QFETCH(PatternKind, kind);
        const bool isGradient
            = kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient;
        const std::vector<Mix> mixes = kind == PatternKind::Mask ? std::vector<Mix>{pearl, black}
            : isGradient                                         ? std::vector<Mix>{pearl}
                                                                 : std::vector<Mix>{};
        Pattern pattern = patternOf(kind, mixes);
        for (const double size : {Pattern::smallestSize, Pattern::largestSize}) {
            for (const bool seamless : {false, true}) {
                for (const GranuleSettings& base : {settingsOf(1, 1, 22), settingsOf(333, 1, 22),
                         settingsOf(64, 48, 120), settingsOf(16, 16, 0)}) {
                    GranuleSettings settings = base;
                    settings.seamless = seamless;
                    pattern.sizeMillimetres = size;
                    const GranuleField field(settings);
                    const TileDesign design = designOf(threeColors(), pattern);
                    const auto count = design.colors().size();
                    for (const std::uint8_t color : field.assignColors(design)) {
                        QVERIFY(color < count);
                    }
                }
            }
        }
    }

    void wrongPatternsAreRefused_data()
    {
        QTest::addColumn<Pattern>("pattern");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const char* word, PatternKind kind,
                             const std::function<void(Pattern&)>& spoil) {
            Pattern pattern = patternOf(kind);
            spoil(pattern);
            QTest::newRow(name) << pattern << QString::fromLatin1(word);
        };
        row("no size", "0 mm", PatternKind::Flecks, [](Pattern& p) { p.sizeMillimetres = 0; });
        row("size is no number", "nan", PatternKind::Flecks,
            [](Pattern& p) { p.sizeMillimetres = std::nan(""); });
        row("angle", "500", PatternKind::Stripes, [](Pattern& p) { p.angleDegrees = 500; });
        row("gradient of one mix", "two mixes", PatternKind::LinearGradient, [](Pattern&) {});
        row("gradient of three mixes", "are 3", PatternKind::RadialGradient, [](Pattern& p) {
            p.mixes = {red, black};
        });
        row("speckle of two mixes", "speckle", PatternKind::Speckle,
            [](Pattern& p) { p.mixes = {red}; });
        row("too many mixes", "9", PatternKind::Stripes,
            [](Pattern& p) { p.mixes = std::vector<Mix>(8, red); });
        row("mask of too few mixes", "3 regions", PatternKind::Mask,
            [](Pattern& p) { p.mixes = {red}; });
        row("no mask", "picture", PatternKind::Mask, [](Pattern& p) { p.mask.clear(); });
        row("mask is not there", "gone.png", PatternKind::Mask,
            [](Pattern& p) { p.mask = "gone.png"; });
        row("mask without need", "mask", PatternKind::Stripes,
            [](Pattern& p) { p.mask = "a.png"; });
    }

    void wrongPatternsAreRefused()
    {
        QFETCH(Pattern, pattern);
        QFETCH(QString, word);
        const auto design = TileDesign::create(half, pattern);
        QVERIFY(!design);
        QVERIFY2(design.error().message.find(word.toStdString()) != std::string::npos,
            design.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(GranulePatternTest)
#include "granule_pattern_test.moc"
