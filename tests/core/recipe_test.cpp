#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <map>

#include "core/mix/prompt_format.h"
#include "core/recipe/recipe_book.h"
#include "core/recipe/recipe_name.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

/// Two fractions are compared by cross products; 10⁶ units, per mille and sixtieths need 100 bits.
__extension__ typedef __int128 Whole;

const Palette& palette()
{
    return bundledPalette();
}

Mix mixFrom(const char* text)
{
    return parseMix(text, palette()).value();
}

Recipe recipe(const std::string& name, const char* mix)
{
    return {name, mixFrom(mix), {}, false, {}};
}

RecipeBook bookOf(const std::vector<Recipe>& recipes)
{
    RecipeBook book;
    for (const Recipe& entry : recipes)
        if (const auto added = book.add(entry, palette()); !added)
            qFatal("%s", added.error().message.c_str());
    return book;
}

RecipeBook exampleBook()
{
    return bookOf({recipe("granite", "50% dark gray, 50% gray"),
        recipe("Ember", "50% red, 30% black, 20% pearl"), recipe("Sea Foam", "60% blue, 40% white"),
        recipe("Гранит", "70% gray, 30% dark gray"), recipe("granite 2", "100% light gray")});
}

std::vector<std::string> namesOf(const std::vector<const Recipe*>& recipes)
{
    std::vector<std::string> names;
    for (const Recipe* entry : recipes)
        names.push_back(entry->name);
    return names;
}

/// A book of arbitrary mixes called "mix a", "mix b" …
RecipeBook arbitraryBook(int count, std::size_t mostColors)
{
    std::vector<Recipe> recipes;
    for (int i = 0; i < count; ++i)
        recipes.push_back({std::string("mix ") + static_cast<char>('a' + i),
            arbitraryMix(mostColors), {}, false, {}});
    return bookOf(recipes);
}

} // namespace

class RecipeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreTidied()
    {
        RecipeBook book;
        QVERIFY(book.add(recipe("  Sea \t Foam ", "100% red"), palette()));
        QCOMPARE(book.recipes().front().name, std::string("Sea Foam"));
        QVERIFY(book.find("sea foam"));
        QVERIFY(book.find(" SEA  FOAM "));
        QVERIFY(!book.find("seafoam"));
        QVERIFY(!book.find(""));
    }

    void namesAreBlindToCaseInEveryScript()
    {
        const RecipeBook book = exampleBook();
        QCOMPARE(book.find("ГРАНИТ")->name, std::string("Гранит"));
        QVERIFY(bookOf({recipe("Straße", "100% red")}).find("STRASSE"));
        // One letter in one or two code points.
        QVERIFY(bookOf({recipe("Бело\u0439", "100% red")}).find("бело\u0438\u0306"));
    }

    void namesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("empty") << QByteArray("") << QByteArray("needs a name");
        QTest::newRow("blank") << QByteArray(" \u00a0\t") << QByteArray("needs a name");
        QTest::newRow("digit") << QByteArray("2 tone") << QByteArray("digit");
        for (const char sign : {',', ';', ':', '%', '+', '='})
            QTest::newRow(QByteArray(1, sign).constData())
                << QByteArray("sea") + sign + "foam" << QByteArray("the sign ") + sign;
        QTest::newRow("control") << QByteArray("sea\x01") << QByteArray("cannot be shown");
        QTest::newRow("nul") << QByteArray("sea\0foam", 8) << QByteArray("cannot be shown");
        QTest::newRow("writing direction")
            << QByteArray("sea\u202efoam") << QByteArray("cannot be shown");
        QTest::newRow("no UTF-8") << QByteArray("sea\xff") << QByteArray("cannot be shown");
        QTest::newRow("61 letters") << QByteArray("я").repeated(61) << QByteArray("at most 60");
        QTest::newRow("taken") << QByteArray("GRANITE") << QByteArray("already");
        QTest::newRow("color") << QByteArray("Dark-Gray") << QByteArray("a colour of the palette");
        QTest::newRow("code") << QByteArray("DKGREEN") << QByteArray("(dark green)");
        QTest::newRow("Russian color") << QByteArray("красный") << QByteArray("(red)");
    }
    void namesAreRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, hint);
        RecipeBook book = exampleBook();
        const auto added = book.add(recipe(name.toStdString(), "100% red"), palette());
        QVERIFY(!added);
        QCOMPARE(added.error().kind, ErrorKind::Usage);
        QVERIFY2(QByteArray::fromStdString(added.error().message).contains(hint),
            added.error().message.c_str());
        QCOMPARE(book, exampleBook());
        const auto renamed = book.rename("ember", name.toStdString(), palette());
        QVERIFY(!renamed);
        QCOMPARE(book, exampleBook());
    }

    void sixtyLettersAreAName()
    {
        QVERIFY(checkedRecipeName(QByteArray("я").repeated(60).toStdString()));
    }

    void editsKeepOrderAndTheRest()
    {
        RecipeBook book = exampleBook();
        QVERIFY(book.rename("ember", "GLOW", palette()));
        QVERIFY(!book.find("ember"));
        QVERIFY(book.rename("glow", "Glow", palette()));
        QCOMPARE(book.find("glow")->name, std::string("Glow"));
        Recipe changed = *book.find("glow");
        changed.mix = mixFrom("100% red").withLock("red", true);
        changed.tags = {" Warm", "", "warm", "out\x1bside", "outside"};
        changed.isFavourite = true;
        changed.name = "GLOW";
        QVERIFY(book.replace(changed));
        const Recipe glow = *book.find("glow");
        QCOMPARE(glow.name, std::string("Glow"));
        QCOMPARE(glow.tags, (std::vector<std::string>{"Warm", "outside"}));
        QVERIFY(glow.isFavourite);
        QVERIFY(!glow.mix.shares().front().locked);
        QVERIFY(std::is_sorted(
            book.recipes().begin(), book.recipes().end(), [](const Recipe& a, const Recipe& b) {
                return foldedName(a.name) < foldedName(b.name);
            }));
        QVERIFY(book.remove("GLOW"));
        QVERIFY(!book.find("glow"));
        QVERIFY(!book.remove("glow"));
        QVERIFY(!book.replace(glow));
        QVERIFY(!book.rename("glow", "flame", palette()));
    }

    void aMixIsRecognised()
    {
        const RecipeBook book = exampleBook();
        const Mix mix = mixFrom("20% pearl, 50% red, 30% black").withLock("red", true);
        QCOMPARE(book.findMix(mix)->name, std::string("Ember"));
        QCOMPARE(
            book.findMix(Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}, {"blue", 0}})
                             .value())
                ->name,
            std::string("Ember"));
        QVERIFY(!book.findMix(mixFrom("51% red, 29% black, 20% pearl")));
    }

    void searchLooksEverywhere()
    {
        RecipeBook book = exampleBook();
        Recipe foam = *book.find("sea foam");
        foam.tags = {"Playground", "Пляж"};
        foam.isFavourite = true;
        QVERIFY(book.replace(foam));
        using Names = std::vector<std::string>;
        QCOMPARE(namesOf(book.search("")),
            (Names{"Sea Foam", "Ember", "granite", "granite 2", "Гранит"}));
        QCOMPARE(namesOf(book.search("GRAN")), (Names{"granite", "granite 2"}));
        QCOMPARE(namesOf(book.search("gray")), (Names{"granite", "granite 2", "Гранит"}));
        QCOMPARE(namesOf(book.search("dark  gray gran")), (Names{"granite"}));
        QCOMPARE(namesOf(book.search("ПЛЯЖ white")), (Names{"Sea Foam"}));
        QCOMPARE(namesOf(book.search("жемчуж")), (Names{}));
        QCOMPARE(namesOf(book.search("жемчуж", &palette())), (Names{"Ember"}));
        QCOMPARE(namesOf(book.search("nothing")), (Names{}));
    }

    void expands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<QString>("used");
        const auto row = [](const char* text, const char* mix, const char* used) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(mix)
                                << QString::fromUtf8(used);
        };
        row("granite", "50% dark gray, 50% gray", "granite");
        row("  GRANITE ", "50% dark gray, 50% gray", "granite");
        row("red", "100% red", "");
        row("60% granite, 40% red", "30% dark gray, 30% gray, 40% red", "granite");
        row("40 % red; 60 % granite", "40% red, 30% dark gray, 30% gray", "granite");
        row("60 granite, 40 red", "30% dark gray, 30% gray, 40% red", "granite");
        row("granite 60%, red: 40%", "30% dark gray, 30% gray, 40% red", "granite");
        row("12,5% ember, 87,5% black", "6.2% red, 91.3% black, 2.5% pearl", "Ember");
        row("50% ember, 50% black", "25% red, 65% black, 10% pearl", "Ember");
        row("2 granite : 1 red", "33.4% dark gray, 33.3% gray, 33.3% red", "granite");
        row("2:1 granite:red", "33.4% dark gray, 33.3% gray, 33.3% red", "granite");
        row("granite + ember", "25% dark gray, 25% gray, 25% red, 15% black, 10% pearl",
            "granite, Ember");
        row("graniteember", "25% dark gray, 25% gray, 25% red, 15% black, 10% pearl",
            "granite, Ember");
        row("GraniteEmber", "25% dark gray, 25% gray, 25% red, 15% black, 10% pearl",
            "granite, Ember");
        row("embergranite", "25% red, 15% black, 10% pearl, 25% dark gray, 25% gray",
            "Ember, granite");
        row("seafoam", "60% blue, 40% white", "Sea Foam");
        row("seafoamgranite", "30% blue, 20% white, 25% dark gray, 25% gray", "Sea Foam, granite");
        row("granite + red", "25% dark gray, 25% gray, 50% red", "granite");
        row("red + black", "50% red, 50% black", "");
        row("40% granite + red, 60% white", "10% dark gray, 10% gray, 20% red, 60% white",
            "granite");
        row("40% graniteгранит, 60% white", "16% dark gray, 24% gray, 60% white",
            "granite, Гранит");
        row("granite 2", "100% light gray", "granite 2");
        row("60% granite 2, 40% red", "60% light gray, 40% red", "granite 2");
        row("granite 2 60%, 40% red", "60% light gray, 40% red", "granite 2");
        row("гранит", "70% gray, 30% dark gray", "Гранит");
        row("60% ГРАНИТ, 40% красный", "42% gray, 18% dark gray, 40% red", "Гранит");
        row("50% красный, 50% Тёмно-зелёный", "50% red, 50% dark green", "");
        row("100% granite, 0% red", "50% dark gray, 50% gray", "granite");
        row("50% granite, 50% gray", "25% dark gray, 75% gray", "granite");
        row("0.000001% ember, 99.999999% black", "100% black", "Ember");
    }
    void expands()
    {
        QFETCH(QString, text);
        QFETCH(QString, mix);
        QFETCH(QString, used);
        const auto expanded = exampleBook().expand(text.toStdString(), palette());
        QVERIFY2(expanded, expanded ? "" : expanded.error().message.c_str());
        const Mix wanted = parseMix(mix.toStdString(), palette()).value();
        QVERIFY2(bookOf({{"wanted", wanted, {}, false, {}}}).findMix(expanded->mix),
            formatMix(expanded->mix).c_str());
        QStringList names;
        for (const Recipe& entry : expanded->recipes)
            names += QString::fromStdString(entry.name);
        QCOMPARE(names.join(QStringLiteral(", ")), used);
    }

    void theLongestFirstNameCounts()
    {
        const RecipeBook book = bookOf({recipe("gran", "100% red"), recipe("granite", "100% black"),
            recipe("iteember", "100% white"), recipe("ember", "100% blue")});
        QCOMPARE(formatMix(book.expand("graniteember", palette())->mix),
            std::string("50% black, 50% blue"));
        // Where the longest leads nowhere, the next one does.
        const RecipeBook other = bookOf({recipe("gran", "100% red"),
            recipe("granite", "100% black"), recipe("iteember", "100% white")});
        QCOMPARE(formatMix(other.expand("graniteember", palette())->mix),
            std::string("50% red, 50% white"));
        // A recipe of the compound's own name goes before it.
        RecipeBook own = book;
        QVERIFY(own.add(recipe("GraniteEmber", "100% yellow"), palette()));
        QCOMPARE(formatMix(own.expand("graniteember", palette())->mix), std::string("100% yellow"));
        // Three, not four.
        QVERIFY(book.expand("granembergran", palette()));
        QVERIFY(!book.expand("granembergranember", palette()));
    }

    void expansionIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* text, const char* hint) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(hint);
        };
        row("", "The mix is empty");
        row("grnaite", "nearest names are: granite");
        row("60% granite, 40% embre", "\"embre\". The nearest names are: Ember");
        row("granite + ", "missing beside the +");
        row("granite + + red", "missing beside the +");
        row("60% granite, 30% red", "add up to 90 %");
        row("60% granite, red", "Cannot read \"red\"");
        row("granite, red", "Cannot read \"granite\"");
        row("0 granite : 0 red", "All shares of the mix are 0");
        row("10000000 granite : 1 red", "too large");
        row("granite+ember+seafoam", "\"seafoam\"");
        row("granite + ember + sea foam",
            "at most 6 colours, this one comes to 7: dark gray, gray, red, black, pearl, blue, "
            "white");
        row("red+red+red+red+red+red+red", "7 names together; at most 6");
        row("-5% granite, 105% red", "Cannot read");
        row("nan granite : inf red", "has 0 parts");
    }
    void expansionIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, hint);
        const auto expanded = exampleBook().expand(text.toStdString(), palette());
        QVERIFY(!expanded);
        QCOMPARE(expanded.error().kind, ErrorKind::Usage);
        QVERIFY2(QByteArray::fromStdString(expanded.error().message).contains(hint),
            expanded.error().message.c_str());
    }

    void aColorThatThePaletteLacksIsNamed()
    {
        const Recipe foreign{
            "foreign", Mix::fromWeights({{"funky pink", 1.0}}).value(), {}, false, {}};
        const auto expanded = bookOf({foreign}).expand("50% foreign, 50% red", palette());
        QVERIFY(!expanded);
        QVERIFY(expanded.error().message.find("holds funky pink") != std::string::npos);
    }

    void colorsAloneAreRoundedAsEverywhere()
    {
        QVERIFY(rc::check("a mix of colours expands to what parseMix() reads", [] {
            const Mix mix = arbitraryMix();
            const std::string text = formatMix(mix);
            RC_ASSERT(
                exampleBook().expand(text, palette())->mix == parseMix(text, palette()).value());
        }));
    }

    void expansionIsExact()
    {
        QVERIFY(rc::check("shares are the exact fractions, rounded once by largest remainder", [] {
            const int count = *rc::gen::inRange(1, 4);
            const RecipeBook book = arbitraryBook(count, 2);
            std::map<std::string, Whole> exact;
            Whole sum = 0;
            std::string text;
            for (const Recipe& entry : book.recipes()) {
                const int part = *rc::gen::inRange(0, 1000);
                const int decimals = *rc::gen::inRange(0, 1000000);
                text += (text.empty() ? "" : " : ") + std::to_string(part) + "."
                    + std::to_string(1000000 + decimals).substr(1) + " " + entry.name;
                for (const MixShare& share : entry.mix.shares()) {
                    const Whole weight = (Whole(part) * 1000000 + decimals) * share.perMille;
                    exact[share.color] += weight;
                    sum += weight;
                }
            }
            std::erase_if(exact, [](const auto& entry) { return entry.second == 0; });
            if (count == 1)
                text = "1 " + book.recipes().front().name + " : 0 red";
            RC_PRE(sum > 0);
            const auto expanded = book.expand(text, palette());
            RC_ASSERT(expanded.has_value());
            int total = 0;
            Whole smallestRaised = -1, largestKept = -1;
            for (const auto& [color, weight] : exact) {
                const MixShare* share = expanded->mix.find(color);
                const int perMille = share ? share->perMille : 0;
                total += perMille;
                const Whole floor = weight * 1000 / sum, remainder = weight * 1000 % sum;
                RC_ASSERT(perMille == floor || (perMille == floor + 1 && remainder > 0));
                if (perMille == floor)
                    largestKept = std::max(largestKept, remainder);
                else
                    smallestRaised
                        = smallestRaised < 0 ? remainder : std::min(smallestRaised, remainder);
            }
            RC_ASSERT(total == Mix::total);
            RC_ASSERT(expanded->mix.size() <= exact.size());
            if (smallestRaised >= 0)
                RC_ASSERT(smallestRaised >= largestKept);
        }));
    }

    void whateverIsTypedIsAMixOrASentence()
    {
        QVERIFY(rc::check("expand() takes any text", [] {
            const auto text = *rc::gen::container<std::string>(rc::gen::element<char>(
                'a', '1', '0', '%', ':', ',', '+', ' ', '.', '-', '\n', '\xd0', '\xff', 'g', '\0'));
            const RecipeBook book = bookOf({recipe("a", "50% red, 50% black"),
                recipe("ag", "100% white"), recipe("g1", "100% blue")});
            const auto expanded = book.expand(text, palette());
            if (expanded)
                RC_ASSERT(Mix::create(expanded->mix.shares()).has_value());
            else
                RC_ASSERT(
                    expanded.error().kind == ErrorKind::Usage && !expanded.error().message.empty());
        }));
        const auto long1 = exampleBook().expand(std::string(1'000'000, 'g'), palette());
        QVERIFY(!long1);
        QVERIFY(long1.error().message.size() < 300);
    }

    void roundTrip()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/new/folder/book.json";
        QVERIFY(rc::check("what is saved is loaded again", [&] {
            RecipeBook book = arbitraryBook(*rc::gen::inRange(0, 5), 6);
            for (const Recipe& entry : std::vector(book.recipes())) {
                Recipe changed = entry;
                changed.tags = *rc::gen::container<std::vector<std::string>>(
                    rc::gen::element<std::string>("warm", "пляж", "\"quote\"", "a\\b"));
                changed.isFavourite = *rc::gen::arbitrary<bool>();
                changed.created = currentTimestamp();
                RC_ASSERT(book.replace(changed).has_value());
            }
            RC_ASSERT(book.save(file).has_value());
            RC_ASSERT(RecipeBook::load(file).value() == book);
        }));
    }

    void thePreviousFileIsKept()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/recipes.json";
        QVERIFY(exampleBook().save(file));
        QVERIFY(!std::filesystem::exists(file.string() + ".bak"));
        QVERIFY(bookOf({recipe("only", "100% red")}).save(file));
        QCOMPARE(RecipeBook::load(file.string() + ".bak").value(), exampleBook());
        QCOMPARE(RecipeBook::load(file)->recipes().size(), std::size_t{1});
    }

    void aMissingFileIsAnEmptyBook()
    {
        const QTemporaryDir folder;
        QVERIFY(RecipeBook::load(folder.path().toStdString() + "/none.json")->isEmpty());
    }

    void whatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        const std::filesystem::path blocked = folder.path().toStdString() + "/blocked";
        QVERIFY(writeFileAtomically(blocked, "no folder"));
        const auto saved = exampleBook().save(blocked / "recipes.json");
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::CannotWrite);
        const auto loaded = RecipeBook::load(folder.path().toStdString());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::BadData);
    }

    void hostileJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* name, const QByteArray& json, const char* hint) {
            QTest::newRow(name) << json << QByteArray(hint);
        };
        const QByteArray mix = R"("mix": [{"color": "red", "percent": 100}])";
        const auto listOf = [](const QByteArray& entries) {
            return QByteArray("{\"recipes\": [") + entries + "]}";
        };
        row("empty", "", "not valid JSON");
        row("cut", R"({"recipes": [{"name": "a")", "not valid JSON");
        row("no object", "[]", "must be an object");
        row("null", "null", "must be an object");
        row("no recipes", "{}", "has no \"recipes\"");
        row("recipes a text", R"({"recipes": "all"})", "\"recipes\" must be a list");
        row("entry a number", listOf("1"), "recipes[0]");
        row("no name", listOf("{" + mix + "}"), "needs a name");
        row("name a number", listOf("{\"name\": 1, " + mix + "}"), "recipes[0].name");
        row("bad name", listOf("{\"name\": \"a+b\", " + mix + "}"), "the sign +");
        row("no mix", listOf(R"({"name": "a"})"), "has no mix");
        row("empty mix", listOf(R"({"name": "a", "mix": []})"), "at least one colour");
        row("sum", listOf(R"({"name": "a", "mix": [{"color": "red", "percent": 99}]})"), "99 %");
        row("negative", listOf(R"({"name": "a", "mix": [{"color": "red", "percent": -1}]})"),
            "-1 is not");
        row("huge", listOf(R"({"name": "a", "mix": [{"color": "red", "percent": 1e300}]})"),
            "is not between 0 and 100");
        row("escape sequence",
            listOf("{\"name\": \"a\", \"mix\": [{\"color\": \"\\u001b[2J\", \"percent\": 100}]}"),
            "cannot be shown");
        row("tags a text", listOf("{\"name\": \"a\", \"tags\": \"b\", " + mix + "}"),
            "recipes[0].tags");
        row("twice", listOf("{\"name\": \"A\", " + mix + "}, {\"name\": \" a\", " + mix + "}"),
            "twice");
        row("no UTF-8", listOf("{\"name\": \"\xff\", " + mix + "}"), "not valid JSON");
        row("deep", QByteArray("[").repeated(200000), "not valid JSON");
        row("binary", QByteArray("\0\x01\x02", 3), "not valid JSON");
    }
    void hostileJsonIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, hint);
        const auto book = RecipeBook::fromJson(json.toStdString(), "The recipe file");
        QVERIFY(!book);
        QCOMPARE(book.error().kind, ErrorKind::BadData);
        QVERIFY2(QByteArray::fromStdString(book.error().message).contains(hint),
            book.error().message.c_str());
    }

    void mergeAddsAndNumbers()
    {
        RecipeBook book = exampleBook();
        Recipe same = recipe("EMBER", "50% red, 30% black, 20% pearl");
        const RecipeBook other
            = bookOf({same, recipe("Granite", "100% red"), recipe("new", "100% blue")});
        QCOMPARE(book.merge(other), 2);
        QCOMPARE(book.recipes().size(), std::size_t{7});
        QCOMPARE(formatMix(book.find("Granite 3")->mix), std::string("100% red"));
        QCOMPARE(book.merge(other), 0);
        QCOMPARE(RecipeBook::fromJson(book.toJson(), "It").value(), book);
    }

    void mergeKeepsNamesShort()
    {
        const std::string longest = QByteArray("я").repeated(60).toStdString();
        RecipeBook book = bookOf({recipe(longest, "100% red")});
        QCOMPARE(book.merge(bookOf({recipe(longest, "100% blue")})), 1);
        QVERIFY(book.find(QByteArray("я").repeated(58).toStdString() + " 2"));
    }

    void theStarterRecipesFitThePalette()
    {
        const auto book = RecipeBook::load(resourceFolder() / "recipes" / "starter.json");
        QVERIFY(book);
        QCOMPARE(book->recipes().size(), std::size_t{12});
        for (const Recipe& entry : book->recipes()) {
            RecipeBook fresh;
            QVERIFY2(fresh.add(entry, palette()), entry.name.c_str());
            for (const MixShare& share : entry.mix.shares())
                QCOMPARE(palette().find(share.color)->name, share.color);
        }
    }
};

QTEST_GUILESS_MAIN(RecipeTest)
#include "recipe_test.moc"
