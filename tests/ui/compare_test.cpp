#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/difference_controls.h"
#include "ui/compare/wipe_canvas.h"
#include "ui/fidelity/fidelity_view.h"
#include "ui/jobs/message_bar.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

QImage plain(const QColor& color, int side = 64)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

TilePointer tileOf(std::uint64_t seed, const QColor& color = Qt::red, int side = 64)
{
    LoadedTile tile;
    tile.image = plain(color, side);
    tile.request = GenerationRequest::forMix(test::smallProfile(), "gone", test::redBlackPearl());
    tile.request.seed = seed;
    tile.file = "/tiles/" + std::to_string(seed) + ".png";
    Fidelity fidelity;
    for (const MixShare& share : tile.request.mix->shares()) {
        ColorFidelity color_;
        color_.color = share.color;
        color_.asked = share.percent();
        color_.measured = share.percent() + (fidelity.colors.empty() ? 1.5 : 0);
        fidelity.colors.push_back(color_);
    }
    tile.fidelity = fidelity;
    return std::make_shared<LoadedTile>(tile);
}

std::vector<TilePointer> tilesOf(int count)
{
    std::vector<TilePointer> tiles;
    for (int i = 0; i < count; ++i)
        tiles.push_back(
            tileOf(1704230 + static_cast<std::uint64_t>(i), QColor::fromHsv(i * 50, 200, 200)));
    return tiles;
}

bool isSeen(CompareView& view, std::size_t index)
{
    return view.pane(index)->isVisible();
}

int seenCount(CompareView& view)
{
    int count = 0;
    for (std::size_t i = 0; i < view.count(); ++i)
        count += isSeen(view, i) ? 1 : 0;
    return count;
}

} // namespace

class CompareTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<test::StudioFixture> m_settings;
    std::unique_ptr<CompareView> m_view;

    /// Keys go where the focus is, as a hand's do.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_view.get(), key, modifiers);
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<test::StudioFixture>();
        m_view = std::make_unique<CompareView>(test::rubberPalette());
        m_view->resize(1200, 700);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void itSaysWhatToDo()
    {
        QCOMPARE(m_view->count(), std::size_t{0});
        QVERIFY(m_view->emptyLabel()->isVisible());
        QVERIFY(!m_view->panel()->isVisible());
        for (QAction* action : m_view->actions())
            QVERIFY2(!action->isEnabled() || action == m_view->compareActions().synced,
                qPrintable(action->objectName()));
        m_view->setTiles(tilesOf(2));
        QVERIFY(!m_view->emptyLabel()->isVisible());
        m_view->setTiles({});
        QVERIFY(m_view->emptyLabel()->isVisible());
    }

    void theLayoutSuitsTheCount_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("atOnce");
        QTest::newRow("two") << 2 << 2;
        QTest::newRow("three") << 3 << 4;
        QTest::newRow("four") << 4 << 4;
        QTest::newRow("five") << 5 << 6;
        QTest::newRow("six") << 6 << 6;
    }

    void theLayoutSuitsTheCount()
    {
        QFETCH(int, count);
        QFETCH(int, atOnce);
        m_view->setTiles(tilesOf(count));
        QCOMPARE(m_view->tilesAtOnce(), atOnce);
        QCOMPARE(seenCount(*m_view), count);
        QVERIFY(m_view->panel()->layoutButton(atOnce)->isChecked());
        QVERIFY(m_view->messages()->text().isEmpty());
    }

    void moreThanSixAreCut()
    {
        m_view->setTiles(tilesOf(8));
        QCOMPARE(m_view->count(), std::size_t{6});
        QVERIFY(m_view->messages()->text().contains(QStringLiteral("8")));
    }

    void fewerAtOnceShowTheActiveOne()
    {
        m_view->setTiles(tilesOf(6));
        m_view->panel()->layoutButton(4)->click();
        QCOMPARE(seenCount(*m_view), 4);
        m_view->focusTiles();
        press(Qt::Key_6);
        QCOMPARE(m_view->active(), std::size_t{5});
        QVERIFY(isSeen(*m_view, 4) && isSeen(*m_view, 5) && !isSeen(*m_view, 0));
        m_view->panel()->layoutButton(2)->click();
        QVERIFY2(isSeen(*m_view, 0) && isSeen(*m_view, 5), "the two that were chosen last");
        QCOMPARE(seenCount(*m_view), 2);
    }

    void digitsAndTabChoose()
    {
        m_view->setTiles(tilesOf(4));
        m_view->focusTiles();
        press(Qt::Key_3);
        QCOMPARE(m_view->active(), std::size_t{2});
        QVERIFY(m_view->pane(2)->canvas()->hasFocus());
        press(Qt::Key_Tab);
        QCOMPARE(m_view->active(), std::size_t{3});
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_view->active(), std::size_t{2});
        press(Qt::Key_6);
        QCOMPARE(m_view->active(), std::size_t{2});
        QTest::mouseClick(m_view->pane(0)->canvas(), Qt::LeftButton);
        QCOMPARE(m_view->active(), std::size_t{0});
        QVERIFY(m_view->pane(0)->isActive() && !m_view->pane(2)->isActive());
    }

    void zoomingOneZoomsAll()
    {
        m_view->setTiles({tileOf(1, Qt::red, 1024), tileOf(2, Qt::blue, 1024)});
        m_view->focusTiles();
        press(Qt::Key_Z);
        Canvas* first = m_view->pane(0)->canvas();
        Canvas* second = m_view->pane(1)->canvas();
        QVERIFY(!first->isFitted());
        QCOMPARE(second->viewport().zoom(), 1.0);
        press(Qt::Key_Right);
        QCOMPARE(second->viewport().center(), first->viewport().center());
        press(Qt::Key_L);
        QVERIFY(m_view->pane(0)->isLocked());
        QVERIFY(!m_view->compareActions().synced->isChecked());
        press(Qt::Key_0);
        QVERIFY(first->isFitted());
        QVERIFY(!second->isFitted());
        m_view->compareActions().synced->trigger();
        QVERIFY2(second->isFitted(), "they follow the active one again");
        QVERIFY(!m_view->pane(0)->isLocked());
    }

    void repeatsAndLifeSizeAreForAll()
    {
        m_view->setTiles({tileOf(1, Qt::red, 512), tileOf(2, Qt::blue, 512)});
        m_view->focusTiles();
        press(Qt::Key_R);
        QVERIFY(m_view->pane(0)->canvas()->isRepeated());
        QVERIFY(m_view->pane(1)->canvas()->isRepeated());
        press(Qt::Key_R, Qt::ShiftModifier);
        QVERIFY(m_view->pane(1)->canvas()->isSeamShown());
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_view->pane(0)->canvas()->zoomText(), QStringLiteral("1:1"));
        QCOMPARE(m_view->pane(1)->canvas()->zoomText(), QStringLiteral("1:1"));
        press(Qt::Key_R);
        QVERIFY(!m_view->pane(1)->canvas()->isRepeated());
    }

    void theLineIsMovedByKeys()
    {
        m_view->setTiles({tileOf(1, Qt::red), tileOf(2, Qt::blue)});
        m_view->focusTiles();
        press(Qt::Key_W);
        QCOMPARE(m_view->mode(), CompareView::Mode::Wipe);
        WipeCanvas* wipe = m_view->wipe();
        QVERIFY(wipe->isVisible());
        QVERIFY(wipe->hasFocus());
        QCOMPARE(wipe->position(), 0.5);
        press(Qt::Key_Right);
        QCOMPARE(wipe->position(), 0.51);
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(wipe->position(), 0.41);
        press(Qt::Key_Home);
        QCOMPARE(wipe->position(), 0.0);
        press(Qt::Key_Left);
        QCOMPARE(wipe->position(), 0.0);
        press(Qt::Key_End);
        QCOMPARE(wipe->position(), 1.0);
        press(Qt::Key_W);
        QCOMPARE(m_view->mode(), CompareView::Mode::SideBySide);
        QVERIFY(m_view->pane(0)->canvas()->hasFocus());
    }

    void theLineIsDragged()
    {
        m_view->setTiles({tileOf(1, Qt::red), tileOf(2, Qt::blue)});
        m_view->setMode(CompareView::Mode::Wipe);
        WipeCanvas* wipe = m_view->wipe();
        const QPoint middle(wipe->width() / 2, 200);
        QTest::mousePress(wipe, Qt::LeftButton, {}, middle);
        QTest::mouseMove(wipe, {wipe->width() / 4, 210});
        QTest::mouseRelease(wipe, Qt::LeftButton, {}, {wipe->width() / 4, 210});
        QVERIFY(std::abs(wipe->position() - 0.25) < 0.01);
        QTest::mousePress(wipe, Qt::LeftButton, {}, {wipe->width() * 3 / 4, 200});
        QTest::mouseMove(wipe, {wipe->width() / 2, 210});
        QTest::mouseRelease(wipe, Qt::LeftButton, {}, {wipe->width() / 2, 210});
        QVERIFY2(std::abs(wipe->position() - 0.25) < 0.01, "beside the line the picture is moved");
    }

    void eachSideShowsItsTile()
    {
        m_view->setTiles({tileOf(1, Qt::red), tileOf(2, Qt::blue)});
        m_view->focusTiles();
        press(Qt::Key_W);
        const auto colorAt = [this](double part) {
            const QImage seen = m_view->wipe()->grab().toImage();
            return seen.pixelColor(int(seen.width() * part), seen.height() * 3 / 4);
        };
        QCOMPARE(colorAt(0.45), QColor(Qt::red));
        QCOMPARE(colorAt(0.55), QColor(Qt::blue));
        press(Qt::Key_S);
        QCOMPARE(colorAt(0.45), QColor(Qt::blue));
        QCOMPARE(colorAt(0.55), QColor(Qt::red));
        QCOMPARE(m_view->pane(0)->tile()->request.seed, std::uint64_t{2});
        QCOMPARE(m_view->mode(), CompareView::Mode::Wipe);
    }

    void thePairIsChosen()
    {
        m_view->setTiles(tilesOf(4));
        m_view->setMode(CompareView::Mode::Wipe);
        QCOMPARE(m_view->pair(), std::pair(std::size_t{0}, std::size_t{1}));
        m_view->panel()->pairButton(3)->click();
        QCOMPARE(m_view->pair(), std::pair(std::size_t{0}, std::size_t{3}));
        QVERIFY(m_view->panel()->pairButton(3)->isChecked());
        QVERIFY(!m_view->panel()->pairButton(1)->isChecked());
        m_view->wipe()->setFocus();
        press(Qt::Key_2);
        QCOMPARE(m_view->pair(), std::pair(std::size_t{1}, std::size_t{3}));
        QVERIFY(m_view->wipe()->label().contains(QStringLiteral("2: seed 1704231")));
    }

    void theWipeShowsTheSamePart()
    {
        m_view->setTiles({tileOf(1, Qt::red, 1024), tileOf(2, Qt::blue, 1024)});
        m_view->focusTiles();
        press(Qt::Key_Z);
        press(Qt::Key_Down);
        const QPointF center = m_view->pane(0)->canvas()->viewport().center();
        press(Qt::Key_W);
        QCOMPARE(m_view->wipe()->viewport().zoom(), 1.0);
        QVERIFY(std::abs(m_view->wipe()->viewport().center().y() - center.y()) < 0.05);
        press(Qt::Key_0);
        press(Qt::Key_W);
        QVERIFY(m_view->pane(0)->canvas()->isFitted());
        QVERIFY(m_view->pane(1)->canvas()->isFitted());
    }

    void theDifferenceIsShown()
    {
        m_view->setTiles({tileOf(1, QColor(100, 100, 100)), tileOf(2, QColor(100, 120, 100))});
        m_view->focusTiles();
        m_view->panel()->differenceControls()->srgbButton()->click();
        press(Qt::Key_D);
        QCOMPARE(m_view->mode(), CompareView::Mode::Difference);
        QTRY_VERIFY(!m_view->difference()->image().isNull());
        QCOMPARE(m_view->difference()->label(), QStringLiteral("Difference of 1 and 2"));
        QVERIFY(m_view->panel()->differenceControls()->resultLabel()->text().startsWith(
            QStringLiteral("20.0")));
        const QRgb faint = m_view->difference()->image().pixel(5, 5);
        m_view->panel()->differenceControls()->gainSlider()->setValue(40);
        QTRY_VERIFY(m_view->difference()->image().pixel(5, 5) != faint);
        QCOMPARE(m_view->difference()->image().pixel(5, 5), differenceColor(1));

        m_view->setTiles({tileOf(1, Qt::green), tileOf(2, Qt::green)});
        m_view->setMode(CompareView::Mode::Difference);
        QTRY_VERIFY(!m_view->differenceRenderer().isBusy());
        QCOMPARE(m_view->difference()->image().pixel(5, 5), qRgb(0, 0, 0));
    }

    void thePanelTellsOfTheActiveTile()
    {
        std::vector<TilePointer> tiles = tilesOf(3);
        LoadedTile unmeasured = *tiles[2];
        unmeasured.fidelity.reset();
        tiles[2] = std::make_shared<LoadedTile>(unmeasured);
        m_view->setTiles(tiles);
        QVERIFY(m_view->panel()->fidelityView());
        QCOMPARE(m_view->pane(0)->fidelityLabel()->text(), QStringLiteral("0.5 points off"));
        QCOMPARE(m_view->panel()->table()->rowCount(), 1);
        QVERIFY(m_view->panel()->sameLabel()->text().startsWith(QStringLiteral("Same: mix")));
        m_view->setActive(2);
        QVERIFY(!m_view->panel()->fidelityView());
        unmeasured.fidelity = tiles[0]->fidelity;
        m_view->updateTile(std::make_shared<LoadedTile>(unmeasured));
        QVERIFY(m_view->panel()->fidelityView());
    }

    void keepingAndRejecting()
    {
        m_view->setTiles(tilesOf(3));
        QSignalSpy kept(m_view.get(), &CompareView::keepWanted);
        QSignalSpy rejected(m_view.get(), &CompareView::rejectWanted);
        m_view->focusTiles();
        press(Qt::Key_2);
        m_view->panel()->keepButton()->click();
        QCOMPARE(kept[0][0].toString(), QStringLiteral("/tiles/1704231.png"));
        QCOMPARE(m_view->pane(1)->mark(), CompareMark::Kept);
        m_view->panel()->rejectButton()->click();
        QCOMPARE(rejected[0][0].toStringList(),
            (QStringList{
                QStringLiteral("/tiles/1704230.png"), QStringLiteral("/tiles/1704232.png")}));
        QCOMPARE(m_view->pane(0)->mark(), CompareMark::Rejected);
        m_view->setMark(QStringLiteral("/tiles/1704230.png"), CompareMark::None);
        QCOMPARE(m_view->pane(0)->mark(), CompareMark::None);
        m_view->focusTiles();
        press(Qt::Key_P);
        QCOMPARE(kept.count(), 2);
    }

    void tilesAreTakenOut()
    {
        m_view->setTiles(tilesOf(3));
        m_view->focusTiles();
        press(Qt::Key_3);
        press(Qt::Key_Backspace);
        QCOMPARE(m_view->count(), std::size_t{2});
        QCOMPARE(m_view->tilesAtOnce(), 2);
        QCOMPARE(m_view->active(), std::size_t{1});
        QVERIFY(m_view->pane(1)->canvas()->hasFocus());
        m_view->setMode(CompareView::Mode::Wipe);
        m_view->compareActions().remove->trigger();
        QCOMPARE(m_view->mode(), CompareView::Mode::SideBySide);
        QCOMPARE(m_view->count(), std::size_t{1});
        m_view->pane(0)->removeButton()->click();
        QCOMPARE(m_view->count(), std::size_t{0});
        QVERIFY(m_view->emptyLabel()->isVisible());
    }

    void keysAnswerFromTheTable()
    {
        m_view->setTiles(tilesOf(2));
        m_view->panel()->tableView()->setFocus();
        press(Qt::Key_W);
        QCOMPARE(m_view->mode(), CompareView::Mode::Wipe);
    }

    void keysMeanWhatTheyMeanHere()
    {
        // Another mode of the window has the same key.
        QWidget window;
        m_view->setParent(&window);
        window.resize(1200, 700);
        m_view->setGeometry(window.rect());
        QAction other;
        other.setShortcut(QKeySequence(Qt::Key_P));
        window.addAction(&other);
        QSignalSpy triggered(&other, &QAction::triggered);
        QSignalSpy kept(m_view.get(), &CompareView::keepWanted);
        window.show();
        m_view->show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        m_view->setTiles(tilesOf(2));
        m_view->focusTiles();
        press(Qt::Key_P);
        QCOMPARE(kept.count(), 1);
        QCOMPARE(triggered.count(), 0);
        m_view->setParent(nullptr);
    }

    void filesAreReadAndBrokenOnesSaySo()
    {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        Tile tile;
        tile.image = Image(16, 16);
        tile.request.mix = test::redBlackPearl();
        tile.request.seed = 7;
        QVERIFY(saveTile(root / "good.png", tile));
        QFile broken(folder.filePath(QStringLiteral("broken.png")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        m_view->setFiles(
            {root / "good.png", root / "missing.png", root / "broken.png", root / "good.png"});
        QCOMPARE(m_view->count(), std::size_t{3});
        QTRY_VERIFY(m_view->pane(0)->tile());
        QTRY_VERIFY(m_view->pane(1)->message()->text().contains(QStringLiteral("missing.png")));
        QTRY_VERIFY(m_view->pane(2)->message()->text().contains(QStringLiteral("broken.png")));
        QVERIFY(m_view->pane(2)->message()->isVisible());
        QVERIFY(!m_view->compareActions().wipe->isEnabled());
        QCOMPARE(m_view->panel()->table()->columnCount(), 1);

        m_view->setFiles({root / "missing.png", root / "good.png"});
        m_view->setTiles(tilesOf(2));
        QTest::qWait(50);
        QCOMPARE(m_view->pane(1)->tile()->request.seed, std::uint64_t{1704231});
    }

    void everythingHasAName()
    {
        m_view->setTiles(tilesOf(3));
        m_view->setMode(CompareView::Mode::Difference);
        for (const QToolButton* button : m_view->findChildren<QToolButton*>())
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->toolTip()));
        for (const QPushButton* button : m_view->findChildren<QPushButton*>())
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        QVERIFY(!m_view->wipe()->accessibleDescription().isEmpty());
        QCOMPARE(m_view->pane(1)->canvas()->accessibleName(), QStringLiteral("2: seed 1704231"));
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"
