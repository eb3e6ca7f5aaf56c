// The built program makes tiles with the starter model, or says why not, and leaves no half file.
#include <csignal>

#include <QTest>
#include <sys/types.h>

#include "app/program.h"
#include "core/generation/tile.h"

using namespace tilewright;

namespace {

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

const QString redAndBlack = QStringLiteral("50% red, 50% black");

} // namespace

class CliRenderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Program> m_program;

    QString foreignLora() const
    {
        const QString file = m_program->given(QStringLiteral("foreign.safetensors"));
        writeTensors(file,
            {{QStringLiteral("unet.nowhere.to_q.lora_A.weight"), {2, 4}},
                {QStringLiteral("unet.nowhere.to_q.lora_B.weight"), {4, 2}}});
        return file;
    }
    /// Starts a render that takes long, sends the signal when `event` was told, and waits.
    Outcome interrupted(const QByteArray& event, int times) const
    {
        QProcess process;
        m_program->prepare(process,
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
        Outcome outcome = Program::finish(process);
        outcome.out.prepend(QString::fromUtf8(seen));
        return outcome;
    }

private Q_SLOTS:
    void init() { m_program = std::make_unique<Program>(); }

    void truncatedModelIsBadData()
    {
        const QString model = m_program->truncatedModel();
        const Outcome outcome
            = m_program->run({QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
                QStringLiteral("--model"), model, QStringLiteral("--size"), QStringLiteral("64")});
        QCOMPARE(outcome.status, 65);
        QVERIFY2(outcome.err.contains(QLatin1String("is damaged: it is cut off")),
            qPrintable(outcome.err));
        QCOMPARE(m_program->files(), QStringList());
        QCOMPARE(
            m_program->run({QStringLiteral("model"), QStringLiteral("inspect"), model}).status, 65);
    }

    void loraThatMatchesNothingIsBadData()
    {
        const QString lora = foreignLora();
        const Outcome outcome
            = m_program->run({QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
                QStringLiteral("--lora"), lora, QStringLiteral("--size"), QStringLiteral("64")});
        QCOMPARE(outcome.status, 65);
        QVERIFY2(
            outcome.err.contains(QLatin1String("foreign.safetensors")), qPrintable(outcome.err));
        QCOMPARE(m_program->files(), QStringList());

        const Outcome inspected
            = m_program->run({QStringLiteral("model"), QStringLiteral("inspect"), lora,
                QStringLiteral("--base"), QString::fromStdString(starterModelFolder().string())});
        QCOMPARE(inspected.status, 65);
        QVERIFY(inspected.out.contains(QLatin1String("unet.nowhere")));
    }

    void renderTellsProgressAsJson()
    {
        const Outcome outcome = m_program->run({QStringLiteral("render"), QStringLiteral("--mix"),
            redAndBlack, QStringLiteral("--size"), QStringLiteral("64"), QStringLiteral("--seed"),
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
        QVERIFY(last[QLatin1String("fidelity")][QLatin1String("shares")].toObject().contains(
            QLatin1String("red")));
        QCOMPARE(m_program->files(),
            (QStringList{QStringLiteral("t-7.png"), QStringLiteral("t-8.png")}));
        QVERIFY(m_program->picture(QStringLiteral("t-7.png"))
            != m_program->picture(QStringLiteral("t-8.png")));
        const auto tile = loadTile(m_program->path(QStringLiteral("t-8.png")).toStdString());
        QVERIFY(tile.has_value());
        QCOMPARE(tile->request.seed, std::uint64_t{8});
    }

    void renderTellsWhereTheTileLies()
    {
        const QStringList arguments{QStringLiteral("render"), QStringLiteral("--mix"), redAndBlack,
            QStringLiteral("--size"), QStringLiteral("64"), QStringLiteral("--seed"),
            QStringLiteral("3"), QStringLiteral("--preview"), QStringLiteral("p.png")};
        const Outcome outcome = m_program->run(arguments);
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QVERIFY(outcome.out.startsWith(QLatin1String("tile.png  seed 3, ")));
        QVERIFY2(outcome.out.contains(QLatin1String(" the mix: ")), qPrintable(outcome.out));
        QVERIFY(outcome.err.contains(QLatin1String("Denoising")));
        QVERIFY(!outcome.err.contains(QLatin1Char('\x1b')));
        QCOMPARE(
            m_program->files(), (QStringList{QStringLiteral("p.png"), QStringLiteral("tile.png")}));
        QVERIFY(!m_program->picture(QStringLiteral("p.png")).empty());
        const Image first = m_program->picture(QStringLiteral("tile.png"));
        QCOMPARE(m_program->run(arguments).status, 0);
        QVERIFY2(
            first == m_program->picture(QStringLiteral("tile.png")), "same seed, same picture");
    }

    void interruptedCalibrationLeavesNothing()
    {
        QProcess process;
        m_program->prepare(process,
            {QStringLiteral("palette"), QStringLiteral("calibrate"), QStringLiteral("--model"),
                QString::fromStdString(starterModelFolder().string()), QStringLiteral("--count"),
                QStringLiteral("100"), QStringLiteral("-o"), QStringLiteral("c.json")});
        process.start();
        QByteArray seen;
        process.setReadChannel(QProcess::StandardError);
        while (!seen.contains("Calibrating") && process.waitForReadyRead(patience))
            seen += process.readAllStandardError();
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const Outcome outcome = Program::finish(process);
        QVERIFY2(outcome.status == 130, qPrintable(outcome.err));
        QVERIFY(outcome.err.contains(QLatin1String("Cancelled")));
        QCOMPARE(m_program->files(), QStringList());
    }

    void promptOnlyIsLabelledADraft()
    {
        const Outcome outcome
            = m_program->run({QStringLiteral("render"), QStringLiteral("--prompt"),
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
        QCOMPARE(m_program->files(), QStringList());
        if (times > 1)
            return;
        const QList<QJsonObject> lines = jsonLines(outcome.out);
        for (const int job : {1, 2, 3}) {
            const QStringList events = eventsOf(lines, job);
            QCOMPARE(terminalEvents(events), 1);
            QCOMPARE(events.last(), QStringLiteral("cancelled"));
        }
    }
};

QTEST_GUILESS_MAIN(CliRenderTest)
#include "cli_render_test.moc"
