// What the built program does with a catalogue: lists, tables, web pages, share codes.
#include <QTest>

#include "app/program.h"
#include "core/catalog/share_code.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class CliCatalogDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
        const auto library = m_fixture->open();
        QVERIFY(library->add(smallTile(7)));
        QVERIFY(library->add(smallTile(8, {{"blue", 750}, {"white", 250}})));
        QVERIFY(library->setRating({1}, 4));
    }

    void listsArticles()
    {
        const Outcome listed = run({"list"});
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.out.count(u'\n'), 3);
        QVERIFY(listed.out.contains(QLatin1String("50% red, 30% black, 20% pearl")));
        QVERIFY(listed.out.contains(QLatin1String("Blue, white")));
        QVERIFY(run({"list", "--language", "ru"}).out.contains(QStringLiteral("Синий, белый")));

        const QList<QJsonObject> articles = jsonLines(run({"list", "--json"}).out);
        QCOMPARE(articles.size(), 2);
        const QString id = articles[0][QLatin1String("id")].toString();
        QCOMPARE(id.size(), 8);
        for (const QString& name : {id, QStringLiteral("2")})
            QCOMPARE(jsonLines(run({"list", name.toUtf8().constData(), "--json"}).out).size(), 1);
        const Outcome unknown = run({"list", "NOTHING"});
        QCOMPARE(unknown.status, 64);
        QVERIFY(unknown.err.contains(QLatin1String("NOTHING")));
    }

    void writesTables()
    {
        const QString file = m_program->path(QStringLiteral("c.csv"));
        const Outcome written = run({"data", "--all", "-o", "c.csv"});
        QCOMPARE(written.status, 0);
        QVERIFY(written.out.contains(QLatin1String("2 articles")));
        QVERIFY(contentOf(file).startsWith("id,code,name,"));
        QCOMPARE(
            run({"data", "--from", "rating 3+", "--language", "ru", "--spreadsheet", "-o", "c.csv"})
                .status,
            0);
        QVERIFY(contentOf(file).startsWith("\xef\xbb\xbfid;"));
        QCOMPARE(contentOf(file).count("\r\n"), 2);

        const Outcome json = run({"data", "--all", "-o", "c.json", "--json"});
        QCOMPARE(jsonLines(json.out).value(0)[QLatin1String("articles")].toInt(), 2);
        const auto document
            = QJsonDocument::fromJson(contentOf(m_program->path(QStringLiteral("c.json"))));
        QCOMPARE(document[QLatin1String("articles")].toArray().size(), 2);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* arguments, int status, const char* told) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << status
                                << QString::fromLatin1(told);
        };
        row("no tiles", "data -o c.csv", 64, "Say which tiles");
        row("an ending", "data --all -o c.xml", 64, "c.xml");
        row("no table", "data --all -o c.json --spreadsheet", 64, "--spreadsheet");
        row("a read-only table", "data --all -o /proc/c.csv", 73, "/proc/c.csv");
        row("a read-only folder", "html --all -o /proc/web", 73, "/proc/web");
        row("a small side", "html --all -o web --picture-side 3", 64, "3 pixels");
        row("nothing found", "html --from picked -o web", 64, "no such tiles");
        row("no details", "data --all --details none.json -o c.csv", 64, "none.json");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, told);
        const Outcome refused = runAll(arguments);
        QCOMPARE(refused.status, status);
        QVERIFY2(refused.err.contains(told), qPrintable(refused.err));
        QCOMPARE(m_program->files(), QStringList());
    }

    void aMissingTileIsToldOf()
    {
        const auto library = m_fixture->open();
        fs::remove(library->records({1})->front().file);
        const Outcome written = run({"data", "--all", "-o", "c.csv"});
        QCOMPARE(written.status, 0);
        QVERIFY(written.out.contains(QLatin1String("1 article")));
        QVERIFY(written.err.contains(QLatin1String("Left out: ")));
    }

    void makesWebPages()
    {
        const fs::path details = m_program->given(QStringLiteral("details.json")).toStdString();
        QVERIFY(writeFileAtomically(details, "{\"title\": \"</script> & \\\"quotes\\\"\"}"));
        const Outcome made = run({"html", "--all", "--details", details.c_str(), "-o", "my site"});
        QCOMPARE(made.status, 0);
        QCOMPARE(made.out.trimmed(), QStringLiteral("my site/index.html"));
        QVERIFY(contentOf(m_program->path(QStringLiteral("my site/index.html")))
                    .contains("<title>&lt;/script&gt; &amp; &quot;quotes&quot;</title>"));
        QCOMPARE(run({"html", "1", "-o", "my site"}).status, 0); // again

        QVERIFY(writeFileAtomically(
            m_program->path(QStringLiteral("my site/letter.txt")).toStdString(), "mine"));
        const Outcome refused = run({"html", "--all", "-o", "my site"});
        QCOMPARE(refused.status, 64);
        QVERIFY(refused.err.contains(QLatin1String("letter.txt")));
        QCOMPARE(contentOf(m_program->path(QStringLiteral("my site/letter.txt"))), "mine");
        QCOMPARE(m_program->files(), QStringList{QStringLiteral("my site")});
    }

    void aCodeDrawsTheSameGranules()
    {
        const Outcome told = run({"code", "1"});
        QCOMPARE(told.status, 0);
        const QString code = told.out.section(u' ', 0, 0);
        QVERIFY(looksLikeShareCode(code.toStdString()));

        const QStringList size{QStringLiteral("--size"), QStringLiteral("96")};
        const auto draw = [&](const QStringList& what, const char* file) {
            return m_program
                ->run(QStringList{QStringLiteral("granulate")} + what + size
                    + QStringList{QStringLiteral("-o"), QString::fromLatin1(file)})
                .status;
        };
        QCOMPARE(draw({QStringLiteral("--code"), code.toLower()}, "code.png"), 0);
        QCOMPARE(draw({QStringLiteral("--mix"), QStringLiteral("50% red, 30% black, 20% pearl"),
                          QStringLiteral("--seed"), QStringLiteral("7")},
                     "mix.png"),
            0);
        QVERIFY(!m_program->picture(QStringLiteral("code.png")).empty());
        QCOMPARE(m_program->picture(QStringLiteral("code.png")),
            m_program->picture(QStringLiteral("mix.png")));

        QString wrong = code;
        wrong.back() = wrong.back() == u'0' ? u'1' : u'0';
        QCOMPARE(draw({QStringLiteral("--code"), wrong}, "wrong.png"), 64);
        QCOMPARE(draw({QStringLiteral("--code"), code, QStringLiteral("--mix"),
                          QStringLiteral("100% red")},
                     "wrong.png"),
            64);
        QCOMPARE(draw({}, "wrong.png"), 64);
        QVERIFY(!fs::exists(m_program->path(QStringLiteral("wrong.png")).toStdString()));
    }

private:
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Outcome runAll(const QStringList& arguments) const
    {
        return m_program->run(QStringList{QStringLiteral("catalog")} + arguments
            + QStringList{
                QStringLiteral("--library"), QString::fromStdString(m_fixture->folder().string())});
    }
    Outcome run(const std::vector<const char*>& arguments) const
    {
        return runAll(texts(arguments));
    }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CliCatalogDataTest)
#include "cli_catalog_data_test.moc"
