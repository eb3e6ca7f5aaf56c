// Articles from tiles, what is said of them, and what is sold.
#include <QTest>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "core/catalog/article_id.h"
#include "core/catalog/catalog.h"
#include "core/support/atomic_file.h"
#include "support/catalog_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class CatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void massByThickness_data()
    {
        QTest::addColumn<double>("thickness");
        QTest::addColumn<double>("mass");
        QTest::newRow("10 mm") << 10.0 << 9.0;
        QTest::newRow("15 mm") << 15.0 << 14.5;
        QTest::newRow("20 mm") << 20.0 << 18.0;
        QTest::newRow("25 mm") << 25.0 << 23.5;
        QTest::newRow("between") << 12.5 << 11.75;
        QTest::newRow("thinner") << 5.0 << 4.5;
        QTest::newRow("thicker") << 50.0 << 47.0;
    }
    void massByThickness()
    {
        QFETCH(double, thickness);
        QFETCH(double, mass);
        QCOMPARE(layerMass(thickness), mass);
    }

    void weighsAPiece()
    {
        Product product;
        QCOMPARE(product.areaSquareMetres(), 0.25);
        QCOMPARE(product.pieceWeight(), 18.0 * 1.18 / 4); // granules and 18 % of binder
        product.kilogramsPerSquareMetre = 20;
        product.widthMillimetres = 1000;
        QCOMPARE(product.pieceWeight(), 10.0);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* member, double value, const char* told) {
            QTest::addRow("%s %g", member, value)
                << QString::fromLatin1(member) << value << QString::fromLatin1(told);
        };
        row("lengthMillimetres", 49, "The length is 49 mm");
        row("widthMillimetres", 5001, "The width is 5001 mm");
        row("thicknessMillimetres", 4, "The thickness is 4 mm");
        row("kilogramsPerSquareMetre", 0, "The weight of a square metre is 0 kg");
        row("binderPercent", 101, "The binder is 101 %");
        row("price", -1, "The price is -1");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, member);
        QFETCH(double, value);
        QFETCH(QString, told);
        const nlohmann::json json{{member.toStdString(), value}};
        std::string problem;
        JsonFields fields(json, problem);
        Product product;
        readProduct(fields, product);
        QVERIFY2(problem.find(told.toStdString()) != std::string::npos, problem.c_str());
        QVERIFY(!product.check());
        QVERIFY(Product().check());
    }

    void readsItsOwnProduct()
    {
        Product product;
        product.price = 12.5;
        product.kilogramsPerSquareMetre = 19;
        product.fallHeight = "1,5 m";
        Product read;
        const nlohmann::json json = toJson(product);
        std::string problem;
        JsonFields fields(json, problem);
        readProduct(fields, read);
        QCOMPARE(QString::fromStdString(problem), QString());
        QCOMPARE(read, product);
    }

    void anArticleSaysWhatItsTileIs()
    {
        CatalogFixture fixture;
        Tile tile = catalogTile(7, {{"pearl", 200}, {"dark green", 500}, {"black", 300}});
        tile.request.seamless = SeamlessAxes::XY;
        tile.request.millimetresPerPixel = 0.5;
        fixture.add(tile, "a.png");
        const MadeCatalog made = fixture.make();
        QVERIFY(made.problems.empty());
        QCOMPARE(made.catalog.articles.size(), std::size_t{1});
        const Article& article = made.catalog.articles.front();
        QCOMPARE(article.colors.size(), std::size_t{3});
        QCOMPARE(article.colors[0].code, "DKGREEN");
        QCOMPARE(article.colors[0].nameRu, "Тёмно-зелёный");
        QCOMPARE(article.colors[0].perMille, 500);
        QCOMPARE(article.colors[2].name, "pearl");
        QCOMPARE(article.family, ColorFamily::Greens);
        QVERIFY(article.isSeamless);
        QCOMPARE(article.millimetresPerPixel, 0.5);
        QCOMPARE(article.code, article.id);
        QCOMPARE(article.id.size(), std::size_t{8});
        QCOMPARE(article.name, "");
        QCOMPARE(articleName(article, "en"), "Dark green, black, pearl");
        QCOMPARE(articleName(article, "ru"), "Тёмно-зелёный, чёрный, жемчужный");
        QCOMPARE(article.tile, fixture.records().front());
        QVERIFY(!made.catalog.created.empty());
        QCOMPARE(catalogTitle(made.catalog, "en"), "Catalogue");
        QCOMPARE(catalogTitle(made.catalog, "ru"), "Каталог");
    }

    void idsAreOfWhatMakesThePicture()
    {
        const GenerationRequest request = catalogTile(7).request;
        const std::string id = articleId(request, "starter");
        // Kept for ever: printed catalogues have it.
        QCOMPARE(QByteArray::fromStdString(id), QByteArray("HK20EN4C"));

        GenerationRequest same = request;
        same.model = "/elsewhere/starter";
        same.device.kind = DeviceChoice::Kind::Cuda;
        same.precision = Precision::BFloat16;
        same.mix = same.mix->withLock("red", true);
        QCOMPARE(articleId(same, "starter"), id);
        QCOMPARE(articleId(same, ""), id);

        std::set<std::string> ids{id};
        const auto differs = [&](auto change) {
            GenerationRequest other = request;
            change(other);
            return ids.insert(articleId(other, "starter")).second;
        };
        QVERIFY(ids.insert(articleId(request, "other")).second);
        QVERIFY(differs([](auto& other) { other.seed = 8; }));
        QVERIFY(differs([](auto& other) { other.mix = other.mix->withShare("red", 510); }));
        QVERIFY(differs([](auto& other) { other.pattern.kind = PatternKind::Checks; }));
        QVERIFY(differs([](auto& other) { other.granuleMillimetres = 4; }));
        QVERIFY(differs([](auto& other) { other.fractions = {{1, 4, 100}}; }));
        QVERIFY(differs([](auto& other) { other.steps = 21; }));
        QVERIFY(differs([](auto& other) { other.loras = {{"/a/b.safetensors", 1}}; }));
        QVERIFY(differs([](auto& other) { other.variation = Variation{3, 0.2}; }));
        QVERIFY(!differs([](auto& other) { other.loras = {{"/c/b.safetensors", 1}}; }));
    }

    void tilesOfOneRequestAreToldByAge()
    {
        CatalogFixture fixture;
        Tile late = catalogTile(7), early = catalogTile(7);
        late.provenance.created = "2026-06-01T10:00:00Z";
        fixture.add(late, "late.png");
        fixture.add(early, "early.png");
        fixture.add(late, "later.png");
        const auto articles = fixture.make().catalog.articles;
        const std::string id = articleId(early.request, "starter");
        QCOMPARE(articles[0].id, id + "-2");
        QCOMPARE(articles[1].id, id);
        QCOMPARE(articles[2].id, id + "-3");
        for (const Article& article : articles)
            QCOMPARE(article.code, article.id);
    }

    void namesComeFromRecipesAndDetails()
    {
        CatalogFixture fixture;
        fixture.add(catalogTile(1), "1.png");
        fixture.add(catalogTile(2), "2.png");
        fixture.add(catalogTile(3, {{"red", 1000}}), "3.png");
        RecipeBook recipes;
        QVERIFY(recipes.add(
            {"Lava", catalogMix({{"black", 300}, {"red", 500}, {"pearl", 200}}), {}, false, {}},
            catalogPalette()));
        CatalogDetails details;
        details.title = "Summer";
        details.product.thicknessMillimetres = 25;
        Product thin;
        thin.thicknessMillimetres = 10;
        details.articles[articleId(catalogTile(1).request, "starter")]
            = {"a-1", "Ember", "Limited", thin};
        details.articles[articleId(catalogTile(2).request, "starter")] = {"A-1", {}, {}, {}};
        details.articles[articleId(catalogTile(3, {{"red", 1000}}).request, "starter")]
            = {"A-1-2", "", {}, {}};
        const Catalog catalog = fixture.make(details, recipes).catalog;
        QCOMPARE(catalogTitle(catalog, "ru"), "Summer");
        QCOMPARE(catalog.articles[0].name, "Ember");
        QCOMPARE(catalog.articles[0].note, "Limited");
        QCOMPARE(catalog.articles[0].product.thicknessMillimetres, 10.0);
        QCOMPARE(catalog.articles[1].name, "Lava");
        QCOMPARE(catalog.articles[1].product.thicknessMillimetres, 25.0);
        QCOMPARE(catalog.articles[2].name, "");
        QCOMPARE(catalog.articles[0].code, "a-1");
        QCOMPARE(catalog.articles[1].code, "A-1-2");
        QCOMPARE(catalog.articles[2].code, "A-1-2-2");
    }

    void takesColorsThatTheTileBrought()
    {
        CatalogFixture fixture;
        Tile tile = catalogTile(1, {{"mint", 600}, {"red", 400}});
        tile.request.colors = {GranuleColor::of("mint", Srgb{150, 220, 190})};
        fixture.add(tile, "mint.png");
        fixture.add(catalogTile(2, {{"unheard of", 600}, {"red", 400}}), "unknown.png");
        const MadeCatalog made = fixture.make();
        QCOMPARE(made.catalog.articles.size(), std::size_t{1});
        QCOMPARE(made.catalog.articles[0].colors[0].srgb, (Srgb{150, 220, 190}));
        QCOMPARE(articleName(made.catalog.articles[0], "ru"), "Mint, красный");
        QCOMPARE(made.problems.size(), std::size_t{1});
        QVERIFY(made.problems[0].error.message.find("unheard of") != std::string::npos);
    }

    void tellsOfTilesThatItCannotTake()
    {
        CatalogFixture fixture;
        fixture.add(catalogTile(1), "gone.png");
        fixture.add(catalogTile(2), "damaged.png");
        fixture.add(catalogTile(3), "good.png");
        Tile free = catalogTile(4);
        free.request.mix.reset();
        fixture.add(free, "free.png");
        fs::remove(fixture.path("gone.png"));
        QVERIFY(writeFileAtomically(fixture.path("damaged.png"), "no picture"));
        const MadeCatalog made = fixture.make();
        QCOMPARE(made.catalog.articles.size(), std::size_t{1});
        QCOMPARE(made.catalog.articles[0].tile.seed, std::uint64_t{3});
        QCOMPARE(made.problems.size(), std::size_t{3});
        QCOMPARE(made.problems[0].file, fixture.path("gone.png"));
        QCOMPARE(made.problems[1].error.kind, ErrorKind::BadData);
        QVERIFY(made.problems[2].error.message.find("without a mix") != std::string::npos);
    }

    void countsAndStops()
    {
        CatalogFixture fixture;
        for (std::uint64_t seed = 0; seed < 4; ++seed)
            fixture.add(catalogTile(seed), std::to_string(seed) + ".png");
        std::vector<std::size_t> counts;
        std::stop_source source;
        const auto made = makeCatalog(
            fixture.records(), catalogPalette(), {}, {},
            [&](std::size_t done, std::size_t total) {
                QCOMPARE(total, std::size_t{4});
                counts.push_back(done);
                if (done == 2)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Cancelled);
        QCOMPARE(counts, (std::vector<std::size_t>{0, 1, 2}));
    }

    void detailsAreKept()
    {
        CatalogFixture fixture;
        CatalogDetails details;
        details.title = "Каталог \"2026\"";
        details.subtitle = "Two\nlines";
        details.note = "</script>";
        details.company = {"Gummi & Söhne", "Street 1\nTown", "+49", "a@b", "b.example",
            fixture.path("brand") / "logo.svg"};
        details.product.price = 9.5;
        Product thick = details.product;
        thick.thicknessMillimetres = 45;
        details.articles["ABCD2345"] = {"100", "Name", "Note", thick};
        details.articles["ABCD2345-2"] = {};
        const fs::path file = fixture.path("new folder") / "catalog.json";
        QVERIFY(details.save(file));
        QCOMPARE(*CatalogDetails::load(file), details);

        // A logo beside the file moves with it.
        details.company.logo = fixture.path("new folder") / "logo.png";
        QVERIFY(details.save(file));
        fs::rename(file.parent_path(), fixture.path("moved"));
        QCOMPARE(CatalogDetails::load(fixture.path("moved") / "catalog.json")->company.logo,
            fixture.path("moved") / "logo.png");
        QCOMPARE(*CatalogDetails::load(fixture.path("nothing.json")), CatalogDetails());
    }

    void saysWhatIsWrongWithDetails_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* text, const char* told) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(told);
        };
        row("{", "not valid JSON");
        row("[]", "must be an object");
        row(R"({"title": 3})", "\"title\"");
        row(R"({"articles": {"X": {"code": []}}})", "\"articles.X.code\"");
        row(R"({"articles": []})", "\"articles\"");
        row(R"({"product": {"thicknessMillimetres": 1}})", "The thickness is 1 mm");
        row(R"({"articles": {"X": {"product": {"price": "much"}}}})", "must be a number");
    }
    void saysWhatIsWrongWithDetails()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        CatalogFixture fixture;
        QVERIFY(writeFileAtomically(fixture.path("c.json"), text.toStdString()));
        const auto details = CatalogDetails::load(fixture.path("c.json"));
        QVERIFY(!details);
        QCOMPARE(details.error().kind, ErrorKind::BadData);
        const QString message = QString::fromStdString(details.error().message);
        QVERIFY2(message.contains(told) && message.contains(QLatin1String("c.json")),
            qPrintable(message));
    }

    void detailsThatCannotBeWritten()
    {
        CatalogFixture fixture;
        QVERIFY(writeFileAtomically(fixture.path("file"), "text"));
        const auto saved = CatalogDetails().save(fixture.path("file") / "catalog.json");
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::CannotWrite);
    }

    void asATable()
    {
        CatalogFixture fixture;
        fixture.add(catalogTile(7, {{"dark green", 505}, {"black", 495}}), "a b,c.png");
        CatalogDetails details;
        details.product.price = 1234567.85;
        details.articles[fixture.make().catalog.articles[0].id]
            = {"=1+1", "Say \"yes\"; or\nno", "@x", {}};
        const Catalog catalog = fixture.make(details).catalog;
        const QString csv = QString::fromStdString(toCsv(catalog, "en", false));
        QVERIFY(csv.startsWith(QLatin1String("id,code,name,mix,family,color 1,color code 1,")));
        QCOMPARE(csv.count(QLatin1String("\r\n")), 2);
        for (const char* part : {",'=1+1,", ",\"Say \"\"yes\"\"; or\nno\",",
                 "\"50.5% dark green, 49.5% black\"", ",dark green,DKGREEN,50.5,",
                 ",21.24,5.31,1234567.85,EUR,", ",'@x,", ",7,starter,0.8,\"a b,c.png\"\r\n"})
            QVERIFY2(csv.contains(QString::fromUtf8(part)), qPrintable(csv));
        QVERIFY(!csv.contains(QString::fromStdString(fixture.path("").string())));

        const std::string bytes = toCsv(catalog, "ru", true);
        QVERIFY(bytes.starts_with("\xef\xbb\xbfid;артикул;название;"));
        const QString russian = QString::fromStdString(bytes);
        for (const char* part : {";\"50,5% тёмно-зелёный; 49,5% чёрный\";",
                 ";тёмно-зелёный;DKGREEN;50,5;", ";21,24;5,31;1234567,85;EUR;"})
            QVERIFY2(russian.contains(QString::fromUtf8(part)), qPrintable(russian));
        QVERIFY(!toCsv(catalog, "en", false, false).empty());
        QVERIFY(toCsv(catalog, "en", false, false).find("starter") == std::string::npos);
    }

    void asJson()
    {
        CatalogFixture fixture;
        fixture.add(catalogTile(~std::uint64_t{0}), "a.png");
        CatalogDetails details;
        details.title = "Summer";
        const auto json = toJson(fixture.make(details).catalog);
        QVERIFY(json.at("format") == "tilewright-catalog");
        QVERIFY(json.at("title") == "Summer");
        const auto& article = json.at("articles").at(0);
        QVERIFY(article.at("seed") == ~std::uint64_t{0});
        QVERIFY(article.at("nameRu") == "Красный, чёрный, жемчужный");
        QVERIFY(article.at("mix").at(0).at("srgb") == "#d25144");
        QVERIFY(article.at("mix").at(0).at("percent") == 50.0);
        QVERIFY(article.at("product").at("pieceWeight") == 5.31);
        QVERIFY(article.at("file") == "a.png");
        QVERIFY(!toJson(fixture.make().catalog, false).at("articles").at(0).contains("seed"));
    }

    /// All of one request and one name, as far as one folder can be wrong.
    void tenThousandArticles()
    {
        CatalogFixture fixture;
        const TileRecord record = fixture.add(catalogTile(7), "a.png");
        std::vector<TileRecord> records(10'000, record);
        for (std::size_t i = 0; i < records.size(); ++i)
            records[i].id = static_cast<TileId>(i + 1);
        const auto made = makeCatalog(records, catalogPalette(), {}, {});
        QVERIFY(made);
        const Catalog& catalog = made->catalog;
        QCOMPARE(catalog.articles.size(), records.size());
        std::set<std::string> ids, codes;
        for (const Article& article : catalog.articles) {
            ids.insert(article.id);
            codes.insert(article.code);
        }
        QCOMPARE(ids.size(), records.size());
        QCOMPARE(codes.size(), records.size());
        QCOMPARE(catalog.articles.back().id, catalog.articles.front().id + "-10000");
        const std::string csv = toCsv(catalog, "en", false);
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), 10'001);
        QVERIFY(csv.size() < records.size() * 1000);
        QVERIFY(toJson(catalog).dump().size() < records.size() * 2000);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
