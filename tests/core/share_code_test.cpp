// Codes of tiles: whole there and back, and wrong ones found out.
#include <QTest>
#include <rapidcheck.h>

#include "core/catalog/base32.h"
#include "core/catalog/code_word.h"
#include "core/catalog/share_code.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

std::string compact(std::string code)
{
    std::erase(code, '-');
    return code.substr(2);
}

SharedTile simpleTile(std::uint64_t seed = 1704233)
{
    return {*Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}}), {}, {},
        SharedTile::usualGranule, seed, SeamlessAxes::None};
}

/// Those that the mixes use, in the order in which they are met.
std::vector<GranuleColor> ownColors(const SharedTile& tile, const std::vector<GranuleColor>& all)
{
    std::vector<GranuleColor> used;
    const auto take = [&](const Mix& mix) {
        for (const MixShare& share : mix.shares())
            for (const GranuleColor& color : all)
                if (color.name == share.color
                    && std::find(used.begin(), used.end(), color) == used.end())
                    used.push_back(color);
    };
    take(tile.mix);
    for (const Mix& mix : tile.pattern.mixes)
        take(mix);
    return used;
}

Mix withColor(const Mix& mix, const std::string& name)
{
    const auto more = mix.withColor(name);
    return more ? *more : mix;
}

SharedTile arbitraryTile()
{
    SharedTile tile = simpleTile(*rc::gen::oneOf(rc::gen::arbitrary<std::uint64_t>(),
        rc::gen::inRange<std::uint64_t>(0, 5'000'000'000),
        rc::gen::element<std::uint64_t>(0, 1, 2, ~std::uint64_t{0})));
    tile.mix = arbitraryMix();
    tile.granuleMillimetres = *rc::gen::oneOf(rc::gen::element(8.0, 4.0, 2.5, 14.0, 0.1, 1.0 / 3),
        rc::gen::map(rc::gen::inRange(1, 1'000'000), [](int n) { return n / 1000.0; }));
    tile.seamless
        = *rc::gen::element(SeamlessAxes::None, SeamlessAxes::X, SeamlessAxes::Y, SeamlessAxes::XY);
    tile.pattern.kind = *rc::gen::element(PatternKind::Speckle, PatternKind::Flecks,
        PatternKind::Stripes, PatternKind::Checks, PatternKind::Grid, PatternKind::LinearGradient,
        PatternKind::RadialGradient);
    tile.pattern.sizeMillimetres = *rc::gen::element(60.0, 12.5, 1.0, 10000.0, 1000.0 / 7);
    tile.pattern.angleDegrees = *rc::gen::element(0.0, 45.0, -360.0, 22.5, 0.123, -1.0 / 3);
    const bool isGradient = tile.pattern.kind == PatternKind::LinearGradient
        || tile.pattern.kind == PatternKind::RadialGradient;
    const bool takesSeveral
        = tile.pattern.kind != PatternKind::Speckle && tile.pattern.kind != PatternKind::Flecks;
    const int further = isGradient ? 1 : takesSeveral ? *rc::gen::inRange(0, 4) : 0;
    for (int i = 0; i < further; ++i)
        tile.pattern.mixes.push_back(arbitraryMix(3));
    if (*rc::gen::arbitrary<bool>()) {
        const std::vector<GranuleColor> own{
            GranuleColor::of("мята", Srgb{150, 220, 190}), GranuleColor::of("red", Srgb{1, 2, 3})};
        tile.mix = withColor(tile.mix, "мята");
        tile.colors = ownColors(tile, own);
    }
    return tile;
}

} // namespace

class ShareCodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isShort()
    {
        // Codes are printed: they must open for ever.
        const auto code = shareCode(simpleTile(), bundledPalette());
        QVERIFY(code);
        QCOMPARE(QByteArray::fromStdString(*code), QByteArray("TW-4HGE-C18T-H198-0JJP-8B"));
        const auto longer = shareCode(simpleTile(9'999'999'999), bundledPalette());
        QVERIFY(longer);
        QVERIFY2(compact(*longer).size() <= 21, longer->c_str());
        QCOMPARE(*parseShareCode("TW-4HGE-C18T-H198-0JJP-8B", bundledPalette()), simpleTile());
    }

    void comesBackWhole()
    {
        QVERIFY(rc::check([] {
            const SharedTile tile = arbitraryTile();
            const auto code = shareCode(tile, bundledPalette());
            RC_PRE(code.has_value()); // else too long
            const auto read = parseShareCode(*code, bundledPalette());
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == tile);
            RC_ASSERT(looksLikeShareCode(*code));
            RC_ASSERT(*shareCode(*read, bundledPalette()) == *code);
        }));
    }

    void isReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        const QString code = QString::fromStdString(*shareCode(simpleTile(), bundledPalette()));
        QTest::newRow("small") << code.toLower();
        QTest::newRow("blanks") << QString(code).replace(QLatin1Char('-'), QLatin1Char(' '));
        QTest::newRow("lines") << QStringLiteral("\n ") + code + QStringLiteral("\r\n");
        QTest::newRow("no dashes") << QString(code).remove(QLatin1Char('-'));
        QTest::newRow("typographic dashes")
            << QString(code).replace(QLatin1Char('-'), QStringLiteral("–"));
        QTest::newRow("no-break blanks") << QString(code).replace(QLatin1Char('-'), QChar(0x00a0));
        QTest::newRow("O for 0, I for 1") << QString(code)
                                                 .replace(QLatin1Char('0'), QLatin1Char('O'))
                                                 .replace(QLatin1Char('1'), QLatin1Char('i'));
    }
    void isReadAsPeopleWriteIt()
    {
        QFETCH(QString, text);
        const auto read = parseShareCode(text.toStdString(), bundledPalette());
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(*read, simpleTile());
        QVERIFY(looksLikeShareCode(text.toStdString()));
    }

    void isToldFromAMix_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isCode");
        QTest::newRow("code") << "TW-4Q00-E8RA-6F1N" << true;
        QTest::newRow("wrong code") << "tw-4u00-e8ra" << true;
        for (const char* text :
            {"50% red, 50% black", "5:3:2 red:black:pearl", "twilight", "", "TW", "TW-", "TW-12",
                "two red : 3 black", "two dark green", "4Q00-E8RA-6F1N", "60% TW-4Q00", "100 red"})
            QTest::newRow(text) << QString::fromLatin1(text) << false;
    }
    void isToldFromAMix()
    {
        QFETCH(QString, text);
        QFETCH(bool, isCode);
        QCOMPARE(looksLikeShareCode(text.toStdString()), isCode);
    }

    /// Every other sign at every place, and every swap of neighbours.
    void findsEveryWrongSignAndSwap()
    {
        std::size_t tried = 0, accepted = 0;
        std::vector<SharedTile> tiles;
        for (std::uint64_t seed = 1; seed < 200; ++seed)
            tiles.push_back(simpleTile(seed * seed * 7919));
        SharedTile large = simpleTile();
        large.pattern.kind = PatternKind::Stripes;
        for (const GranuleColor& color : bundledPalette().colors())
            if (large.pattern.mixes.size() + 1 < Pattern::maximumMixes)
                large.pattern.mixes.push_back(
                    *Mix::create({{color.name == "red" ? "blue" : "red", 333}, {color.name, 667}}));
        tiles.push_back(large);
        for (const SharedTile& tile : tiles) {
            const std::string code = compact(*shareCode(tile, bundledPalette()));
            for (std::size_t place = 0; place < code.size(); ++place) {
                std::string wrong = code;
                for (const char sign : base32Signs) {
                    wrong[place] = sign;
                    if (sign == code[place])
                        continue;
                    ++tried;
                    accepted += fromWord(wrong) ? 1 : 0;
                }
                if (place + 1 < code.size() && code[place] != code[place + 1]) {
                    wrong = code;
                    std::swap(wrong[place], wrong[place + 1]);
                    ++tried;
                    accepted += fromWord(wrong) ? 1 : 0;
                }
            }
        }
        QVERIFY(compact(*shareCode(large, bundledPalette())).size() > 31);
        QVERIFY(tried > 100'000);
        QCOMPARE(accepted, std::size_t{0});
    }

    void findsThreeWrongSigns()
    {
        QVERIFY(rc::check([] {
            const std::string code = compact(
                *shareCode(simpleTile(*rc::gen::arbitrary<std::uint64_t>()), bundledPalette()));
            std::string wrong = code;
            for (int i = 0; i < 3; ++i)
                wrong[*rc::gen::inRange<std::size_t>(0, code.size())]
                    = *rc::gen::elementOf(std::string(base32Signs));
            RC_PRE(wrong != code);
            RC_ASSERT(!fromWord(wrong).has_value());
        }));
    }

    void signsThatAreMissingOrTooManyAreFound()
    {
        const std::string code = compact(*shareCode(simpleTile(), bundledPalette()));
        for (std::size_t place = 0; place < code.size(); ++place) {
            std::string missing = code;
            missing.erase(place, 1);
            const auto read = parseShareCode("TW-" + missing, bundledPalette());
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::Usage);
        }
    }

    /// With a right checksum, so that it is the reader that has to be careful.
    void wordsOfAnyBitsAreReadOrRefused()
    {
        QVERIFY(rc::check([] {
            const auto bits = *rc::gen::arbitrary<std::vector<bool>>();
            const auto read = parseShareCode(toWord(bits), bundledPalette());
            if (read)
                RC_ASSERT(shareCode(*read, bundledPalette()).has_value());
            else
                RC_ASSERT(read.error().kind == ErrorKind::Usage);
        }));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("empty") << ""
                               << "no code of a tile";
        QTest::newRow("a mix") << "50% red"
                               << "has a \"%\"";
        QTest::newRow("short") << "TW-1"
                               << "too short";
        QTest::newRow("long") << QString(300, QLatin1Char('7')) << "too long";
        QTest::newRow("mistyped") << "TW-4HGE-C18T-H198-0JJP-8C"
                                  << "wrong, missing or swapped";
        BitWriter newer;
        newer.write(2, 3);
        QTest::newRow("newer") << QString::fromStdString(toWord(newer.bits())) << "newer version";
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, told);
        const auto read = parseShareCode(text.toStdString(), bundledPalette());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Usage);
        QVERIFY2(QString::fromStdString(read.error().message).contains(told),
            read.error().message.c_str());
    }

    void aPaletteMayGrowButNotChange()
    {
        const std::string code = *shareCode(simpleTile(), bundledPalette());
        std::vector<GranuleColor> colors = bundledPalette().colors();
        colors.push_back(GranuleColor::of("mint", Srgb{150, 220, 190}));
        QCOMPARE(*parseShareCode(code, *Palette::create("grown", colors)), simpleTile());
        std::rotate(colors.begin(), colors.begin() + 1, colors.end());
        const auto other = parseShareCode(code, *Palette::create("turned", colors));
        QVERIFY(!other);
        QVERIFY(other.error().message.find("turned") != std::string::npos);
        const Palette two = *Palette::create("two", {colors[0], colors[1]});
        QVERIFY(!parseShareCode(code, two));
        QVERIFY(!shareCode(simpleTile(), two));

        // More colours than five bits count.
        std::vector<GranuleColor> many;
        for (int i = 0; i < 300; ++i)
            many.push_back(GranuleColor::of("colour " + std::to_string(i), Srgb{1, 2, 3}));
        const Palette large = *Palette::create("many", many);
        SharedTile tile = simpleTile();
        tile.mix = *Mix::create({{"colour 30", 100}, {"colour 31", 200}, {"colour 299", 700}});
        QCOMPARE(*parseShareCode(*shareCode(tile, large), large), tile);
    }

    void ofATileThatWasMade()
    {
        GenerationRequest request;
        QVERIFY(!sharedTile(request));
        request.mix = simpleTile().mix.withLock("red", true);
        request.seed = 1704233;
        request.pattern.sizeMillimetres = 30; // of no meaning in a speckled tile
        QCOMPARE(*sharedTile(request), simpleTile());

        GenerationRequest opened;
        opened.variation = Variation{};
        QVERIFY(sharedTile(request)->applyTo(opened, PromptFormat()));
        QCOMPARE(*sharedTile(opened), simpleTile());
        QVERIFY(opened.prompt.find("50% red, 30% black, 20% pearl") != std::string::npos);

        GenerationRequest mask = request, graded = request, varied = request;
        mask.pattern = {PatternKind::Mask, 60, 0, {}, "picture.png"};
        graded.fractions = {{1, 4, 100}};
        varied.variation = Variation{};
        for (const GenerationRequest& one : {mask, graded, varied})
            QCOMPARE(sharedTile(one).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(ShareCodeTest)
#include "share_code_test.moc"
