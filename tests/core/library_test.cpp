#include <QtTest>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "core/image/jpeg_writer.h"
#include "core/image/picture.h"
#include "core/image/png.h"
#include "core/library/thumbnail.h"
#include "core/library/tile_file_name.h"
#include "support/library_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

class LibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<LibraryFixture>(); }

    void addsFileRowAndThumbnail()
    {
        const auto library = m_fixture->open();
        const Tile tile = smallTile(7);
        const auto record = library->add(tile);
        QVERIFY(record);
        QVERIFY(record->id > 0);
        QCOMPARE(record->file, m_fixture->folder() / "50-red-30-black-20-pearl-7.png");
        QVERIFY(*loadTile(record->file) == tile);
        QCOMPARE(record->mixKey, std::string("30% black, 20% pearl, 50% red"));
        QVERIFY(record->mix
            == mixFrom({{"red", 500}, {"black", 300}, {"pearl", 200}})); // largest first
        QCOMPARE(record->seed, std::uint64_t{7});
        QCOMPARE(record->prompt, tile.request.prompt);
        QCOMPARE(record->modelName, std::string("fake model"));
        QCOMPARE(record->created, std::string("2026-05-01T10:00:00Z"));
        QCOMPARE(record->width, 64);
        QCOMPARE(record->height, 64);
        QCOMPARE(*record->error, 1.0);
        QVERIFY(!record->isDraft && !record->isMissing);
        const auto thumbnail = readPicture(record->thumbnail);
        QVERIFY(thumbnail);
        QCOMPARE(thumbnail->image.width, 64);
        QCOMPARE(library->records({record->id})->at(0), *record);
        QCOMPARE(**library->findFile(record->file), *record);
        QVERIFY(!*library->findFile(m_fixture->folder() / "other.png"));
        QCOMPARE(*library->modelNames(), std::vector<std::string>{"fake model"});
    }

    void keepsWhatAnIndexEasilyLoses()
    {
        const auto library = m_fixture->open();
        Tile tile = smallTile(18446744073709551615ull);
        tile.request.mix.reset();
        tile.request.prompt = "quotes ' \" and \n lines, кириллица";
        tile.fidelity.reset();
        tile.provenance.draft = true;
        const auto record = library->add(tile);
        QVERIFY(record);
        QCOMPARE(record->seed, tile.request.seed);
        QCOMPARE(record->prompt, tile.request.prompt);
        QVERIFY(record->mixKey.empty() && !record->mix && !record->error && record->isDraft);
        QCOMPARE(library->records({record->id})->at(0), *record);
    }

    void indexHoldsColoursAndWords()
    {
        const auto library = m_fixture->open();
        Tile tile = smallTile(3, {{"black", 1000}});
        const TileId black = library->add(tile)->id;
        tile = smallTile(4, {{"my blue", 1000}});
        GranuleColor own = rubberPalette().colors().front();
        own.code = "MYBLUE";
        own.name = "my blue";
        own.lab = {40, 5, -30};
        tile.request.colors = {own};
        const TileId blue = library->add(tile)->id;
        tile = smallTile(5, {{"nowhere", 1000}});
        const TileId unknown = library->add(tile)->id;
        const auto l = [&](TileId id) {
            return m_fixture->number("SELECT round(l) FROM tile WHERE id = " + std::to_string(id));
        };
        QCOMPARE(l(black), std::int64_t(std::lround(rubberPalette().find("black")->lab.L)));
        QCOMPARE(l(blue), std::int64_t{40});
        QCOMPARE(
            m_fixture->number("SELECT l IS NULL FROM tile WHERE id = " + std::to_string(unknown)),
            std::int64_t{1});
        QCOMPARE(m_fixture->number("SELECT rowid FROM tile_text WHERE content MATCH 'blue model'"),
            blue);
        QCOMPARE(m_fixture->number("SELECT sum(per_mille) FROM tile_share WHERE color = 'black'"),
            std::int64_t{1000});
    }

    void recordsKeepTheOrderAsked()
    {
        const auto library = m_fixture->open();
        std::vector<TileId> ids;
        for (std::uint64_t seed = 0; seed < 5; ++seed)
            ids.push_back(library->add(smallTile(seed))->id);
        std::vector<TileId> asked;
        for (int i = 0; i < 700; ++i) // more than one chunk
            asked.insert(asked.end(), {ids[4], 999'999, ids[0], ids[2]});
        const auto records = library->records(asked);
        QCOMPARE(records->size(), std::size_t{2100});
        QCOMPARE(records->at(0).seed, std::uint64_t{4});
        QCOMPARE(records->at(1).seed, std::uint64_t{0});
        QCOMPARE(records->back().seed, std::uint64_t{2});
        QVERIFY(library->records({})->empty());
    }

    void nothingIsOverwritten()
    {
        const auto library = m_fixture->open();
        const fs::path taken = m_fixture->folder() / "50-red-30-black-20-pearl-7.png";
        QVERIFY(writeFileAtomically(taken, "somebody's"));
        fs::create_symlink("nowhere", m_fixture->folder() / "50-red-30-black-20-pearl-7-2.png");
        const auto first = library->add(smallTile(7)), second = library->add(smallTile(7));
        QCOMPARE(first->file.filename().string(), std::string("50-red-30-black-20-pearl-7-3.png"));
        QCOMPARE(second->file.filename().string(), std::string("50-red-30-black-20-pearl-7-4.png"));
        QCOMPARE(*readTextFile(taken), std::string("somebody's"));
    }

    void aMissingTileKeepsItsName()
    {
        const auto library = m_fixture->open();
        const auto lost = library->add(smallTile(7));
        QVERIFY(library->setRating({lost->id}, 5));
        fs::remove(lost->file);
        const auto next = library->add(smallTile(7));
        QVERIFY(next->id != lost->id);
        QVERIFY(next->file != lost->file);
        QCOMPARE(next->marks.rating, 0);
    }

    void manyAddTheSameNameAtOnce()
    {
        constexpr int threads = 4, tiles = 12;
        std::vector<std::jthread> writers;
        std::atomic<int> added = 0;
        for (int i = 0; i < threads; ++i)
            writers.emplace_back([&] {
                const auto library = m_fixture->tryOpen(); // the first makes the index
                if (!library)
                    qWarning(
                        "%s [%s]", library.error().message.c_str(), library.error().detail.c_str());
                for (int tile = 0; library && tile < tiles; ++tile)
                    added += library.value()->add(smallTile(7)).has_value();
            });
        writers.clear();
        QCOMPARE(added.load(), threads * tiles);
        QCOMPARE(m_fixture->number("SELECT count(DISTINCT file) FROM tile"),
            std::int64_t{threads * tiles});
        const auto library = m_fixture->open();
        QVERIFY(*library->sweep() == SweepReport{});
        QVERIFY(fs::is_empty(m_fixture->folder() / ".tilewright" / "incoming"));
    }

    void marksAreSetAllOrNone()
    {
        const auto library = m_fixture->open();
        const TileId a = library->add(smallTile(1))->id, b = library->add(smallTile(2))->id;
        QVERIFY(library->setRating({a, b, 12345}, 4));
        QVERIFY(library->setFlag({b}, Flag::Rejected));
        QVERIFY(library->setLabel({b}, 3));
        const auto marks = [&](TileId id) { return library->records({id})->at(0).marks; };
        QVERIFY(marks(a) == (TileMarks{4, Flag::None, 0}));
        QVERIFY(marks(b) == (TileMarks{4, Flag::Rejected, 3}));
        QVERIFY(library->setMarks({a, b}, {{1, Flag::Picked, 2}, {}}));
        QVERIFY(marks(a) == (TileMarks{1, Flag::Picked, 2}));
        QVERIFY(marks(b) == TileMarks{});

        for (const auto& wrong : {library->setRating({a}, 6), library->setRating({a}, -1),
                 library->setLabel({a}, 5), library->setMarks({a}, {}),
                 library->setMarks({b, a}, {{2, Flag::None, 0}, {9, Flag::None, 0}})})
            QCOMPARE(wrong.error().kind, ErrorKind::Usage);
        QVERIFY(marks(a) == (TileMarks{1, Flag::Picked, 2}));
        QVERIFY(marks(b) == TileMarks{});
    }

    void versionTellsOfOwnAndOthersChanges()
    {
        const auto library = m_fixture->open(), other = m_fixture->open();
        const TileId tile = library->add(smallTile(1))->id;
        std::int64_t version = library->version();
        QCOMPARE(library->version(), version);
        QVERIFY(library->setRating({tile}, 3));
        QVERIFY(library->version() != version);
        version = library->version();
        QVERIFY(other->setRating({tile}, 4));
        QVERIFY(library->version() != version);
        version = library->version();
        QVERIFY(library->records({tile}));
        QCOMPARE(library->version(), version);
    }

    void aSearchSeesWhatOthersAddMeanwhile()
    {
        const auto library = m_fixture->open(), other = m_fixture->open();
        QVERIFY(library->find({})->tiles.empty());
        const TileId first = other->add(smallTile(1))->id;
        QCOMPARE(library->find({})->tiles, std::vector<TileId>{first});
        // Nor does a search keep others from writing.
        QVERIFY(other->setRating({first}, 5));
        TileQuery best;
        best.minimumRating = 5;
        best.groupByMix = true;
        QCOMPARE(library->find(best)->tiles, std::vector<TileId>{first});
        QVERIFY(library->setRating({first}, 1));
        QVERIFY(other->find(best)->tiles.empty());
    }

    void importsByteByByte()
    {
        const auto library = m_fixture->open();
        const fs::path file = m_fixture->outside("from elsewhere.png");
        QVERIFY(saveTile(file, smallTile(5)));
        const auto record = library->import(file);
        QCOMPARE(record->file, m_fixture->folder() / "from elsewhere.png");
        QCOMPARE(*readTextFile(record->file), *readTextFile(file));
        QCOMPARE(record->seed, std::uint64_t{5});
        QVERIFY(fs::exists(record->thumbnail));
        QCOMPARE(library->import(file)->file, m_fixture->folder() / "from elsewhere-2.png");

        const fs::path here = m_fixture->folder() / "here.png";
        fs::copy_file(file, here);
        const auto indexed = library->import(here);
        QCOMPARE(indexed->file, here);
        QCOMPARE(library->import(here)->id, indexed->id);

        QVERIFY(writePng(m_fixture->outside("photo.png"), {Image(8, 8), {}}));
        for (const char* name : {"photo.png", "nothing.png", "."})
            QCOMPARE(library->import(m_fixture->outside(name)).error().kind, ErrorKind::BadData);
        QCOMPARE(m_fixture->number("SELECT count(*) FROM tile"), std::int64_t{3});
    }

    void refreshReadsTheFileAgain()
    {
        const auto library = m_fixture->open();
        const auto before = library->add(smallTile(5));
        QVERIFY(library->setRating({before->id}, 2));
        Tile measured = smallTile(5);
        measured.fidelity->colors[0].measured = 54;
        QVERIFY(saveTile(before->file, measured));
        const auto after = library->refresh(before->id);
        QCOMPARE(after->id, before->id);
        QCOMPARE(*after->error, 4.0);
        QCOMPARE(after->marks.rating, 2);
        QVERIFY(after->thumbnail != before->thumbnail);
        QVERIFY(!fs::exists(before->thumbnail));
        QVERIFY(fs::exists(*library->ensureThumbnail(*after)));
        QCOMPARE(library->refresh(77).error().kind, ErrorKind::Usage);
        fs::remove(after->file);
        QCOMPARE(library->refresh(before->id).error().kind, ErrorKind::BadData);
    }

    void thumbnailsAreMeansOfLight()
    {
        Image checks(700, 350);
        for (int y = 0; y < checks.height; ++y)
            for (int x = 0; x < checks.width; ++x)
                std::fill_n(checks.pixel(x, y), 3, std::uint8_t((x / 2 + y / 2) % 2 ? 255 : 0));
        const Image small = scaledDown(checks, Library::thumbnailSide);
        QCOMPARE(small.width, 256);
        QCOMPARE(small.height, 128);
        double mean = 0;
        for (const std::uint8_t byte : small.rgb)
            mean += srgbToLinear(byte / 255.0) / static_cast<double>(small.rgb.size());
        QVERIFY2(std::abs(mean - 0.5) < 0.01, qPrintable(QString::number(mean)));
        QCOMPARE(scaledDown(Image(2, 1000), 256).width, 1);
        QVERIFY(scaledDown(small, 256) == small);
        QVERIFY(!encodeJpeg(Image(), 85));
    }

    void ensureThumbnailMakesItAnew()
    {
        const auto library = m_fixture->open();
        const auto record = library->add(smallTile(5));
        fs::remove_all(record->thumbnail.parent_path());
        QCOMPARE(*library->ensureThumbnail(*record), record->thumbnail);
        QVERIFY(readPicture(record->thumbnail));
        fs::remove(record->thumbnail);
        QVERIFY(writeFileAtomically(record->file, "no picture"));
        QCOMPARE(library->ensureThumbnail(*record).error().kind, ErrorKind::BadData);
    }

    void aTileIsSavedWhateverTheIndexSays()
    {
        const auto library = m_fixture->open();
        m_fixture->exec("ALTER TABLE tile_share RENAME TO gone");
        const auto record = library->add(smallTile(5));
        QVERIFY(record);
        QCOMPARE(record->id, TileId{0});
        QVERIFY(*loadTile(record->file) == smallTile(5));
        QVERIFY(!library->ensureThumbnail(*record));
        m_fixture->exec("ALTER TABLE gone RENAME TO tile_share");
        QCOMPARE(library->sweep()->added, 1);
        QVERIFY(*library->findFile(record->file));
    }

    void aTileIsSavedWithoutItsThumbnail()
    {
        const auto library = m_fixture->open();
        fs::remove_all(m_fixture->folder() / ".tilewright" / "thumbnails");
        QVERIFY(writeFileAtomically(m_fixture->folder() / ".tilewright" / "thumbnails", "a file"));
        const auto record = library->add(smallTile(5));
        QVERIFY(record && record->id > 0);
        QCOMPARE(library->ensureThumbnail(*record).error().kind, ErrorKind::CannotWrite);
    }

    void refusesFoldersThatTakeNothing()
    {
        QVERIFY(writeFileAtomically(m_fixture->folder(), "a file"));
        const auto file = m_fixture->tryOpen();
        QCOMPARE(file.error().kind, ErrorKind::CannotWrite);
        QVERIFY(file.error().message.find("it is a file, not a folder") != std::string::npos);
        QCOMPARE(*readTextFile(m_fixture->folder()), std::string("a file"));

        const auto under = Library::open(m_fixture->folder() / "below", rubberPalette());
        QCOMPARE(under.error().kind, ErrorKind::CannotWrite);

        if (::geteuid() == 0)
            return; // whom no permission stops
        const fs::path readOnly = m_fixture->outside("read-only");
        fs::create_directory(readOnly);
        ::chmod(readOnly.c_str(), 0555);
        const auto refused = Library::open(readOnly, rubberPalette());
        ::chmod(readOnly.c_str(), 0755);
        QCOMPARE(refused.error().kind, ErrorKind::CannotWrite);
    }

    void theFolderMayVanish()
    {
        const auto library = m_fixture->open();
        QVERIFY(library->add(smallTile(1)));
        fs::rename(m_fixture->folder(), m_fixture->outside("moved away"));
        const auto record = library->add(smallTile(2));
        QCOMPARE(record.error().kind, ErrorKind::CannotWrite);
        // The file that was to be made, and no temporary one.
        QVERIFY(record.error().message.find("50-red-30-black-20-pearl-2.png") != std::string::npos);
        QVERIFY(!library->sweep());
    }

    void longNamesFitTheFileSystem()
    {
        std::string name;
        for (int i = 0; i < 60; ++i)
            name += "ж";
        const Tile tile
            = smallTile(1704233, {{name + "1", 400}, {name + "2", 300}, {name + "3", 300}});
        const std::string stem = tileFileStem(tile.request);
        QVERIFY(stem.size() < 230);
        QVERIFY(stem.ends_with("-1704233"));
        QCOMPARE(QString::fromUtf8(stem.c_str()).toUtf8().toStdString(), stem);
        const auto library = m_fixture->open();
        QVERIFY(library->add(tile));
        QVERIFY(library->add(tile));
    }

private:
    std::unique_ptr<LibraryFixture> m_fixture;
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "library_test.moc"
