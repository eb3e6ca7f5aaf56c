// Palettes in files: what goes out comes back, and what is damaged is told.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <rapidcheck.h>

#include "core/mix/color_family.h"
#include "core/mix/palette_file.h"
#include "core/mix/palette_store.h"
#include "core/mix/random_mix.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"

using namespace tilewright;

Q_DECLARE_METATYPE(tilewright::PaletteFormat)
Q_DECLARE_METATYPE(tilewright::ColorFamily)

namespace {

Palette bundledPalette()
{
    return Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
}

/// Big endian.
std::string bytesOf(std::uint32_t value, int count)
{
    std::string bytes;
    for (int i = count - 1; i >= 0; --i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string floatBytes(float value)
{
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bytesOf(bits, 4);
}

std::string aseName(const std::u16string& name)
{
    std::string bytes = bytesOf(static_cast<std::uint32_t>(name.size() + 1), 2);
    for (const char16_t unit : name)
        bytes += bytesOf(unit, 2);
    return bytes + bytesOf(0, 2);
}

std::string aseBlock(std::uint32_t type, const std::string& data)
{
    return bytesOf(type, 2) + bytesOf(static_cast<std::uint32_t>(data.size()), 4) + data;
}

std::string aseColor(
    const std::u16string& name, const std::string& model, const std::vector<float>& values)
{
    std::string data = aseName(name) + model;
    for (const float value : values)
        data += floatBytes(value);
    return aseBlock(1, data + bytesOf(2, 2));
}

std::string aseFile(const std::vector<std::string>& blocks)
{
    std::string bytes
        = "ASEF" + bytesOf(0x00010000, 4) + bytesOf(static_cast<std::uint32_t>(blocks.size()), 4);
    for (const std::string& block : blocks)
        bytes += block;
    return bytes;
}

std::string everyKindOfAse()
{
    return aseFile({aseBlock(0xC001, aseName(u"Summer")), aseColor(u"Red", "RGB ", {1, 0.5F, 0}),
        aseColor(u"Грязь", "LAB ", {0.5F, 20, -30}),
        aseColor(u"Ink \U0001F58B", "CMYK", {0, 0.5F, 1, 0.5F}), aseBlock(0xC002, {}),
        aseColor(u"Ash", "Gray", {0.2F})});
}

/// Palettes whose names are as they come back.
rc::Gen<Palette> anyPalette()
{
    const auto name = rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::string>(
                                       rc::gen::elementOf(std::string("abcXYZ019")))),
        [](const std::string& text) { return text.substr(0, 20) + "n"; });
    const auto names = rc::gen::unique<std::vector<std::string>>(rc::gen::map(name, comparable));
    return rc::gen::map(
        rc::gen::suchThat(names, [](const auto& all) { return !all.empty() && all.size() <= 40; }),
        [](const std::vector<std::string>& all) {
            std::vector<GranuleColor> colors;
            for (const std::string& each : all) {
                const auto hash = static_cast<std::uint32_t>(std::hash<std::string>()(each));
                GranuleColor color = GranuleColor::of(each + " жёлтый",
                    Srgb{static_cast<std::uint8_t>(hash), static_cast<std::uint8_t>(hash >> 8),
                        static_cast<std::uint8_t>(hash >> 16)});
                color.code = "C-" + each;
                color.nameRu = "Цвет, \"" + each + "\"";
                color.lab.a += 0.125;
                colors.push_back(color);
            }
            return Palette::create("any", std::move(colors)).value();
        });
}

/// Whether the locks leave less than 5 % for each of the other colours.
bool lacksSteps(const Mix& mix)
{
    int open = 0;
    for (const MixShare& share : mix.shares())
        open += share.locked ? 0 : 1;
    return Mix::total - mix.lockedTotal() < open * 50;
}

} // namespace

class PaletteFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFormatComesBack()
    {
        QVERIFY(rc::check("round trip", [] {
            const Palette palette = *anyPalette();
            for (const PaletteFormat format :
                {PaletteFormat::Json, PaletteFormat::Csv, PaletteFormat::Gpl, PaletteFormat::Ase}) {
                const auto read = parsePalette(formatPalette(palette, format), "file");
                RC_ASSERT(read.has_value());
                RC_ASSERT(read->colors().size() == palette.colors().size());
                for (std::size_t i = 0; i < palette.colors().size(); ++i) {
                    const GranuleColor& before = palette.colors()[i];
                    const GranuleColor& after = read->colors()[i];
                    RC_ASSERT(after.name == before.name);
                    RC_ASSERT(after.srgb == before.srgb);
                    if (format == PaletteFormat::Csv || format == PaletteFormat::Json) {
                        RC_ASSERT(after.code == before.code);
                        RC_ASSERT(after.nameRu == before.nameRu);
                        RC_ASSERT(after.lab == before.lab);
                    }
                    if (format == PaletteFormat::Json)
                        RC_ASSERT(after == before);
                }
            }
        }));
    }

    void theBundledPaletteAsFiles_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"json", "csv", "gpl", "ase", "GPL"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void theBundledPaletteAsFiles()
    {
        QFETCH(QString, ending);
        const QTemporaryDir folder;
        const std::filesystem::path file
            = (folder.path() + QStringLiteral("/own.") + ending).toStdString();
        QVERIFY(writePaletteFile(file, bundledPalette()));
        const auto read = readPaletteFile(file);
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(read->colors().size(), bundledPalette().colors().size());
        QCOMPARE(read->find("dark green")->srgb, bundledPalette().find("dark green")->srgb);
    }

    void otherEndingsAreRefused()
    {
        const auto format = paletteFormatOf("colours.aco");
        QVERIFY(!format);
        QVERIFY(format.error().message.find("colours.aco") != std::string::npos);
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row
            = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
        row("titles", "name,code,hex\nbrick,RH10,#d25144\n");
        row("titles, another order", "Hex;Code;Name\r\n#D25144;RH10;brick\r\n");
        row("titles, a column more", "code,kg,name,srgb\nRH10,25,brick,d25144");
        row("no titles", "brick,RH10,#d25144");
        row("code first", "RH10,brick,#d25144");
        row("tabs", "brick\tRH10\t#d25144\n\n");
        row("quoted", "\"brick\",\"RH10\",\"#d25144\"\n");
        row("byte order mark", "\xEF\xBB\xBFname;code;hex\nbrick;RH10;#d25144\n");
        row("Lab", "name,code,L,a,b\nbrick,RH10,51.78,49.97,34.18\n");
        row("Lab without titles", "RH10;brick;51,78;49,97;34,18\n");
        row("old Macintosh lines", "name,code,hex\rbrick,RH10,#d25144\r");
    }

    void tables()
    {
        QFETCH(QByteArray, text);
        const auto palette = parsePalette(text.toStdString(), "table");
        QVERIFY2(palette.has_value(), palette ? "" : palette.error().message.c_str());
        QCOMPARE(palette->name(), std::string("table"));
        QCOMPARE(palette->colors().size(), std::size_t{1});
        const GranuleColor& color = palette->colors().front();
        QCOMPARE(color.name, std::string("brick"));
        QCOMPARE(color.code, std::string("RH10"));
        QVERIFY(std::abs(color.srgb.r - 0xd2) <= 1 && std::abs(color.srgb.g - 0x51) <= 1
            && std::abs(color.srgb.b - 0x44) <= 1);
    }

    void gimp()
    {
        const auto palette
            = parsePalette("GIMP Palette\nName: Bears\nColumns: 4\n# grizzly\n"
                           "  8   8   8\tgrizzly hair\n255 255   0\n 1 2 3 Untitled\n",
                "file");
        QVERIFY(palette);
        QCOMPARE(palette->name(), std::string("Bears"));
        QCOMPARE(palette->colors().size(), std::size_t{3});
        QCOMPARE(palette->colors()[0].name, std::string("grizzly hair"));
        QCOMPARE(palette->colors()[1].name, std::string("#ffff00"));
        QCOMPARE(palette->colors()[2].name, std::string("#010203"));
    }

    void adobe()
    {
        const auto palette = parsePalette(everyKindOfAse(), "file");
        QVERIFY2(palette.has_value(), palette ? "" : palette.error().message.c_str());
        const auto& colors = palette->colors();
        QCOMPARE(colors.size(), std::size_t{4});
        QCOMPARE(colors[0].srgb, (Srgb{255, 128, 0}));
        QCOMPARE(colors[1].name, std::string("Грязь"));
        QCOMPARE(colors[1].lab, (Lab{50, 20, -30}));
        QCOMPARE(colors[2].name, std::string("Ink \U0001F58B"));
        QCOMPARE(colors[2].srgb, (Srgb{128, 64, 0}));
        QCOMPARE(colors[3].srgb, (Srgb{51, 51, 51}));
    }

    void namesArePutRight()
    {
        const auto palette
            = parsePalette("name;hex\n50% red, dark;#100000\nred;#200000\nRED;#300000\n"
                           ";#400000\nred 2;#500000\n",
                "file");
        QVERIFY2(palette.has_value(), palette ? "" : palette.error().message.c_str());
        std::vector<std::string> names;
        for (const GranuleColor& color : palette->colors())
            names.push_back(color.name);
        QCOMPARE(
            names, (std::vector<std::string>{"50 red dark", "red", "RED 2", "#400000", "red 2 2"}));
    }

    void damagedTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* name, QByteArray text, const char* told) {
            QTest::newRow(name) << text << QByteArray(told);
        };
        row("nothing", "", "no colours");
        row("prose", "Dear all,\nplease find the colours below.\n", "Line 1");
        row("a bad hex", "name,hex\nred,#d25144\nblue,#12345\n", "Line 3");
        row("a Lab colour without b", "name,L,a,b\nred,50,20,\n", "Line 2");
        row("no number", "name,L,a,b\nred,50,20,x\n", "\"x\"");
        row("an open quote", "name,hex\n\"red,#d25144\n", "Line 2");
        row("no colour in a line", "name,hex\nred,\n", "Line 2");
        row("too light", "name,L,a,b\nred,500,20,20\n", "500");
        row("Latin 1", "name,hex\nr\xF6t,#d25144\n", "UTF-8");
        row("GIMP: too great", "GIMP Palette\nName: x\n256 0 0 red\n", "Line 3");
        row("GIMP: words", "GIMP Palette\nred\n", "Line 2");
        row("GIMP: two numbers", "GIMP Palette\n1 2 red\n", "Line 2");
        row("GIMP: nothing", "GIMP Palette\n", "no colours");
        row("JSON: broken", "{\"colors\": [", "not");
        row("JSON: no colour", "{\"colors\": [{\"name\": \"x\", \"code\": \"y\", \"srgb\": 7}]}",
            "srgb");
        row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "no palette");
        QByteArray many = "name,hex\n";
        for (int i = 0; i < 1001; ++i)
            many += QByteArray::number(i) + "x,#d25144\n";
        row("a thousand and one", many, "1001");
    }

    void damagedTexts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, told);
        const auto palette = parsePalette(text.toStdString(), "file");
        QVERIFY(!palette);
        QCOMPARE(palette.error().kind, ErrorKind::BadData);
        QVERIFY2(QByteArray::fromStdString(palette.error().message).contains(told),
            palette.error().message.c_str());
    }

    void everyTruncationOfAnAseIsTold()
    {
        const std::string whole = everyKindOfAse();
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto palette = parsePalette(whole.substr(0, length), "file");
            QVERIFY2(!palette, std::to_string(length).c_str());
            QCOMPARE(palette.error().kind, ErrorKind::BadData);
        }
    }

    void damagedAse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        std::string file = everyKindOfAse();
        file.replace(8, 4, bytesOf(0xFFFFFFFF, 4));
        row("four thousand million blocks", file);
        file = everyKindOfAse();
        file.replace(8, 4, bytesOf(7, 4));
        row("a block too many", file);
        file = everyKindOfAse();
        file.replace(4, 2, bytesOf(9, 2));
        row("a version of the future", file);
        row("no blocks", aseFile({}));
        row("only groups", aseFile({aseBlock(0xC001, aseName(u"x")), aseBlock(0xC002, {})}));
        row("a huge block",
            "ASEF" + bytesOf(0x00010000, 4) + bytesOf(1, 4) + bytesOf(1, 2) + bytesOf(0xFFFFFFF0, 4)
                + "x");
        row("a huge name", aseFile({aseBlock(1, bytesOf(0xFFFF, 2) + "ab")}));
        row("an unknown model", aseFile({aseColor(u"x", "HSB ", {1, 1, 1})}));
        row("too few numbers", aseFile({aseColor(u"x", "RGB ", {1}).substr(0)}));
        row("not a number", aseFile({aseColor(u"x", "RGB ", {NAN, 0, 0})}));
        row("endless", aseFile({aseColor(u"x", "LAB ", {INFINITY, 0, 0})}));
        row("beyond all colours", aseFile({aseColor(u"x", "LAB ", {40, 0, 0})}));
    }

    void damagedAse()
    {
        QFETCH(QByteArray, bytes);
        const auto palette = parsePalette(bytes.toStdString(), "file");
        QVERIFY(!palette);
        QCOMPARE(palette.error().kind, ErrorKind::BadData);
        QVERIFY(!palette.error().message.empty());
    }

    void anyBytesAreReadOrRefused()
    {
        QVERIFY(rc::check("any damage to an .ase", [] {
            std::string bytes = everyKindOfAse();
            for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
                bytes[*rc::gen::inRange<std::size_t>(4, bytes.size())]
                    = *rc::gen::arbitrary<char>();
            const auto palette = parsePalette(bytes, "file");
            RC_ASSERT(palette.has_value() || palette.error().kind == ErrorKind::BadData);
            if (palette)
                RC_ASSERT(
                    parsePalette(formatPalette(*palette, PaletteFormat::Json), "x").has_value());
        }));
        QVERIFY(rc::check("any text", [](const std::string& text) {
            for (const char* start : {"", "GIMP Palette\n", "name,hex\n"}) {
                const auto palette = parsePalette(start + text, "file");
                RC_ASSERT(palette.has_value() || palette.error().kind == ErrorKind::BadData);
            }
        }));
    }

    void aFileThatCannotBeReadIsNamed()
    {
        const auto missing = readPaletteFile("/nowhere/colours.csv");
        QVERIFY(!missing);
        QVERIFY(missing.error().message.find("colours.csv") != std::string::npos);
        QVERIFY(!writePaletteFile("/nowhere/colours.csv", bundledPalette()));
    }

    void withAddsAndReplaces()
    {
        const Palette palette = bundledPalette();
        const auto more = palette.with({GranuleColor::of("sea", {1, 2, 3})});
        QVERIFY(more);
        QCOMPARE(more->colors().size(), palette.colors().size() + 1);
        QCOMPARE(more->name(), palette.name());
        const auto replaced = palette.with({GranuleColor::of("Dark-Green", {1, 2, 3})});
        QCOMPARE(replaced->colors().size(), palette.colors().size());
        QCOMPARE(replaced->find("dark green")->srgb, (Srgb{1, 2, 3}));
        // The name of one and the code of another: both give way.
        GranuleColor both = GranuleColor::of("red", {9, 9, 9});
        both.code = palette.find("black")->code;
        const auto merged = palette.with({both});
        QVERIFY(merged);
        QCOMPARE(merged->colors().size(), palette.colors().size() - 1);
        QCOMPARE(merged->find("black")->name, std::string("red"));
        QVERIFY(!palette.with({GranuleColor::of("a,b", {})}));
        QVERIFY(!palette.with({GranuleColor::of("", {})}));
        QCOMPARE(palette.with({})->colors(), palette.colors());
    }

    void theStoreKeepsPalettesAndColours()
    {
        const QTemporaryDir home;
        const std::filesystem::path folder = home.path().toStdString() + "/palettes";
        const std::filesystem::path file = home.path().toStdString() + "/rosehill.csv";
        QVERIFY(writeFileAtomically(file, "name,code,hex\nStandard Red,RH01,#a5362f\n"));
        PaletteStore store(bundledPalette(), folder);
        QVERIFY(store.load().empty());
        QVERIFY(store.import(file));
        QCOMPARE(store.offered().name(), std::string("rosehill"));
        QVERIFY(store.import(file)); // again: under another name
        QCOMPARE(store.palettes().back().name(), std::string("rosehill 2"));
        QVERIFY(store.putColor(GranuleColor::of("my sea", {0, 90, 120})));
        QVERIFY(store.offered().find("my sea"));

        PaletteStore next(bundledPalette(), folder);
        QVERIFY(next.load().empty());
        QCOMPARE(next.palettes().size(), std::size_t{3});
        QCOMPARE(next.chosen(), std::size_t{0});
        QVERIFY(next.offered().find("my sea") && next.offered().find("red"));
        next.choose("rosehill");
        QVERIFY(next.offered().find("my sea") && next.offered().find("RH01"));
        QVERIFY(!next.offered().find("pearl"));
        QVERIFY(next.removePalette("rosehill"));
        QCOMPARE(next.chosen(), std::size_t{0});
        QVERIFY(next.removePalette("rubber-29"));
        QCOMPARE(next.palettes().size(), std::size_t{2});
        QVERIFY(next.removeColor("my sea"));
        PaletteStore last(bundledPalette(), folder);
        QVERIFY(last.load().empty());
        QCOMPARE(last.palettes().size(), std::size_t{2});
        QVERIFY(last.customColors().empty());
    }

    void ownColoursAreDistinct()
    {
        const QTemporaryDir home;
        PaletteStore store(bundledPalette(), home.path().toStdString());
        QVERIFY(store.putColor(GranuleColor::of("sea", {0, 90, 120})));
        const auto taken = store.putColor(GranuleColor::of("Dark-Green", {0, 90, 120}));
        QVERIFY(!taken);
        QVERIFY(taken.error().message.find("Dark-Green") != std::string::npos);
        QVERIFY(!store.putColor(GranuleColor::of("sea", {1, 1, 1})));
        QVERIFY(!store.putColor(GranuleColor::of("50%", {1, 1, 1})));
        QVERIFY(store.putColor(GranuleColor::of("sea", {1, 1, 1}), "sea"));
        QVERIFY(store.putColor(GranuleColor::of("ocean", {1, 1, 2}), "sea"));
        QCOMPARE(store.customColors().size(), std::size_t{1});
        QVERIFY(store.isCustom("ocean") && !store.isCustom("sea"));
    }

    void whatIsDamagedIsToldAndLeftOut()
    {
        const QTemporaryDir home;
        const std::filesystem::path folder = home.path().toStdString();
        QVERIFY(writeFileAtomically(folder / "palette-a.json", "{"));
        QVERIFY(writeFileAtomically(folder / "custom.json", R"({"colors": [{"name": "x"}]})"));
        PaletteStore store(bundledPalette(), folder);
        const auto problems = store.load();
        QCOMPARE(problems.size(), std::size_t{2});
        QVERIFY(problems.front().message.find("palette-a.json") != std::string::npos);
        QCOMPARE(store.palettes().size(), std::size_t{1});
        QVERIFY(store.putColor(GranuleColor::of("sea", {0, 90, 120})));
        QVERIFY(std::filesystem::exists(folder / "custom.json.damaged"));
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        PaletteStore store(bundledPalette(), "/proc/none");
        QVERIFY(store.load().empty());
        const auto put = store.putColor(GranuleColor::of("sea", {0, 90, 120}));
        QVERIFY(!put);
        QCOMPARE(put.error().kind, ErrorKind::CannotWrite);
        QVERIFY(store.customColors().empty());
    }

    void families_data()
    {
        QTest::addColumn<QString>("color");
        QTest::addColumn<ColorFamily>("family");
        using Family = ColorFamily;
        const auto row = [](const char* color, Family family) {
            QTest::newRow(color) << QString::fromLatin1(color) << family;
        };
        row("red", Family::Reds);
        row("pink", Family::Reds);
        row("orange", Family::Reds);
        row("yellow", Family::Yellows);
        row("lime green", Family::Greens);
        row("dark green", Family::Greens);
        row("blue", Family::Blues);
        row("brown", Family::Browns);
        row("beige", Family::Browns);
        row("sand", Family::Yellows);
        row("black", Family::Greys);
        row("white", Family::Greys);
        row("gray", Family::Greys);
    }

    void families()
    {
        QFETCH(QString, color);
        QFETCH(ColorFamily, family);
        const Palette palette = bundledPalette();
        const GranuleColor* granule = palette.find(color.toStdString());
        QVERIFY(granule);
        QCOMPARE(familyOf(granule->lab), family);
    }

    void chanceKeepsTheRules()
    {
        const Palette palette = bundledPalette();
        QVERIFY(rc::check("shuffle and surprise", [&palette] {
            Mix mix = surpriseMix(Mix::fromWeights({{"red", 1}}).value(), palette,
                *rc::gen::arbitrary<std::uint64_t>());
            for (std::size_t i = 0; i < mix.size(); ++i)
                if (*rc::gen::arbitrary<bool>())
                    mix = mix.withLock(mix.shares()[i].color, true);
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const Mix shuffled = shuffledMix(mix, seed);
            const Mix surprise = surpriseMix(mix, palette, seed);
            RC_ASSERT(shuffled == shuffledMix(mix, seed));
            RC_ASSERT(shuffled.size() == mix.size());
            for (const Mix& result : {shuffled, surprise}) {
                int sum = 0;
                for (const MixShare& share : result.shares()) {
                    sum += share.perMille;
                    RC_ASSERT(share.locked || share.perMille % 50 == 0 || lacksSteps(result));
                    RC_ASSERT(palette.find(share.color) != nullptr);
                }
                RC_ASSERT(sum == Mix::total);
                for (const MixShare& share : mix.shares())
                    if (share.locked)
                        RC_ASSERT(*result.find(share.color) == share);
            }
        }));
        const Mix mix = Mix::fromWeights({{"red", 5}, {"black", 3}, {"pearl", 2}}).value();
        QVERIFY(shuffledMix(mix, 1) != shuffledMix(mix, 2));
        QVERIFY(surpriseMix(mix, palette, 1) != surpriseMix(mix, palette, 2));
    }
};

QTEST_GUILESS_MAIN(PaletteFileTest)
#include "palette_file_test.moc"
