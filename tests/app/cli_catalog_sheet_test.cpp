// What the built program makes of "catalog sheet".
#include <QTest>

#include "app/program.h"
#include "support/library_fixture.h"
#include "support/sheet_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

class CliCatalogSheetTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;

    Outcome run(QStringList arguments) const
    {
        arguments = QStringList{QStringLiteral("catalog"), QStringLiteral("sheet"),
                        QStringLiteral("--library"), library()}
            + arguments;
        return m_program->run(arguments);
    }
    QString library() const { return QString::fromStdString(m_fixture->folder().string()); }
    static QStringList list(std::initializer_list<const char*> words)
    {
        QStringList result;
        for (const char* word : words)
            result += QString::fromUtf8(word);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
        std::filesystem::create_directory(m_fixture->folder());
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            QVERIFY(saveTile(
                m_fixture->folder() / ("tile" + std::to_string(seed) + ".png"), smallTile(seed)));
        QCOMPARE(m_program
                     ->run({QStringLiteral("library"), QStringLiteral("sweep"),
                         QStringLiteral("--library"), library()})
                     .status,
            0);
    }

    void makesACatalog()
    {
        const Outcome made = run(list({"--all", "-o", "all.pdf", "--per-page", "4", "--seeds",
            "--fidelity", "--landscape", "--paper", "letter", "--json"}));
        QCOMPARE(made.status, 0);
        const QList<QJsonObject> lines = jsonLines(made.out);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0][QLatin1String("pages")].toInt(), 5);
        QCOMPARE(lines[0][QLatin1String("problems")].toArray().size(), 0);
        const QStringList pages = pdfPages(m_program->path(QStringLiteral("all.pdf")));
        QCOMPARE(pages.size(), 5);
        const QString all = pages.join(QLatin1Char(' '));
        for (int seed = 1; seed <= 5; ++seed)
            QCOMPARE(all.count(QStringLiteral("Seed %1 ").arg(seed)), 1);
        QCOMPARE(pdfWords(m_program->path(QStringLiteral("all.pdf"))).pages[0], QSizeF(792, 612));
    }

    void makesSpecificationsInRussian()
    {
        const Outcome made
            = run(list({"1", "3", "-o", "two.pdf", "--kind", "specification", "--language", "ru"}));
        QCOMPARE(made.status, 0);
        QVERIFY(made.out.contains(QLatin1String("two.pdf: 2 pages")));
        const QStringList pages = pdfPages(m_program->path(QStringLiteral("two.pdf")));
        QCOMPARE(pages.size(), 2);
        QVERIFY(pages[0].contains(QStringLiteral("Красный")));
        // 4.5 kg of granules and 18 % of binder.
        QVERIFY(pages[0].contains(QLatin1String("5,31")));
    }

    void aTemplateIsRead()
    {
        const QString design = m_program->given(QStringLiteral("design.json"));
        const char* text
            = R"({"cover": false, "index": false, "legend": false, "tilesPerPage": 1, "language": "ru"})";
        QVERIFY(writeFileAtomically(design.toStdString(), text));
        QCOMPARE(run(list({"--all", "-o", "a.pdf", "--template"}) + QStringList{design}).status, 0);
        const QStringList pages = pdfPages(m_program->path(QStringLiteral("a.pdf")));
        QCOMPARE(pages.size(), 5);
        QVERIFY(pages[0].contains(QStringLiteral("Красный")));

        const char* wrong = R"({"tilesPerPage": 5})";
        QVERIFY(writeFileAtomically(design.toStdString(), wrong));
        const Outcome refused
            = run(list({"--all", "-o", "b.pdf", "--template"}) + QStringList{design});
        QCOMPARE(refused.status, 65);
        QVERIFY(refused.err.contains(QLatin1String("design.json")));
        QVERIFY(!m_program->files().contains(QStringLiteral("b.pdf")));
    }

    void whatCannotBeIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("which tiles") << list({"-o", "a.pdf"}) << 64;
        QTest::newRow("unknown tile") << list({"99", "-o", "a.pdf"}) << 64;
        QTest::newRow("no output") << list({"--all"}) << 64;
        QTest::newRow("seven a page") << list({"--all", "-o", "a.pdf", "--per-page", "7"}) << 64;
        QTest::newRow("no folder") << list({"--all", "-o", "none/a.pdf"}) << 73;
        QTest::newRow("no template")
            << list({"--all", "-o", "a.pdf", "--template", "none.json"}) << 65;
    }

    void whatCannotBeIsTold()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(m_program->files().isEmpty());
    }

    void aMissingPictureIsAnEmptyField()
    {
        std::filesystem::resize_file(m_fixture->folder() / "tile2.png",
            std::filesystem::file_size(m_fixture->folder() / "tile2.png") - 400);
        const Outcome made = run(list({"--all", "-o", "a.pdf"}));
        QCOMPARE(made.status, 0);
        QVERIFY(made.err.contains(QLatin1String("tile2.png")));
        QVERIFY(!pdfPages(m_program->path(QStringLiteral("a.pdf"))).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CliCatalogSheetTest)
#include "cli_catalog_sheet_test.moc"
