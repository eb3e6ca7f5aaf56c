#include <QPainter>
#include <QTest>
#include <csignal>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/resource.h>

#include "core/support/atomic_file.h"
#include "support/sheet_fixture.h"
#include "ui/sheets/sheet_document.h"
#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_type.h"

using namespace tilewright;
using namespace tilewright::test;
using namespace tilewright::ui;
namespace fs = std::filesystem;

namespace {
/// While it lives, files of this process cannot grow beyond a size, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

const std::string longName
    = "A remarkably long-winded name of a tile, Donaudampfschifffahrtsgesellschaftskapitänsmütze "
      "and more words than any caption has room for, on and on";

constexpr auto greenDrawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>"
                              "<rect width='20' height='10' fill='#00ff00'/></svg>";

SheetTemplate plain()
{
    SheetTemplate design;
    design.hasCover = design.hasIndex = design.hasLegend = false;
    return design;
}

int entriesIn(const fs::path& folder)
{
    return static_cast<int>(std::distance(fs::directory_iterator(folder), {}));
}
} // namespace

class SheetsTest : public QObject {
    Q_OBJECT

private:
    SheetFixture m_fixture;

    QString saved(const Expected<SheetDocumentPointer>& document, const std::string& name) const
    {
        const auto written = writePdf(m_fixture.path(name), **document);
        return written ? m_fixture.file(name) : QString();
    }

    GranuleOrder order(int lines) const
    {
        GranuleOrder order;
        order.items = {{m_fixture.article(1), 120.5}, {m_fixture.article(2), 79.5}};
        order.currency = "EUR";
        order.settings.layers = {{{}, 10, {}, {}}, {"Base", 30, 27.5, "SBR black 2–6 mm"}};
        for (int i = 0; i < lines; ++i) {
            OrderLine line;
            line.name = QStringLiteral("Colour%1").arg(i, 3, 10, QLatin1Char('0')).toStdString();
            line.code = QStringLiteral("C%1").arg(i).toStdString();
            line.srgb = Srgb{200, 80, 60};
            line.grams = 1'234'500;
            line.bags = 50;
            line.price = 28'500;
            line.cost = 356'250;
            order.granuleGrams += line.grams;
            order.bags += line.bags;
            order.cost += *line.cost;
            order.lines.push_back(line);
        }
        order.binderGrams = 222'210;
        return order;
    }

private Q_SLOTS:
    void templatesComeBackFromTheirFiles()
    {
        SheetTemplate design;
        design.paper = PaperSize::Letter;
        design.isLandscape = true;
        design.language = "ru";
        design.accent = "#005bbb";
        design.tilesPerPage = 12;
        design.hasCover = design.hasIndex = design.hasLegend = design.showsMix = false;
        design.showsSeed = design.showsFidelity = design.showsPrices = true;
        QVERIFY(design.save(m_fixture.path("template.json")));
        const auto loaded = SheetTemplate::load(m_fixture.path("template.json"));
        QVERIFY(loaded);
        QVERIFY(*loaded == design);
        QVERIFY(*SheetTemplate::fromJson(nlohmann::json::object()) == SheetTemplate{});
    }

    void wrongTemplatesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("object");
        QTest::newRow("paper") << QByteArray(R"({"paper": "a3"})") << QStringLiteral("a3");
        QTest::newRow("tiles") << QByteArray(R"({"tilesPerPage": 7})") << QStringLiteral("7");
        QTest::newRow("language") << QByteArray(R"({"language": "tlh"})") << QStringLiteral("tlh");
        QTest::newRow("accent") << QByteArray(R"({"accent": "reddish"})")
                                << QStringLiteral("reddish");
        QTest::newRow("type") << QByteArray(R"({"cover": "yes"})") << QStringLiteral("cover");
    }

    void wrongTemplatesAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto design = SheetTemplate::fromJson(nlohmann::json::parse(json));
        QVERIFY(!design);
        QCOMPARE(design.error().kind, ErrorKind::Usage);
        QVERIFY(QString::fromStdString(design.error().message).contains(named));
        QVERIFY(writeFileAtomically(m_fixture.path("wrong.json"), json.toStdString()));
        const auto loaded = SheetTemplate::load(m_fixture.path("wrong.json"));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::BadData);
        QVERIFY(
            QString::fromStdString(loaded.error().message).contains(QLatin1String("wrong.json")));
    }

    void nothingToShowIsRefused()
    {
        QVERIFY(!catalogDocument(m_fixture.catalog(0), {}));
        QVERIFY(!specificationDocument(m_fixture.catalog(1), {}, {}));
        QVERIFY(!orderDocument(m_fixture.catalog(1), {}, {}));
        QVERIFY(!floorDocument(m_fixture.catalog(1), {}, {}, {}, 5, {}));
    }

    void pagesAreCounted_data()
    {
        QTest::addColumn<int>("articles");
        QTest::addColumn<int>("perPage");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<int>("pages");
        QTest::newRow("one") << 1 << 9 << false << 1;
        QTest::newRow("a page full") << 9 << 9 << false << 1;
        QTest::newRow("one more") << 10 << 9 << false << 2;
        QTest::newRow("one a page") << 5 << 1 << false << 5;
        QTest::newRow("fours") << 13 << 4 << false << 4;
        QTest::newRow("dozens") << 60 << 12 << false << 5;
        QTest::newRow("cover, index, legend") << 60 << 12 << true << 8;
    }

    void pagesAreCounted()
    {
        QFETCH(int, articles);
        QFETCH(int, perPage);
        QFETCH(bool, isWhole);
        QFETCH(int, pages);
        for (const bool isLandscape : {false, true}) {
            SheetTemplate design = isWhole ? SheetTemplate{} : plain();
            design.tilesPerPage = perPage;
            design.isLandscape = isLandscape;
            const auto document = catalogDocument(m_fixture.catalog(articles), design);
            QVERIFY(document);
            QCOMPARE((*document)->pageCount(), pages);
        }
    }

    void everyArticleIsOnOnePage()
    {
        SheetTemplate design = plain();
        design.showsSeed = design.showsFidelity = design.showsPrices = true;
        const QString file = saved(catalogDocument(m_fixture.catalog(31), design), "tiles.pdf");
        const QStringList pages = pdfPages(file);
        QCOMPARE(pages.size(), 4);
        for (int i = 1; i <= 31; ++i) {
            const QString name = QString::fromStdString(m_fixture.article(i).name);
            QCOMPARE(pages.join(QLatin1Char(' ')).count(name), 1);
            QVERIFY(pages[(i - 1) / 9].contains(name));
        }
        for (const char* text : {"Rubber tiles", "TW-0001 – TW-0009", "Red 50 %", "Black 37.5 %",
                 "Pearl 12.5 %", "Seed 1704233", "0.6 points off the mix", "24.90 EUR",
                 "Granule & Sons", "please decide by a sample"})
            QVERIFY2(pages[0].contains(QString::fromUtf8(text)), text);
    }

    void theIndexNamesThePages()
    {
        SheetTemplate design;
        design.tilesPerPage = 4;
        const auto document = catalogDocument(m_fixture.catalog(30), design);
        const QStringList pages = pdfPages(saved(document, "index.pdf"));
        QCOMPARE(pages.size(), 1 + 1 + 8 + 1);
        QVERIFY(pages[0].contains(QLatin1String("Playgrounds and terraces")));
        QVERIFY(pages[0].contains(QLatin1String("November 2026")));
        QVERIFY(pages[0].contains(QLatin1String("30 tiles")));
        for (const char* family : {"Reds", "Yellows", "Greens", "Blues", "Browns", "Greys"})
            QVERIFY(pages[1].contains(QLatin1String(family)));
        for (int i = 1; i <= 30; ++i) {
            const Article article = m_fixture.article(i);
            const int page = 2 + (i - 1) / 4;
            QVERIFY(pages[page].contains(QString::fromStdString(article.name)));
            const auto entry = QStringLiteral("%1 %2 %3")
                                   .arg(QString::fromStdString(article.code),
                                       QString::fromStdString(article.name))
                                   .arg(page + 1);
            QVERIFY2(pages[1].contains(entry), qPrintable(entry + pages[1]));
        }
        const QString legend = pages.back();
        for (const char* text : {"Colours", "Red", "RED", "Pearl", "L* 51.8", "a* 50.0"})
            QVERIFY2(legend.contains(QLatin1String(text)), text);
    }

    void familiesGoOverPages()
    {
        const auto document = catalogDocument(m_fixture.catalog(400), SheetTemplate{});
        const QStringList pages = pdfPages(saved(document, "long-index.pdf"));
        const QStringList index = pages.mid(1, pages.size() - 1 - (400 + 8) / 9 - 1);
        QVERIFY(index.size() > 1);
        for (int i = 1; i <= 400; ++i)
            QCOMPARE(index.join(QLatin1Char(' '))
                         .count(QString::fromStdString(m_fixture.article(i).name)),
                1);
    }

    void specificationsTellAll()
    {
        Catalog catalog = m_fixture.catalog(2);
        Product& product = catalog.articles[0].product;
        product.fallHeight = "1.4 m";
        product.kilogramsPerSquareMetre = 23.6;
        catalog.articles[0].note = "Best laid in summer.";
        SheetTemplate design;
        design.showsSeed = design.showsFidelity = design.showsPrices = true;
        const QStringList pages
            = pdfPages(saved(specificationDocument(catalog, catalog.articles, design), "spec.pdf"));
        QCOMPARE(pages.size(), 2);
        // 23.6 kg with 18 % binder on the granules: 20 kg of granules, 10 of them red.
        for (const char* text :
            {"Specification sheet", "Granite0001", "Article no. TW-0001", "Red RED 50 % 10.00 2.50",
                "Black BLACK 37.5 % 7.50 1.88", "Binder PU 18 % 3.60 0.90", "23.60 5.90",
                "500 × 500 mm", "20 mm", "5.90 kg", "23.6 kg", "1–4 mm", "65–70 Shore A", "Cfl-s1",
                "1.4 m", "24.90 EUR", "1704233", "0.6 points", "Best laid in summer.",
                "TW-8K3M-4T7Q-ZX2P", "Tiletown", "21 November 2026"})
            QVERIFY2(pages[0].contains(QString::fromUtf8(text)),
                qPrintable(QString::fromUtf8(text) + QStringLiteral(" is not in ") + pages[0]));
        QVERIFY(!pages[1].contains(QLatin1String("Critical fall height")));
    }

    void ordersCarryTheirHeadings()
    {
        const QStringList pages = pdfPages(
            saved(orderDocument(m_fixture.catalog(1), order(90), SheetTemplate{}), "order.pdf"));
        QVERIFY(pages.size() >= 3);
        const QString all = pages.join(QLatin1Char(' '));
        for (int i = 0; i < 90; ++i)
            QCOMPARE(all.count(QStringLiteral("Colour%1").arg(i, 3, 10, QLatin1Char('0'))), 1);
        for (const QString& page : pages) {
            if (page.contains(QLatin1String("Colour0")))
                QCOMPARE(page.count(QLatin1String("Mass, kg")), 1);
        }
        for (const char* text : {"Granule order", "Supplier", "Together 200.00", "Bags of 25 kg",
                 "1,234.5 50 2.85 3,562.50", "Granules together 111,105.0 4500", "222.2",
                 "320,625.00 EUR", "Wear layer: 10 mm, 9 kg/m²",
                 "Base: 30 mm, 27.5 kg/m², SBR black 2–6 mm", "Waste: 5 %, binder: 18 %"})
            QVERIFY2(all.contains(QString::fromUtf8(text)),
                qPrintable(QString::fromUtf8(text) + QStringLiteral(" is not in ") + all));
    }

    void floorsTellTilesAndCuts()
    {
        FloorLayout layout;
        layout.plan.roomLengthMetres = 4.2;
        layout.plan.roomWidthMetres = 3;
        layout.plan.bond = FloorBond::HalfBond;
        layout.counts = {{20, 6, 4, 6.4}, {18, 5, 3, 6.2}};
        const Catalog catalog = m_fixture.catalog(2);
        QImage picture(400, 280, QImage::Format_RGB32);
        picture.fill(QColor(120, 60, 40));
        const QStringList pages = pdfPages(
            saved(floorDocument(catalog, layout, catalog.articles, picture, 5, SheetTemplate{}),
                "floor.pdf"));
        QCOMPARE(pages.size(), 1);
        for (const char* text :
            {"Floor plan", "4.20 × 3.00 m", "12.60 m²", "500 × 500 mm", "half-bond",
                "Granite0001 TW-0001 6.40 20 6 24 26", "Granite0002 TW-0002 6.20 18 5 21 23",
                "Together 12.60 38 11 45 49", "With 5 % waste"})
            QVERIFY2(pages[0].contains(QString::fromUtf8(text)),
                qPrintable(QString::fromUtf8(text) + QStringLiteral(" is not in ") + pages[0]));
    }

    void russianPagesHaveRussianNumbersAndNames()
    {
        Catalog catalog = m_fixture.catalog(3);
        catalog.title = "Резиновая плитка";
        catalog.articles[0].name = "Гранит";
        SheetTemplate design;
        design.language = "ru";
        design.showsPrices = true;
        const QString all
            = pdfPages(saved(catalogDocument(catalog, design), "ru.pdf")).join(QLatin1Char(' '));
        for (const char* text : {"Резиновая плитка", "Гранит", "Красный 50 %", "37,5 %",
                 "24,90 EUR", "Ноябрь 2026", "51,8"})
            QVERIFY2(all.contains(QString::fromUtf8(text)), text);
    }

    void wordsStayOnThePageAndApart_data()
    {
        QTest::addColumn<int>("perPage");
        QTest::addColumn<bool>("isLandscape");
        for (const int perPage : {0, 1, 4, 9, 12})
            for (const bool isLandscape : {false, true})
                QTest::addRow("%d %s", perPage, isLandscape ? "landscape" : "portrait")
                    << perPage << isLandscape;
    }

    /// With the longest texts there are; 0 tiles a page: specification sheets.
    void wordsStayOnThePageAndApart()
    {
        QFETCH(int, perPage);
        QFETCH(bool, isLandscape);
        Catalog catalog = m_fixture.catalog(12);
        catalog.title = longName;
        catalog.subtitle = longName + longName;
        catalog.note = longName + longName;
        catalog.company.name = longName;
        catalog.company.address = longName;
        for (Article& article : catalog.articles) {
            article.name = longName;
            article.note = longName + "\n" + longName;
            article.code = "ARTICLE-NUMBER-THAT-GOES-ON-" + article.code;
            article.colors
                = {SheetFixture::color("terracotta", 175), SheetFixture::color("red", 165),
                    SheetFixture::color("light green", 165), SheetFixture::color("dark green", 165),
                    SheetFixture::color("black", 165), SheetFixture::color("pearl", 165)};
            article.product.hardness = longName;
        }
        SheetTemplate design;
        design.language = "ru";
        design.isLandscape = isLandscape;
        design.showsSeed = design.showsFidelity = design.showsPrices = true;
        if (perPage > 0)
            design.tilesPerPage = perPage;
        const QString file
            = saved(perPage > 0 ? catalogDocument(catalog, design)
                                : specificationDocument(catalog, catalog.articles, design),
                "long.pdf");
        const PdfWords found = pdfWords(file);
        QVERIFY(found.words.size() > 100);
        for (std::size_t i = 0; i < found.words.size(); ++i) {
            const PdfWord& word = found.words[i];
            const QSizeF page = found.pages[static_cast<std::size_t>(word.page)];
            QVERIFY2(QRectF(QPointF(), page).adjusted(40, 20, -40, -16).contains(word.box),
                qPrintable(word.text));
            for (std::size_t j = 0; j < i; ++j) {
                const PdfWord& other = found.words[j];
                const QRectF shared = other.box & word.box;
                // Boxes hold the font's whole height, so that lines touch a little.
                QVERIFY2(other.page != word.page || shared.isEmpty()
                        || shared.height() < 0.2 * word.box.height() || shared.width() < 0.5,
                    qPrintable(QStringLiteral("page %1: %2 on %3")
                                   .arg(word.page)
                                   .arg(word.text, other.text)));
            }
        }
    }

    void picturesStayInTheMargins()
    {
        const auto document = catalogDocument(m_fixture.catalog(12), plain());
        const QImage page = renderPage(**document, 0, 842);
        QCOMPARE(page.height(), 842);
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (x < 46 || x >= page.width() - 46 || y < 30 || y >= page.height() - 20)
                    QCOMPARE(page.pixel(x, y), qRgb(255, 255, 255));
    }

    void fontsAreEmbedded()
    {
        const QString file = saved(catalogDocument(m_fixture.catalog(3), {}), "fonts.pdf");
        const QStringList lines = QString::fromUtf8(outputOf(QStringLiteral("pdffonts"), {file}))
                                      .split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                                      .mid(2);
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines) { // … emb sub uni object ID
            const QStringList words = line.simplified().split(QLatin1Char(' '));
            QCOMPARE(words[words.size() - 5], QStringLiteral("yes"));
            QCOMPARE(words[words.size() - 3], QStringLiteral("yes"));
        }
    }

    void missingPicturesAreTold()
    {
        Catalog catalog = m_fixture.catalog(3);
        catalog.articles[1].tile.file = m_fixture.path("gone.png");
        catalog.company.logo = m_fixture.path("no-logo.svg");
        const auto document = catalogDocument(catalog, SheetTemplate{});
        QVERIFY((*document)->problems().isEmpty());
        const QStringList pages = pdfPages(saved(document, "missing.pdf"));
        QVERIFY(pages.join(QLatin1Char(' ')).contains(QLatin1String("Picture missing")));
        const QStringList problems = (*document)->problems();
        QCOMPARE(problems.size(), 2);
        QVERIFY(problems.join(QLatin1Char(' ')).contains(QLatin1String("TW-0002")));
        QVERIFY(problems.join(QLatin1Char(' ')).contains(QLatin1String("no-logo.svg")));
    }

    void logosAreDrawn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("vector") << QStringLiteral("logo.svg");
        QTest::newRow("pixels") << QStringLiteral("logo.png");
    }

    void logosAreDrawn()
    {
        QFETCH(QString, name);
        const fs::path logo = m_fixture.path(name.toStdString());
        QVERIFY(writeFileAtomically(m_fixture.path("logo.svg"), greenDrawing));
        QImage green(20, 10, QImage::Format_RGB32);
        green.fill(QColor(0, 255, 0));
        QVERIFY(green.save(m_fixture.file("logo.png")));
        Catalog catalog = m_fixture.catalog(1);
        catalog.company.logo = logo;
        const auto document = specificationDocument(catalog, catalog.articles, {});
        const QImage page = renderPage(**document, 0, 842);
        QVERIFY((*document)->problems().isEmpty());
        QCOMPARE(page.pixelColor(60, 45), QColor(0, 255, 0));
    }

    void cancellingLeavesTheOldFile()
    {
        const fs::path file = m_fixture.path("kept.pdf");
        QVERIFY(writeFileAtomically(file, "old"));
        const int before = entriesIn(file.parent_path());
        const auto document = catalogDocument(m_fixture.catalog(40), plain());
        std::stop_source stop;
        int pages = 0;
        const auto written = writePdf(
            file, **document,
            [&](int done, int total) {
                QCOMPARE(total, 5);
                pages = done;
                if (done == 2)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        QCOMPARE(pages, 2);
        QCOMPARE(*readTextFile(file), std::string("old"));
        QCOMPARE(entriesIn(file.parent_path()), before);
    }

    void whatCannotBeWrittenIsTold()
    {
        const auto document = catalogDocument(m_fixture.catalog(20), plain());
        for (const fs::path& file : {m_fixture.path("no-folder") / "a.pdf", m_fixture.path(".")}) {
            const auto written = writePdf(file, **document);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
        }
        const int before = entriesIn(m_fixture.path("."));
        {
            const FullDisk disk(4096);
            const auto written = writePdf(m_fixture.path("full.pdf"), **document);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::CannotWrite);
            QVERIFY(QString::fromStdString(written.error().message)
                        .contains(QLatin1String("full.pdf")));
        }
        QCOMPARE(entriesIn(m_fixture.path(".")), before);
    }

    void tenThousandTilesArePages()
    {
        const auto document = catalogDocument(m_fixture.catalog(10'000), SheetTemplate{});
        QVERIFY(document);
        const int tilePages = (10'000 + 8) / 9;
        QVERIFY((*document)->pageCount() > tilePages + 2);
        // Any page can be drawn by itself.
        for (const int page : {0, 1, (*document)->pageCount() / 2, (*document)->pageCount() - 1})
            QVERIFY(!renderPage(**document, page, 300).isNull());
        QVERIFY((*document)->problems().isEmpty());
    }

    void linesAreBrokenWithinTheirWidth()
    {
        const TextStyle style{8};
        const QString text = QString::fromStdString(longName);
        for (const double width : {40.0, 90.0, 300.0}) {
            const QStringList lines = brokenLines(text, style, width, 3);
            QVERIFY(lines.size() <= 3);
            for (const QString& line : lines)
                QVERIFY2(textWidth(line, style) <= width + 0.5, qPrintable(line));
        }
        QCOMPARE(brokenLines(QStringLiteral("a\nb\n\nc"), style, 100, 9),
            QStringList(
                {QStringLiteral("a"), QStringLiteral("b"), QString(), QStringLiteral("c")}));
        QVERIFY(brokenLines(QStringLiteral("a\nb"), style, 100, 1)[0].endsWith(QChar(0x2026)));
        QCOMPARE(textWidth(QStringLiteral("111"), style.tabular()),
            textWidth(QStringLiteral("000"), style.tabular()));
    }
};

QTEST_MAIN(SheetsTest)
#include "sheets_test.moc"
