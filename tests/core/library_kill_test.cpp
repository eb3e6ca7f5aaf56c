// Processes that work on a library are killed at any moment, again and again.
#include <QCoreApplication>
#include <QProcess>
#include <QtTest>
#include <iostream>
#include <random>
#include <set>
#include <spdlog/spdlog.h>

#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

constexpr int kills = 200;
constexpr int patience = 60'000; // milliseconds; a hang, not a measure of speed

/// Adds tiles and tells each that is finished, until it is killed.
int addForever(const fs::path& folder, std::uint64_t seed)
{
    const auto library = Library::open(folder, rubberPalette());
    if (!library)
        return 1;
    while (true) {
        const auto record = (*library)->add(smallTile(seed++));
        if (!record)
            return 1;
        std::cout << record->file.string() << std::endl;
    }
}

/// Takes tiles out and puts them back, until it is killed.
int trashForever(const fs::path& folder)
{
    const auto library = Library::open(folder, rubberPalette());
    if (!library)
        return 1;
    for (TileId tile = 1;; tile = tile % 8 + 1) {
        const auto ticket = (*library)->trash({tile, tile % 8 + 1});
        if (!ticket || !(*library)->restore(*ticket))
            return 1;
        std::cout << ticket->name << std::endl;
    }
}

void start(QProcess& process, const QStringList& arguments)
{
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForStarted(patience);
}

/// Gives what it told until it was killed.
QStringList kill(QProcess& process)
{
    process.kill();
    process.waitForFinished(patience);
    QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'));
    lines.removeLast(); // empty, or half a line
    return lines;
}

std::set<std::string> pngFilesIn(const fs::path& folder)
{
    std::set<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".png")
            files.insert(entry.path().filename().string());
    return files;
}

} // namespace

class LibraryKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noFinishedTileIsLost()
    {
        const LibraryFixture fixture;
        std::mt19937 random(1704233);
        std::set<std::string> told;
        for (int round = 0; round < kills; ++round) {
            QProcess adder;
            start(adder,
                {QStringLiteral("--add"), QString::fromStdString(fixture.folder().string()),
                    QString::number(round % 20 * 3)}); // names collide with those of other rounds
            // Every fifth is killed while it opens the library.
            if (round % 5 != 0)
                adder.waitForReadyRead(patience);
            QThread::msleep(random() % 40);
            const QStringList lines = kill(adder);
            QCOMPARE(adder.exitStatus(), QProcess::CrashExit);

            const auto library = fixture.open();
            const auto report = library->sweep();
            QVERIFY(report);
            QVERIFY(report->foreign.empty()); // no half file has the name of a tile
            QCOMPARE(report->missing, 0);
            for (const QString& line : lines) {
                const fs::path file = line.toStdString();
                QVERIFY2(told.insert(file.filename().string()).second, "a name was given twice");
                QVERIFY(loadTile(file));
                const auto record = library->findFile(file);
                QVERIFY(record && *record && !(*record)->isMissing);
                QVERIFY(library->ensureThumbnail(**record));
            }
            const std::set<std::string> files = pngFilesIn(fixture.folder());
            QVERIFY(std::includes(files.begin(), files.end(), told.begin(), told.end()));
            QCOMPARE(fixture.number("SELECT count(*) FROM tile"), std::int64_t(files.size()));
            QCOMPARE(fixture.number("SELECT count(*) FROM tile_text"), std::int64_t(files.size()));
        }
        QVERIFY2(told.size() > kills / 2, qPrintable(QString::number(told.size())));
        for (const std::string& file : pngFilesIn(fixture.folder()))
            QVERIFY(loadTile(fixture.folder() / file));
        QCOMPARE(fixture.text("PRAGMA integrity_check"), std::string("ok"));

        // What the dead left behind goes when it is old.
        for (const auto& entry : fs::recursive_directory_iterator(fixture.folder()))
            if (entry.is_regular_file() && entry.path().extension() != ".png")
                makeOlder(entry.path(), std::chrono::hours(2));
        const fs::path incoming = fixture.folder() / ".tilewright" / "incoming";
        for (const auto& entry : fs::directory_iterator(incoming))
            makeOlder(entry.path(), std::chrono::hours(2));
        QVERIFY(fixture.open()->sweep());
        QVERIFY(fs::is_empty(incoming));
        for (const auto& entry : fs::recursive_directory_iterator(fixture.folder()))
            QVERIFY(entry.path().extension() != ".tmp");
    }

    void twoProgramsAndASweep()
    {
        const LibraryFixture fixture;
        std::mt19937 random(1704234);
        std::set<std::string> told;
        for (int round = 0; round < 15; ++round) {
            QProcess first, second;
            for (QProcess* adder : {&first, &second})
                start(*adder,
                    {QStringLiteral("--add"), QString::fromStdString(fixture.folder().string()),
                        QStringLiteral("0")});
            const auto library = fixture.open();
            const int sweeps = 1 + int(random() % 6);
            for (int i = 0; i < sweeps; ++i) {
                const auto report = library->sweep();
                QVERIFY2(report, report ? "" : report.error().message.c_str());
                QVERIFY(report->foreign.empty());
                QCOMPARE(report->missing, 0);
                QThread::msleep(random() % 30);
            }
            for (const QString& line : kill(first) + kill(second))
                QVERIFY2(told.insert(line.toStdString()).second, "a name was given twice");
            QVERIFY(library->sweep());
            const std::set<std::string> files = pngFilesIn(fixture.folder());
            QCOMPARE(fixture.number("SELECT count(*) FROM tile"), std::int64_t(files.size()));
            for (const std::string& file : told)
                QVERIFY(files.contains(fs::path(file).filename().string()));
        }
    }

    void noTileIsLostOnTheWayToTheTrashAndBack()
    {
        const LibraryFixture fixture;
        std::vector<TileId> ids;
        {
            const auto library = fixture.open();
            for (std::uint64_t seed = 1; seed <= 8; ++seed) {
                ids.push_back(library->add(smallTile(seed))->id);
                QVERIFY(library->setRating({ids.back()}, int(seed % 6)));
            }
        }
        std::mt19937 random(1704235);
        for (int round = 0; round < 60; ++round) {
            QProcess trasher;
            start(trasher,
                {QStringLiteral("--trash"), QString::fromStdString(fixture.folder().string())});
            trasher.waitForReadyRead(patience);
            QThread::usleep(random() % 30'000);
            kill(trasher);
            QCOMPARE(trasher.exitStatus(), QProcess::CrashExit);
            const auto library = fixture.open();
            const auto report = library->sweep();
            QVERIFY(report);
            QCOMPARE(report->missing, 0);
            QCOMPARE(report->added, 0);
            const auto tickets = library->trashed();
            for (const TrashTicket& ticket : *tickets)
                QVERIFY(library->restore(ticket));
            const auto records = library->records(ids);
            QCOMPARE(records->size(), ids.size());
            for (std::size_t i = 0; i < ids.size(); ++i) {
                const TileRecord& record = records->at(i);
                QCOMPARE(record.file.parent_path(), fixture.folder());
                QCOMPARE(loadTile(record.file)->request.seed, std::uint64_t(i + 1));
                QCOMPARE(record.marks.rating, int((i + 1) % 6));
                QVERIFY(!record.isMissing);
            }
            QCOMPARE(pngFilesIn(fixture.folder()).size(), ids.size());
        }
    }
};

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv, argv + argc);
    if (argc > 2 && arguments[1].starts_with("--")) {
        spdlog::set_level(spdlog::level::off); // its output is the list of files
        return arguments[1] == "--add" ? addForever(arguments[2], std::stoull(arguments[3]))
                                       : trashForever(arguments[2]);
    }
    QCoreApplication application(argc, argv);
    LibraryKillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "library_kill_test.moc"
