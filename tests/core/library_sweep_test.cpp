#include <QtEndian>
#include <QtTest>
#include <rapidcheck.h>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <zlib.h>

#include "core/image/png.h"
#include "core/library/library_folder.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

/// A byte of the file, counted from its end if negative, is changed.
void damage(const fs::path& file, std::ptrdiff_t at)
{
    std::string bytes = *readTextFile(file);
    bytes[static_cast<std::size_t>(at < 0 ? std::ptrdiff_t(bytes.size()) + at : at)] ^= 0x55;
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

class LibrarySweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<LibraryFixture>();
        m_library = m_fixture->open();
    }
    void cleanup()
    {
        m_library.reset();
        fs::remove_all(m_fixture->folder()); // Qt does not see names that are no UTF-8
    }

    void findsFilesWithoutRow()
    {
        const TileId own = m_library->add(smallTile(1))->id;
        for (std::uint64_t seed = 2; seed < 72; ++seed) // more than one transaction
            QVERIFY(saveTile(file(std::to_string(seed) + ".png"), smallTile(seed)));
        std::vector<int> done;
        const auto report = m_library->sweep([&](int files, int total) {
            QCOMPARE(total, 70);
            done.push_back(files);
        });
        QVERIFY(report);
        QCOMPARE(report->added, 70);
        QCOMPARE(done.size(), std::size_t{71});
        QCOMPARE(done.back(), 70);
        const auto record = **m_library->findFile(file("30.png"));
        QCOMPARE(record.seed, std::uint64_t{30});
        QCOMPARE(record.width, 64);
        QVERIFY(record.id > own);
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void doesNotOpenWhatDidNotChange()
    {
        const auto record = m_library->add(smallTile(1));
        // Another tile of the same length at the same time, as a clock that was set back makes it.
        const auto time = fs::last_write_time(record->file);
        damage(record->file, 40);
        fs::last_write_time(record->file, time);
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void seesExchangedFiles()
    {
        const auto record = m_library->add(smallTile(1));
        QVERIFY(m_library->setRating({record->id}, 3));
        QVERIFY(saveTile(record->file, smallTile(9)));
        SweepReport expected;
        expected.changed = 1;
        QVERIFY(*m_library->sweep() == expected);
        const auto changed = **m_library->findFile(record->file);
        QCOMPARE(changed.id, record->id);
        QCOMPARE(changed.seed, std::uint64_t{9});
        QCOMPARE(changed.marks.rating, 3);
        QVERIFY(changed.thumbnail != record->thumbnail);
        QVERIFY(!fs::exists(record->thumbnail));
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile_text"), std::int64_t{1});
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile_share"), std::int64_t{3});
    }

    void marksMissingAndWelcomesBack()
    {
        const auto record = m_library->add(smallTile(1));
        QVERIFY(m_library->setFlag({record->id}, Flag::Picked));
        fs::rename(record->file, m_fixture->outside("away.png"));
        QCOMPARE(m_library->sweep()->missing, 1);
        QVERIFY(m_library->records({record->id})->at(0).isMissing);
        QVERIFY(*m_library->sweep() == SweepReport{});
        fs::rename(m_fixture->outside("away.png"), record->file);
        QCOMPARE(m_library->sweep()->returned, 1);
        TileRecord back = m_library->records({record->id})->at(0);
        QVERIFY(back.marks.flag == Flag::Picked);
        back.marks = {};
        QVERIFY(back == *record);
    }

    void aRenamedFileKeepsIdAndMarks()
    {
        const auto first = m_library->add(smallTile(1)), second = m_library->add(smallTile(2));
        QVERIFY(m_library->setRating({first->id}, 5));
        fs::rename(first->file, file("renamed.png"));
        QVERIFY(*m_library->sweep() == SweepReport{});
        const auto renamed = **m_library->findFile(file("renamed.png"));
        QCOMPARE(renamed.id, first->id);
        QCOMPARE(renamed.marks.rating, 5);
        QCOMPARE(m_fixture->number("SELECT rowid FROM tile_text WHERE content MATCH 'renamed'"),
            first->id);

        // Also when it was missing in between.
        fs::rename(second->file, m_fixture->outside("away.png"));
        QCOMPARE(m_library->sweep()->missing, 1);
        fs::rename(m_fixture->outside("away.png"), file("back.png"));
        QCOMPARE(m_library->sweep()->returned, 1);
        QCOMPARE((*m_library->findFile(file("back.png")))->id, second->id);
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile"), std::int64_t{2});
    }

    void aCopyIsATileOfItsOwn()
    {
        const auto record = m_library->add(smallTile(1));
        QVERIFY(m_library->setRating({record->id}, 5));
        fs::copy_file(record->file, file("copy.png"));
        fs::last_write_time(file("copy.png"), fs::last_write_time(record->file));
        QCOMPARE(m_library->sweep()->added, 1);
        QCOMPARE((*m_library->findFile(file("copy.png")))->marks.rating, 0);
    }

    void tellsForeignFiles_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"photo", "text", "empty", "truncated", "without end", "header",
                 "damaged json", "wrong json", "text checksum"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void tellsForeignFiles()
    {
        QFETCH(const QString, kind);
        const fs::path path = file("x.png");
        QVERIFY(saveTile(path, smallTile(1)));
        const std::string whole = *readTextFile(path);
        const std::map<std::string, std::function<void()>> makers = {
            {"photo",
                [&] {
                    QVERIFY(writePng(path, {Image(64, 64), {{"parameters", "red"}}}));
                }},
            {"text", [&] { QVERIFY(writeFileAtomically(path, "no picture")); }},
            {"empty", [&] { QVERIFY(writeFileAtomically(path, "")); }},
            {"truncated", [&] { fs::resize_file(path, whole.size() / 2); }},
            {"without end", [&] { fs::resize_file(path, whole.size() - 5); }},
            {"header", [&] { damage(path, 17); }},
            {"damaged json",
                [&] {
                    QVERIFY(writePng(path, {Image(64, 64), {{"tilewright", "{\"request\":"}}}));
                }},
            {"wrong json",
                [&] {
                    QVERIFY(writePng(path,
                        {Image(64, 64),
                            {{"tilewright", R"({"request": {"seed": "x"}, "provenance": []})"}}}));
                }},
            {"text checksum", [&] { damage(path, std::ptrdiff_t(whole.find("request"))); }},
        };
        makers.at(kind.toStdString())();
        const auto report = m_library->sweep();
        QVERIFY(report);
        QCOMPARE(report->foreign, std::vector<std::string>{"x.png"});
        QCOMPARE(report->added, 0);
        QVERIFY(fs::exists(path));
        // Replaced by a tile, it is one.
        QVERIFY(saveTile(path, smallTile(1)));
        QCOMPARE(m_library->sweep()->added, 1);
        // And a tile that is overwritten is missing.
        makers.at(kind.toStdString())();
        QCOMPARE(m_library->sweep()->missing, 1);
        QCOMPARE(m_library->sweep()->missing, 0);
    }

    void passesOverWhatIsNoPng()
    {
        fs::create_directory(file("folder.png"));
        QVERIFY(saveTile(file("folder.png") / "inside.png", smallTile(1)));
        QVERIFY(saveTile(file(".hidden.png"), smallTile(1)));
        QVERIFY(writeFileAtomically(file("notes.txt"), "notes"));
        fs::create_symlink("nowhere", file("link.png"));
        QCOMPARE(::mkfifo(file("fifo.png").c_str(), 0600), 0);
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void takesAnyName()
    {
        const std::vector<std::string> names
            = {"quote ' \" ; --.png", "two\nlines.png", "плитка красная.png", "UPPER.PNG",
                "not utf-8 \xff\xfe.png", "%s%n.png", " .png", std::string(251, 'x') + ".png"};
        for (const std::string& name : names)
            QVERIFY(saveTile(file(name), smallTile(1)));
        const auto report = m_library->sweep();
        QCOMPARE(report->added, int(names.size()));
        for (const std::string& name : names) {
            const auto record = m_library->findFile(file(name));
            QVERIFY(record && *record);
            QCOMPARE((*record)->file, file(name));
            QVERIFY(m_library->ensureThumbnail(**record));
        }
        std::vector<TileId> all;
        for (std::int64_t id = 1; id <= std::int64_t(names.size()); ++id)
            all.push_back(id);
        const auto ticket = m_library->trash(all);
        QCOMPARE(ticket->tiles.size(), names.size());
        QVERIFY(m_library->restore(*ticket));
        QVERIFY(*m_library->sweep() == SweepReport{});
    }

    void readsTextsOfAnyScript()
    {
        Tile tile = smallTile(1);
        tile.request.prompt = "кириллица \u00e9";
        QVERIFY(saveTile(file("x.png"), tile));
        QCOMPARE(m_library->sweep()->added, 1);
        QCOMPARE((*m_library->findFile(file("x.png")))->prompt, tile.request.prompt);
        const auto text = loadTileText(file("x.png"));
        QCOMPARE(text->image.width, 64);
        QVERIFY(text->image.empty());
        QVERIFY(text->request == tile.request);
    }

    void readsTextsThatAnotherProgramCompressed()
    {
        QVERIFY(saveTile(file("x.png"), smallTile(8)));
        QByteArray bytes = QByteArray::fromStdString(*readTextFile(file("x.png")));
        // Length, type, data and checksum of the chunk.
        const auto start = bytes.indexOf("tEXttilewright") - 4;
        const auto length = qFromBigEndian<quint32>(bytes.constData() + start);
        const QByteArray text = bytes.mid(start + 8 + 11, qsizetype(length) - 11);
        const QByteArray data = QByteArray("zTXttilewright\0\0", 16)
            + qCompress(text).mid(4); // Qt puts the size first
        const auto bigEndian = [](quint32 number) {
            QByteArray four(4, '\0');
            qToBigEndian(number, four.data());
            return four;
        };
        const auto checksum
            = ::crc32(0, reinterpret_cast<const Bytef*>(data.constData()), uInt(data.size()));
        bytes.replace(start, qsizetype(length) + 12,
            bigEndian(quint32(data.size()) - 4) + data + bigEndian(quint32(checksum)));
        QVERIFY(writeFileAtomically(file("x.png"), bytes.toStdString()));
        QCOMPARE(m_library->sweep()->added, 1);
        QCOMPARE((*m_library->findFile(file("x.png")))->seed, std::uint64_t{8});
    }

    void canBeCancelled()
    {
        for (std::uint64_t seed = 0; seed < 200; ++seed)
            QVERIFY(saveTile(file(std::to_string(seed) + ".png"), smallTile(seed)));
        std::stop_source stop;
        const auto report = m_library->sweep(
            [&](int done, int) {
                if (done == 150)
                    stop.request_stop();
            },
            stop.get_token());
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        const auto kept = m_fixture->number("SELECT count(*) FROM tile");
        QVERIFY(kept > 0 && kept < 200);
        QCOMPARE(m_library->sweep()->added, 200 - int(kept));
    }

    void cleansUpAfterTheDead()
    {
        const auto record = m_library->add(smallTile(1));
        const fs::path own = m_fixture->folder() / ".tilewright";
        const std::vector<fs::path> leftovers = {own / "incoming" / "abc.png",
            own / "incoming" / "abc.db", file(".tilewright-0000abcd.tmp"),
            record->thumbnail.parent_path() / ".tilewright-0000abcd.tmp"};
        for (const fs::path& path : leftovers)
            QVERIFY(writeFileAtomically(path, "half"));
        fs::create_directory(own / "trash" / "empty");
        QVERIFY(m_library->sweep());
        for (const fs::path& path : leftovers)
            QVERIFY(fs::exists(path)); // its program may be alive
        for (const fs::path& path : leftovers)
            makeOlder(path, std::chrono::hours(2));
        makeOlder(own / "trash" / "empty", std::chrono::hours(2));
        makeOlder(record->file, std::chrono::hours(2));
        makeOlder(record->thumbnail, std::chrono::hours(2));
        QVERIFY(m_library->sweep());
        for (const fs::path& path : leftovers)
            QVERIFY(!fs::exists(path));
        QVERIFY(!fs::exists(own / "trash" / "empty"));
        QVERIFY(fs::exists(record->file));
    }

    void whateverIsDoneFolderAndIndexAgree()
    {
        spdlog::set_level(spdlog::level::off);
        const bool isTrue = rc::check("folder and index agree after a sweep", [] {
            LibraryFixture fixture;
            auto library = fixture.open();
            struct Known {
                std::uint64_t seed = 0;
                int rating = 0;
                bool isTrashed = false;
                bool isDeleted = false;
            };
            std::map<TileId, Known> tiles;
            std::vector<TrashTicket> tickets;
            std::uint64_t seed = 0;
            const auto anyTile = [&]() -> TileId {
                std::vector<TileId> candidates;
                for (const auto& [id, tile] : tiles)
                    if (!tile.isTrashed && !tile.isDeleted)
                        candidates.push_back(id);
                return candidates.empty() ? 0 : *rc::gen::elementOf(candidates);
            };
            const auto fileOf = [&](TileId id) { return library->records({id})->at(0).file; };
            const int steps = *rc::gen::inRange(1, 16);
            for (int step = 0; step < steps; ++step) {
                RC_ASSERT(library->sweep().has_value()); // as before each look at the gallery
                const TileId tile = anyTile();
                switch (*rc::gen::inRange(0, 9)) {
                case 0: {
                    const auto record = library->add(smallTile(++seed));
                    RC_ASSERT(tiles.emplace(record->id, Known{seed}).second);
                    break;
                }
                case 1: { // comes from outside
                    const fs::path path = fixture.folder() / fmt::format("new {}.png", ++seed);
                    RC_ASSERT(saveTile(path, smallTile(seed)).has_value());
                    RC_ASSERT(library->sweep()->added == 1);
                    RC_ASSERT(tiles.emplace((*library->findFile(path))->id, Known{seed}).second);
                    break;
                }
                case 2:
                    if (tile) {
                        fs::remove(fileOf(tile));
                        tiles[tile].isDeleted = true;
                    }
                    break;
                case 3:
                    if (tile)
                        fs::rename(
                            fileOf(tile), fixture.folder() / fmt::format("moved {}.png", step));
                    break;
                case 4:
                    if (tile) {
                        tiles[tile].rating = *rc::gen::inRange(0, 6);
                        RC_ASSERT(library->setRating({tile}, tiles[tile].rating).has_value());
                    }
                    break;
                case 5:
                    if (tile) {
                        const auto ticket = library->trash({tile});
                        RC_ASSERT(ticket.has_value());
                        tickets.push_back(*ticket);
                        tiles[tile].isTrashed = true;
                    }
                    break;
                case 6:
                    if (!tickets.empty()) {
                        RC_ASSERT(library->restore(tickets.back()).has_value());
                        tiles[tickets.back().tiles.at(0)].isTrashed = false;
                        tickets.pop_back();
                    }
                    break;
                case 7:
                    if (!tickets.empty()) {
                        const auto files = library->discard(tickets.back());
                        for (const fs::path& path : *files)
                            fs::remove(path);
                        tiles.erase(tickets.back().tiles.at(0));
                        tickets.pop_back();
                    }
                    break;
                case 8:
                    library.reset();
                    RC_ASSERT(Library::rebuild(fixture.folder(), rubberPalette()).has_value());
                    library = fixture.open();
                    break;
                }
            }
            const auto report = library->sweep();
            RC_ASSERT(report.has_value() && report->foreign.empty() && report->added == 0);
            RC_ASSERT(*library->sweep() == SweepReport{});
            RC_ASSERT(fixture.number("SELECT count(*) FROM tile") == std::int64_t(tiles.size()));
            for (const auto& [id, tile] : tiles) {
                const auto record = library->records({id})->at(0);
                RC_ASSERT(record.seed == tile.seed);
                RC_ASSERT(record.marks.rating == tile.rating);
                RC_ASSERT(record.isMissing == tile.isDeleted);
                if (!tile.isDeleted)
                    RC_ASSERT(loadTile(record.file)->request.seed == tile.seed);
            }
            const auto left = library->trashed();
            RC_ASSERT(left->size() == tickets.size());
        });
        spdlog::set_level(spdlog::level::info);
        QVERIFY(isTrue);
    }

private:
    fs::path file(const std::string& name) const { return m_fixture->folder() / name; }

    std::unique_ptr<LibraryFixture> m_fixture;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(LibrarySweepTest)
#include "library_sweep_test.moc"
