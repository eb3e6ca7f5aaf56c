// The built program as people and scripts use it: what it says, what it leaves, how it ends.
#include <csignal>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <sys/types.h>

#include "core/generation/tile.h"
#include "core/image/png.h"
#include "core/support/paths.h"

using namespace tilewright;

namespace {

constexpr int patience = 120'000; // milliseconds; a hang, not a measure of speed

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

QList<QJsonObject> jsonLines(const QString& text)
{
    QList<QJsonObject> lines;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(line.toUtf8(), &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return {};
        lines.append(document.object());
    }
    return lines;
}

QStringList eventsOf(const QList<QJsonObject>& lines, int job)
{
    QStringList events;
    for (const QJsonObject& line : lines) {
        if (line[QLatin1String("job")].toInt() == job)
            events.append(line[QLatin1String("event")].toString());
    }
    return events;
}

int terminalEvents(const QStringList& events)
{
    return static_cast<int>(events.count(QStringLiteral("finished"))
        + events.count(QStringLiteral("failed")) + events.count(QStringLiteral("cancelled")));
}

/// A safetensors file of zeros in float32.
void writeTensors(const QString& path, const QList<std::pair<QString, QList<int>>>& tensors)
{
    QJsonObject header;
    qint64 offset = 0;
    for (const auto& [name, shape] : tensors) {
        QJsonArray sizes;
        qint64 bytes = 4;
        for (const int size : shape) {
            sizes.append(size);
            bytes *= size;
        }
        header[name] = QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
            {QStringLiteral("shape"), sizes},
            {QStringLiteral("data_offsets"), QJsonArray{offset, offset + bytes}}};
        offset += bytes;
    }
    const QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray length(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(json.size()), length.data());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(length + json + QByteArray(offset, '\0'));
}

const QString redAndBlack = QStringLiteral("50% red, 50% black");

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_work; ///< where the program runs
    std::unique_ptr<QTemporaryDir> m_given; ///< what it is given

    QString given(const QString& name) const { return m_given->filePath(name); }
    QStringList files() const
    {
        return QDir(m_work->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    Image picture(const QString& name) const
    {
        const auto png = readPng(m_work->filePath(name).toStdString());
        return png ? png->image : Image();
    }

    void prepare(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // No GPU and no display, whatever this machine has.
        environment.insert(QStringLiteral("CUDA_VISIBLE_DEVICES"), QString());
        for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(display));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_work->path());
        process.setProgram(QStringLiteral(TILEWRIGHT_EXECUTABLE));
        process.setArguments(arguments);
        // A shell that starts the tests in the background lets them ignore Ctrl-C.
        process.setChildProcessModifier([] { std::signal(SIGINT, SIG_DFL); });
    }
    static Outcome finish(QProcess& process)
    {
        if (!process.waitForFinished(patience)) {
            process.kill();
            process.waitForFinished();
            return {-1, {}, QStringLiteral("did not end")};
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
    }
    Outcome run(const QStringList& arguments) const
    {
        QProcess process;
        prepare(process, arguments);
        process.start();
        return finish(process);
    }
    /// The starter model, all files linked but one, which is cut in half.
    QString truncatedModel() const
    {
        const QString source = QString::fromStdString(starterModelFolder().string());
        const QString target = given(QStringLiteral("truncated"));
        QDir(target).mkpath(QStringLiteral("unet"));
        for (const QString& entry :
            QDir(source).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            if (entry != QLatin1String("unet"))
                QFile::link(source + QLatin1Char('/') + entry, target + QLatin1Char('/') + entry);
        }
        for (const QString& entry : QDir(source + QLatin1String("/unet")).entryList(QDir::Files)) {
            const QString copy = target + QLatin1String("/unet/") + entry;
            QFile::copy(source + QLatin1String("/unet/") + entry, copy);
            QFile file(copy);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            if (entry.endsWith(QLatin1String(".safetensors")))
                file.resize(file.size() / 2);
        }
        return target;
    }
    QString foreignLora() const
    {
        const QString file = given(QStringLiteral("foreign.safetensors"));
        writeTensors(file,
            {{QStringLiteral("unet.nowhere.to_q.lora_A.weight"), {2, 4}},
                {QStringLiteral("unet.nowhere.to_q.lora_B.weight"), {4, 2}}});
        return file;
    }
    /// Starts a render that takes long, sends the signal when `event` was told, and waits.
    Outcome interrupted(const QByteArray& event, int times) const
    {
        QProcess process;
        prepare(process,
            {QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
                QStringLiteral("--guide"), QStringLiteral("none"), QStringLiteral("--steps"),
                QStringLiteral("1000"), QStringLiteral("--count"), QStringLiteral("3"),
                QStringLiteral("--preview"), QStringLiteral("preview.png"),
                QStringLiteral("--json")});
        process.start();
        QByteArray seen;
        while (!seen.contains("\"event\":\"" + event + '"') && process.waitForReadyRead(patience))
            seen += process.readAllStandardOutput();
        for (int i = 0; i < times; ++i)
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        Outcome outcome = finish(process);
        outcome.out.prepend(QString::fromUtf8(seen));
        return outcome;
    }

private Q_SLOTS:
    void init()
    {
        m_work = std::make_unique<QTemporaryDir>();
        m_given = std::make_unique<QTemporaryDir>();
    }

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
            << QStringList{QStringLiteral("--granule"), QStringLiteral("--output")};
        QTest::newRow("model") << QStringList{QStringLiteral("model")}
                               << QStringList{QStringLiteral("inspect")};
        QTest::newRow("model inspect")
            << QStringList{QStringLiteral("model"), QStringLiteral("inspect")}
            << QStringList{QStringLiteral("--base"), QStringLiteral("PATH")};
        QTest::newRow("doctor") << QStringList{QStringLiteral("doctor")}
                                << QStringList{QStringLiteral("--json")};
    }
    void help()
    {
        QFETCH(QStringList, command);
        QFETCH(QStringList, words);
        const Outcome outcome = run(command + QStringList{QStringLiteral("--help")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.err.isEmpty());
        for (const QString& word : words)
            QVERIFY2(outcome.out.contains(word), qPrintable(word));
        for (const QString& line : outcome.out.split(QLatin1Char('\n')))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }

    void version()
    {
        const Outcome outcome = run({QStringLiteral("--version")});
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
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.err.contains(QLatin1String("tilewright: ")), qPrintable(outcome.err));
        for (const QString& word : words)
            QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(files(), QStringList());
    }

    void truncatedModelIsBadData()
    {
        const QString model = truncatedModel();
        const Outcome outcome = run({QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
            QStringLiteral("--model"), model, QStringLiteral("--size"), QStringLiteral("64")});
        QCOMPARE(outcome.status, 65);
        QVERIFY2(outcome.err.contains(QLatin1String("unet")), qPrintable(outcome.err));
        QCOMPARE(files(), QStringList());
        QCOMPARE(run({QStringLiteral("model"), QStringLiteral("inspect"), model}).status, 65);
    }

    void loraThatMatchesNothingIsBadData()
    {
        const QString lora = foreignLora();
        const Outcome outcome = run({QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
            QStringLiteral("--lora"), lora, QStringLiteral("--size"), QStringLiteral("64")});
        QCOMPARE(outcome.status, 65);
        QVERIFY2(
            outcome.err.contains(QLatin1String("foreign.safetensors")), qPrintable(outcome.err));
        QCOMPARE(files(), QStringList());

        const Outcome inspected = run({QStringLiteral("model"), QStringLiteral("inspect"), lora,
            QStringLiteral("--base"), QString::fromStdString(starterModelFolder().string())});
        QCOMPARE(inspected.status, 65);
        QVERIFY(inspected.out.contains(QLatin1String("unet.nowhere")));
    }

    void errorsAreJsonToo()
    {
        const Outcome outcome = run({QStringLiteral("render"), QStringLiteral("--mix"),
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
        const Outcome outcome = run(arguments + QStringList{QStringLiteral("a.png")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QStringLiteral("a.png  seed 5\n"));
        QCOMPARE(picture(QStringLiteral("a.png")).width, 96);
        QCOMPARE(picture(QStringLiteral("a.png")).height, 64);
        QCOMPARE(run(arguments + QStringList{QStringLiteral("b.png")}).status, 0);
        QVERIFY(picture(QStringLiteral("a.png")) == picture(QStringLiteral("b.png")));
    }

    void renderTellsProgressAsJson()
    {
        const Outcome outcome = run({QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
            QStringLiteral("--size"), QStringLiteral("64"), QStringLiteral("--seed"),
            QStringLiteral("7"), QStringLiteral("--count"), QStringLiteral("2"),
            QStringLiteral("--json"), QStringLiteral("-o"), QStringLiteral("t-{seed}.png")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.err.isEmpty());
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        QVERIFY(!lines.isEmpty());
        for (const int job : {1, 2}) {
            const QStringList events = eventsOf(lines, job);
            QCOMPARE(events.first(), QStringLiteral("queued"));
            QCOMPARE(events.last(), QStringLiteral("finished"));
            QCOMPARE(terminalEvents(events), 1);
            QVERIFY(events.contains(QStringLiteral("phase")));
            QVERIFY(events.contains(QStringLiteral("progress")));
        }
        const QJsonObject last = lines.last();
        QCOMPARE(last[QLatin1String("seed")].toInt(), 8);
        QCOMPARE(last[QLatin1String("file")].toString(), QStringLiteral("t-8.png"));
        QCOMPARE(last[QLatin1String("request")][QLatin1String("seed")].toInt(), 8);
        QCOMPARE(files(), (QStringList{QStringLiteral("t-7.png"), QStringLiteral("t-8.png")}));
        QVERIFY(picture(QStringLiteral("t-7.png")) != picture(QStringLiteral("t-8.png")));
        const auto tile = loadTile(m_work->filePath(QStringLiteral("t-8.png")).toStdString());
        QVERIFY(tile.has_value());
        QCOMPARE(tile->request.seed, std::uint64_t{8});
    }

    void renderTellsWhereTheTileLies()
    {
        const QStringList arguments{QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
            QStringLiteral("--size"), QStringLiteral("64"), QStringLiteral("--seed"),
            QStringLiteral("3"), QStringLiteral("--preview"), QStringLiteral("p.png")};
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.startsWith(QLatin1String("tile.png  seed 3, ")));
        QVERIFY(outcome.err.contains(QLatin1String("Denoising")));
        QVERIFY(!outcome.err.contains(QLatin1Char('\x1b')));
        QCOMPARE(files(), (QStringList{QStringLiteral("p.png"), QStringLiteral("tile.png")}));
        QVERIFY(!picture(QStringLiteral("p.png")).empty());
        const Image first = picture(QStringLiteral("tile.png"));
        QCOMPARE(run(arguments).status, 0);
        QVERIFY2(first == picture(QStringLiteral("tile.png")), "same seed, same picture");
    }

    void promptOnlyIsLabelledADraft()
    {
        const Outcome outcome = run({QStringLiteral("render"), QStringLiteral("--prompt"),
            QStringLiteral("ohwx_rubber_tile, 50% red, 50% black"), QStringLiteral("--size"),
            QStringLiteral("64"), QStringLiteral("--steps"), QStringLiteral("2")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains(QLatin1String("draft")));
    }

    void interruptCancels_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<int>("times");
        QTest::newRow("while the model loads") << QByteArray("phase") << 1;
        QTest::newRow("while it denoises") << QByteArray("progress") << 1;
        QTest::newRow("twice") << QByteArray("progress") << 2;
    }
    void interruptCancels()
    {
        QFETCH(QByteArray, event);
        QFETCH(int, times);
        const Outcome outcome = interrupted(event, times);
        QVERIFY2(outcome.status == 130, qPrintable(outcome.err));
        QCOMPARE(files(), QStringList());
        if (times > 1)
            return;
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        for (const int job : {1, 2, 3}) {
            const QStringList events = eventsOf(lines, job);
            QCOMPARE(terminalEvents(events), 1);
            QCOMPARE(events.last(), QStringLiteral("cancelled"));
        }
    }

    void modelInspectShowsTheStarter()
    {
        const QString starter = QString::fromStdString(starterModelFolder().string());
        const Outcome text = run({QStringLiteral("model"), QStringLiteral("inspect"), starter});
        QVERIFY2(text.status == 0, qPrintable(text.err));
        for (const char* word : {"unet", "vae", "UNet2DConditionModel", "F16", "Complete"})
            QVERIFY2(text.out.contains(QLatin1String(word)), word);
        const Outcome json = run({QStringLiteral("model"), QStringLiteral("inspect"), starter,
            QStringLiteral("--json")});
        QCOMPARE(json.status, 0);
        const QJsonObject report = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QVERIFY(report[QLatin1String("complete")].toBool());
        QVERIFY(report[QLatin1String("parts")].toArray().size() >= 5);
    }

    void modelInspectShowsVectors()
    {
        const QString file = given(QStringLiteral("tokens.safetensors"));
        writeTensors(
            file, {{QStringLiteral("clip_l"), {2, 64}}, {QStringLiteral("clip_g"), {2, 96}}});
        const Outcome outcome = run({QStringLiteral("model"), QStringLiteral("inspect"), file});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.contains(QLatin1String("clip_l: 2 vectors of 64 numbers")));
    }

    void doctorFindsNoProblem()
    {
        const Outcome outcome = run({QStringLiteral("doctor"), QStringLiteral("--json")});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.out));
        const QJsonObject report = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QVERIFY(report[QLatin1String("healthy")].toBool());
        QStringList subjects;
        for (const QJsonValue& finding : report[QLatin1String("findings")].toArray())
            subjects.append(finding[QLatin1String("subject")].toString());
        for (const char* subject : {"program", "engine", "compiler", "memory", "device",
                 "resources", "starter model", "self test"})
            QVERIFY2(subjects.contains(QLatin1String(subject)), subject);
        QCOMPARE(files(), QStringList());
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
