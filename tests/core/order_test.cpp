#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>
#include <numeric>
#include <rapidcheck.h>

#include "core/order/granule_order.h"
#include "core/support/atomic_file.h"
#include "core/support/csv.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

Article articleOf(const Mix& mix, const std::string& id = "A1")
{
    Article article;
    article.id = article.code = article.name = id;
    for (const MixShare& share : mix.shares())
        if (const GranuleColor* color = bundledPalette().find(share.color))
            article.colors.push_back(
                {color->name, color->nameRu, color->code, color->srgb, color->lab, share.perMille});
    return article;
}

Article articleOf(const char* mix)
{
    return articleOf(*parseMix(mix, bundledPalette()), mix);
}

OrderSettings settingsOf(std::vector<OrderLayer> layers, double waste, double binder)
{
    return {std::move(layers), waste, binder, 25};
}

const OrderLayer tenMillimetres{{}, 10, 9.0, {}};
const OrderLayer blackBase{{}, 40, 26.0, "SBR black 2–6 mm"};

const OrderLine* lineOf(const GranuleOrder& order, const std::string& name)
{
    const auto found = std::find_if(order.lines.begin(), order.lines.end(),
        [&](const OrderLine& line) { return line.name == name; });
    return found == order.lines.end() ? nullptr : &*found;
}

std::int64_t gramsOf(const GranuleOrder& order, const std::string& name)
{
    const OrderLine* line = lineOf(order, name);
    return line ? line->grams : 0;
}

PriceList exampleList()
{
    return {"EUR", {{"red", 28'500}, {"black", 12'000}, {"binder", 42'500}}};
}

/// A number with up to `decimals` decimals, as people type them.
double arbitraryDecimal(int least, int most, int decimals)
{
    const int perOne = static_cast<int>(std::pow(10, decimals));
    return static_cast<double>(*rc::gen::inRange(least * perOne, most * perOne + 1)) / perOne;
}

OrderSettings arbitrarySettings()
{
    OrderSettings settings;
    settings.layers.clear();
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        OrderLayer layer{{}, arbitraryDecimal(1, 200, 1), {}, {}};
        if (*rc::gen::arbitrary<bool>())
            layer.kilogramsPerSquareMetre = arbitraryDecimal(1, 200, 3);
        if (*rc::gen::inRange(0, 3) == 0)
            layer.material = *rc::gen::element<std::string>("SBR", "sbr", "RED", "white", "EVA");
        settings.layers.push_back(layer);
    }
    settings.wastePercent = arbitraryDecimal(0, 30, 2);
    settings.binderPercent = arbitraryDecimal(0, 25, 2);
    settings.bagKilograms = *rc::gen::element(25.0, 20.0, 12.5, 1000.0);
    return settings;
}

std::vector<OrderItem> arbitraryItems()
{
    std::vector<OrderItem> items;
    for (int i = *rc::gen::inRange(1, 5); i > 0; --i)
        items.push_back({articleOf(arbitraryMix(), std::to_string(i)),
            *rc::gen::element(0.01, arbitraryDecimal(1, 500, 4), arbitraryDecimal(1, 1000, 1))});
    return items;
}

PriceList arbitraryPrices()
{
    PriceList list;
    for (const GranuleColor& color : bundledPalette().colors())
        if (*rc::gen::inRange(0, 4) > 0)
            list.perKilogram[materialKey(color.code)] = *rc::gen::inRange(0, 1'000'000);
    if (*rc::gen::arbitrary<bool>())
        list.perKilogram["binder"] = *rc::gen::inRange(0, 1'000'000);
    return list;
}

} // namespace

class OrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reckonsAJobAsByHand()
    {
        // 24.5 m² × 9 kg/m² × 1.05 = 231.525 kg of granules
        const auto order = makeOrder({{articleOf("50% red, 30% black, 20% pearl"), 24.5}},
            settingsOf({tenMillimetres}, 5, 18), exampleList());
        QVERIFY(order);
        QCOMPARE(order->granuleGrams, 231'525);
        QCOMPARE(order->lines.size(), 3U);
        QCOMPARE(order->lines[0].name, std::string("red"));
        QCOMPARE(order->lines[0].grams, 115'763); // 115,762.5: one of the two halves goes up
        QCOMPARE(order->lines[1].grams, 69'457);
        QCOMPARE(order->lines[2].grams, 46'305);
        QCOMPARE(order->lines[0].bags, 5);
        QCOMPARE(order->lines[1].bags, 3);
        QCOMPARE(order->lines[2].bags, 2);
        QCOMPARE(order->bags, 10);
        QCOMPARE(order->binderGrams, 41'675); // 41,674.5
        QCOMPARE(order->lines[0].cost, 35'625); // 125 kg × 2.85
        QCOMPARE(order->lines[1].cost, 9'000); // 75 kg × 1.20
        QVERIFY(!order->lines[2].cost);
        QCOMPARE(order->binderCost, 17'712); // 41.675 kg × 4.25 = 177.11875
        QCOMPARE(order->cost, 35'625 + 9'000 + 17'712);
        QCOMPARE(order->withoutPrice, std::vector<std::string>{"pearl"});
        QCOMPARE(order->currency, std::string("EUR"));
    }

    void aLayerMayBeOfOneMaterial()
    {
        OrderLayer blackLayer = blackBase;
        blackLayer.material = "BLACK";
        const std::vector<OrderItem> items{{articleOf("50% red, 50% black"), 10}};
        const auto base = makeOrder(items, settingsOf({tenMillimetres, blackBase}, 0, 0));
        QCOMPARE(gramsOf(*base, "red"), 45'000);
        QCOMPARE(gramsOf(*base, "black"), 45'000);
        QCOMPARE(gramsOf(*base, blackBase.material), 260'000);
        QVERIFY(!lineOf(*base, blackBase.material)->srgb);
        QCOMPARE(base->binderGrams, 0);
        QVERIFY(base->withoutPrice.empty());
        QVERIFY(base->currency.empty());
        // A colour by its code is that colour, not a second material.
        const auto black = makeOrder(items, settingsOf({tenMillimetres, blackLayer}, 0, 0));
        QCOMPARE(black->lines.size(), 2U);
        QCOMPARE(gramsOf(*black, "black"), 305'000);
    }

    void withoutAMassTheTableCounts()
    {
        const auto order = makeOrder(
            {{articleOf("100% red"), 1}}, settingsOf({{{}, 10, {}, {}}, {{}, 15, {}, {}}}, 0, 0));
        QCOMPARE(order->granuleGrams,
            std::llround(layerMass(10) * 1000) + std::llround(layerMass(15) * 1000));
    }

    void aMillionSquareMetresAreCounted()
    {
        PriceList list = exampleList();
        for (auto& [material, price] : list.perKilogram)
            price
                = static_cast<std::int64_t>(PriceList::maximumPrice) * PriceList::unitsPerCurrency;
        OrderSettings settings = settingsOf({{{}, 200, 500.0, {}}}, 100, 50);
        const OrderItem item{articleOf("50% red, 50% black"), 1e6};
        const auto order = makeOrder({item}, settings, list);
        QVERIFY(order);
        QCOMPARE(order->granuleGrams, 1'000'000'000'000);
        QCOMPARE(order->lines[0].bags, 20'000'000);
        QCOMPARE(order->cost, 150'000'000'000'000'000); // of 1.5 million tonnes at a million a kg
        const auto many = makeOrder(std::vector<OrderItem>(100, item), settings, list);
        QVERIFY(!many);
        QCOMPARE(many.error().kind, ErrorKind::Usage);
    }

    void sharesAreExact()
    {
        QVERIFY(rc::check("parts sum to the total, each within one of its exact part", [] {
            const auto weights = *rc::gen::suchThat(
                rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001)),
                [](const std::vector<int>& all) {
                    return std::accumulate(all.begin(), all.end(), 0) > 0;
                });
            const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), 0);
            const std::int64_t total = *rc::gen::element<std::int64_t>(
                *rc::gen::inRange(0, 3000), *rc::gen::inRange(0, 2'000'000'000));
            const auto parts = sharedOut(total, weights);
            RC_ASSERT(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == total);
            const auto more = sharedOut(total + 1, weights);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                RC_ASSERT(std::abs(parts[i] * sum - total * weights[i]) < sum);
                RC_ASSERT(more[i] >= parts[i]);
            }
        }));
        // Where the largest remainders would take from the third what the first two get.
        QCOMPARE(sharedOut(10, {6, 6, 2})[2], sharedOut(11, {6, 6, 2})[2]);
    }

    void sumsAreExact()
    {
        QVERIFY(rc::check("lines, bags and costs sum up; no bag too few or too many", [] {
            const auto items = arbitraryItems();
            const auto settings = arbitrarySettings();
            const auto order = makeOrder(items, settings, arbitraryPrices());
            RC_ASSERT(order.has_value());
            std::int64_t grams = 0, bags = 0, cost = order->binderCost.value_or(0);
            std::size_t withoutPrice = order->binderGrams > 0 && !order->binderCost ? 1 : 0;
            const std::int64_t bag = std::llround(settings.bagKilograms * 1000);
            for (const OrderLine& line : order->lines) {
                grams += line.grams;
                bags += line.bags;
                cost += line.cost.value_or(0);
                withoutPrice += line.cost ? 0 : 1;
                RC_ASSERT(line.grams > 0);
                RC_ASSERT(line.bags * bag >= line.grams);
                RC_ASSERT((line.bags - 1) * bag < line.grams);
                if (line.cost)
                    RC_ASSERT(*line.cost == (line.bags * bag * *line.price + 50'000) / 100'000);
            }
            RC_ASSERT(grams == order->granuleGrams);
            RC_ASSERT(bags == order->bags);
            RC_ASSERT(cost == order->cost);
            RC_ASSERT(withoutPrice == order->withoutPrice.size());
            std::int64_t expected = 0;
            for (const OrderItem& item : items)
                for (const OrderLayer& layer : settings.layers)
                    expected += std::llround(std::round(item.squareMetres * 10'000)
                        * std::round(layer.mass() * 1000)
                        * (10'000 + std::round(settings.wastePercent * 100)) / 1e8);
            RC_ASSERT(grams == expected);
        }));
    }

    void moreIsNeverLess()
    {
        QVERIFY(rc::check("more area or waste lowers nothing", [] {
            auto items = arbitraryItems();
            auto settings = arbitrarySettings();
            const auto prices = arbitraryPrices();
            const auto before = makeOrder(items, settings, prices);
            if (*rc::gen::arbitrary<bool>())
                settings.wastePercent += arbitraryDecimal(0, 3, 2);
            else
                items[*rc::gen::inRange<std::size_t>(0, items.size())].squareMetres
                    += arbitraryDecimal(0, 2, 4);
            const auto after = makeOrder(items, settings, prices);
            for (const OrderLine& line : before->lines) {
                const OrderLine* larger = lineOf(*after, line.name);
                RC_ASSERT(larger);
                RC_ASSERT(larger->grams >= line.grams);
                RC_ASSERT(larger->bags >= line.bags);
                RC_ASSERT(larger->cost.value_or(0) >= line.cost.value_or(0));
            }
            RC_ASSERT(after->granuleGrams >= before->granuleGrams);
            RC_ASSERT(after->binderGrams >= before->binderGrams);
            RC_ASSERT(after->cost >= before->cost);
        }));
    }

    void theOrderOfArticlesDoesNotMatter()
    {
        QVERIFY(rc::check("items turned round make the same lines", [] {
            auto items = arbitraryItems();
            const auto settings = arbitrarySettings();
            const auto prices = arbitraryPrices();
            const auto order = makeOrder(items, settings, prices);
            std::reverse(items.begin(), items.end());
            const auto other = makeOrder(items, settings, prices);
            RC_ASSERT(order->lines == other->lines);
            RC_ASSERT(order->cost == other->cost);
        }));
    }

    void oneCodeIsOneMaterial()
    {
        Article first = articleOf("100% red"), second = first;
        second.colors[0].name = "a red of another palette";
        const OrderItem one{first, 1}, two{second, 1};
        const OrderSettings settings = settingsOf({tenMillimetres}, 0, 0);
        const auto order = makeOrder({one, two}, settings);
        QCOMPARE(order->lines.size(), 1U);
        QCOMPARE(order->lines[0].grams, 18'000);
        QVERIFY(order->lines == makeOrder({two, one}, settings)->lines);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<double>("area");
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, double area, const char* settings, const char* told) {
            QTest::newRow(name) << area << QByteArray(settings) << QString::fromUtf8(told);
        };
        row("no area", 0, "{}", "0.01");
        row("too large an area", 1e6 + 1, "{}", "1,000,000");
        row("no number", std::nan(""), "{}", "nan");
        row("no layers", 1, R"({"layers": []})", "1 to 8 layers");
        row("a thin layer", 1, R"({"layers": [{"thicknessMillimetres": 0.5}]})", "0.5");
        row("a heavy layer", 1, R"({"layers": [{"name": "Top", "kilogramsPerSquareMetre": 900}]})",
            "\"Top\"");
        row("negative waste", 1, R"({"wastePercent": -1})", "Waste");
        row("too much binder", 1, R"({"binderPercent": 80})", "Binder");
        row("an empty bag", 1, R"({"bagKilograms": 0})", "bag");
        row("a word", 1, R"({"bagKilograms": "big"})", "big");
        row("a mass that is a word", 1, R"({"layers": [{"kilogramsPerSquareMetre": "9"}]})",
            "kilogramsPerSquareMetre");
        row("a list", 1, "[]", "braces");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(double, area);
        QFETCH(QByteArray, settings);
        QFETCH(QString, told);
        const auto read = orderSettingsFromJson(nlohmann::json::parse(settings.toStdString()));
        std::optional<Error> error;
        if (!read)
            error = read.error();
        else if (const auto order = makeOrder({{articleOf("100% red"), area}}, *read); !order)
            error = order.error();
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::Usage);
        QVERIFY2(QString::fromStdString(error->message).contains(told), error->message.c_str());
    }

    void refusesAnOrderOfNothing()
    {
        QCOMPARE(makeOrder({}, {}).error().kind, ErrorKind::Usage);
        Article plain = articleOf("100% red");
        plain.colors.clear();
        QCOMPARE(makeOrder({{plain, 1}}, {}).error().kind, ErrorKind::Usage);
        plain.colors.push_back({"red", {}, "RED", {}, {}, -5});
        QCOMPARE(makeOrder({{plain, 1}}, {}).error().kind, ErrorKind::Usage);
        // All of it is made of something else.
        QVERIFY(makeOrder({{plain, 1}}, settingsOf({blackBase}, 0, 0)));
    }

    void settingsReturnFromJson()
    {
        QVERIFY(rc::check("settings to JSON and back", [] {
            const auto settings = arbitrarySettings();
            const auto text = dumpJson(toJson(settings));
            RC_ASSERT(*orderSettingsFromJson(nlohmann::json::parse(text)) == settings);
        }));
    }

    void tellsATable()
    {
        Article article = articleOf("60% red, 40% black");
        article.colors[1].name = "=1+1";
        article.colors[1].nameRu = "чёрный; \"матовый\"";
        const auto order
            = makeOrder({{article, 10}}, settingsOf({tenMillimetres}, 0, 18), exampleList());
        QCOMPARE(toCsv(*order, "en", false),
            std::string("material,code,kg,bags,price per kg,cost,currency\r\n"
                        "red,RED,54,3,2.85,213.75,EUR\r\n"
                        "'=1+1,BLACK,36,2,1.2,60,EUR\r\n"
                        "binder,,16.2,,4.25,68.85,EUR\r\n"));
        QCOMPARE(toCsv(*order, "ru", true),
            std::string("\xEF\xBB\xBFматериал;код;кг;мешков;цена за кг;стоимость;валюта\r\n"
                        "Красный;RED;54;3;2,85;213,75;EUR\r\n"
                        "\"чёрный; \"\"матовый\"\"\";BLACK;36;2;1,2;60;EUR\r\n"
                        "связующее;;16,2;;4,25;68,85;EUR\r\n"
                        "итого;;106,2;5;;342,6;EUR\r\n"));
    }

    void everyTableIsReadBack()
    {
        QVERIFY(rc::check("a machine's table has the order's numbers", [] {
            const auto order = makeOrder(arbitraryItems(), arbitrarySettings(), arbitraryPrices());
            const std::string table = toCsv(*order, "en", false);
            std::size_t begin = table.find("\r\n") + 2;
            for (const OrderLine& line : order->lines) {
                const std::size_t end = table.find("\r\n", begin);
                const auto cells = csvCells(table.substr(begin, end - begin), ',');
                RC_ASSERT(cells.has_value());
                RC_ASSERT(cells->size() == 7U);
                RC_ASSERT(cells->at(0) == line.name);
                RC_ASSERT(std::llround(std::stod(cells->at(2)) * 1000) == line.grams);
                RC_ASSERT(std::stoll(cells->at(3)) == line.bags);
                RC_ASSERT(cells->at(5).empty() == !line.cost);
                if (line.cost)
                    RC_ASSERT(std::llround(std::stod(cells->at(5)) * 100) == *line.cost);
                begin = end + 2;
            }
        }));
    }

    void tellsJson()
    {
        const std::vector<OrderItem> items{{articleOf("60% red, 40% pearl"), 10}};
        const auto order = makeOrder(items, settingsOf({tenMillimetres}, 0, 18), exampleList());
        const nlohmann::ordered_json json = toJson(*order);
        QCOMPARE(json["items"][0]["squareMetres"].get<double>(), 10.0);
        QCOMPARE(json["lines"][0]["code"].get<std::string>(), std::string("RED"));
        QCOMPARE(json["lines"][0]["grams"].get<int>(), 54'000);
        QCOMPARE(json["lines"][0]["cost"].get<double>(), 213.75);
        QVERIFY(json["lines"][1]["cost"].is_null());
        QCOMPARE(json["total"]["bags"].get<int>(), 5);
        QCOMPARE(json["total"]["cost"].get<double>(), 282.6);
        QCOMPARE(json["withoutPrice"][0].get<std::string>(), std::string("pearl"));
        QVERIFY(*orderSettingsFromJson(json["settings"]) == order->settings);
        const nlohmann::ordered_json plain = toJson(*makeOrder(items, order->settings));
        QVERIFY(plain["currency"].is_null());
        QVERIFY(plain["total"]["cost"].is_null());
    }

    void readsPriceLists_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("currency");
        QTest::newRow("CSV") << QByteArray("code,price\nRED,2.85\nBLACK,1.2\nPEARL,\n")
                             << QStringLiteral("EUR");
        QTest::newRow("a Russian spreadsheet") << QByteArray(
            "\xEF\xBB\xBFКод;Цена за кг;Валюта\r\nred;2,85;руб.\r\nblack;1,20;руб.\r\n")
                                               << QStringLiteral("руб.");
        QTest::newRow("tabulators")
            << QByteArray("name\tprice\tnote\n red \t2,85\tgood\nblack\t1.2")
            << QStringLiteral("EUR");
        QTest::newRow("quotes") << QByteArray("name,price\n\"red\",\"2,85\"\n\"black\",1.2,,\n\n")
                                << QStringLiteral("EUR");
        QTest::newRow("JSON") << QByteArray(
            R"(  {"currency": "CHF", "prices": {"RED": 2.85, "black": 1.2}})")
                              << QStringLiteral("CHF");
    }
    void readsPriceLists()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, currency);
        const auto list = PriceList::parse(text.toStdString());
        QVERIFY2(list, list ? "" : list.error().message.c_str());
        QCOMPARE(QString::fromStdString(list->currency), currency);
        QCOMPARE(list->perKilogram,
            (std::map<std::string, std::int64_t>{{"red", 28'500}, {"black", 12'000}}));
        QCOMPARE(list->find({"none", "Red"}), 28'500);
        QVERIFY(!list->find({"", "pearl"}));
    }

    void aMaterialIsKnownHoweverItIsWritten()
    {
        const auto list = PriceList::parse("material;price\nSBR чёрный 2-6 мм;0,45\n");
        QCOMPARE(list->find({"sbr Черный 2–6\u00a0мм"}), 4'500);
    }

    void refusesHostilePriceLists_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const QByteArray& text, const char* told) {
            QTest::newRow(name) << text << QString::fromUtf8(told);
        };
        row("empty", "", "empty");
        row("blanks", "\n \n", "empty");
        row("headings alone", "code,price\n", "no price");
        row("no heading", "RED,2.85\n", "headings");
        row("two prices in a row", "code,price,price\nRED,1,2\n", "headings");
        row("no UTF-8", "code,price\n\xC7\xE5\xEB,1\n", "UTF-8");
        row("binary", QByteArray("\0\1\2\xFF", 4), "UTF-8");
        row("a word for a price", "code,price\n\nRED,cheap\n", "Line 3: \"cheap\"");
        row("negative", "code,price\nRED,-1\n", "Line 2");
        row("infinite", "code,price\nRED,1e999\n", "Line 2");
        row("too dear", "code,price\nRED,1000001\n", "1000000");
        row("no material", "code,price\n,2\n", "Line 2: a price has no material");
        row("a bare decimal comma", "code,price\nRED,2,85\n", "semicolons");
        row("an open quote", "code,price\n\"RED,2\n", "quotation");
        row("two prices of one colour", "code,price\nRED,2\nred,3\n", "Line 3: \"red\" has two");
        row("two currencies", "code,price,currency\nRED,2,EUR\nBLACK,2,USD\n", "USD");
        row("a currency that is none", "code,price,currency\nRED,2,\"12\"\n", "no currency");
        row("JSON cut off", "{\"prices\": {\"RED\": 2", "JSON");
        row("JSON without prices", "{\"currency\": \"EUR\"}", "prices");
        row("JSON with a list", "{\"prices\": [2]}", "prices");
        row("JSON with a text", R"({"prices": {"RED": "2"}})", "\"RED\"");
        row("JSON with no price", R"({"prices": {}})", "no price");
        row("JSON negative", R"({"prices": {"RED": -2}})", "\"RED\"");
        row("JSON without a name", R"({"prices": {" ": 2}})", "no material");
        row("JSON with two spellings", R"({"prices": {"RED": 2, "red": 3}})", "two prices");
        row("JSON with a wrong currency", R"({"currency": "", "prices": {"RED": 2}})", "currency");
        row("JSON as deep as the sea", "{\"prices\": " + QByteArray(200'000, '['), "JSON");
    }
    void refusesHostilePriceLists()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        QTemporaryDir folder;
        const std::filesystem::path file
            = folder.filePath(QStringLiteral("prices 2026.csv")).toStdString();
        QVERIFY(writeFileAtomically(file, text.toStdString()));
        const auto list = PriceList::load(file);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::BadData);
        const QString message = QString::fromStdString(list.error().message);
        QVERIFY2(message.contains(told), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("prices 2026.csv")), qPrintable(message));
    }

    void aMissingPriceListIsTold()
    {
        QCOMPARE(PriceList::load("/nowhere/prices.csv").error().kind, ErrorKind::BadData);
    }

    void anyPriceListIsReadOrRefused()
    {
        QVERIFY(rc::check("lists of any signs end in prices that can be, or in an error", [] {
            const auto text = *rc::gen::container<std::string>(
                rc::gen::elementOf(std::string("code,price;RED\"\n\r\t -{}[]:1234.,\xD0\xA0")));
            const auto list = PriceList::parse("code,price\n" + text);
            if (list)
                for (const auto& [material, price] : list->perKilogram)
                    RC_ASSERT(!material.empty() && price >= 0);
            else
                RC_ASSERT(!list.error().message.empty());
        }));
    }
};

QTEST_GUILESS_MAIN(OrderTest)
#include "order_test.moc"
