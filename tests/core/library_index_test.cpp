#include <QtTest>
#include <csignal>
#include <sys/resource.h>
#include <thread>

#include "core/library/library_index.h"
#include "core/library/schema.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// While it lives, files of this process cannot grow beyond a size, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

std::int64_t numberIn(const fs::path& database, const char* sql)
{
    return SQLite::Database(database.string(), SQLite::OPEN_READONLY).execAndGet(sql).getInt64();
}

std::size_t pngFilesIn(const fs::path& folder)
{
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        count += entry.path().extension() == ".png";
    return count;
}

constexpr MigrationStep made = [](SQLite::Database& database) { database.exec(schema); };
constexpr MigrationStep withNotes
    = [](SQLite::Database& database) { database.exec("ALTER TABLE tile ADD COLUMN notes TEXT"); };
constexpr MigrationStep broken
    = [](SQLite::Database& database) { database.exec("DELETE FROM tile; SELECT * FROM nowhere"); };

} // namespace

class LibraryIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<LibraryFixture>(); }

    void isDurable()
    {
        const auto library = m_fixture->open();
        QCOMPARE(m_fixture->text("PRAGMA journal_mode"), std::string("wal"));
        QCOMPARE(m_fixture->number("PRAGMA user_version"), std::int64_t{schemaVersion});
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        const auto index = openIndex(folder);
        QCOMPARE((*index)->execAndGet("PRAGMA synchronous").getInt(), 2); // FULL
        QCOMPARE((*index)->execAndGet("PRAGMA foreign_keys").getInt(), 1);
        QCOMPARE((*index)->execAndGet("PRAGMA busy_timeout").getInt(), 30000);
    }

    void refusesANewerIndex()
    {
        fillLibrary(2);
        m_fixture->exec("PRAGMA user_version = 7");
        const std::string before = *readTextFile(m_fixture->indexFile());
        const auto refused = m_fixture->tryOpen();
        QCOMPARE(refused.error().kind, ErrorKind::BadData);
        for (const char* part : {"newer version", "version 7", "up to 1"})
            QVERIFY2(refused.error().message.find(part) != std::string::npos, part);
        const auto rebuilt = Library::rebuild(m_fixture->folder(), rubberPalette());
        QCOMPARE(rebuilt.error().message, refused.error().message);
        QCOMPARE(*readTextFile(m_fixture->indexFile()), before);
    }

    void migratesStepByStepAfterABackup()
    {
        fillLibrary(3);
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        const MigrationStep steps[] = {made, withNotes};
        const auto index = openIndex(folder, steps);
        QVERIFY(index);
        QCOMPARE((*index)->execAndGet("PRAGMA user_version").getInt(), 2);
        QCOMPARE((*index)->execAndGet("SELECT count(*) FROM tile WHERE notes IS NULL").getInt(), 3);
        QCOMPARE(numberIn(folder.backup(), "PRAGMA user_version"), std::int64_t{1});
        QCOMPARE(numberIn(folder.backup(), "SELECT count(*) FROM tile"), std::int64_t{3});
        QVERIFY(fs::is_empty(folder.incoming()));
        // The second time there is nothing to do, and the program of before refuses.
        QVERIFY(openIndex(folder, steps));
        QCOMPARE(m_fixture->tryOpen().error().kind, ErrorKind::BadData);
    }

    void aStepThatFailsChangesNothing()
    {
        fillLibrary(3);
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        const MigrationStep steps[] = {made, withNotes, broken};
        QVERIFY(!openIndex(folder, steps));
        QCOMPARE(m_fixture->number("PRAGMA user_version"), std::int64_t{1});
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile"), std::int64_t{3});
        QVERIFY(m_fixture->tryOpen());
    }

    void doesNotMigrateWithoutABackup()
    {
        fillLibrary(3);
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        fs::remove(folder.backup());
        fs::create_directory(folder.backup());
        const MigrationStep steps[] = {made, withNotes};
        QCOMPARE(openIndex(folder, steps).error().kind, ErrorKind::CannotWrite);
        QCOMPARE(m_fixture->number("PRAGMA user_version"), std::int64_t{1});
        QVERIFY(m_fixture->tryOpen()); // for today's work it is not needed
    }

    void manyMigrateAtOnce()
    {
        fillLibrary(3);
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        static constexpr MigrationStep steps[] = {made, withNotes};
        std::atomic<int> opened = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 6; ++i)
                threads.emplace_back([&] { opened += openIndex(folder, steps).has_value(); });
        }
        QCOMPARE(opened.load(), 6);
        QCOMPARE(numberIn(folder.backup(), "PRAGMA user_version"), std::int64_t{1});
    }

    void backsUpOnceADay()
    {
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        m_fixture->open();
        QVERIFY(!fs::exists(folder.backup())); // of nothing
        fillLibrary(1);
        m_fixture->open();
        QCOMPARE(numberIn(folder.backup(), "SELECT count(*) FROM tile"), std::int64_t{1});
        fillLibrary(1);
        m_fixture->open();
        QCOMPARE(numberIn(folder.backup(), "SELECT count(*) FROM tile"), std::int64_t{1});
        makeOlder(folder.backup(), 25h);
        m_fixture->open();
        QCOMPARE(numberIn(folder.backup(), "SELECT count(*) FROM tile"), std::int64_t{2});
    }

    void anIndexThatIsGoneIsTakenFromItsBackup()
    {
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        const std::vector<TileId> ids = fillLibrary(3);
        QVERIFY(m_fixture->open()->setRating(ids, 4));
        makeOlder(folder.backup(), 25h);
        m_fixture->open();
        QVERIFY(m_fixture->open()->add(smallTile(99)));
        fs::remove(folder.index());
        const auto library = m_fixture->open();
        QCOMPARE(library->sweep()->added, 1);
        const auto records = library->records(ids);
        QCOMPARE(records->size(), std::size_t{3});
        QCOMPARE(records->front().marks.rating, 4);
        // The id of the tile that was lost goes to no other.
        QVERIFY((*library->findFile(m_fixture->folder() / "50-red-30-black-20-pearl-99.png"))->id
            > ids.back() + 1);
    }

    void saysHowToMendADamagedIndex_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"no database", "cut off", "table", "share"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }
    void saysHowToMendADamagedIndex()
    {
        QFETCH(const QString, damage);
        const LibraryFolder folder = LibraryFolder::at(m_fixture->folder());
        const std::vector<TileId> ids = fillLibrary(40);
        {
            const auto library = m_fixture->open();
            for (std::size_t i = 0; i < ids.size(); ++i)
                QVERIFY(library->setRating({ids[i]}, int(i % 6)));
            makeOlder(folder.backup(), 25h);
        }
        m_fixture->open(); // makes the backup
        QVERIFY(m_fixture->open()->setLabel({ids[0]}, 2));
        const auto pageOf = [&](const char* table) {
            return std::size_t(m_fixture->number(
                std::string("SELECT rootpage FROM sqlite_master WHERE name = '") + table + "'"));
        };
        std::string bytes = *readTextFile(folder.index());
        if (damage == QLatin1String("no database"))
            bytes = "This is a text.";
        else if (damage == QLatin1String("cut off"))
            bytes.resize(bytes.size() / 2);
        else
            bytes.replace(
                (pageOf(damage == QLatin1String("table") ? "tile" : "tile_share") - 1) * 4096, 4096,
                4096, '\x5a');
        std::ofstream(folder.index(), std::ios::binary) << bytes;

        const std::string backup = *readTextFile(folder.backup());
        makeOlder(folder.backup(), 25h); // time for one
        const auto refused = m_fixture->tryOpen();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::BadData);
        QVERIFY(refused.error().message.find(
                    "tilewright library rebuild --library \"" + m_fixture->folder().string())
            != std::string::npos);
        QCOMPARE(*readTextFile(folder.backup()), backup); // not replaced by a damaged one

        const auto report = Library::rebuild(m_fixture->folder(), rubberPalette());
        QVERIFY(report);
        QCOMPARE(report->added, 40);
        QCOMPARE(report->missing, 0);
        const auto library = m_fixture->open();
        const auto records = library->records(ids);
        QCOMPARE(records->size(), ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(records->at(i).marks.rating, int(i % 6));
            QVERIFY(records->at(i).mix.has_value());
        }
        QVERIFY(library->add(smallTile(1000))->id > ids.back());
        QVERIFY(*library->sweep() == SweepReport{});
    }

    void rebuildKeepsEverythingThatIsKnown()
    {
        const std::vector<TileId> ids = fillLibrary(5);
        std::vector<TileRecord> before;
        std::string trashed;
        {
            const auto library = m_fixture->open();
            QVERIFY(library->setMarks({ids[0], ids[1], ids[2]},
                {{5, Flag::Picked, 4}, {1, Flag::Rejected, 0}, {3, Flag::None, 1}}));
            fs::remove(library->records({ids[1]})->at(0).file);
            QVERIFY(library->sweep());
            trashed = library->trash({ids[2]})->name;
            // The highest id is given to nobody else.
            const auto discarded = library->discard(*library->trash({ids[4]}));
            QCOMPARE(discarded->size(), std::size_t{1});
            fs::remove(discarded->front());
            before = *library->records(ids);
            QCOMPARE(before.size(), std::size_t{4});
        }
        QVERIFY(writeFileAtomically(m_fixture->folder() / "x.png", "no picture"));
        std::vector<int> done;
        const auto report = Library::rebuild(
            m_fixture->folder(), rubberPalette(), [&](int files, int) { done.push_back(files); });
        QVERIFY(report);
        QCOMPARE(report->added, 2);
        QCOMPARE(report->missing, 1);
        QCOMPARE(report->foreign, std::vector<std::string>{"x.png"});
        QVERIFY(done.size() > 2);
        QVERIFY(fs::exists(m_fixture->indexFile().string() + ".old"));
        const auto library = m_fixture->open();
        QVERIFY(*library->records(ids) == before);
        QCOMPARE(library->trashed()->size(), std::size_t{1});
        QCOMPARE(library->trashed()->front().name, trashed);
        QVERIFY(library->add(smallTile(1000))->id > ids[4]);
        QVERIFY(fs::is_empty(LibraryFolder::at(m_fixture->folder()).incoming()));
    }

    void rebuildsWithoutAnyIndex()
    {
        fs::create_directories(m_fixture->folder());
        QVERIFY(saveTile(m_fixture->folder() / "a.png", smallTile(1)));
        QCOMPARE(Library::rebuild(m_fixture->folder(), rubberPalette())->added, 1);
        QVERIFY((*m_fixture->open()->findFile(m_fixture->folder() / "a.png"))->id > 0);
    }

    void rebuildWantsTheLibraryForItself()
    {
        fillLibrary(2);
        const auto library = m_fixture->open();
        QCOMPARE(Library::rebuild(m_fixture->folder(), rubberPalette()).error().kind,
            ErrorKind::Retryable);
        QVERIFY(library->add(smallTile(50)));
    }

    void aCancelledRebuildChangesNothing()
    {
        fillLibrary(5);
        std::stop_source stop;
        const auto report = Library::rebuild(
            m_fixture->folder(), rubberPalette(),
            [&](int done, int) {
                if (done == 2)
                    stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QVERIFY(fs::is_empty(LibraryFolder::at(m_fixture->folder()).incoming()));
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile"), std::int64_t{5});
    }

    void waitsForOthersThatWrite()
    {
        const std::vector<TileId> ids = fillLibrary(1);
        const auto library = m_fixture->open();
        SQLite::Database other(m_fixture->indexFile().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        // Reading does not wait.
        QCOMPARE(library->records(ids)->size(), std::size_t{1});
        std::jthread release([&] {
            std::this_thread::sleep_for(200ms);
            other.exec("COMMIT");
        });
        QVERIFY(library->setRating(ids, 2));
    }

    void aFullDiskLosesNothing()
    {
        const std::vector<TileId> ids = fillLibrary(3);
        const auto library = m_fixture->open();
        {
            const FullDisk full(100);
            const auto refused = library->add(smallTile(50));
            QCOMPARE(refused.error().kind, ErrorKind::CannotWrite);
            QVERIFY(refused.error().message.find("50-red-30-black-20-pearl-50.png")
                != std::string::npos);
        }
        QVERIFY(fs::is_empty(LibraryFolder::at(m_fixture->folder()).incoming()));
        QCOMPARE(pngFilesIn(m_fixture->folder()), std::size_t{3});
        {
            // Enough for the picture, too little for the index.
            const FullDisk full(fs::file_size(library->records(ids)->front().file) + 100);
            const auto saved = library->add(smallTile(50));
            QVERIFY(saved);
            QCOMPARE(saved->id, TileId{0});
            QCOMPARE(library->setRating(ids, 3).error().kind, ErrorKind::CannotWrite);
        }
        QCOMPARE(library->sweep()->added, 1);
        QVERIFY(library->setRating(ids, 3));
        QCOMPARE(m_fixture->text("PRAGMA integrity_check"), std::string("ok"));
    }

    void stressOfManyConnections()
    {
        const std::vector<TileId> ids = fillLibrary(4);
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> threads;
            for (std::uint64_t worker = 0; worker < 4; ++worker)
                threads.emplace_back([&, worker] {
                    const auto library = m_fixture->tryOpen();
                    for (std::uint64_t round = 0; library && round < 8; ++round) {
                        Library& own = **library;
                        const auto record = own.add(smallTile(100 + worker * 100 + round));
                        const bool isWell = record && record->id > 0 && own.sweep()
                            && own.setRating(ids, int(round % 6)) && own.records(ids);
                        const auto ticket = own.trash({record->id});
                        failures += !isWell || !ticket || !own.restore(*ticket);
                    }
                    failures += !library.has_value();
                });
        }
        QCOMPARE(failures.load(), 0);
        const auto library = m_fixture->open();
        QVERIFY(*library->sweep() == SweepReport{});
        QCOMPARE(
            m_fixture->number("SELECT count(*) FROM tile WHERE trash IS NULL"), std::int64_t{36});
        QCOMPARE(pngFilesIn(m_fixture->folder()), std::size_t{36});
    }

private:
    /// Adds tiles through a connection of its own.
    std::vector<TileId> fillLibrary(int count)
    {
        const auto library = m_fixture->open();
        std::vector<TileId> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(library->add(smallTile(std::uint64_t(i)))->id);
        return ids;
    }

    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(LibraryIndexTest)
#include "library_index_test.moc"
