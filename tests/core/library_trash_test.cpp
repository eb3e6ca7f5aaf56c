#include <QtTest>

#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class LibraryTrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LibraryFixture>();
        m_library = m_fixture->open();
    }
    void cleanup() { m_library.reset(); }

    void comesBackAsItWas()
    {
        const auto a = m_library->add(smallTile(1)), b = m_library->add(smallTile(2));
        QVERIFY(m_library->setMarks({a->id, b->id}, {{5, Flag::Picked, 1}, {2, Flag::None, 3}}));
        const auto before = *m_library->records({a->id, b->id});
        const auto ticket = m_library->trash({b->id, a->id, 999});
        QVERIFY(ticket);
        QCOMPARE(ticket->tiles, (std::vector<TileId>{b->id, a->id}));
        QVERIFY(!fs::exists(a->file) && !fs::exists(b->file));
        QVERIFY(!*m_library->findFile(a->file));
        QVERIFY(fs::exists(m_library->records({a->id})->at(0).file));
        QVERIFY(*m_library->sweep() == SweepReport{});
        QVERIFY(m_library->modelNames()->empty());

        QVERIFY(m_library->restore(*ticket));
        QVERIFY(*m_library->records({a->id, b->id}) == before);
        QVERIFY(fs::is_empty(m_fixture->trashFolder()));
        QVERIFY(m_library->restore(*ticket)); // once more does no harm
        QVERIFY(*m_library->records({a->id, b->id}) == before);
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void ticketsOutliveTheProgram()
    {
        const auto a = m_library->add(smallTile(1)), b = m_library->add(smallTile(2));
        const auto first = m_library->trash({a->id}), second = m_library->trash({b->id});
        m_library = m_fixture->open();
        const auto tickets = m_library->trashed();
        QCOMPARE(tickets->size(), std::size_t{2});
        for (const TrashTicket& ticket : *tickets)
            QVERIFY(m_library->restore(ticket));
        QVERIFY(fs::exists(a->file) && fs::exists(b->file));
        QVERIFY(m_library->trashed()->empty());
    }

    void aNameThatWasTakenMeanwhile()
    {
        const auto record = m_library->add(smallTile(1));
        const auto ticket = m_library->trash({record->id});
        const auto next = m_library->add(smallTile(1));
        QCOMPARE(next->file, record->file);
        QVERIFY(m_library->restore(*ticket));
        const auto back = m_library->records({record->id})->at(0);
        QVERIFY(back.file != next->file);
        QVERIFY(loadTile(back.file) && loadTile(next->file));
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void discardForgetsAndGivesTheFiles()
    {
        const auto record = m_library->add(smallTile(1));
        const auto ticket = m_library->trash({record->id});
        const auto files = m_library->discard(*ticket);
        QCOMPARE(files->size(), std::size_t{1});
        QVERIFY(loadTile(files->front()));
        QVERIFY(!fs::exists(record->thumbnail));
        QVERIFY(m_library->records({record->id})->empty());
        for (const char* table : {"tile", "tile_share", "tile_text"})
            QCOMPARE(
                m_fixture->number(std::string("SELECT count(*) FROM ") + table), std::int64_t{0});
        QVERIFY(m_library->restore(*ticket)); // there is nothing to restore
        QVERIFY(m_library->discard(*ticket)->empty());
        // Its id is not given again.
        QVERIFY(m_library->add(smallTile(1))->id > record->id);
        // While somebody moves the file away, nobody takes it for a tile.
        QVERIFY(*m_library->sweep() == SweepReport{});
        QVERIFY(m_library->trashed()->empty());
        // But it is not forgotten if that never happens.
        makeOlder(m_fixture->trashFolder() / ticket->name, std::chrono::hours(2));
        QVERIFY(*m_library->sweep() == SweepReport{});
        QCOMPARE(m_library->trashed()->size(), std::size_t{1});
        QVERIFY(m_library->restore(m_library->trashed()->front()));
        QCOMPARE(
            m_fixture->number("SELECT count(*) FROM tile WHERE trash IS NULL"), std::int64_t{2});
    }

    void missingTilesGoToo()
    {
        const auto record = m_library->add(smallTile(1));
        fs::remove(record->file);
        QVERIFY(m_library->sweep());
        const auto ticket = m_library->trash({record->id});
        QVERIFY(ticket);
        QVERIFY(m_library->restore(*ticket));
        QVERIFY(m_library->records({record->id})->at(0).isMissing);
        QVERIFY(m_library->discard(*m_library->trash({record->id}))->empty());
        QCOMPARE(m_library->trash({record->id}).error().kind, ErrorKind::Usage);
        QVERIFY(fs::is_empty(m_fixture->trashFolder())
            || fs::is_empty(fs::directory_iterator(m_fixture->trashFolder())->path()));
    }

    void diedAfterMovingToTheTrash()
    {
        const auto record = m_library->add(smallTile(1));
        QVERIFY(m_library->setRating({record->id}, 4));
        fs::create_directory(m_fixture->trashFolder() / "t");
        fs::rename(record->file, m_fixture->trashFolder() / "t" / record->file.filename());
        QVERIFY(*m_library->sweep() == SweepReport{});
        const auto tickets = m_library->trashed();
        QCOMPARE(tickets->size(), std::size_t{1});
        QCOMPARE(tickets->front().tiles, std::vector<TileId>{record->id});
        QVERIFY(m_library->restore(tickets->front()));
        const auto back = **m_library->findFile(record->file);
        QCOMPARE(back.id, record->id);
        QCOMPARE(back.marks.rating, 4);
    }

    void diedAfterMovingFromTheTrash()
    {
        const auto record = m_library->add(smallTile(1));
        QVERIFY(m_library->setRating({record->id}, 4));
        QVERIFY(m_library->trash({record->id}));
        fs::rename(m_library->records({record->id})->at(0).file, record->file);
        QVERIFY(*m_library->sweep() == SweepReport{});
        const auto back = **m_library->findFile(record->file);
        QCOMPARE(back.id, record->id);
        QCOMPARE(back.marks.rating, 4);
        QVERIFY(m_library->trashed()->empty());
    }

    void allOrNone()
    {
        const auto a = m_library->add(smallTile(1)), b = m_library->add(smallTile(2));
        fs::remove(m_fixture->trashFolder());
        QVERIFY(writeFileAtomically(m_fixture->trashFolder(), "a file"));
        QCOMPARE(m_library->trash({a->id, b->id}).error().kind, ErrorKind::CannotWrite);
        fs::remove(m_fixture->trashFolder());
        fs::create_directory(m_fixture->trashFolder());

        // The index fails when the files have been moved already.
        m_fixture->exec("ALTER TABLE tile_share RENAME TO gone");
        QVERIFY(!m_library->trash({a->id, b->id}));
        m_fixture->exec("ALTER TABLE gone RENAME TO tile_share");
        QVERIFY(fs::exists(a->file) && fs::exists(b->file));
        QVERIFY(*m_library->records({a->id, b->id}) == (std::vector<TileRecord>{*a, *b}));
        QVERIFY(m_library->trashed()->empty());
        QVERIFY(*m_library->sweep() == SweepReport{});

        m_fixture->exec("CREATE TRIGGER refuse BEFORE UPDATE ON tile WHEN new.id = "
            + std::to_string(b->id) + " BEGIN SELECT raise(ABORT, 'no'); END");
        QVERIFY(!m_library->trash({a->id, b->id}));
        QVERIFY(fs::exists(a->file) && fs::exists(b->file));
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

private:
    std::unique_ptr<LibraryFixture> m_fixture;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(LibraryTrashTest)
#include "library_trash_test.moc"
