#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>
#include <rapidcheck.h>

#include "core/generation/design_json.h"
#include "studio_fixture.h"
#include "support/memory_library.h"
#include "ui/canvas/canvas.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/gallery_layout.h"
#include "ui/gallery/loupe.h"
#include "ui/gallery/seed_strip.h"
#include "ui/gallery/tile_actions.h"
#include "ui/gallery/tile_transfer.h"
#include "ui/gallery/undo_bar.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using test::MemoryLibrary;

namespace {
/// Three mixes in turn, each with files that can be read.
class TileFolder {
public:
    TileRecord add(MemoryLibrary& library, const Mix& mix, std::uint64_t seed)
    {
        Tile tile;
        tile.request = GenerationRequest::forMix(test::smallProfile(), "small", mix);
        tile.request.seed = seed;
        tile.image = test::FakeGenerator::picture(tile.request, 32, 32);
        TileRecord record;
        record.file = std::filesystem::path(m_folder.path().toStdString())
            / ("tile-" + std::to_string(seed) + ".png");
        if (!saveTile(record.file, tile))
            qFatal("The test's own tile could not be saved.");
        record.thumbnail = record.file;
        record.mix = mix;
        record.mixKey = mixKey(mix);
        record.seed = seed;
        record.prompt = tile.request.prompt;
        record.modelName = "small";
        record.width = record.height = 32;
        record.error = 0.6;
        return library.add(record);
    }

private:
    QTemporaryDir m_folder;
};

struct Fixture {
    explicit Fixture(int tiles, bool isGrouped = false)
    {
        const std::vector<Mix> mixes{test::redBlackPearl(),
            test::mixOf({{"blue", 60}, {"white", 40}}), test::mixOf({{"gray", 100}})};
        for (int i = 0; i < tiles; ++i)
            folder.add(store, mixes[static_cast<std::size_t>(i) % mixes.size()],
                1000 + static_cast<std::uint64_t>(i));
        gallery.resize(800, 600);
        gallery.show();
        library.open();
        TileQuery query;
        query.groupByMix = isGrouped;
        gallery.setQuery(query);
    }

    GalleryView& view() { return *gallery.view(); }
    LibraryModel& model() { return gallery.model(); }
    bool isReady(int rows)
    {
        return QTest::qWaitFor([this, rows] {
            return model().rowCount() == rows && (rows == 0 || model().recordAt(0));
        });
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers,
            view().visualRect(model().index(row)).center());
    }

    TileFolder folder;
    MemoryLibrary store;
    QUndoStack undo;
    TileLibrary library{store.factory(), undo};
    Gallery gallery{library, test::rubberPalette()};
};

std::vector<int> rowsOf(const GalleryView& view, const LibraryModel& model)
{
    std::vector<int> rows;
    for (const TileId tile : view.selectedTiles())
        rows.push_back(model.rowOf(tile));
    return rows;
}
using Rows = std::vector<int>;
} // namespace

class GalleryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().clear(); }

    // --- The layout ---

    void theLayoutAgreesWithItself()
    {
        const bool holds = rc::check("cells, rows and headers agree", [] {
            std::vector<TileGroup> groups;
            std::size_t rows = 0;
            for (const int count : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 12))) {
                groups.push_back({"", rows, static_cast<std::size_t>(count)});
                rows += static_cast<std::size_t>(count);
            }
            const bool isGrouped = *rc::gen::arbitrary<bool>();
            const GalleryLayout::Metrics metrics{
                *rc::gen::inRange(20, 400), {50, 60}, 4, 12, 30, 10};
            const auto count = static_cast<int>(rows);
            const GalleryLayout layout(
                metrics, count, isGrouped ? groups : std::vector<TileGroup>());
            const int top = *rc::gen::inRange(-20, layout.height() + 20);
            const int bottom = top + *rc::gen::inRange(0, 200);
            const QRect band(
                *rc::gen::inRange(-20, 400), top, *rc::gen::inRange(1, 300), bottom - top + 1);
            std::set<int> seen, banded;
            for (int row = 0; row < count; ++row) {
                const QRect cell = layout.cell(row);
                RC_ASSERT(layout.rowAt(cell.center()) == row);
                RC_ASSERT(layout.rowAt(cell.topLeft()) == row);
                RC_ASSERT(layout.rowAt(cell.bottomRight()) == row);
                RC_ASSERT(layout.rowAt(cell.topLeft() - QPoint(1, 0)) != row);
                RC_ASSERT(cell.bottom() < layout.height());
                if (cell.top() <= bottom && cell.bottom() >= top)
                    seen.insert(row);
                if (cell.intersects(band))
                    banded.insert(row);
                RC_ASSERT(layout.cell(layout.above(row)).top() <= cell.top());
                RC_ASSERT(layout.cell(layout.below(row)).top() >= cell.top());
            }
            const auto [first, last] = layout.rowsBetween(top, bottom);
            for (const int row : seen)
                RC_ASSERT(row >= first && row <= last);
            if (!seen.empty())
                RC_ASSERT(*seen.begin() == first && *seen.rbegin() == last);
            std::set<int> inRuns;
            for (const auto& [from, to] : layout.rowsIn(band))
                for (int row = from; row <= to; ++row)
                    inRuns.insert(row);
            RC_ASSERT(inRuns == banded);
        });
        QVERIFY(holds);
    }

    void titlesTellTheMix()
    {
        const Palette palette = test::rubberPalette();
        const GroupTitle speckle = GroupTitle::ofKey(mixKey(test::redBlackPearl()), palette);
        QCOMPARE(speckle.chips.size(), std::size_t{3});
        QCOMPARE(speckle.chips[0].text, QStringLiteral("50 red"));
        QCOMPARE(speckle.chips[2].text, QStringLiteral("20 pearl"));
        QVERIFY(speckle.chips[0].color.isValid());

        GenerationRequest request
            = GenerationRequest::forMix(test::smallProfile(), "m", test::redBlackPearl());
        request.pattern.kind = PatternKind::Stripes;
        const GroupTitle stripes = GroupTitle::ofKey(mixKey(request), palette);
        QCOMPARE(stripes.chips.size(), std::size_t{3});
        QVERIFY(stripes.pattern.startsWith(QStringLiteral("Stripes")));

        const GroupTitle foreign = GroupTitle::ofKey("12.5% moss, 87.5% red", palette);
        QCOMPARE(foreign.chips[1].text, QStringLiteral("12.5 moss"));
        QVERIFY(!foreign.chips[1].color.isValid());
        QCOMPARE(GroupTitle::ofKey("", palette).name, QStringLiteral("Without a mix"));
    }

    // --- Moving and selecting ---

    void keysMove()
    {
        Fixture fixture(30);
        QVERIFY(fixture.isReady(30));
        GalleryView& view = fixture.view();
        const int columns = view.gridLayout().columns();
        QVERIFY(columns > 2);
        fixture.click(0);
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&view, key, modifiers);
            return view.currentIndex().row();
        };
        QCOMPARE(press(Qt::Key_Right), 1);
        QCOMPARE(press(Qt::Key_Down), 1 + columns);
        QCOMPARE(press(Qt::Key_Left), columns);
        QCOMPARE(press(Qt::Key_Up), 0);
        QCOMPARE(press(Qt::Key_End), 29);
        QVERIFY(view.verticalScrollBar()->value() > 0);
        QCOMPARE(press(Qt::Key_Home), 0);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        QVERIFY(press(Qt::Key_PageDown) > columns);
        QCOMPARE(press(Qt::Key_PageUp), 0);
        press(Qt::Key_Right, Qt::ShiftModifier);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{0, 1, 2}));
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{0, 1}));
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view.selectedCount(), 30);
        QVERIFY(fixture.gallery.status().contains(QStringLiteral("30 selected")));
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(view.selectedCount(), 0);
    }

    void theMouseSelects()
    {
        Fixture fixture(12);
        QVERIFY(fixture.isReady(12));
        GalleryView& view = fixture.view();
        fixture.click(1);
        fixture.click(4, Qt::ShiftModifier);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{1, 2, 3, 4}));
        fixture.click(3, Qt::ControlModifier);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{1, 2, 4}));
        fixture.click(0);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{0}));
    }

    void aBandSelects()
    {
        Fixture fixture(12);
        QVERIFY(fixture.isReady(12));
        GalleryView& view = fixture.view();
        QWidget* viewport = view.viewport();
        const int columns = view.gridLayout().columns();
        const QRect first = view.visualRect(fixture.model().index(0));
        const QPoint start = first.topLeft() - QPoint(6, 6);
        const QPoint end = view.visualRect(fixture.model().index(columns + 1)).center();
        QTest::mousePress(viewport, Qt::LeftButton, {}, start);
        QTest::mouseMove(viewport, first.center());
        QTest::mouseMove(viewport, end);
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{0, 1, columns, columns + 1}));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, end);
        QCOMPARE(view.selectedCount(), 4);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, start);
        QCOMPARE(view.selectedCount(), 0);
    }

    void aHeaderSelectsItsSeeds()
    {
        Fixture fixture(9, true);
        QVERIFY(fixture.isReady(9));
        GalleryView& view = fixture.view();
        QCOMPARE(view.gridLayout().groups().size(), std::size_t{3});
        QCOMPARE(view.titleOf(0).count, QStringLiteral("3 seeds"));
        view.setNameOfMix([](const std::string& key) {
            return key == "100% gray" ? QStringLiteral("Concrete") : QString();
        });
        QCOMPARE(view.titleOf(0).name, QStringLiteral("Concrete"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
            view.gridLayout().header(1).center() - QPoint(0, view.verticalScrollBar()->value()));
        QCOMPARE(rowsOf(view, fixture.model()), (Rows{3, 4, 5}));
    }

    void cellsGrowWithTheWheel()
    {
        Fixture fixture(12);
        QVERIFY(fixture.isReady(12));
        const auto turn = [&](int delta, Qt::KeyboardModifiers modifiers) {
            const QPointF middle = fixture.view().viewport()->rect().center();
            QWheelEvent event(middle, fixture.view().viewport()->mapToGlobal(middle), {},
                {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QApplication::sendEvent(fixture.view().viewport(), &event);
        };
        const int side = fixture.view().cellSide();
        turn(120, Qt::ControlModifier);
        QVERIFY(fixture.view().cellSide() > side);
        QCOMPARE(fixture.gallery.zoomSlider()->value(), fixture.view().cellSide());
        turn(-1200, Qt::ControlModifier);
        QCOMPARE(fixture.gallery.zoomSlider()->value(), fixture.gallery.zoomSlider()->minimum());
    }

    void newTilesDoNotMoveWhatIsSeen()
    {
        Fixture fixture(60);
        QVERIFY(fixture.isReady(60));
        GalleryView& view = fixture.view();
        view.verticalScrollBar()->setValue(500);
        const QModelIndex seen = view.indexAt(view.viewport()->rect().center());
        const TileId tile = fixture.model().tileAt(seen.row());
        const int top = view.visualRect(seen).top();
        view.setCurrentIndex(seen);
        for (int i = 0; i < 7; ++i)
            fixture.library.announce(
                fixture.folder.add(fixture.store, test::redBlackPearl(), 5000 + i));
        QTRY_COMPARE(fixture.model().rowCount(), 67);
        QCOMPARE(view.visualRect(fixture.model().index(fixture.model().rowOf(tile))).top(), top);
        QCOMPARE(fixture.model().tileAt(view.currentIndex().row()), tile);
        // At the very top they are seen.
        view.verticalScrollBar()->setValue(0);
        fixture.library.announce(fixture.folder.add(fixture.store, test::redBlackPearl(), 6000));
        QTRY_COMPARE(fixture.model().rowCount(), 68);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    // --- Keys and commands ---

    void keysMark()
    {
        Fixture fixture(5);
        QVERIFY(fixture.isReady(5));
        fixture.click(1);
        fixture.click(2, Qt::ShiftModifier);
        const auto marks
            = [&](int row) { return fixture.store.tile(fixture.model().tileAt(row)).marks; };
        QSignalSpy changed(&fixture.library, &TileLibrary::tilesChanged);
        QTest::keyClick(&fixture.view(), Qt::Key_4);
        QTest::keyClick(&fixture.view(), Qt::Key_P);
        QTest::keyClick(&fixture.view(), Qt::Key_7);
        QTRY_COMPARE(changed.count(), 3);
        QCOMPARE(marks(1), (TileMarks{4, Flag::Picked, 2}));
        QCOMPARE(marks(2), (TileMarks{4, Flag::Picked, 2}));
        QCOMPARE(marks(0), TileMarks());
        QTest::keyClick(&fixture.view(), Qt::Key_X);
        QTest::keyClick(&fixture.view(), Qt::Key_0);
        QTRY_COMPARE(changed.count(), 5);
        QCOMPARE(marks(1), (TileMarks{0, Flag::Rejected, 2}));
        QTest::keyClick(&fixture.view(), Qt::Key_U);
        QTRY_COMPARE(changed.count(), 6);
        QCOMPARE(marks(1).flag, Flag::None);
        QCOMPARE(fixture.model().index(1).data(LibraryModel::LabelRole).toInt(), 2);
    }

    void keysAreThoseOfTheGalleryFirst()
    {
        QMainWindow window;
        Fixture fixture(3);
        auto* preview = new QAction(&window);
        preview->setShortcut(QKeySequence(Qt::Key_P));
        window.addAction(preview);
        window.setCentralWidget(&fixture.gallery);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(fixture.isReady(3));
        fixture.click(0);
        QSignalSpy previewed(preview, &QAction::triggered);
        QSignalSpy changed(&fixture.library, &TileLibrary::tilesChanged);
        QTest::keyClick(&fixture.view(), Qt::Key_P);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(previewed.count(), 0);
        fixture.gallery.actions()
            ->find(QStringLiteral("gallery.pick"))
            ->setShortcut(QKeySequence(Qt::Key_F8));
        QTest::keyClick(&fixture.view(), Qt::Key_F8);
        QTRY_COMPARE(changed.count(), 2);
        window.takeCentralWidget();
    }

    void deletedTilesAreOfferedBack()
    {
        Fixture fixture(5);
        QVERIFY(fixture.isReady(5));
        fixture.click(1);
        const TileId next = fixture.model().tileAt(3);
        fixture.click(2, Qt::ShiftModifier);
        QTest::keyClick(&fixture.view(), Qt::Key_Delete);
        QTRY_COMPARE(fixture.model().rowCount(), 3);
        QVERIFY(fixture.gallery.undoBar()->isVisible());
        QCOMPARE(fixture.gallery.undoBar()->text(), QStringLiteral("2 tiles deleted"));
        QCOMPARE(fixture.view().selectedTiles(), std::vector<TileId>{next});
        fixture.gallery.undoBar()->undoButton()->click();
        QTRY_COMPARE(fixture.model().rowCount(), 5);
        QVERIFY(!fixture.gallery.undoBar()->isVisible());
        QTest::keyClick(&fixture.view(), Qt::Key_Delete);
        QTRY_COMPARE(fixture.gallery.undoBar()->text(), QStringLiteral("1 tile deleted"));
        fixture.undo.undo();
        QTRY_VERIFY(!fixture.gallery.undoBar()->isVisible());
    }

    void theLoupeGoesOn()
    {
        Fixture fixture(4);
        QVERIFY(fixture.isReady(4));
        fixture.click(0);
        QSignalSpy shown(&fixture.gallery, &Gallery::tileShown);
        for (const Qt::Key key : {Qt::Key_E, Qt::Key_Return, Qt::Key_Space}) {
            QTest::keyClick(&fixture.view(), key);
            QVERIFY(fixture.gallery.isLoupeShown());
            QTest::keyClick(fixture.gallery.loupe()->canvas(), Qt::Key_Escape);
            QVERIFY(!fixture.gallery.isLoupeShown());
        }
        QTest::keyClick(&fixture.view(), Qt::Key_E);
        Canvas* canvas = fixture.gallery.loupe()->canvas();
        QTest::keyClick(canvas, Qt::Key_Right);
        QCOMPARE(fixture.view().currentIndex().row(), 1);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(shown[0][0].value<TilePointer>()->request.seed, std::uint64_t{1002});
        QCOMPARE(canvas->image().size(), QSize(32, 32));
        // Marks are set here too.
        QSignalSpy changed(&fixture.library, &TileLibrary::tilesChanged);
        QTest::keyClick(canvas, Qt::Key_5);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(fixture.store.tile(fixture.model().tileAt(1)).marks.rating, 5);
        QTest::keyClick(canvas, Qt::Key_Left);
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(fixture.view().currentIndex().row(), 0);
        QTest::keyClick(canvas, Qt::Key_Space);
        QVERIFY(!fixture.gallery.isLoupeShown());
        fixture.click(2);
        QTest::mouseDClick(fixture.view().viewport(), Qt::LeftButton, {},
            fixture.view().visualRect(fixture.model().index(2)).center());
        QVERIFY(fixture.gallery.isLoupeShown());
    }

    void commandsCarryTheTile()
    {
        Fixture fixture(3);
        QVERIFY(fixture.isReady(3));
        fixture.click(1);
        QSignalSpy wanted(&fixture.gallery, &Gallery::commandWanted);
        fixture.gallery.actions()->find(QStringLiteral("gallery.varySeed"))->trigger();
        QTRY_COMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].value<TileCommand>(), TileCommand::VarySeed);
        QCOMPARE(wanted[0][1].value<TilePointer>()->request.seed, std::uint64_t{1001});
        fixture.gallery.actions()->find(QStringLiteral("gallery.runAgain"))->trigger();
        QTRY_COMPARE(wanted.count(), 2);

        QSignalSpy compared(&fixture.gallery, &Gallery::compareWanted);
        QTest::keyClick(&fixture.view(), Qt::Key_A, Qt::ControlModifier);
        fixture.gallery.actions()->compare->trigger();
        QCOMPARE(compared[0][0].toStringList().size(), 3);
    }

    void aMissingFileIsTold()
    {
        Fixture fixture(0);
        TileRecord gone = fixture.folder.add(fixture.store, test::redBlackPearl(), 9);
        gone.isMissing = true;
        fixture.store.add(gone);
        fixture.model().refresh();
        QVERIFY(fixture.isReady(1));
        fixture.click(0);
        QSignalSpy failed(&fixture.gallery, &Gallery::failed);
        fixture.gallery.actions()->find(QStringLiteral("gallery.reuseAll"))->trigger();
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("tile-9.png")));
    }

    void copiesPictureAndFile()
    {
        Fixture fixture(3);
        QVERIFY(fixture.isReady(3));
        fixture.click(0);
        fixture.click(1, Qt::ShiftModifier);
        QTest::keyClick(&fixture.view(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->urls().size(), 2);
        QVERIFY(data->urls()[0].toLocalFile().endsWith(QStringLiteral("tile-1002.png")));
        QVERIFY(data->hasImage());
        QCOMPARE(data->imageData().value<QImage>().size(), QSize(32, 32));
        QVERIFY(
            data->data(QStringLiteral("x-special/gnome-copied-files")).startsWith("copy\nfile:"));
        fixture.gallery.actions()->copySeed->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1001"));
        fixture.gallery.actions()->copyPrompt->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("60% blue")));
    }

    void aDragShowsHowMany()
    {
        QPixmap picture(64, 64);
        picture.fill(Qt::red);
        const QPalette palette;
        const QPixmap one = stackedPixmap({picture}, 1, palette, 2);
        QCOMPARE(one.devicePixelRatio(), 2.0);
        QVERIFY(one.toImage() != stackedPixmap({picture, picture}, 2, palette, 2).toImage());
    }

    void theMenuSuitsTheSelection()
    {
        Fixture fixture(2);
        QVERIFY(fixture.isReady(2));
        QMenu one, two;
        fixture.gallery.actions()->fillMenu(one, 1);
        QVERIFY(!fixture.gallery.actions()->compare->isEnabled());
        fixture.gallery.actions()->fillMenu(two, 2);
        QVERIFY(fixture.gallery.actions()->compare->isEnabled());
        QVERIFY(two.actions().contains(fixture.gallery.actions()->trash));
    }

    void emptyGalleriesHelp()
    {
        Fixture fixture(0);
        QTRY_COMPARE(fixture.gallery.emptyText(), QStringLiteral("No tiles yet"));
        fixture.library.announce(fixture.folder.add(fixture.store, test::redBlackPearl(), 1));
        QTRY_COMPARE(fixture.gallery.emptyText(), QString());
        QCOMPARE(fixture.gallery.status(), QStringLiteral("1 tile"));
        TileQuery query;
        query.minimumRating = 5;
        fixture.gallery.setQuery(query);
        QTRY_COMPARE(fixture.gallery.emptyText(), QStringLiteral("No tile is like that"));
        QSignalSpy clear(&fixture.gallery, &Gallery::clearFilterWanted);
        for (auto* button : fixture.gallery.findChildren<QPushButton*>())
            if (button->isVisible())
                button->click();
        QCOMPARE(clear.count(), 1);
    }

    void leftoversAreAskedFor()
    {
        MemoryLibrary store;
        TileRecord deleted;
        deleted.id = 3;
        store.state().trash["old"] = {deleted};
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        Gallery gallery(library, test::rubberPalette());
        gallery.show();
        library.open();
        QTRY_VERIFY(gallery.undoBar()->isVisible());
        QVERIFY(gallery.undoBar()->otherButton()->isVisible());
        gallery.undoBar()->undoButton()->click();
        QTRY_VERIFY(store.has(3));
    }

    // --- The strip ---

    void theStripShowsTheSeedsOfTheMix()
    {
        Fixture fixture(9);
        QVERIFY(fixture.isReady(9));
        SeedStrip strip(fixture.library, test::rubberPalette());
        strip.resize(700, 140);
        strip.show();
        strip.setMixKey(mixKey(test::redBlackPearl()));
        QTRY_COMPARE(strip.model().rowCount(), 3);
        QTRY_VERIFY(strip.model().recordAt(0));
        QCOMPARE(strip.caption(), QString());
        QSignalSpy wanted(&strip, &SeedStrip::tileWanted);
        QTest::mouseClick(strip.list()->viewport(), Qt::LeftButton, {},
            strip.list()->visualRect(strip.model().index(1)).center());
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted[0][0].toString().endsWith(QStringLiteral("tile-1003.png")));
        strip.list()->setFocus();
        QTest::keyClick(strip.list(), Qt::Key_Left);
        QTRY_COMPARE(wanted.count(), 2);
        strip.select(strip.model().tileAt(2));
        QCOMPARE(wanted.count(), 2);

        strip.allButton()->click();
        QTRY_COMPARE(strip.model().rowCount(), 9);
        strip.thisMixButton()->click();
        QTRY_COMPARE(strip.model().rowCount(), 3);
        strip.setMixKey("100% pink");
        QTRY_VERIFY(strip.caption().startsWith(QStringLiteral("No tile of this mix yet")));
        // A new tile of the mix appears by itself.
        strip.setMixKey(mixKey(test::redBlackPearl()));
        QTRY_COMPARE(strip.model().rowCount(), 3);
        fixture.library.announce(fixture.folder.add(fixture.store, test::redBlackPearl(), 7000));
        QTRY_COMPARE(strip.model().rowCount(), 4);
    }
};

QTEST_MAIN(GalleryTest)
#include "gallery_test.moc"
