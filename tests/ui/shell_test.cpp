#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/catalog/article_panel.h"
#include "ui/catalog/catalog_view.h"
#include "ui/compare/compare_view.h"
#include "ui/gallery/seed_strip.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/share_row.h"
#include "ui/pattern/pattern_names.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/menus.h"
#include "ui/shell/saved_state.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using namespace std::chrono_literals;
using tilewright::test::FakeGeneratorOptions;
using tilewright::test::StudioFixture;

class ShellTest : public QObject {
    Q_OBJECT
private:
    static FakeGeneratorOptions endless()
    {
        FakeGeneratorOptions options;
        options.unitTime = 1h;
        return options;
    }

    static void open(StudioWindow& window)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QApplication::setActiveWindow(&window);
        QTRY_VERIFY(!window.stage()->canvas()->image().isNull());
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void opensWithTheDefaultMixAndItsPreview()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        QCOMPARE(window.editor().mix(), test::redBlackPearl());
        QCOMPARE(window.stage()->canvas()->label(), QStringLiteral("Preview"));
        QVERIFY(window.prompt()->text().contains(QStringLiteral("50% red, 30% black, 20% pearl")));
        QVERIFY(window.inspector()->tile() == nullptr);
    }

    void aSliderMovesThePreviewAndThePrompt()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        QTRY_VERIFY(!window.previews().isBusy());
        const QImage before = window.stage()->canvas()->image();
        window.mixer()->rows().front()->slider()->setValue(900);
        QVERIFY(window.prompt()->text().contains(QStringLiteral("90% red")));
        QTRY_VERIFY(!window.previews().isBusy());
        QVERIFY(window.stage()->canvas()->image() != before);
    }

    void ctrlEnterMakesTiles()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        QAbstractItemModelTester tester(
            &window.strip()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy steps(&window.jobs(), &GenerationController::previewed);
        window.settings()->countBox()->setValue(3);
        window.settings()->seedField()->setSeed(70);
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!window.jobs().isBusy());
        QVERIFY(steps.count() >= 3 * 6);
        QTRY_COMPARE(window.strip()->model().rowCount(), 3);
        QCOMPARE(window.inspector()->tile()->request.seed, std::uint64_t{72});
        QVERIFY(std::filesystem::exists(window.inspector()->tile()->file));
        QCOMPARE(window.stage()->canvas()->label(), QStringLiteral("Tile, seed 72"));
        QCOMPARE(window.stage()->canvas()->image().size(), QSize(256, 256));
        QVERIFY(!window.progress()->isVisible());
        QVERIFY(!window.messages()->isVisible());
        QTRY_COMPARE(window.strip()->list()->currentIndex().row(), 0);
        QCOMPARE(window.inspector()->fact(QStringLiteral("Size")), QString::fromUtf8("256 × 256"));
    }

    void pShowsThePreviewAndThePhotograph()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        window.generate();
        QTRY_VERIFY(!window.jobs().isBusy());
        const QString tile = window.stage()->canvas()->label();
        window.stage()->canvas()->setFocus();
        QTest::keyClick(&window, Qt::Key_P);
        QCOMPARE(window.stage()->canvas()->label(), QStringLiteral("Preview"));
        QVERIFY(window.menus()->togglePreview->isChecked());
        QTest::keyClick(&window, Qt::Key_P);
        QCOMPARE(window.stage()->canvas()->label(), tile);
    }

    void escCancels()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context(endless()));
        open(window);
        window.settings()->countBox()->setValue(2);
        window.generate();
        QVERIFY(window.progress()->isVisible());
        QSignalSpy cancelled(&window.jobs(), &GenerationController::cancelled);
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(window.progress()->text().startsWith(QStringLiteral("Stopping")));
        QTRY_VERIFY(!window.jobs().isBusy());
        QCOMPARE(cancelled.count(), 2);
        QVERIFY(!window.progress()->isVisible());
        QCOMPARE(window.strip()->model().rowCount(), 0);
        QCOMPARE(window.stage()->canvas()->label(), QStringLiteral("Preview"));
    }

    void aFailureIsShownBesideTheWork()
    {
        const StudioFixture fixture;
        FakeGeneratorOptions options;
        options.hook = [](const GenerationRequest&, Phase, int) {
            return std::optional(Error{ErrorKind::BadData, "The model file is damaged.", "header"});
        };
        StudioWindow window(fixture.context(options));
        open(window);
        window.generateButton()->click();
        QTRY_VERIFY(window.messages()->isVisible());
        QCOMPARE(window.messages()->text(), QStringLiteral("The model file is damaged."));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QTRY_VERIFY(!window.jobs().isBusy());
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!window.messages()->isVisible());
    }

    void closingWhileGeneratingCancelsAndCloses()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context(endless()));
        open(window);
        window.generate();
        QSignalSpy status(&window.jobs(), &GenerationController::statusChanged);
        QTRY_VERIFY(status.count() > 0);
        QVERIFY(!window.close());
        QTRY_VERIFY(!window.isVisible());
        QVERIFY(!window.jobs().isBusy());
    }

    void earlierTilesAreShownAgain()
    {
        const StudioFixture fixture;
        {
            StudioWindow window(fixture.context());
            open(window);
            window.settings()->seedField()->setSeed(123);
            window.editor().replaceMix(test::mixOf({{"blue", 3}, {"white", 1}}));
            window.generate();
            QTRY_VERIFY(!window.jobs().isBusy());
            window.close();
        }
        StudioWindow window(fixture.context());
        open(window);
        QTRY_COMPARE(window.strip()->model().rowCount(), 1);
        QCOMPARE(window.editor().mix(), test::mixOf({{"blue", 3}, {"white", 1}}));
        window.editor().replaceMix(test::redBlackPearl());
        window.strip()->setScope(SeedStrip::Scope::All);
        QTRY_VERIFY(window.strip()->model().recordAt(0));
        Q_EMIT window.strip()->tileWanted(
            window.strip()->model().index(0).data(LibraryModel::FileRole).toString());
        QTRY_VERIFY(window.inspector()->tile() != nullptr);
        window.inspector()->copySeedButton()->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("123"));
        window.inspector()->reuseSeedButton()->click();
        QCOMPARE(window.settings()->seedField()->seed(), std::uint64_t{123});
        QVERIFY(window.settings()->seedField()->isLocked());
        window.inspector()->reuseMixButton()->click();
        QCOMPARE(window.editor().mix(), test::mixOf({{"blue", 3}, {"white", 1}}));
    }

    void undoByKey()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        ShareRow* red = window.mixer()->rows().front();
        red->spinBox()->setFocus();
        red->spinBox()->setValue(80);
        QCOMPARE(window.editor().mix().find("red")->perMille, 800);
        QTest::keyClick(red->spinBox(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.editor().mix(), test::redBlackPearl());
        QTest::keyClick(red->spinBox(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(window.editor().mix().find("red")->perMille, 800);
    }

    void lightAndDark()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        window.setAppearance(Appearance::Dark);
        QVERIFY(window.palette().color(QPalette::Window).lightness() < 80);
        const QColor dark = window.grab().toImage().pixelColor(4, 4);
        window.setAppearance(Appearance::Light);
        QVERIFY(window.palette().color(QPalette::Window).lightness() > 200);
        const QColor light = window.grab().toImage().pixelColor(4, 4);
        QVERIFY(dark.lightness() < 80 && light.lightness() > 200);
        QCOMPARE(storedAppearance(), Appearance::Light);
    }

    void everyModeFitsASmallScreen()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        window.settings()->countBox()->setValue(4);
        window.settings()->seedField()->setSeed(4'294'967'290);
        window.generate();
        QTRY_COMPARE(window.strip()->model().rowCount(), 4);
        QStringList files;
        for (int row = 0; row < 4; ++row) {
            QTRY_VERIFY(window.strip()->model().recordAt(row));
            files += pathToQString(window.strip()->model().recordAt(row)->file);
        }
        window.resize(1280, 720);
        const QSize size = window.size();
        window.compareFiles(files.mid(0, 2));
        QTRY_COMPARE(window.compare()->count(), std::size_t(2));
        for (const Mode mode : {Mode::Mix, Mode::Compare, Mode::Gallery, Mode::Mix}) {
            window.setMode(mode);
            QTest::qWait(50);
            QCOMPARE(window.size(), size); // it does not grow on the way from one to the other
            const QSize least = window.minimumSizeHint();
            QVERIFY2(least.width() <= 1280 && least.height() <= 720,
                qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
        }
    }

    void everyControlHasAName()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        for (const auto* widget : window.findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()
                || qobject_cast<const QMenuBar*>(widget)
                || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()))
                continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                qPrintable(QLatin1String(widget->metaObject()->className()) + widget->toolTip()));
        }
    }

    void savedMixesKeepTheirLocks()
    {
        const StudioFixture fixture;
        const ModelProfile profile = test::smallProfile();
        QVERIFY(!savedDraft(test::rubberPalette(), profile));
        const TileDraft draft = test::redBlackPearl().withLock("black", true);
        saveDraft(draft, test::rubberPalette(), test::rubberPalette());
        QVERIFY(*savedDraft(test::rubberPalette(), profile) == draft);
        QVERIFY(withSavedColors(test::rubberPalette()).colors() == test::rubberPalette().colors());
        const Palette other
            = Palette::create("other", {GranuleColor{"A", "azure", "", {}, {}}}).value();
        QVERIFY(!savedDraft(other, profile));
        QCOMPARE(defaultMix(other).size(), std::size_t{1});

        // A colour of the user's own goes along.
        const Palette dialled = test::rubberPalette().with(other.colors()).value();
        const TileDraft own = test::mixOf({{"azure", 1}, {"black", 1}});
        saveDraft(own, dialled, test::rubberPalette());
        QVERIFY(!savedDraft(test::rubberPalette(), profile));
        QVERIFY(*savedDraft(withSavedColors(test::rubberPalette()), profile) == own);
    }

    void reuseIsOneUndoStep()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        window.generate();
        QTRY_VERIFY(window.inspector()->tile() != nullptr);
        QTRY_VERIFY(!window.jobs().isBusy());
        window.editor().replaceMix(test::mixOf({{"blue", 3}, {"white", 1}}));
        window.settings()->stepsBox()->setValue(9);
        const Mix mix = window.editor().mix();
        window.run(TileCommand::ReuseAll, window.inspector()->tile());
        QCOMPARE(window.editor().mix(), test::redBlackPearl());
        QCOMPARE(window.settings()->stepsBox()->value(), 6);
        window.editor().undoStack()->undo();
        QCOMPARE(window.editor().mix(), mix);
        QCOMPARE(window.settings()->stepsBox()->value(), 9);
    }

    /// The last one: it leaves the language changed.
    void russianFits()
    {
        const StudioFixture fixture;
        installTranslations(*qApp, QLocale(QLocale::Russian));
        StudioWindow window(fixture.context(endless()));
        window.resize(1280, 800);
        open(window);
        window.settings()->countBox()->setValue(16);
        window.generate();
        QCOMPARE(window.generateButton()->text(), QString::fromUtf8("Создать 16 плиток"));
        QTRY_VERIFY(window.progress()->stopAfterButton()->isVisible());
        for (const auto* button : window.findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->sizeHint().width() <= button->width(), qPrintable(button->text()));
        for (const PatternKind kind : patternKinds) {
            window.editor().setPatternKind(kind);
            for (const auto* scroll : window.findChildren<QScrollArea*>())
                if (scroll->isVisible())
                    QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(),
                        "nothing is cut off at the side");
        }
        window.cancel();
        QTRY_VERIFY(!window.jobs().isBusy());
    }

    void theCatalogueHasItsKeyAndItsPanel()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        const QSize size = window.size();
        QTest::keyClick(&window, Qt::Key_K);
        QCOMPARE(window.mode(), Mode::Catalog);
        QVERIFY(window.menus()->catalogMode->isChecked());
        QVERIFY(window.catalog()->isVisible());
        QVERIFY(window.articles()->isVisible());
        QVERIFY(!window.menus()->rightPanel->isEnabled());
        QVERIFY(!window.strip()->isVisible());
        QCOMPARE(window.size(), size);
        QTest::keyClick(&window, Qt::Key_F7);
        QVERIFY(!window.articles()->isVisible());
        QTest::keyClick(&window, Qt::Key_F7);
        QTest::keyClick(&window, Qt::Key_M);
        QCOMPARE(window.mode(), Mode::Mix);
        QVERIFY(!window.catalog()->isVisible());
    }
};

int main(int argc, char** argv)
{
    // Sharp screens take other paths through drawing; everything here holds on them as well.
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    ShellTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "shell_test.moc"
