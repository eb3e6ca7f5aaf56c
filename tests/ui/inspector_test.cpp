#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include "studio_fixture.h"
#include "support/memory_library.h"
#include "ui/inspector/marks_editor.h"
#include "ui/inspector/selection_summary.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/library/rerun_check.h"
#include "ui/library/tile_library.h"

using namespace tilewright;
using namespace tilewright::ui;

class InspectorTest : public QObject {
    Q_OBJECT
private:
    static TilePointer tileOf(const std::filesystem::path& file)
    {
        Tile tile;
        tile.request
            = GenerationRequest::forMix(test::smallProfile(), "small", test::redBlackPearl());
        tile.image = test::FakeGenerator::picture(tile.request, 16, 16);
        return toLoadedTile(tile, file);
    }

    static TileRecord recordOf(const std::filesystem::path& file, int rating = 0)
    {
        TileRecord record;
        record.file = file;
        record.mixKey = "100% red";
        record.modelName = "starter";
        record.marks.rating = rating;
        return record;
    }

private Q_SLOTS:
    void starsAreSetByMouseAndKeys()
    {
        StarField stars;
        stars.show();
        QSignalSpy chosen(&stars, &StarField::ratingChosen);
        const auto click = [&stars](int star) {
            QTest::mouseClick(&stars, Qt::LeftButton, {},
                QPoint(stars.width() * (2 * star - 1) / 10, stars.height() / 2));
            return stars.rating();
        };
        QCOMPARE(click(4), 4);
        QCOMPARE(click(2), 2);
        QCOMPARE(click(2), 1); // the last one that is lit goes out
        QCOMPARE(click(1), 0);
        QTest::keyClick(&stars, Qt::Key_5);
        QTest::keyClick(&stars, Qt::Key_Left);
        QCOMPARE(stars.rating(), 4);
        QCOMPARE(stars.accessibleName(), QStringLiteral("Rating, 4 stars"));
        QCOMPARE(chosen.count(), 6);
    }

    void marksGoToTheLibrary()
    {
        test::MemoryLibrary store;
        const TileRecord record = store.add(recordOf("/tiles/a.png", 3));
        QUndoStack undo;
        TileLibrary library(store.factory(), undo);
        TileInspector inspector(test::rubberPalette());
        inspector.setLibrary(library);
        inspector.show();
        inspector.showTile(tileOf("/elsewhere/b.png"));
        QTest::qWait(20);
        QVERIFY(!inspector.marks()->isVisible());
        inspector.showTile(tileOf("/tiles/a.png"));
        QTRY_VERIFY(inspector.marks()->isVisible());
        QCOMPARE(inspector.marks()->stars()->rating(), 3);

        inspector.marks()->pickButton()->click();
        QTRY_COMPARE(store.tile(record.id).marks.flag, Flag::Picked);
        inspector.marks()->labelButton(4)->click();
        QTRY_COMPARE(store.tile(record.id).marks.label, 4);
        inspector.marks()->labelButton(4)->click();
        QTRY_COMPARE(store.tile(record.id).marks.label, 0);
        QTest::keyClick(inspector.marks()->stars(), Qt::Key_5);
        QTRY_COMPARE(store.tile(record.id).marks.rating, 5);
        QTRY_COMPARE(undo.count(), 4);
        undo.undo();
        QTRY_COMPARE(inspector.marks()->stars()->rating(), 3);
    }

    void commandsCarryTheTile()
    {
        TileInspector inspector(test::rubberPalette());
        const TilePointer tile = tileOf("/tiles/a.png");
        inspector.showTile(tile);
        QSignalSpy wanted(&inspector, &TileInspector::commandWanted);
        inspector.varySeedButton()->click();
        inspector.moreLikeThisButton()->click();
        inspector.runAgainButton()->click();
        QCOMPARE(wanted.count(), 3);
        QCOMPARE(wanted[1][0].value<TileCommand>(), TileCommand::MoreLikeThis);
        QCOMPARE(wanted[2][1].value<TilePointer>(), tile);
        QCOMPARE(inspector.prompt(), QString::fromStdString(tile->request.prompt));
        inspector.copyPromptButton()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), inspector.prompt());
    }

    void theRerunIsToldUntilAnotherTileIsShown()
    {
        TileInspector inspector(test::rubberPalette());
        inspector.showTile(tileOf("/tiles/a.png"));
        RerunResult result;
        result.sentence = QStringLiteral("The same.");
        inspector.showRerun(result);
        inspector.showTile(tileOf("/tiles/a.png"));
        QCOMPARE(inspector.rerunText(), result.sentence);
        inspector.showTile(tileOf("/tiles/b.png"));
        QCOMPARE(inspector.rerunText(), QString());
    }

    void severalTilesAreSummedUp()
    {
        TileInspector inspector(test::rubberPalette());
        inspector.show();
        inspector.showTile(tileOf("/tiles/a.png"));
        std::vector<TileRecord> tiles{recordOf("/tiles/a.png", 2), recordOf("/tiles/b.png", 5)};
        tiles[0].error = 0.4;
        tiles[1].error = 1.2;
        tiles[1].mixKey = "100% blue";
        tiles[1].marks.flag = Flag::Picked;
        inspector.showSelection(tiles);
        const SelectionSummary& summary = *inspector.summary();
        QVERIFY(summary.isVisible());
        QVERIFY(!inspector.reuseSeedButton()->isVisible());
        QCOMPARE(summary.fact(QStringLiteral("Mixes")), QStringLiteral("2"));
        QCOMPARE(summary.fact(QStringLiteral("Rating")), QStringLiteral("2 to 5 stars"));
        QCOMPARE(summary.fact(QStringLiteral("Fidelity")),
            QStringLiteral("0.4 to 1.2 points off, 0.8 on average"));
        QCOMPARE(summary.fact(QStringLiteral("Flags")), QStringLiteral("1 picked, 0 rejected"));
        inspector.showSelection({tiles[0]});
        QVERIFY(!summary.isVisible());
        QVERIFY(inspector.reuseSeedButton()->isVisible());
    }
};

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
