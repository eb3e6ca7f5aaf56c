// The folder of web pages: what lies in it, what it refuses to overwrite, and odd texts.
#include <QRegularExpression>
#include <QTest>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sys/resource.h>

#include "core/catalog/folder_writer.h"
#include "core/catalog/html_catalog.h"
#include "core/catalog/html_data.h"
#include "core/image/picture.h"
#include "core/support/atomic_file.h"
#include "support/catalog_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file)
{
    return readTextFile(file).value_or("");
}

/// What the script sets.
nlohmann::json dataOf(const fs::path& folder)
{
    const std::string text = contentOf(folder / "assets" / "data.js");
    const auto begin = text.find('{');
    return nlohmann::json::parse(text.substr(begin, text.rfind('}') + 1 - begin));
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// No file may become larger: what a full disk does, without filling one.
class FullDisk {
public:
    explicit FullDisk(rlim_t largest)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = largest;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class HtmlCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<CatalogFixture>();
        m_fixture->add(catalogTile(1), "1.png");
        m_fixture->add(catalogTile(2, {{"dark green", 700}, {"white", 300}}), "2.png");
        m_web = m_fixture->path("web") / "site";
    }

    void theFolderHasEverything()
    {
        const Catalog catalog = m_fixture->make().catalog;
        std::vector<std::size_t> counts;
        const auto problems = writeHtmlCatalog(
            m_web, catalog, {}, [&](std::size_t done, std::size_t) { counts.push_back(done); });
        QVERIFY2(problems, problems ? "" : problems.error().message.c_str());
        QVERIFY(problems->empty());
        QCOMPARE(counts, (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(namesIn(m_web),
            (std::set<std::string>{
                "index.html", "assets", "pictures", "thumbnails", "catalog.json", "catalog.csv"}));
        QCOMPARE(namesIn(m_web.parent_path()), std::set<std::string>{"site"});
        for (const Article& article : catalog.articles)
            for (const char* folder : {"pictures", "thumbnails"}) {
                const auto picture = readPicture(m_web / folder / (article.id + ".jpg"));
                QVERIFY(picture);
                QCOMPARE(picture->image.width, 64);
            }
        const auto data = dataOf(m_web);
        QCOMPARE(data.at("articles").size(), std::size_t{2});
        QCOMPARE(data.at("articles")[0].at("mix").dump(), "[[0,50.0],[1,30.0],[2,20.0]]");
        QCOMPARE(data.at("colors").size(), std::size_t{5});
        QCOMPARE(data.at("products").size(), std::size_t{1});
        QVERIFY(data.at("articles")[1].at("family") == "greens");
        QVERIFY(!data.at("articles")[0].contains("seed"));
        const auto json = nlohmann::json::parse(contentOf(m_web / "catalog.json"));
        QCOMPARE(json.at("articles").size(), std::size_t{2});
        QVERIFY(!json.at("articles")[0].contains("seed"));
        QVERIFY(contentOf(m_web / "catalog.csv").find("seed") == std::string::npos);
        // Nobody's business: where the tiles lie.
        for (const auto& entry : fs::recursive_directory_iterator(m_web))
            if (entry.is_regular_file())
                QVERIFY(contentOf(entry.path()).find(m_fixture->path("").string())
                    == std::string::npos);
    }

    void seedsAreToldIfWanted()
    {
        HtmlOptions options;
        options.showsSeeds = true;
        QVERIFY(writeHtmlCatalog(m_web, m_fixture->make().catalog, options));
        const auto article = dataOf(m_web).at("articles")[1];
        QVERIFY(article.at("seed") == "2");
        QVERIFY(article.at("model") == "starter");
        QVERIFY(article.at("error") == 0.8);
    }

    void largePicturesAreScaledDown()
    {
        Tile tile = catalogTile(3);
        tile.request.width = 300;
        tile.request.height = 150;
        tile.image = FakeGenerator::picture(tile.request, 300, 150);
        m_fixture->add(tile, "3.png");
        HtmlOptions options;
        options.pictureSide = 100;
        const Catalog catalog = m_fixture->make().catalog;
        QVERIFY(writeHtmlCatalog(m_web, catalog, options));
        const auto picture = readPicture(m_web / "pictures" / (catalog.articles[2].id + ".jpg"));
        QCOMPARE(picture->image.width, 100);
        QCOMPARE(picture->image.height, 50);
    }

    /// A page from disk that asks the network for something shows nothing when there is none, and
    /// tells others who looks at it.
    void nothingIsAskedOfTheNetwork()
    {
        QVERIFY(writeHtmlCatalog(m_web, m_fixture->make().catalog, {}));
        QVERIFY(contentOf(m_web / "index.html").find("default-src 'none'") != std::string::npos);
        for (const auto& entry : fs::recursive_directory_iterator(m_web)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".html" && ending != ".css" && ending != ".js")
                continue;
            const std::string text = contentOf(entry.path());
            for (const char* remote : {"http:", "https:", "\"//", "'//", "(//", "@import", "fetch(",
                     "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "\"module\""})
                QVERIFY2(text.find(remote) == std::string::npos, remote);
        }
    }

    void everyFileOfThePageIsThere()
    {
        QVERIFY(writeHtmlCatalog(m_web, m_fixture->make().catalog, {}));
        const QString page = QString::fromStdString(contentOf(m_web / "index.html"));
        QVERIFY(!page.contains(QLatin1String("{{")));
        auto files
            = QRegularExpression(QStringLiteral("(?:src|href)=\"([^\":,]+)\"")).globalMatch(page);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QString file = files.next().captured(1);
            QVERIFY2(fs::exists(m_web / file.toStdString()), qPrintable(file));
        }
        QVERIFY(count >= 7);
    }

    void oddTextsStayTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("script") << "</script><script>alert(1)</script>";
        QTest::newRow("comment") << "<!-- ]]>";
        QTest::newRow("quotes") << "\"double\" 'single' `back` \\";
        QTest::newRow("line separators") << QString(QChar(0x2028)) + QChar(0x2029) + u'x';
        QTest::newRow("template") << "{{description}} {{title}} ${1}";
        QTest::newRow("entities") << "&lt;b&gt; & <b>";
        QTest::newRow("other scripts") << QStringLiteral("Плитка 地砖 😀");
        QTest::newRow("lines") << "a\nb\r\nc\td";
    }
    void oddTextsStayTexts()
    {
        QFETCH(QString, text);
        CatalogDetails details;
        details.title = details.subtitle = details.note = text.toStdString();
        details.company = {details.title, details.title, {}, {}, {}, {}};
        Catalog catalog = m_fixture->make(details).catalog;
        catalog.articles[0].name = catalog.articles[0].code = details.title;
        const auto problems = writeHtmlCatalog(m_web, catalog, {});
        QVERIFY(problems);
        const std::string script = contentOf(m_web / "assets" / "data.js");
        QVERIFY(std::all_of(
            script.begin(), script.end(), [](char c) { return c >= ' ' || c == '\n'; }));
        QVERIFY(script.find('<') == std::string::npos);
        const auto data = dataOf(m_web);
        QVERIFY(data.at("title") == details.title);
        QVERIFY(data.at("articles")[0].at("name") == details.title);

        const QString page = QString::fromStdString(contentOf(m_web / "index.html"));
        const QString heading = page.section(QLatin1String("<h1 id=\"title\">"), 1)
                                    .section(QLatin1String("</h1>"), 0, 0);
        QString plain = heading;
        plain.replace(QLatin1String("&lt;"), QLatin1String("<"))
            .replace(QLatin1String("&gt;"), QLatin1String(">"))
            .replace(QLatin1String("&quot;"), QLatin1String("\""))
            .replace(QLatin1String("&amp;"), QLatin1String("&"));
        QCOMPARE(plain, text);
        QVERIFY(!heading.contains(u'<'));
        QCOMPARE(page.count(QLatin1String("<script")), 5);
    }

    void textsThatAreNoUtf8()
    {
        CatalogDetails details;
        details.title = "\xff\xfe broken \xc3";
        QVERIFY(writeHtmlCatalog(m_web, m_fixture->make(details).catalog, {}));
        QVERIFY(dataOf(m_web).at("title").get<std::string>().find("broken") != std::string::npos);
    }

    void logoAndLanguage()
    {
        CatalogDetails details;
        details.company.logo = m_fixture->path("Logo.SVG");
        QVERIFY(writeFileAtomically(details.company.logo, "<svg/>"));
        HtmlOptions options;
        options.language = "ru";
        const auto problems = writeHtmlCatalog(m_web, m_fixture->make(details).catalog, options);
        QVERIFY(problems && problems->empty());
        const auto data = dataOf(m_web);
        QVERIFY(data.at("company").at("logo") == "assets/logo.svg");
        QCOMPARE(contentOf(m_web / "assets" / "logo.svg"), "<svg/>");
        QVERIFY(data.at("title") == "Каталог");
        QVERIFY(data.at("articles")[1].at("name") == "Тёмно-зелёный, белый");
        QVERIFY(contentOf(m_web / "index.html").find("<html lang=\"ru\">") != std::string::npos);

        details.company.logo = m_fixture->path("missing.png");
        const auto without = writeHtmlCatalog(m_web, m_fixture->make(details).catalog, options);
        QVERIFY(without);
        QCOMPARE(without->size(), std::size_t{1});
        QVERIFY(dataOf(m_web).at("company").at("logo") == "");
    }

    void tellsOfPicturesThatCannotBeRead()
    {
        const Catalog catalog = m_fixture->make().catalog;
        fs::remove(m_fixture->path("1.png"));
        const auto problems = writeHtmlCatalog(m_web, catalog, {});
        QVERIFY(problems);
        QCOMPARE(problems->size(), std::size_t{1});
        QCOMPARE(problems->front().file, m_fixture->path("1.png"));
        QCOMPARE(dataOf(m_web).at("articles").size(), std::size_t{1});

        fs::remove(m_fixture->path("2.png"));
        const auto none = writeHtmlCatalog(m_web, catalog, {});
        QVERIFY(!none);
        QCOMPARE(none.error().kind, ErrorKind::BadData);
        QCOMPARE(dataOf(m_web).at("articles").size(), std::size_t{1}); // as it was
        QCOMPARE(namesIn(m_web.parent_path()), std::set<std::string>{"site"});
    }

    void replacesOnlyACatalogue()
    {
        const Catalog catalog = m_fixture->make().catalog;
        fs::create_directories(m_web); // empty: may be filled
        QVERIFY(writeHtmlCatalog(m_web, catalog, {}));
        HtmlOptions russian;
        russian.language = "ru";
        QVERIFY(writeHtmlCatalog(m_web, catalog, russian));
        QVERIFY(dataOf(m_web).at("language") == "ru");

        QVERIFY(writeFileAtomically(m_web / "holiday.txt", "mine"));
        const auto refused = writeHtmlCatalog(m_web, catalog, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Usage);
        QVERIFY(refused.error().message.find("holiday.txt") != std::string::npos);
        QCOMPARE(contentOf(m_web / "holiday.txt"), "mine");
        QVERIFY(dataOf(m_web).at("language") == "ru");

        const fs::path other = m_fixture->path("other");
        fs::create_directories(other);
        QVERIFY(writeFileAtomically(other / "index.html", "<h1>My garden</h1>"));
        QVERIFY(!writeHtmlCatalog(other, catalog, {}));
        QCOMPARE(contentOf(other / "index.html"), "<h1>My garden</h1>");
        QVERIFY(!writeHtmlCatalog(m_fixture->path("1.png"), catalog, {}));
    }

    void followsALinkToTheFolder()
    {
        const fs::path real = m_fixture->path("real");
        fs::create_directories(real);
        fs::create_directories(m_web.parent_path());
        fs::create_directory_symlink(real, m_web);
        QVERIFY(writeHtmlCatalog(m_web, m_fixture->make().catalog, {}));
        QVERIFY(fs::is_symlink(m_web));
        QVERIFY(fs::exists(real / "index.html"));
    }

    void aCancelledOneLeavesNothing()
    {
        std::stop_source source;
        const auto cancelled = writeHtmlCatalog(
            m_web, m_fixture->make().catalog, {},
            [&](std::size_t done, std::size_t) {
                if (done == 1)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, ErrorKind::Cancelled);
        QVERIFY(namesIn(m_web.parent_path()).empty());
    }

    void whereNothingCanBeWritten()
    {
        const Catalog catalog = m_fixture->make().catalog;
        for (const fs::path& folder :
            {fs::path("/proc/catalogue"), m_fixture->path("1.png") / "x"}) {
            const auto refused = writeHtmlCatalog(folder, catalog, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::CannotWrite);
        }
    }

    void aFullDiskLeavesTheOldCatalogue()
    {
        const Catalog catalog = m_fixture->make().catalog;
        QVERIFY(writeHtmlCatalog(m_web, catalog, {}));
        const auto before = contentOf(m_web / "assets" / "data.js");
        {
            const FullDisk full(100);
            const auto refused = writeHtmlCatalog(m_web, catalog, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::CannotWrite);
        }
        QCOMPARE(contentOf(m_web / "assets" / "data.js"), before);
        QCOMPARE(namesIn(m_web.parent_path()), std::set<std::string>{"site"});
    }

    void refusesOptionsThatCannotBe()
    {
        const Catalog catalog = m_fixture->make().catalog;
        HtmlOptions language, side;
        language.language = "de";
        side.pictureSide = 10;
        for (const HtmlOptions& options : {language, side})
            QCOMPARE(writeHtmlCatalog(m_web, catalog, options).error().kind, ErrorKind::Usage);
        QVERIFY(!fs::exists(m_web));
    }

private:
    std::unique_ptr<CatalogFixture> m_fixture;
    fs::path m_web;
};

QTEST_GUILESS_MAIN(HtmlCatalogTest)
#include "html_catalog_test.moc"
