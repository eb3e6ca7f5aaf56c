// What the built program says of the granules that a job needs.
#include <QTest>

#include "app/program.h"
#include "core/support/atomic_file.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class CliOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_fixture = std::make_unique<LibraryFixture>();
        const auto library = m_fixture->open();
        QVERIFY(library->add(smallTile(7))); // 50 % red, 30 % black, 20 % pearl
        QVERIFY(library->add(smallTile(8, {{"red", 1000}})));
        QVERIFY(writeFileAtomically(details(), R"({"product": {"thicknessMillimetres": 10}})"));
        QVERIFY(writeFileAtomically(prices(), "name;price\nred;2,85\nbinder;4,25\n"));
    }

    void tellsATable()
    {
        const Outcome plain = run({"1", "--area", "24,5"});
        QCOMPARE(plain.status, 0);
        QVERIFY2(plain.err.isEmpty(), qPrintable(plain.err));
        for (const char* words :
            {"24.5 m² of 1 tile: 10 mm (9 kg/m²)", "115.763", "273.200", "total"})
            QVERIFY2(holds(plain.out, words), qPrintable(plain.out));
        QVERIFY(!plain.out.contains(QLatin1String("EUR")));

        const Outcome priced = run({"1", "--area", "24.5", "--prices", prices().c_str()});
        QCOMPARE(priced.status, 0);
        for (const char* words :
            {"EUR/kg", "2.85", "356.25", "533.37", "No price, not in the total: black, pearl"})
            QVERIFY2(holds(priced.out, words), qPrintable(priced.out));
    }

    void tellsJson()
    {
        const Outcome outcome = run({"2", "1", "--areas", "10;2,5", "--layer", "10mm", "--layer",
            "Base:40mm:26kg:SBR black", "--waste", "0", "--binder", "20", "--bag", "20", "--json"});
        QCOMPARE(outcome.status, 0);
        const QJsonObject order = jsonLines(outcome.out).value(0);
        const QJsonArray items = order[QLatin1String("items")].toArray();
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[1][QLatin1String("squareMetres")].toDouble(), 2.5);
        const QJsonObject base = order[QLatin1String("lines")][0].toObject();
        QCOMPARE(base[QLatin1String("name")].toString(), QStringLiteral("SBR black"));
        QCOMPARE(base[QLatin1String("grams")].toInt(), 325'000);
        QCOMPARE(base[QLatin1String("bags")].toInt(), 17);
        const QJsonObject red = order[QLatin1String("lines")][1].toObject();
        QCOMPARE(red[QLatin1String("grams")].toInt(), 90'000 + 11'250);
        QCOMPARE(order[QLatin1String("binder")][QLatin1String("grams")].toInt(), 87'500);
        QCOMPARE(order[QLatin1String("settings")][QLatin1String("layers")][1][QLatin1String("name")]
                     .toString(),
            QStringLiteral("Base"));
    }

    void writesFiles()
    {
        QCOMPARE(run({"--all", "--area", "10", "-o", "order.csv"}).status, 0);
        QCOMPARE(run({"--all", "--area", "10", "-o", "order.JSON"}).status, 0);
        const Outcome pages
            = run({"--all", "--area", "10", "--paper", "letter", "-o", "order.pdf"});
        QVERIFY2(pages.status == 0, qPrintable(pages.err));
        QVERIFY(text("order.pdf").startsWith("%PDF-"));
        const Outcome russian = run({"--from", "pearl", "--area", "10", "--spreadsheet",
            "--language", "ru", "-o", "заказ.csv"});
        QCOMPARE(russian.status, 0);
        QCOMPARE(russian.out, QStringLiteral("заказ.csv\n"));
        QVERIFY(text("order.csv")
                    .startsWith("material,code,kg,bags,price per kg,cost,currency\r\n"
                                "red,RED,141.75,6,,,\r\n"));
        QCOMPARE(QJsonDocument::fromJson(text("order.JSON"))
                     .object()[QLatin1String("items")]
                     .toArray()
                     .size(),
            2);
        QVERIFY(text("заказ.csv").startsWith("\xEF\xBB\xBFматериал;код;кг"));
        QVERIFY(text("заказ.csv").contains("\r\nКрасный;RED;47,25;2;"));
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* arguments, int status, const char* told) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char('|')) << status
                                << QString::fromUtf8(told);
        };
        row("no area", "1", 64, "--area 24.5");
        row("no tiles", "--area|5", 64, "Say which tiles");
        row("an unknown tile", "99|--area|5", 64, "99");
        row("a word for an area", "1|--area|large", 64, "\"large\"");
        row("too small an area", "1|--area|0.001", 64, "0.01");
        row("too few areas", "1|2|--areas|5", 64, "2 tiles, but the number of areas is 1");
        row("two ways to tell the area", "1|--area|5|--areas|5", 64, "--area");
        row("a layer without a thickness", "1|--area|5|--layer|SBR", 64, "\"SBR\"");
        row("a layer with too much", "1|--area|5|--layer|10mm:9kg:red:black", 64, "Base:40mm");
        row("a layer that is too thick", "1|--area|5|--layer|900mm", 64, "900");
        row("too much binder", "1|--area|5|--binder|200", 64, "Binder");
        row("an unknown ending", "1|--area|5|-o|order.xls", 64, ".csv");
        row("a folder that is not there", "1|--area|5|-o|nowhere/order.csv", 73, "nowhere");
        row("no price list", "1|--area|5|--prices|nothing.csv", 65, "nothing.csv");
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QString, told);
        const Outcome outcome = runWith(arguments);
        QVERIFY2(outcome.status == status, qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(told), qPrintable(outcome.err));
        QVERIFY(m_program->files().isEmpty());
    }

    void tilesOfTwoThicknessesNeedALayer()
    {
        const QJsonArray ids = jsonLines(run({"--all", "--area", "1", "--json"}).out)
                                   .value(0)[QLatin1String("items")]
                                   .toArray();
        const std::string id = ids[0][QLatin1String("id")].toString().toStdString();
        QVERIFY(writeFileAtomically(details(),
            "{\"articles\": {\"" + id + "\": {\"product\": {\"thicknessMillimetres\": 45}}}}"));
        const Outcome refused = run({"--all", "--area", "1"});
        QCOMPARE(refused.status, 64);
        QVERIFY2(refused.err.contains(QLatin1String("--layer")), qPrintable(refused.err));
        QCOMPARE(run({"--all", "--area", "1", "--layer", "20"}).status, 0);
    }

private:
    fs::path details() const { return m_fixture->outside("details.json"); }
    fs::path prices() const { return m_fixture->outside("prices.csv"); }
    static bool holds(const QString& text, const char* words)
    {
        return text.contains(QString::fromUtf8(words));
    }
    QByteArray text(const char* name) const
    {
        QFile file(m_program->path(QString::fromUtf8(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Outcome runWith(const QStringList& arguments) const
    {
        return m_program->run(QStringList{QStringLiteral("catalog"), QStringLiteral("order")}
            + arguments
            + QStringList{QStringLiteral("--library"),
                QString::fromStdString(m_fixture->folder().string()), QStringLiteral("--details"),
                QString::fromStdString(details().string())});
    }
    Outcome run(const std::vector<const char*>& arguments) const
    {
        return runWith(texts(arguments));
    }

    std::unique_ptr<Program> m_program;
    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(CliOrderTest)
#include "cli_order_test.moc"
