// What the built program lays as floors.
#include <QTest>

#include "app/program.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

class CliCatalogFloorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Two seeds of one mix and one of another: ids 1 to 3.
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
        const auto library = m_fixture->open();
        QVERIFY(library->add(smallTile(7)));
        QVERIFY(library->add(smallTile(8)));
        QVERIFY(library->add(smallTile(9, {{"blue", 1000}})));
    }

    void tellsWhatItTakes()
    {
        const Outcome outcome = run(
            {"1", "2", "3", "--room", "4,2x3", "--pattern", "checks", "--waste", "10", "--json"});
        QCOMPARE(outcome.status, 0);
        const QJsonObject told = jsonLines(outcome.out).value(0);
        const QJsonArray tiles = told[QLatin1String("tiles")].toArray();
        QCOMPARE(tiles.size(), 2);
        // 9 × 6 tiles in turn, the first and the last column cut.
        QCOMPARE(tiles[0][QLatin1String("pictures")].toInt(), 2);
        QCOMPARE(tiles[0][QLatin1String("whole")].toInt(), 21);
        QCOMPARE(tiles[0][QLatin1String("cut")].toInt(), 6);
        QCOMPARE(tiles[0][QLatin1String("needed")].toInt(), 27);
        QCOMPARE(tiles[0][QLatin1String("toOrder")].toInt(), 30);
        const QJsonObject plan = told[QLatin1String("plan")].toObject();
        QCOMPARE(plan[QLatin1String("roomLengthMetres")].toDouble(), 4.2);
        QCOMPARE(plan[QLatin1String("isTurned")].toBool(), true); // blue has one picture only
        QCOMPARE(m_program->files(), QStringList());

        const Outcome table = run({"1", "2", "3", "--pattern", "border"});
        QCOMPARE(table.status, 0);
        QVERIFY(table.out.contains(QStringLiteral("4 × 3 m, tiles of 500 × 500 mm, border")));
        QCOMPARE(table.out.count(QLatin1Char('\n')), 4);
    }

    void drawsPictures_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("view");
        QTest::addColumn<int>("height");
        for (const char* file : {"floor.png", "floor.jpg", "floor.tif", "floor.webp"})
            QTest::newRow(file) << QString::fromLatin1(file) << "above" << 150;
        QTest::newRow("perspective") << "room.png"
                                     << "perspective" << 133;
    }
    void drawsPictures()
    {
        QFETCH(QString, file);
        QFETCH(QString, view);
        QFETCH(int, height);
        const Outcome outcome = run({"1", "3", "--pattern", "stripes", "--view", view.toUtf8(),
            "--size", "200", "-o", file.toUtf8()});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(m_program->files(), QStringList(file));
        if (file.endsWith(QLatin1String(".png"))) {
            const Image image = m_program->picture(file);
            QCOMPARE(image.width, 200);
            QCOMPARE(image.height, height);
        }
        QVERIFY(outcome.out.endsWith(file + QLatin1Char('\n')));
    }

    void drawsAPage()
    {
        const Outcome outcome = run({"--all", "--pattern", "random", "--shares", "60,40", "--size",
            "300", "-o", "floor.pdf"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QFile file(m_program->path(QStringLiteral("floor.pdf")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
    }

    void takesAPlan()
    {
        QFile plan(m_program->given(QStringLiteral("plan.json")));
        QVERIFY(plan.open(QIODevice::WriteOnly));
        plan.write(R"({"roomLengthMetres": 1, "roomWidthMetres": 1, "pattern": "painted",
            "recipeCount": 2, "painted": [[0, 1], [1, 1]]})");
        plan.close();
        const QByteArray name = plan.fileName().toUtf8();
        const Outcome painted = run({"1", "3", "--plan", name, "--json"});
        QCOMPARE(painted.status, 0);
        const QJsonObject told = jsonLines(painted.out).value(0);
        QCOMPARE(told[QLatin1String("tiles")][1][QLatin1String("whole")].toInt(), 3);
        // What is told can be given again, and changed.
        QFile report(m_program->given(QStringLiteral("report.json")));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write(painted.out.toUtf8());
        report.close();
        const Outcome again = run(
            {"1", "3", "--plan", report.fileName().toUtf8(), "--pattern", "single", "--json"});
        QCOMPARE(again.status, 0);
        QCOMPARE(jsonLines(again.out)
                     .value(0)[QLatin1String("tiles")][0][QLatin1String("whole")]
                     .toInt(),
            4);
    }

    void wrongWishesAreRefused_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("status");
        QTest::newRow("no tile") << QByteArrayList{} << "Say which tiles" << 64;
        QTest::newRow("unknown tile") << QByteArrayList{"99"} << "99" << 64;
        QTest::newRow("room") << QByteArrayList{"1", "--room", "big"} << "\"big\" is no room" << 64;
        QTest::newRow("huge room") << QByteArrayList{"1", "--room", "4000x3"} << "4000 m" << 64;
        QTest::newRow("pattern") << QByteArrayList{"1", "--pattern", "zigzag"} << "zigzag" << 64;
        QTest::newRow("shares") << QByteArrayList{"1", "--shares", "a,b"} << "no shares" << 64;
        QTest::newRow("too many shares")
            << QByteArrayList{"1", "--shares", "1,2"} << "2 shares" << 64;
        QTest::newRow("border") << QByteArrayList{"1", "--pattern", "border"} << "two kinds" << 64;
        QTest::newRow("painted") << QByteArrayList{"1", "--pattern", "painted"} << "--plan" << 64;
        QTest::newRow("ending") << QByteArrayList{"1", "-o", "floor.gif"} << "gif" << 64;
        QTest::newRow("size") << QByteArrayList{"1", "--size", "9", "-o", "a.png"} << "9 pixels"
                              << 64;
        QTest::newRow("folder") << QByteArrayList{"1", "-o", "no/floor.png"} << "no" << 73;
    }
    void wrongWishesAreRefused()
    {
        QFETCH(QByteArrayList, arguments);
        QFETCH(QString, word);
        QFETCH(int, status);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
        QCOMPARE(m_program->files(), QStringList());
    }

    /// The second tile is not square.
    void sizesMustAgree()
    {
        QFile details(m_program->given(QStringLiteral("details.json")));
        QVERIFY(details.open(QIODevice::WriteOnly));
        details.write(R"({"product": {"lengthMillimetres": 1000}})");
        details.close();
        const QByteArray name = details.fileName().toUtf8();
        const Outcome turned = run({"3", "--details", name, "--turned"});
        QCOMPARE(turned.status, 64);
        QVERIFY(turned.err.contains(QStringLiteral("1000 × 500")));
        const Outcome laid = run({"3", "--details", name, "--json"});
        QCOMPARE(laid.status, 0);
        QCOMPARE(
            jsonLines(laid.out).value(0)[QLatin1String("tiles")][0][QLatin1String("whole")].toInt(),
            24);
    }

    void aTileThatIsGoneIsTold()
    {
        for (const auto& entry : std::filesystem::directory_iterator(m_fixture->folder()))
            if (entry.path().extension() == ".png")
                std::filesystem::remove(entry.path());
        const Outcome outcome = run({"1", "-o", "floor.png"});
        QVERIFY(outcome.status != 0);
        QCOMPARE(m_program->files(), QStringList());
    }

private:
    Outcome run(const QList<QByteArray>& arguments) const
    {
        QStringList all{QStringLiteral("catalog"), QStringLiteral("floor")};
        for (const QByteArray& argument : arguments)
            all << QString::fromUtf8(argument);
        return m_program->run(all << QStringLiteral("--library")
                                  << QString::fromStdString(m_fixture->folder().string()));
    }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CliCatalogFloorTest)
#include "cli_catalog_floor_test.moc"
