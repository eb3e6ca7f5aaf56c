#include <QAbstractItemModelTester>
#include <QDir>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <fstream>
#include <rapidcheck.h>

#include "core/mix/prompt_format.h"
#include "studio_fixture.h"
#include "support/memory_library.h"
#include "ui/library/library_model.h"
#include "ui/library/mark_names.h"
#include "ui/library/rerun_check.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using test::MemoryLibrary;

namespace {
TileRecord record(std::uint64_t seed, const Mix& mix = test::redBlackPearl())
{
    TileRecord tile;
    tile.seed = seed;
    tile.mix = mix;
    tile.mixKey = mixKey(mix);
    tile.prompt = PromptFormat().format(mix);
    tile.modelName = "starter";
    tile.file = "/tiles/tile-" + std::to_string(seed) + ".png";
    tile.thumbnail = "/tiles/.tilewright/tile-" + std::to_string(seed) + ".jpg";
    tile.width = tile.height = 512;
    tile.error = 0.6;
    return tile;
}

std::vector<TileId> idsOf(const LibraryModel& model)
{
    return model.list().tiles;
}

/// A library with an open connection, and a model of all its tiles.
struct Fixture {
    explicit Fixture(int tiles)
    {
        for (int i = 1; i <= tiles; ++i)
            store.add(record(1000 + static_cast<std::uint64_t>(i)));
        library.open();
    }

    MemoryLibrary store;
    QUndoStack undo;
    TileLibrary library{store.factory(), undo};
    LibraryModel model{library, test::rubberPalette()};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};
} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<std::vector<TileRecord>>(); }

    void recordsAreReadForWhatIsSeen()
    {
        Fixture fixture(1000);
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 1000);
        QVERIFY(!fixture.model.recordAt(50));
        QVERIFY(!fixture.model.index(50).data(LibraryModel::SeedRole).isValid());
        fixture.model.show(100, 119, 64);
        QTRY_VERIFY(fixture.model.recordAt(100) && fixture.model.recordAt(139)
            && fixture.model.recordAt(80));
        QVERIFY(!fixture.model.recordAt(50));
        QVERIFY(!fixture.model.recordAt(200));
        QCOMPARE(fixture.model.index(100).data(LibraryModel::SeedRole).toString(),
            QStringLiteral("1900"));
    }

    void everythingIsInTheRoles()
    {
        Fixture fixture(0);
        TileRecord tile = record(7);
        tile.marks = {4, Flag::Picked, 2};
        tile.isDraft = true;
        tile.error = 1.5;
        fixture.store.add(tile);
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 1);
        fixture.model.show(0, 0, 64);
        QTRY_VERIFY(fixture.model.recordAt(0));
        const QModelIndex index = fixture.model.index(0);
        QCOMPARE(index.data(LibraryModel::RatingRole).toInt(), 4);
        QCOMPARE(index.data(LibraryModel::FlagRole).toInt(), static_cast<int>(Flag::Picked));
        QCOMPARE(index.data(LibraryModel::LabelRole).toInt(), 2);
        QCOMPARE(index.data(LibraryModel::VerdictRole).toInt(), static_cast<int>(Verdict::Close));
        QVERIFY(index.data(LibraryModel::DraftRole).toBool());
        QVERIFY(!index.data(LibraryModel::MissingRole).toBool());
        QCOMPARE(index.data(LibraryModel::MixKeyRole).toString(),
            QStringLiteral("30% black, 20% pearl, 50% red"));
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
            QStringLiteral("Seed 7, Red 50 %, Black 30 %, Pearl 20 %, 4 stars, picked, "
                           "label yellow, 1.5 points off, draft"));
    }

    void anotherListKeepsTheSelection_data()
    {
        QTest::addColumn<std::vector<TileId>>("before");
        QTest::addColumn<std::vector<TileId>>("after");
        using Ids = std::vector<TileId>;
        QTest::newRow("one more in front") << Ids{3, 2, 1} << Ids{4, 3, 2, 1};
        QTest::newRow("one less") << Ids{4, 3, 2, 1} << Ids{4, 2, 1};
        QTest::newRow("turned round") << Ids{3, 2, 1} << Ids{1, 2, 3};
        QTest::newRow("some go, some come, all move")
            << Ids{5, 4, 3, 2, 1} << Ids{2, 9, 4, 8, 1, 7};
        QTest::newRow("nothing is left") << Ids{3, 2, 1} << Ids{};
        QTest::newRow("the first ones") << Ids{} << Ids{2, 1};
        QTest::newRow("the same") << Ids{2, 1} << Ids{2, 1};
        QTest::newRow("none in common") << Ids{2, 1} << Ids{4, 3};
    }

    void anotherListKeepsTheSelection()
    {
        QFETCH(std::vector<TileId>, before);
        QFETCH(std::vector<TileId>, after);
        MemoryLibrary store;
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        LibraryModel model(library, test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QItemSelectionModel selection(&model);
        store.answer(before);
        model.refresh();
        QTRY_COMPARE(idsOf(model), before);
        for (int row = 0; row < model.rowCount(); row += 2)
            selection.select(model.index(row), QItemSelectionModel::Select);
        std::set<TileId> expected;
        for (std::size_t row = 0; row < before.size(); row += 2)
            if (std::find(after.begin(), after.end(), before[row]) != after.end())
                expected.insert(before[row]);

        store.answer(after);
        QSignalSpy changed(&model, &LibraryModel::listChanged);
        model.refresh();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(idsOf(model), after);
        std::set<TileId> selected;
        for (const QModelIndex& index : selection.selectedIndexes())
            selected.insert(model.tileAt(index.row()));
        QCOMPARE(selected, expected);
    }

    void anyListFollowsAnyOther()
    {
        MemoryLibrary store;
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        LibraryModel model(library, test::rubberPalette());
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const bool holds = rc::check("any list follows any other", [&] {
            const auto ids = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, 40));
            const std::vector<TileId> wanted(ids.begin(), ids.end());
            store.answer(wanted);
            QSignalSpy changed(&model, &LibraryModel::listChanged);
            model.refresh();
            RC_ASSERT(changed.wait());
            RC_ASSERT(idsOf(model) == wanted);
            for (std::size_t row = 0; row < wanted.size(); ++row)
                RC_ASSERT(model.rowOf(wanted[row]) == static_cast<int>(row));
        });
        QVERIFY(holds);
    }

    void onlyTheLastQuestionIsAnswered()
    {
        Fixture fixture(5);
        QSignalSpy changed(&fixture.model, &LibraryModel::listChanged);
        TileQuery query;
        for (int rating = 1; rating <= 5; ++rating) {
            query.minimumRating = rating;
            fixture.model.setQuery(query);
        }
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 5);
        QVERIFY(!fixture.model.isAsking());
        QCOMPARE(changed.count(), 1);
    }

    void marksAreUndone()
    {
        Fixture fixture(3);
        fixture.model.setQuery({});
        QSignalSpy changed(&fixture.library, &TileLibrary::tilesChanged);
        fixture.library.rate({1, 2}, 4);
        QCOMPARE(fixture.undo.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(fixture.undo.count(), 1);
        fixture.library.flag({2, 3}, Flag::Rejected);
        fixture.library.label({1}, 3);
        QTRY_COMPARE(changed.count(), 3);
        QCOMPARE(fixture.store.tile(2).marks, (TileMarks{4, Flag::Rejected, 0}));
        QCOMPARE(fixture.store.tile(1).marks, (TileMarks{4, Flag::None, 3}));

        for (int i = 0; i < 3; ++i)
            fixture.undo.undo();
        QTRY_COMPARE(changed.count(), 6);
        for (const TileId tile : {1, 2, 3})
            QCOMPARE(fixture.store.tile(tile).marks, TileMarks());
        fixture.undo.redo();
        QTRY_COMPARE(changed.count(), 7);
        QCOMPARE(fixture.store.tile(1).marks.rating, 4);
    }

    void aLabelIsTakenAwayWhereAllHaveIt()
    {
        Fixture fixture(2);
        QSignalSpy changed(&fixture.library, &TileLibrary::tilesChanged);
        fixture.library.label({1}, 2);
        fixture.library.label({1, 2}, 2);
        QTRY_COMPARE(changed.count(), 2);
        QCOMPARE(fixture.store.tile(2).marks.label, 2);
        fixture.library.label({1, 2}, 2);
        QTRY_COMPARE(changed.count(), 3);
        QCOMPARE(fixture.store.tile(1).marks.label, 0);
    }

    void whatFailedIsNotOnTheUndoStack()
    {
        Fixture fixture(1);
        QSignalSpy opened(&fixture.library, &TileLibrary::opened);
        QTRY_COMPARE(opened.count(), 1);
        QSignalSpy failed(&fixture.library, &TileLibrary::failed);
        fixture.store.state().nextError = Error{ErrorKind::CannotWrite, "The disk is full.", "28"};
        fixture.library.rate({1}, 5);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("The disk is full."));
        QCOMPARE(fixture.undo.count(), 0);
        fixture.store.state().nextError = Error{ErrorKind::CannotWrite, "The disk is full.", ""};
        fixture.library.trash({1});
        QTRY_COMPARE(failed.count(), 2);
        QCOMPARE(fixture.undo.count(), 0);
        QVERIFY(fixture.store.has(1));
    }

    void aLibraryThatCannotBeOpenedIsTold()
    {
        MemoryLibrary store;
        store.state().openError
            = Error{ErrorKind::BadData, "The library is from a newer version.", ""};
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        QSignalSpy failed(&library, &TileLibrary::failed);
        library.open();
        QTRY_COMPARE(failed.count(), 1);
        LibraryModel model(library, test::rubberPalette());
        QSignalSpy modelFailed(&model, &LibraryModel::failed);
        model.refresh();
        QTRY_COMPARE(modelFailed.count(), 1);
        // It is tried again each time: the disk may have been plugged in.
        {
            const std::lock_guard lock(store.state().mutex);
            store.state().openError.reset();
        }
        QSignalSpy opened(&library, &TileLibrary::opened);
        library.open();
        QTRY_COMPARE(opened.count(), 1);
    }

    void deletedTilesComeBack_data()
    {
        QTest::addColumn<bool>("byBar");
        QTest::newRow("by the undo bar") << true;
        QTest::newRow("by the undo stack") << false;
    }

    void deletedTilesComeBack()
    {
        QFETCH(bool, byBar);
        Fixture fixture(4);
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 4);
        QSignalSpy deleted(&fixture.library, &TileLibrary::deleted);
        QSignalSpy restored(&fixture.library, &TileLibrary::restored);
        fixture.library.trash({2, 3});
        QTRY_COMPARE(fixture.model.rowCount(), 2);
        QCOMPARE(deleted.count(), 1);
        QCOMPARE(fixture.undo.count(), 1);
        if (byBar)
            fixture.library.restore(deleted[0][0].value<DeletedTilesPointer>());
        else
            fixture.undo.undo();
        QTRY_COMPARE(fixture.model.rowCount(), 4);
        QTRY_COMPARE(restored.count(), 1);
        // The other way changes nothing any more.
        if (byBar)
            fixture.undo.undo();
        else
            fixture.library.restore(deleted[0][0].value<DeletedTilesPointer>());
        fixture.undo.redo();
        QTRY_COMPARE(fixture.model.rowCount(), 2);
        QCOMPARE(restored.count(), 1);
    }

    void deletedTilesLeaveWhenTheProgramEnds()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString());
        std::ofstream(path / "tile-1001.png") << "picture";
        MemoryLibrary store;
        store.state().trashFolder = path;
        store.add(record(1001));
        {
            QUndoStack undo;
            TileLibrary library(store.factory(), undo);
            QSignalSpy deleted(&library, &TileLibrary::deleted);
            library.trash({1});
            QTRY_COMPARE(deleted.count(), 1);
            QVERIFY(std::filesystem::exists(path / "tile-1001.png"));
        }
        QVERIFY(store.state().trash.empty());
    }

    void leftoversOfAnEarlierRunAreOffered()
    {
        MemoryLibrary store;
        store.state().trash["old"] = {record(1), record(2)};
        store.state().trashFolder = "/no/such/folder";
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        QSignalSpy leftovers(&library, &TileLibrary::leftoversFound);
        library.open();
        QTRY_COMPARE(leftovers.count(), 1);
        QCOMPARE(leftovers[0][0].toInt(), 2);
        QSignalSpy noticed(&library, &TileLibrary::noticed);
        library.discardLeftovers();
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(noticed[0][0].toString().contains(QStringLiteral("/no/such/folder")));
        QVERIFY(noticed[0][0].toString().contains(QStringLiteral("2.")));
    }

    void otherProgramsAreSeen()
    {
        Fixture fixture(2);
        QSignalSpy opened(&fixture.library, &TileLibrary::opened);
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 2);
        QTRY_COMPARE(opened.count(), 1);
        fixture.store.add(record(2000));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.model.rowCount(), 3, 3 * TileLibrary::pollMilliseconds);
        // Own changes are not taken for those of others.
        QSignalSpy changed(&fixture.library, &TileLibrary::changed);
        QSignalSpy marked(&fixture.library, &TileLibrary::tilesChanged);
        fixture.library.rate({1}, 2);
        QTRY_COMPARE(marked.count(), 1);
        QCOMPARE(changed.count(), 0);
    }

    void aSweepThatFoundSomethingRefreshes()
    {
        MemoryLibrary store;
        store.state().report.added = 1;
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        QSignalSpy progressed(&library, &TileLibrary::sweepProgressed);
        QSignalSpy swept(&library, &TileLibrary::swept);
        QSignalSpy changed(&library, &TileLibrary::changed);
        library.open();
        QTRY_COMPARE(swept.count(), 1);
        QCOMPARE(progressed.count(), 1);
        QCOMPARE(changed.count(), 1);
    }

    void aFilteredTileLeavesWhenItsMarksDoNotFit()
    {
        Fixture fixture(2);
        TileQuery query;
        query.hideRejected = true;
        fixture.model.setQuery(query);
        QTRY_COMPARE(fixture.model.rowCount(), 2);
        fixture.library.flag({1}, Flag::Rejected);
        QTRY_COMPARE(fixture.model.rowCount(), 1);
    }

    void whatWasWrittenIsKeptWhenTheProgramEnds()
    {
        MemoryLibrary store;
        store.add(record(1));
        {
            QUndoStack undo;
            TileLibrary library(store.factory(), undo);
            for (int rating = 1; rating <= 5; ++rating)
                library.rate({1}, rating);
        }
        QCOMPARE(store.tile(1).marks.rating, 5);
    }

    void thumbnailsAreMadeAndScaled()
    {
        QTemporaryDir folder;
        QImage(300, 200, QImage::Format_RGB32).save(folder.filePath(QStringLiteral("made.png")));
        Fixture fixture(40);
        fixture.store.state().thumbnail = [file = folder.filePath(QStringLiteral("made.png"))](
                                              const TileRecord&) { return qStringToPath(file); };
        fixture.model.setQuery({});
        QTRY_COMPARE(fixture.model.rowCount(), 40);
        fixture.model.show(0, 7, 96);
        const auto pixmap = [&](int row) {
            return fixture.model.index(row).data(Qt::DecorationRole).value<QPixmap>();
        };
        QTRY_VERIFY(!pixmap(0).isNull() && !pixmap(15).isNull());
        QCOMPARE(pixmap(0).size(), QSize(96, 96));
        QVERIFY(pixmap(30).isNull());
        fixture.model.show(0, 7, 48);
        QCOMPARE(pixmap(0).size(), QSize(96, 96)); // stands in until the other is there
        QTRY_COMPARE(pixmap(0).size(), QSize(48, 48));
    }

    void aRerunIsCompared_data()
    {
        QTest::addColumn<int>("change"); // of one channel of one pixel
        QTest::addColumn<QString>("device");
        QTest::addColumn<bool>("isSame");
        QTest::addColumn<QString>("says");
        QTest::newRow("same") << 0 << QStringLiteral("cpu") << true
                              << QStringLiteral("The same: every pixel is as it was.");
        QTest::newRow("same on another device")
            << 0 << QStringLiteral("cuda:0") << true
            << QStringLiteral("made on cpu then, on cuda:0 now");
        QTest::newRow("another device") << 3 << QStringLiteral("cuda:0") << false
                                        << QStringLiteral("made on cpu then, on cuda:0 now");
        QTest::newRow("nothing explains it")
            << 3 << QStringLiteral("cpu") << false << QStringLiteral("although device, precision");
    }

    void aRerunIsCompared()
    {
        QFETCH(int, change);
        QFETCH(QString, device);
        QFETCH(bool, isSame);
        QFETCH(QString, says);
        QTemporaryDir folder;
        const auto file = qStringToPath(folder.filePath(QStringLiteral("tile.png")));
        Tile tile;
        tile.request = GenerationRequest::forMix(test::smallProfile(), "m", test::redBlackPearl());
        tile.image = test::FakeGenerator::picture(tile.request, 16, 16);
        tile.provenance = {"0.4", "fake", "cpu", "float32", "m", "2026-01-01T00:00:00Z"};
        QVERIFY(saveTile(file, tile));
        Tile again = tile;
        std::uint8_t& green = again.image.pixel(3, 4)[1];
        green = static_cast<std::uint8_t>(green < 128 ? green + change : green - change);
        again.provenance.device = device.toStdString();
        again.provenance.created = "2026-02-02T00:00:00Z";

        RerunCheck check;
        QSignalSpy checked(&check, &RerunCheck::checked);
        check.expect(file, tile.request);
        Tile other = again;
        other.request.seed = 99;
        QVERIFY(!check.take(toLoadedTile(other, "other.png")));
        QVERIFY(check.isExpecting());
        QVERIFY(check.take(toLoadedTile(again, "again.png")));
        QTRY_COMPARE(checked.count(), 1);
        const auto result = checked[0][0].value<RerunResult>();
        QCOMPARE(result.isSame, isSame);
        QVERIFY2(result.sentence.contains(says), qPrintable(result.sentence));
        if (change != 0) {
            QCOMPARE(result.largestDifference, change);
            QVERIFY(result.sentence.contains(QStringLiteral("0.4 %")));
        }
        QVERIFY(!check.isExpecting());
    }

    void aRerunOfAFileThatIsGoneFails()
    {
        RerunCheck check;
        QSignalSpy failed(&check, &RerunCheck::failed);
        const GenerationRequest request;
        check.expect("/no/such/tile.png", request);
        QVERIFY(check.take(std::make_shared<LoadedTile>()));
        QTRY_COMPARE(failed.count(), 1);
    }
};

QTEST_MAIN(LibraryTest)
#include "library_test.moc"
