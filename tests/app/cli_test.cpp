// What the built program says, and how it ends, when it need not make a tile with the model.
#include <QTest>

#include "app/program.h"
#include "core/image/png.h"

using namespace tilewright;

namespace {

const QString redAndBlack = QStringLiteral("50% red, 50% black");

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Program> m_program;

private Q_SLOTS:
    void init() { m_program = std::make_unique<Program>(); }

    void help_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("program") << QStringList()
                                 << QStringList{QStringLiteral("render"),
                                        QStringLiteral("granulate"), QStringLiteral("model"),
                                        QStringLiteral("doctor"), QStringLiteral("Exit status"),
                                        QStringLiteral("130")};
        QTest::newRow("render") << QStringList{QStringLiteral("render")}
                                << QStringList{QStringLiteral("--mix"),
                                       QStringLiteral("--guidance-rescale"),
                                       QStringLiteral("Sampling"), QStringLiteral("Examples")};
        QTest::newRow("granulate")
            << QStringList{QStringLiteral("granulate")}
            << QStringList{QStringLiteral("--granule"), QStringLiteral("--output"),
                   QStringLiteral("radial-gradient"), QStringLiteral("--region-mix")};
        QTest::newRow("model") << QStringList{QStringLiteral("model")}
                               << QStringList{QStringLiteral("inspect")};
        QTest::newRow("model inspect")
            << QStringList{QStringLiteral("model"), QStringLiteral("inspect")}
            << QStringList{QStringLiteral("--base"), QStringLiteral("PATH")};
        QTest::newRow("measure") << QStringList{QStringLiteral("measure")}
                                 << QStringList{QStringLiteral("PICTURE"),
                                        QStringLiteral("--calibration"),
                                        QStringLiteral("--tolerance"), QStringLiteral("79")};
        QTest::newRow("palette") << QStringList{QStringLiteral("palette")}
                                 << QStringList{QStringLiteral("list"), QStringLiteral("import"),
                                        QStringLiteral("export"), QStringLiteral("calibrate")};
        QTest::newRow("palette calibrate")
            << QStringList{QStringLiteral("palette"), QStringLiteral("calibrate")}
            << QStringList{QStringLiteral("--photos"), QStringLiteral("--seed")};
        QTest::newRow("library") << QStringList{QStringLiteral("library")}
                                 << QStringList{QStringLiteral("sweep"), QStringLiteral("rebuild"),
                                        QStringLiteral("import"), QStringLiteral("show")};
        QTest::newRow("library rebuild")
            << QStringList{QStringLiteral("library"), QStringLiteral("rebuild")}
            << QStringList{QStringLiteral("--library"), QStringLiteral("Examples")};
        QTest::newRow("recipe") << QStringList{QStringLiteral("recipe")}
                                << QStringList{QStringLiteral("list"), QStringLiteral("add"),
                                       QStringLiteral("graniteember")};
        QTest::newRow("doctor") << QStringList{QStringLiteral("doctor")}
                                << QStringList{QStringLiteral("--json")};
    }
    void help()
    {
        QFETCH(QStringList, command);
        QFETCH(QStringList, words);
        const Outcome outcome = m_program->run(command + QStringList{QStringLiteral("--help")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.err.isEmpty());
        for (const QString& word : words)
            QVERIFY2(outcome.out.contains(word), qPrintable(word));
        for (const QString& line : outcome.out.split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }

    void version()
    {
        const Outcome outcome = m_program->run({QStringLiteral("--version")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith(QLatin1String("Tilewright ")));
    }

    void errors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QStringList>("words");
        const QString render = QStringLiteral("render"), mix = QStringLiteral("--mix"),
                      granulate = QStringLiteral("granulate"), output = QStringLiteral("-o"),
                      tile = QStringLiteral("tile.png");
        const auto row = [](const char* name, const QStringList& arguments, int status,
                             const QStringList& words) {
            QTest::newRow(name) << arguments << status << words;
        };
        row("unknown colour", {render, mix, QStringLiteral("50% rde")}, 64,
            {QStringLiteral("rde"), QStringLiteral("red")});
        row("unknown colour, granulate",
            {granulate, mix, QStringLiteral("50% rde, 50% black"), output, tile}, 64,
            {QStringLiteral("rde"), QStringLiteral("red")});
        row("shares of 90", {render, mix, QStringLiteral("50% red, 40% black")}, 64,
            {QStringLiteral("90")});
        row("nothing to make", {render}, 64, {QStringLiteral("--mix")});
        row("mix and prompt",
            {render, mix, redAndBlack, QStringLiteral("--prompt"), QStringLiteral("x")}, 64,
            {QStringLiteral("--prompt")});
        row("unknown command", {QStringLiteral("rendr")}, 64, {QStringLiteral("rendr")});
        row("unknown option", {render, mix, redAndBlack, QStringLiteral("--stepps=3")}, 64,
            {QStringLiteral("--stepps")});
        row("no number", {render, mix, redAndBlack, QStringLiteral("--steps"), QStringLiteral("x")},
            64, {QStringLiteral("--steps")});
        row("too few", {render, mix, redAndBlack, QStringLiteral("--count"), QStringLiteral("0")},
            64, {QStringLiteral("--count")});
        row("negative seed",
            {render, mix, redAndBlack, QStringLiteral("--seed"), QStringLiteral("-1")}, 64,
            {QStringLiteral("--seed")});
        row("scheduler",
            {render, mix, redAndBlack, QStringLiteral("--scheduler"), QStringLiteral("ddim")}, 64,
            {QStringLiteral("ddim"), QStringLiteral("euler-a")});
        row("size", {render, mix, redAndBlack, QStringLiteral("--size"), QStringLiteral("big")}, 64,
            {QStringLiteral("big")});
        row("granules too fine",
            {granulate, mix, redAndBlack, output, tile, QStringLiteral("--granule"),
                QStringLiteral("0.1")},
            64, {QStringLiteral("--granule")});
        row("granule size",
            {granulate, mix, redAndBlack, output, tile, QStringLiteral("--granule"),
                QStringLiteral("huge")},
            64, {QStringLiteral("huge"), QStringLiteral("medium")});
        row("grading of 60 %",
            {granulate, mix, redAndBlack, output, tile, QStringLiteral("--grading"),
                QStringLiteral("1-3:60")},
            64, {QStringLiteral("60 %")});
        row("two sizes",
            {granulate, mix, redAndBlack, output, tile, QStringLiteral("--granule"),
                QStringLiteral("small"), QStringLiteral("--grading"), QStringLiteral("4-8:100")},
            64, {QStringLiteral("--granule"), QStringLiteral("--grading")});
        const QString pattern = QStringLiteral("--pattern");
        row("unknown pattern",
            {granulate, mix, redAndBlack, output, tile, pattern, QStringLiteral("dots")}, 64,
            {QStringLiteral("dots"), QStringLiteral("stripes")});
        row("gradient of one mix",
            {granulate, mix, redAndBlack, output, tile, pattern, QStringLiteral("linear-gradient")},
            64, {QStringLiteral("two mixes")});
        row("unknown colour in a region",
            {granulate, mix, redAndBlack, output, tile, pattern, QStringLiteral("stripes"),
                QStringLiteral("--region-mix"), QStringLiteral("100% rde")},
            64, {QStringLiteral("rde"), QStringLiteral("red")});
        row("no mask",
            {granulate, mix, redAndBlack, output, tile, QStringLiteral("--mask"),
                QStringLiteral("gone.png")},
            64, {QStringLiteral("gone.png")});
        row("pattern without the guide",
            {render, mix, redAndBlack, QStringLiteral("--guide"), QStringLiteral("none"), pattern,
                QStringLiteral("stripes")},
            64, {QStringLiteral("--guide mix")});
        row("folder is not there",
            {render, mix, redAndBlack, output, QStringLiteral("no/tile.png")}, 73,
            {QStringLiteral("no/tile.png")});
        // Takes no files, not even from root.
        row("unwritable folder", {render, mix, redAndBlack, output, QStringLiteral("/proc/t.png")},
            73, {QStringLiteral("/proc/t.png")});
        row("unwritable folder, granulate",
            {granulate, mix, redAndBlack, output, QStringLiteral("/proc/t.png")}, 73,
            {QStringLiteral("/proc/t.png")});
        row("no GPU",
            {render, mix, redAndBlack, QStringLiteral("--device"), QStringLiteral("cuda")}, 69,
            {QStringLiteral("--device cpu")});
        const QString measure = QStringLiteral("measure"), palette = QStringLiteral("palette"),
                      calibrate = QStringLiteral("calibrate"), file = QStringLiteral("c.json");
        row("nothing to measure", {measure}, 64, {QStringLiteral("PICTURE")});
        row("no such picture", {measure, QStringLiteral("gone.jpg")}, 65,
            {QStringLiteral("gone.jpg")});
        row("wrong colour to measure",
            {measure, tile, QStringLiteral("--colors"), QStringLiteral("rde")}, 64,
            {QStringLiteral("rde"), QStringLiteral("red")});
        row("nothing to calibrate", {palette, calibrate, output, file}, 64,
            {QStringLiteral("--model"), QStringLiteral("--photos")});
        row("two calibrations",
            {palette, calibrate, output, file, QStringLiteral("--model"), QStringLiteral("."),
                QStringLiteral("--photos"), QStringLiteral(".")},
            64, {QStringLiteral("--photos"), QStringLiteral("--model")});
        row("seed of photographs",
            {palette, calibrate, output, file, QStringLiteral("--photos"), QStringLiteral("."),
                QStringLiteral("--seed"), QStringLiteral("1")},
            64, {QStringLiteral("--seed")});
        row("no photographs",
            {palette, calibrate, output, file, QStringLiteral("--photos"), QStringLiteral(".")}, 65,
            {QStringLiteral("RED.jpg")});
        row("no folder for the calibration",
            {palette, calibrate, output, QStringLiteral("no/c.json"), QStringLiteral("--photos"),
                QStringLiteral(".")},
            73, {QStringLiteral("no/c.json")});
        row("no palette", {palette, QStringLiteral("list"), QStringLiteral("--palette"), file}, 65,
            {file});
        row("no display, no command", {}, 69, {QStringLiteral("studio")});
        row("no display", {QStringLiteral("studio")}, 69,
            {QStringLiteral("studio"), QStringLiteral("tilewright render")});
        row("nothing to inspect",
            {QStringLiteral("model"), QStringLiteral("inspect"), QStringLiteral("nowhere")}, 65,
            {QStringLiteral("nowhere")});
    }
    void errors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QStringList, words);
        const Outcome outcome = m_program->run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.err.contains(QLatin1String("tilewright: ")), qPrintable(outcome.err));
        for (const QString& word : words)
            QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(m_program->files(), QStringList());
    }

    void errorsAreJsonToo()
    {
        const Outcome outcome = m_program->run({QStringLiteral("render"), QStringLiteral("--mix"),
            QStringLiteral("100% rde"), QStringLiteral("--json")});
        QCOMPARE(outcome.status, 64);
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines[0][QLatin1String("event")].toString(), QStringLiteral("error"));
        const QJsonObject error = lines[0][QLatin1String("error")].toObject();
        QCOMPARE(error[QLatin1String("kind")].toString(), QStringLiteral("usage"));
        QCOMPARE(error[QLatin1String("exitCode")].toInt(), 64);
    }

    void granulateDrawsWithoutAModel()
    {
        const QStringList arguments{QStringLiteral("granulate"), QStringLiteral("--mix"),
            redAndBlack, QStringLiteral("--size"), QStringLiteral("96x64"),
            QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("-o")};
        const Outcome outcome = m_program->run(arguments + QStringList{QStringLiteral("a.png")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QStringLiteral("a.png  seed 5\n"));
        QCOMPARE(m_program->picture(QStringLiteral("a.png")).width, 96);
        QCOMPARE(m_program->picture(QStringLiteral("a.png")).height, 64);
        QCOMPARE(m_program->run(arguments + QStringList{QStringLiteral("b.png")}).status, 0);
        QVERIFY(m_program->picture(QStringLiteral("a.png"))
            == m_program->picture(QStringLiteral("b.png")));
    }

    void palettesAreExchanged_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"json", "csv", "gpl", "ase"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void palettesAreExchanged()
    {
        QFETCH(QString, ending);
        const Program program;
        qputenv("XDG_DATA_HOME", program.given(QStringLiteral("data")).toUtf8());
        const QString palette = QStringLiteral("palette"), file = QStringLiteral("own.") + ending;
        const Outcome exported
            = program.run({palette, QStringLiteral("export"), QStringLiteral("-o"), file});
        QCOMPARE(exported.status, 0);
        QCOMPARE(program.files(), QStringList{file});
        const Outcome listed
            = program.run({palette, QStringLiteral("list"), QStringLiteral("--palette"), file});
        QCOMPARE(listed.status, 0);
        QVERIFY(listed.out.contains(QStringLiteral("#54947a"))); // dark green
        const Outcome imported = program.run({palette, QStringLiteral("import"), file});
        QCOMPARE(imported.status, 0);
        QVERIFY(imported.out.contains(QStringLiteral("29")));
        QCOMPARE(QDir(program.given(QStringLiteral("data/tilewright/palettes")))
                     .entryList(QDir::Files)
                     .size(),
            1);
        const Outcome drawn = program.run({QStringLiteral("granulate"), QStringLiteral("--palette"),
            file, QStringLiteral("--size"), QStringLiteral("64"), QStringLiteral("--mix"),
            QStringLiteral("60% dark green, 40% red"), QStringLiteral("-o"),
            QStringLiteral("tile.png")});
        QVERIFY2(drawn.status == 0, qPrintable(drawn.err));
        const Outcome refused = program.run(
            {palette, QStringLiteral("export"), QStringLiteral("-o"), QStringLiteral("own.doc")});
        QCOMPARE(refused.status, 64);
        QVERIFY(refused.err.contains(QStringLiteral(".ase")));
        qunsetenv("XDG_DATA_HOME");
    }

    void paletteListShowsTheColors()
    {
        const QStringList list{QStringLiteral("palette"), QStringLiteral("list")};
        const Outcome text = m_program->run(list);
        QCOMPARE(text.status, 0);
        const QStringList lines = text.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 30);
        QVERIFY(lines[1].startsWith(QLatin1String("RED ")));
        QVERIFY(lines[1].contains(QLatin1String("#d25144")));
        for (const QString& line : lines)
            QCOMPARE(line.size(), lines[1].size());
        const Outcome json = m_program->run(list + QStringList{QStringLiteral("--json")});
        QCOMPARE(json.status, 0);
        const QJsonObject palette = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(palette[QLatin1String("name")].toString(), QStringLiteral("rubber-29"));
        const QJsonArray colors = palette[QLatin1String("colors")].toArray();
        QCOMPARE(colors.size(), 29);
        QCOMPARE(colors[0][QLatin1String("nameRu")].toString(), QString::fromUtf8("Красный"));
        QVERIFY(colors[0][QLatin1String("lab")][QLatin1String("L")].toDouble() > 50);
    }

    void measureTellsPeopleAndPrograms()
    {
        const auto draw = [this](const char* mix, const char* seed, const QString& name) {
            return m_program
                ->run(
                    {QStringLiteral("granulate"), QStringLiteral("--mix"), QString::fromLatin1(mix),
                        QStringLiteral("--size"), QStringLiteral("256"), QStringLiteral("--seed"),
                        QString::fromLatin1(seed), QStringLiteral("-o"), name})
                .status;
        };
        const QString red = QStringLiteral("red.png"), black = QStringLiteral("black.png");
        QCOMPARE(draw("80% red, 20% black", "5", red), 0);
        QCOMPARE(draw("20% red, 80% black", "6", black), 0);
        const QStringList measure{QStringLiteral("measure"), red, QStringLiteral("--mix"),
            QStringLiteral("80% red, 20% black"), QStringLiteral("--tolerance"),
            QStringLiteral("10")};
        const Outcome text = m_program->run(measure);
        QVERIFY2(text.status == 0, qPrintable(text.err));
        QVERIFY(text.out.startsWith(QLatin1String("red.png: ")));
        for (const char* word : {"asked", "difference", "80.0", "to the mix"})
            QVERIFY2(text.out.contains(QLatin1String(word)), qPrintable(text.out));

        // One that misses the mix, one that is no picture, and the first one again.
        const Outcome json = m_program->run(
            measure + QStringList{black, QStringLiteral("gone.png"), QStringLiteral("--json")});
        QCOMPARE(json.status, 65);
        const QList<QJsonObject> lines = jsonLines(json.out);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0][QLatin1String("file")].toString(), red);
        QCOMPARE(lines[0][QLatin1String("against")].toString(), QStringLiteral("mix"));
        QVERIFY(qAbs(lines[0][QLatin1String("shares")][QLatin1String("red")].toDouble() - 80) < 8);
        QVERIFY(lines[0].contains(QLatin1String("unexplained")));
        QVERIFY(lines[1][QLatin1String("meanError")].toDouble() > 40);
        QCOMPARE(lines[1][QLatin1String("verdict")].toString(), QStringLiteral("off"));
        QCOMPARE(lines[2][QLatin1String("error")][QLatin1String("exitCode")].toInt(), 65);
        QVERIFY(json.err.contains(QLatin1String("gone.png")));

        QCOMPARE(m_program->run(measure + QStringList{black}).status, 79);
        const Outcome found = m_program->run({QStringLiteral("measure"), black});
        QCOMPARE(found.status, 0);
        QVERIFY(found.out.contains(QLatin1String("colours found")));
        QVERIFY(!found.out.contains(QLatin1String("asked")));
    }

    void photographsCalibrate()
    {
        QDir().mkpath(m_program->given(QStringLiteral("photos")));
        for (const char* color : {"red", "black"}) {
            const QString photo = m_program->given(
                QStringLiteral("photos/%1_top.png").arg(QString::fromLatin1(color).toUpper()));
            QCOMPARE(m_program
                         ->run({QStringLiteral("granulate"), QStringLiteral("--mix"),
                             QStringLiteral("100% ") + QString::fromLatin1(color),
                             QStringLiteral("--size"), QStringLiteral("200"), QStringLiteral("-o"),
                             photo})
                         .status,
                0);
        }
        const Outcome outcome
            = m_program->run({QStringLiteral("palette"), QStringLiteral("calibrate"),
                QStringLiteral("--photos"), m_program->given(QStringLiteral("photos")),
                QStringLiteral("-o"), QStringLiteral("c.json")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.startsWith(QLatin1String("c.json  2 colours from 2 pictures")));
        QVERIFY(outcome.err.contains(QLatin1String("No photograph of: ")));
        const QString tile = QStringLiteral("tile.png");
        QCOMPARE(m_program
                     ->run({QStringLiteral("granulate"), QStringLiteral("--mix"), redAndBlack,
                         QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("-o"), tile})
                     .status,
            0);
        const Outcome measured = m_program->run({QStringLiteral("measure"), tile,
            QStringLiteral("--calibration"), QStringLiteral("c.json"), QStringLiteral("--json")});
        QVERIFY2(measured.status == 0, qPrintable(measured.err));
        const QJsonObject line = jsonLines(measured.out).first();
        QCOMPARE(
            line[QLatin1String("calibration")].toString(), QStringLiteral("photographs in photos"));
        QVERIFY(qAbs(line[QLatin1String("shares")][QLatin1String("red")].toDouble() - 50) < 8);
    }

    void granulateDrawsPatterns_data()
    {
        QTest::addColumn<QStringList>("options");
        const auto row = [](const char* name, const char* options) {
            QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char('|'));
        };
        row("flecks", "--pattern|flecks|--pattern-size|20");
        row("stripes", "--pattern|stripes|--angle|45|--seamless|--pattern-size|20");
        row("stripes of two mixes", "--pattern|stripes|--region-mix|100% blue");
        row("gradient", "--pattern|linear-gradient|--mix2|100% blue");
        row("mask", "--mask|mask.png|--region-mix|100% blue");
        row("small", "--granule|small");
        row("graded", "--grading|4-6:50,6-12:50");
    }
    void granulateDrawsPatterns()
    {
        QFETCH(QStringList, options);
        Image mask(32, 32);
        std::fill_n(mask.rgb.begin(), mask.rgb.size() / 2, std::uint8_t{255});
        const QString file = m_program->given(QStringLiteral("mask.png"));
        QVERIFY(writePng(file.toStdString(), {mask, {}}));
        options.replaceInStrings(QStringLiteral("mask.png"), file);
        const QStringList arguments{QStringLiteral("granulate"), QStringLiteral("--mix"),
            redAndBlack, QStringLiteral("--size"), QStringLiteral("96x64"),
            QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("-o")};
        const QString plain = QStringLiteral("plain.png"), drawn = QStringLiteral("drawn.png");
        QCOMPARE(m_program->run(arguments + QStringList{plain}).status, 0);
        const Outcome outcome = m_program->run(arguments + QStringList{drawn} + options);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(!(m_program->picture(drawn) == m_program->picture(plain)));
    }

    void modelInspectShowsTheStarter()
    {
        const QString starter = QString::fromStdString(starterModelFolder().string());
        const Outcome text
            = m_program->run({QStringLiteral("model"), QStringLiteral("inspect"), starter});
        QVERIFY2(text.status == 0, qPrintable(text.err));
        for (const char* word : {"unet", "vae", "UNet2DConditionModel", "F16", "Complete"})
            QVERIFY2(text.out.contains(QLatin1String(word)), word);
        const Outcome json = m_program->run({QStringLiteral("model"), QStringLiteral("inspect"),
            starter, QStringLiteral("--json")});
        QCOMPARE(json.status, 0);
        const QJsonObject report = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QVERIFY(report[QLatin1String("complete")].toBool());
        QVERIFY(report[QLatin1String("parts")].toArray().size() >= 5);
    }

    void modelInspectShowsVectors()
    {
        const QString file = m_program->given(QStringLiteral("tokens.safetensors"));
        writeTensors(
            file, {{QStringLiteral("clip_l"), {2, 64}}, {QStringLiteral("clip_g"), {2, 96}}});
        const Outcome outcome
            = m_program->run({QStringLiteral("model"), QStringLiteral("inspect"), file});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains(QLatin1String("clip_l: 2 vectors of 64 numbers")));
    }

    void doctorFindsNoProblem()
    {
        const Outcome outcome
            = m_program->run({QStringLiteral("doctor"), QStringLiteral("--json")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.out));
        const QJsonObject report = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QVERIFY(report[QLatin1String("healthy")].toBool());
        QStringList subjects;
        for (const QJsonValue& finding : report[QLatin1String("findings")].toArray())
            subjects.append(finding[QLatin1String("subject")].toString());
        for (const char* subject : {"program", "engine", "compiler", "memory", "device",
                 "resources", "starter model", "self test"})
            QVERIFY2(subjects.contains(QLatin1String(subject)), subject);
        QCOMPARE(m_program->files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
