// What the built program does with a library.
#include <QTest>

#include "app/program.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class CliLibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
    }

    void importsShowsAndSweeps()
    {
        fs::create_directory(m_fixture->folder());
        const fs::path file = m_fixture->outside("proof.png");
        QVERIFY(saveTile(file, smallTile(7)));
        const Outcome imported = run({"import", file.c_str(), "--json"});
        QCOMPARE(imported.status, 0);
        const QList<QJsonObject> lines = jsonLines(imported.out);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0][QLatin1String("seed")].toInt(), 7);
        QCOMPARE(lines[0][QLatin1String("rating")].toInt(), 0);
        QCOMPARE(lines[0][QLatin1String("mix")].toArray().size(), 3);
        QVERIFY(fs::exists(m_fixture->folder() / "proof.png"));

        for (const char* name : {"proof.png", "1"}) {
            const Outcome shown = run({"show", name});
            QCOMPARE(shown.status, 0);
            for (const char* word : {"50% red, 30% black, 20% pearl", "fake model", "64 × 64"})
                QVERIFY2(shown.out.contains(QString::fromUtf8(word)), word);
        }
        for (const char* name : {"2", "nothing.png"}) {
            const Outcome refused = run({"show", name});
            QCOMPARE(refused.status, 64);
            QVERIFY(refused.err.contains(QString::fromUtf8(name)));
        }

        fs::remove(m_fixture->folder() / "proof.png");
        QVERIFY(saveTile(m_fixture->folder() / "new.png", smallTile(8)));
        QVERIFY(writeFileAtomically(m_fixture->folder() / "photo.png", "no tile"));
        const Outcome swept = run({"sweep"});
        QCOMPARE(swept.status, 0);
        QVERIFY(swept.out.contains(QLatin1String("1 tile added, 1 missing")));
        QVERIFY(swept.out.contains(QLatin1String("Not a tile: photo.png")));
        QVERIFY(swept.err.isEmpty());
    }

    void takesTheGoodOnes()
    {
        fs::create_directory(m_fixture->folder());
        const fs::path bad = m_fixture->outside("bad.png"), good = m_fixture->outside("good.png");
        QVERIFY(writeFileAtomically(bad, "no tile"));
        QVERIFY(saveTile(good, smallTile(7)));
        const Outcome outcome = run({"import", bad.c_str(), good.c_str()});
        QCOMPARE(outcome.status, 65);
        QVERIFY(outcome.err.contains(QLatin1String("bad.png")));
        QVERIFY(outcome.out.contains(QLatin1String("good.png")));
    }

    void rebuildsADamagedIndex()
    {
        {
            const auto library = m_fixture->open();
            QVERIFY(library->setRating({library->add(smallTile(7))->id}, 4));
        }
        m_fixture->open(); // makes the backup
        std::ofstream(m_fixture->indexFile()) << "This is a text.";
        const Outcome refused = run({"sweep"});
        QCOMPARE(refused.status, 65);
        QVERIFY(refused.err.contains(QLatin1String("tilewright library rebuild")));
        const Outcome rebuilt = run({"rebuild", "--json"});
        QCOMPARE(rebuilt.status, 0);
        QCOMPARE(jsonLines(rebuilt.out).value(0)[QLatin1String("added")].toInt(), 1);
        QVERIFY(run({"show", "1"}).out.contains(QLatin1String("rating    4")));
        const auto library = m_fixture->open();
        QCOMPARE(run({"rebuild"}).status, 75); // it is in use
    }

    void aWrongFolderIsNoNewLibrary()
    {
        for (const char* command : {"sweep", "rebuild"})
            QCOMPARE(run({command}).status, 64);
        QVERIFY(!fs::exists(m_fixture->folder()));
    }

private:
    Outcome run(const std::vector<const char*>& arguments) const
    {
        QStringList all = texts({"library"}) + texts(arguments);
        return m_program->run(all << QStringLiteral("--library")
                                  << QString::fromStdString(m_fixture->folder().string()));
    }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CliLibraryTest)
#include "cli_library_test.moc"
