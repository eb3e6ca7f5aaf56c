#include <QtTest>

#include "core/mix/prompt_format.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

GranuleColor color(std::string code, std::string name)
{
    GranuleColor result;
    result.code = std::move(code);
    result.name = std::move(name);
    return result;
}

} // namespace

class PromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bundledPaletteIsComplete()
    {
        const Palette& palette = bundledPalette();
        QCOMPARE(palette.name(), std::string("rubber-29"));
        QCOMPARE(palette.colors().size(), std::size_t{29});
        const GranuleColor* green = palette.find("dark green");
        QVERIFY(green);
        QCOMPARE(green->code, std::string("DKGREEN"));
        QCOMPARE(green->nameRu, std::string("Тёмно-зелёный"));
        QCOMPARE(green->srgb, (Srgb{0x54, 0x94, 0x7a}));
        QCOMPARE(green->lab, (Lab{56.59, -26.99, 7.25}));
        QCOMPARE(green->lightness10, 27.6);
        QCOMPARE(green->lightness90, 62.8);
        QCOMPARE(green->chromaSpread, 4.4);
    }

    void findsTolerantly()
    {
        for (const char* text :
            {"Dark Green", " dark  green ", "dark-green", "DARK_GREEN", "dkgreen", "DKGREEN\n"})
            QVERIFY2(bundledPalette().find(text) && bundledPalette().find(text)->code == "DKGREEN",
                text);
        for (const char* text : {"white-green", "white green", "White_Green"})
            QVERIFY2(bundledPalette().find(text), text);
        for (const char* text : {"", " ", "darkgreen2", "rde"})
            QVERIFY2(!bundledPalette().find(text), text);
    }

    void nearestNames()
    {
        QCOMPARE(bundledPalette().nearestNames("rde").front(), std::string("red"));
        QCOMPARE(bundledPalette().nearestNames("lihgt gray", 1),
            (std::vector<std::string>{"light gray"}));
        QCOMPARE(
            bundledPalette().nearestNames("terakota", 1), (std::vector<std::string>{"terracotta"}));
        QCOMPARE(bundledPalette().nearestNames("x", 100).size(), std::size_t{29});
        QCOMPARE(
            bundledPalette().nearestNames(std::string(1'000'000, 'x'), 1).size(), std::size_t{1});
    }

    void paletteRefuses_data()
    {
        using Colors = std::vector<GranuleColor>;
        QTest::addColumn<Colors>("colors");
        QTest::newRow("empty") << Colors{};
        QTest::newRow("no name") << Colors{color("A", " ")};
        QTest::newRow("no code") << Colors{color("", "a")};
        QTest::newRow("same name") << Colors{color("A", "red"), color("B", "Red")};
        QTest::newRow("same code") << Colors{color("A", "red"), color("A", "blue")};
        QTest::newRow("code is another's name") << Colors{color("A", "red"), color("RED", "blue")};
        QTest::newRow("comma") << Colors{color("A", "red, dark")};
        QTest::newRow("percent") << Colors{color("A", "50% red")};
    }

    void paletteRefuses()
    {
        QFETCH(std::vector<GranuleColor>, colors);
        const auto palette = Palette::create("mine", colors);
        QVERIFY(!palette);
        QCOMPARE(palette.error().kind, ErrorKind::BadData);
    }

    void ownPaletteNeedsLittle()
    {
        const auto palette
            = Palette::fromJson("{\"name\": \"mine\", \"colors\": [{\"code\": \"X\", \"name\": "
                                "\"moss\", \"srgb\": \"#556b2f\"}]}");
        QVERIFY(palette);
        const GranuleColor* moss = palette->find("moss");
        QVERIFY(moss);
        QCOMPARE(moss->lab, toLab(moss->srgb));
        QVERIFY(moss->lightness10 < moss->lab.L && moss->lab.L < moss->lightness90);
    }

    void paletteFileTellsItsFault_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("no JSON") << QByteArray("colors") << QByteArray("not valid JSON");
        QTest::newRow("no colours") << QByteArray(R"({"name": "p"})") << QByteArray("no colours");
        QTest::newRow("a list") << QByteArray("[]") << QByteArray("object");
        QTest::newRow("bad hex") << QByteArray(
            R"({"colors": [{"code": "A", "name": "a", "srgb": "red"}]})")
                                 << QByteArray("colors[0].srgb");
        QTest::newRow("no hex") << QByteArray(R"({"colors": [{"code": "A", "name": "a"}]})")
                                << QByteArray("colors[0].srgb");
        QTest::newRow("bad lab") << QByteArray("{\"colors\": [{\"code\": \"A\", \"name\": \"a\", "
                                               "\"srgb\": \"#000000\", \"lab\": {\"L\": \"x\"}}]}")
                                 << QByteArray("colors[0].lab.L");
    }

    void paletteFileTellsItsFault()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        const auto palette = Palette::fromJson(json.toStdString());
        QVERIFY(!palette);
        QCOMPARE(palette.error().kind, ErrorKind::BadData);
        QVERIFY2(
            contains(palette.error().message, told.constData()), palette.error().message.c_str());
        QVERIFY(!Palette::load("/nonexistent/palette.json"));
    }

    void formatsMixes()
    {
        const auto text = [](const std::vector<MixShare>& shares) {
            return formatMix(Mix::create(shares).value());
        };
        QCOMPARE(text({{"red", 500}, {"black", 300}, {"pearl", 200}}),
            std::string("50% red, 30% black, 20% pearl"));
        QCOMPARE(text({{"red", 125}, {"black", 875}}), std::string("12.5% red, 87.5% black"));
        QCOMPARE(text({{"red", 1}, {"black", 0}, {"dark gray", 999}}),
            std::string("0.1% red, 99.9% dark gray"));
        QCOMPARE(text({{"red", 1000}}), std::string("100% red"));
    }

    void parsesAsPeopleType_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mix");
        const auto row = [](const char* text, const char* mix) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(mix);
        };
        row("50% red, 30% black, 20% pearl", "50% red, 30% black, 20% pearl");
        row(" 20 %pearl ,50%red,,30% black, ", "20% pearl, 50% red, 30% black");
        row("30 black, 70 red", "30% black, 70% red");
        row("12,5 % dark green, 87.5% red", "12.5% dark green, 87.5% red");
        row("red 50%, black 50 %", "50% red, 50% black");
        row("red: 50%, black = 50%", "50% red, 50% black");
        row("RED 50, dkgreen 50", "50% red, 50% dark green");
        row("50% red; 50% black", "50% red, 50% black");
        row("50% red\n50% black\n", "50% red, 50% black");
        row("50\u00a0% red, 50\u202f% black", "50% red, 50% black");
        row("25% red, 50% black, 25% Red", "50% red, 50% black");
        row("33.3% red, 33.3% blue, 33.3% white", "33.3% red, 33.4% blue, 33.3% white");
        row("33.33% red, 66.67% blue", "33.3% red, 66.7% blue");
        row("100 white-green", "100% white-green");
        row("0% red, 100% black", "100% black");
        row("5:3:2 red:black:pearl", "50% red, 30% black, 20% pearl");
        row("5 : 3 : 2 red : black : dark green", "50% red, 30% black, 20% dark green");
        row("5:3:2 red, black, pearl", "50% red, 30% black, 20% pearl");
        row("5 red : 3 black : 2 pearl", "50% red, 30% black, 20% pearl");
        row("red 1:black 1", "50% red, 50% black");
        row("1:1:1 red:black:red", "66.7% red, 33.3% black");
        row("1.5:1.5 red:black", "50% red, 50% black");
    }

    void parsesAsPeopleType()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mix);
        const auto parsed = parseMix(text.toStdString(), bundledPalette());
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(formatMix(*parsed)), mix);
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* text, const char* told) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(told);
        };
        row("", "empty");
        row(" , ;", "empty");
        row("50% rde, 50% black", "\"rde\" in the palette rubber-29. The nearest names are: red,");
        row("50% rde", "\"rde\"");
        row("60% red, 30% black", "add up to 90 %");
        row("60% red, 40.2% black", "add up to 100.2 %");
        row("5 red, 3 black, 2 pearl", "5:3:2 red:black:pearl");
        row("red", "\"red\"");
        row("50%", "\"50%\"");
        row("-5% red, 105% black", "\"-5% red\"");
        row("red -5%, 105% black", "\"red -5%\"");
        row("1.2.3% red", "\"1.2.3% red\"");
        row("5:3 red:black:pearl", "2 parts and 3 colours");
        row("0:0 red:black", "All shares");
        row("1:2 red:rde", "\"rde\"");
        row("15% red, 15% blue, 15% white, 15% gray, 15% sand, 15% pearl, 10% black", "at most 6");
        row("99999999999999999999999999999999999999999% red", "add up to 1e+41 %");
        row("50% \xff\xfe, 50% red", "in the palette");
    }

    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, told);
        const auto parsed = parseMix(text.toStdString(), bundledPalette());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        QVERIFY2(
            contains(parsed.error().message, told.constData()), parsed.error().message.c_str());
    }

    void longNonsenseIsQuotedInPart()
    {
        const auto parsed = parseMix("50% " + std::string(100'000, 'x'), bundledPalette());
        QVERIFY(!parsed);
        QVERIFY(parsed.error().message.size() < 300);
    }

    void promptIsTheTrainedOne()
    {
        const Mix mix = parseMix("50% red, 30% black, 20% pearl", bundledPalette()).value();
        QCOMPARE(PromptFormat().format(mix),
            std::string("ohwx_rubber_tile <s0><s1>, 50% red, 30% black, 20% pearl, photorealistic "
                        "rubber tile, high quality, detailed texture"));
        QCOMPARE((PromptFormat{"", "", ""}.format(mix)), formatMix(mix));
        QCOMPARE((PromptFormat{"tile", "", ""}.format(mix)), "tile, " + formatMix(mix));
        QCOMPARE(
            (PromptFormat{"", "<s0>", "sharp"}.format(mix)), "<s0>, " + formatMix(mix) + ", sharp");
    }

    void findsTheMixInPrompts_data()
    {
        QTest::addColumn<QByteArray>("prompt");
        const auto row = [](const char* prompt) { QTest::newRow(prompt) << QByteArray(prompt); };
        row("ohwx_rubber_tile <s0><s1>, 60% black, 40% white, photorealistic rubber tile, high "
            "quality, detailed texture");
        row("60% black, 40% white");
        row("TOK, ohwx_rubber_tile <s0><s1>, 60% black, 40% white");
        row("ohwx_rubber_tile <s0><s1> 60% black, 40% white");
        row("<s0><s1>, 60 black, 40 white, sharp focus, 8k");
        row("a tile, 3:2 black:white, professional photography");
    }

    void findsTheMixInPrompts()
    {
        QFETCH(QByteArray, prompt);
        const auto parsed = PromptFormat().parse(prompt.toStdString(), bundledPalette());
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(formatMix(*parsed), std::string("60% black, 40% white"));
    }

    void promptWithoutMixIsAnError()
    {
        for (const char* prompt : {"", "a red tile", "ohwx_rubber_tile <s0><s1>, sharp focus, 8k"})
            QVERIFY2(!PromptFormat().parse(prompt, bundledPalette()), prompt);
        const auto wrong = PromptFormat().parse("tile, 60% black, 40% whiet", bundledPalette());
        QVERIFY(!wrong);
        QVERIFY2(contains(wrong.error().message, "white"), wrong.error().message.c_str());
    }

    void roundTrips()
    {
        // Colours without a share are not told, so they are taken out first.
        const auto arbitrary = [] {
            Mix mix = arbitraryMix();
            for (const MixShare& share : std::vector<MixShare>(mix.shares()))
                if (share.perMille == 0)
                    mix = mix.withoutColor(share.color).value();
            return mix;
        };
        QVERIFY(rc::check("parse(format(mix)) == mix", [&] {
            const Mix mix = arbitrary();
            RC_ASSERT(parseMix(formatMix(mix), bundledPalette()).value() == mix);
        }));
        QVERIFY(rc::check("a prompt gives its mix back, in any profile's words", [&] {
            const Mix mix = arbitrary();
            const auto word
                = [] { return *rc::gen::container<std::string>(rc::gen::inRange('a', 'z')); };
            const PromptFormat format{word(), word(), word() + ", 8k, 100% rubber"};
            RC_ASSERT(format.parse(format.format(mix), bundledPalette()).value() == mix);
        }));
    }

    void anyTextIsSurvived()
    {
        QVERIFY(rc::check("no text breaks the readers", [] {
            const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(
                rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("0123456789%,.: red"))));
            const auto mix = parseMix(text, bundledPalette());
            RC_ASSERT(mix || mix.error().kind == ErrorKind::Usage);
            const auto fromPrompt = PromptFormat().parse(text, bundledPalette());
            RC_ASSERT(fromPrompt || fromPrompt.error().kind == ErrorKind::Usage);
        }));
    }
};

QTEST_GUILESS_MAIN(PromptTest)
#include "prompt_test.moc"
