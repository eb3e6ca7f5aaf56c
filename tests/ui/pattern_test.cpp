#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/mixer/mix_switch.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/share_row.h"
#include "ui/pattern/pattern_names.h"
#include "ui/pattern/pattern_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/saved_state.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::mixOf;
using tilewright::test::StudioFixture;

class PatternTest : public QObject {
    Q_OBJECT
private:
    static void open(StudioWindow& window)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(!window.stage()->canvas()->image().isNull());
        QTRY_VERIFY(!window.previews().isBusy());
    }

    /// Bands of grey from dark to light.
    static std::filesystem::path storedMask(const StudioFixture& fixture, int bands)
    {
        std::filesystem::create_directories(fixture.tileFolder());
        const auto file = fixture.tileFolder() / "logo.png";
        QImage image(60, 60, QImage::Format_RGB32);
        for (int y = 0; y < 60; ++y)
            for (int x = 0; x < 60; ++x) {
                const int level = x * bands / 60 * 255 / (bands - 1);
                image.setPixel(x, y, qRgb(level, level, level));
            }
        if (!image.save(pathToQString(file)))
            qFatal("The test's own mask could not be saved.");
        return file;
    }

    /// Mean colour of a part of a picture.
    static QColor mean(const QImage& image, const QRect& part)
    {
        double sums[3] = {};
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                sums[0] += qRed(pixel);
                sums[1] += qGreen(pixel);
                sums[2] += qBlue(pixel);
            }
        const double count = double(part.width()) * part.height();
        return QColor(int(sums[0] / count), int(sums[1] / count), int(sums[2] / count));
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void everyPatternHasANameAndASwatch()
    {
        PatternSwatches swatches(test::rubberPalette());
        QSignalSpy rendered(&swatches, &PatternSwatches::rendered);
        swatches.request(test::redBlackPearl());
        QVERIFY(rendered.wait());
        const auto pictures = rendered[0][0].value<PatternSwatches::Pictures>();
        QCOMPARE(pictures.size(), qsizetype(patternKinds.size()) - 1); // there is no mask yet
        QStringList names;
        for (const PatternKind kind : patternKinds) {
            QVERIFY(!explanation(kind).isEmpty());
            names += displayName(kind);
        }
        QCOMPARE(names.removeDuplicates(), 0);
        for (auto one = pictures.begin(); one != pictures.end(); ++one)
            for (auto other = std::next(one); other != pictures.end(); ++other)
                QVERIFY2(one.value() != other.value(), qPrintable(displayName(other.key())));
    }

    void swatchesFollowWhenTheSliderRests()
    {
        PatternSwatches swatches(test::rubberPalette());
        QSignalSpy rendered(&swatches, &PatternSwatches::rendered);
        for (int red = 1; red < 20; ++red)
            swatches.request(mixOf({{"red", red}, {"black", 20 - red}}));
        QVERIFY(rendered.wait());
        QTest::qWait(300);
        QCOMPARE(rendered.count(), 1);
    }

    void aGradientHasTwoMixesOfItsOwn()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        MixSwitch* mixes = window.mixer()->mixSwitch();
        QVERIFY(mixes->buttons().empty());
        const QImage speckle = window.stage()->canvas()->image();
        window.pattern()->kindButton(PatternKind::LinearGradient)->click();
        QCOMPARE(mixes->buttons().size(), std::size_t{2});
        QVERIFY(!mixes->addButton()->isVisible());
        QTRY_VERIFY(!window.previews().isBusy());
        QVERIFY(window.stage()->canvas()->image() != speckle);

        mixes->buttons()[1]->click();
        QCOMPARE(window.editor().shownMix(), std::size_t{1});
        window.editor().replaceMix(mixOf({{"white", 100}}));
        QCOMPARE(window.mixer()->rows().size(), std::size_t{1});
        mixes->buttons()[0]->click();
        QCOMPARE(window.mixer()->rows().size(), std::size_t{3});
        window.editor().replaceMix(mixOf({{"black", 100}}));
        QTRY_VERIFY(!window.previews().isBusy());
        const QImage picture = window.stage()->canvas()->image();
        const QRect edge(0, 0, picture.width() / 8, picture.height());
        const int left = mean(picture, edge).lightness();
        const int right = mean(picture, edge.translated(picture.width() * 7 / 8, 0)).lightness();
        QVERIFY2(right > left + 60, qPrintable(QStringLiteral("%1 %2").arg(left).arg(right)));

        const GenerationRequest request = window.request();
        QCOMPARE(*request.mix, mixOf({{"black", 100}}));
        QCOMPARE(request.pattern.kind, PatternKind::LinearGradient);
        QCOMPARE(request.pattern.mixes, std::vector<Mix>{mixOf({{"white", 100}})});
        QVERIFY(request.prompt.find("50% black") != std::string::npos);
        QVERIFY(request.check());
    }

    void stripesMayHaveSeveralMixes()
    {
        MixEditor editor(test::rubberPalette(), test::redBlackPearl());
        MixSwitch mixes(editor);
        editor.setPatternKind(PatternKind::Stripes);
        QCOMPARE(editor.draft().mixCount(), std::size_t{1});
        QVERIFY(mixes.addButton()->isVisibleTo(&mixes));
        mixes.addButton()->click();
        mixes.addButton()->click();
        QCOMPARE(mixes.buttons().size(), std::size_t{3});
        QCOMPARE(editor.shownMix(), std::size_t{2});
        QCOMPARE(editor.design()->mixes().size(), std::size_t{3});
        editor.showMix(0);
        mixes.removeButton()->click();
        QCOMPARE(mixes.buttons().size(), std::size_t{2});
        QCOMPARE(editor.undoStack()->count(), 4);
        while (editor.draft().mixCount() < Pattern::maximumMixes)
            mixes.addButton()->click();
        QVERIFY(!mixes.addButton()->isVisibleTo(&mixes));
        while (editor.undoStack()->canUndo())
            editor.undoStack()->undo();
        QVERIFY(editor.draft() == TileDraft(test::redBlackPearl()));
        QVERIFY(mixes.buttons().empty());
    }

    void undoShowsTheMixThatItChanges()
    {
        MixEditor editor(test::rubberPalette(), test::redBlackPearl());
        editor.setPatternKind(PatternKind::RadialGradient);
        editor.showMix(1);
        const Mix before = editor.mix();
        editor.addColor("sand");
        editor.showMix(0);
        QSignalSpy shown(&editor, &MixEditor::mixChanged);
        editor.undoStack()->undo();
        QCOMPARE(editor.shownMix(), std::size_t{1});
        QCOMPARE(editor.mix(), before);
        QCOMPARE(shown.count(), 1);
        editor.undoStack()->undo();
        QCOMPARE(editor.shownMix(), std::size_t{0});
        QCOMPARE(editor.draft().mixCount(), std::size_t{1});
    }

    void aDragOnOneMixIsOneStep()
    {
        MixEditor editor(test::rubberPalette(), test::redBlackPearl());
        editor.setPatternKind(PatternKind::LinearGradient);
        editor.showMix(1);
        editor.replaceMix(mixOf({{"sand", 1}, {"blue", 1}}));
        editor.beginGesture();
        const int steps = editor.undoStack()->count();
        for (int share = 500; share <= 900; share += 10)
            editor.setShare("sand", share);
        QCOMPARE(editor.undoStack()->count(), steps + 1);
        QCOMPARE(editor.draft().mixes[1].find("sand")->perMille, 900);
        QCOMPARE(editor.draft().mixes[0], test::redBlackPearl());
        QCOMPARE(editor.design()->mixes()[1], editor.mix());
    }

    void anotherPatternAndBackLosesNothing()
    {
        MixEditor editor(test::rubberPalette(), test::redBlackPearl());
        editor.setPatternKind(PatternKind::LinearGradient);
        editor.showMix(1);
        editor.replaceMix(mixOf({{"sand", 1}, {"blue", 1}}));
        editor.setPatternKind(PatternKind::Speckle);
        QCOMPARE(editor.shownMix(), std::size_t{0});
        QVERIFY(editor.draft().laidPattern().mixes.empty());
        editor.setPatternKind(PatternKind::RadialGradient);
        QCOMPARE(editor.draft().laidPattern().mixes.front(), mixOf({{"sand", 1}, {"blue", 1}}));
    }

    void oneColourFindsAnotherForTheGradient()
    {
        MixEditor editor(test::rubberPalette(), mixOf({{"red", 1}}));
        editor.setPatternKind(PatternKind::LinearGradient);
        QVERIFY(editor.design().has_value());
        QVERIFY(!editor.draft().mixes[1].find("red"));
    }

    void sizeAndAngleWhereTheyMean()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        PatternPanel* panel = window.pattern();
        QVERIFY(!panel->sizeBox()->isVisible() && !panel->angleBox()->isVisible());
        panel->kindButton(PatternKind::Stripes)->click();
        QVERIFY(panel->sizeBox()->isVisible() && panel->angleBox()->isVisible());
        panel->sizeBox()->setValue(40);
        panel->angleBox()->setValue(30);
        QCOMPARE(window.request().pattern.sizeMillimetres, 40.0);
        QCOMPARE(window.request().pattern.angleDegrees, 30.0);
        QCOMPARE(
            displayPattern(window.request().pattern), QString::fromUtf8("Stripes, 40 mm, 30°"));
        window.editor().undoStack()->undo();
        QCOMPARE(panel->angleBox()->value(), 0.0);
        panel->kindButton(PatternKind::Flecks)->click();
        QVERIFY(panel->sizeBox()->isVisible() && !panel->angleBox()->isVisible());
    }

    void granulesOfAnySize()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        PatternPanel* panel = window.pattern();
        const double medium = test::smallProfile().granuleMillimetres;
        QCOMPARE(window.request().granuleMillimetres, medium);
        const QImage before = window.stage()->canvas()->image();
        QTest::keyClick(panel->granuleBox(), Qt::Key_Down);
        Q_EMIT panel->granuleBox()->activated(panel->granuleBox()->currentIndex());
        QCOMPARE(window.request().granuleMillimetres, medium * PatternPanel::largeGranules);
        QTRY_VERIFY(!window.previews().isBusy());
        QVERIFY(window.stage()->canvas()->image() != before);
        panel->granuleSizeBox()->setValue(5);
        QCOMPARE(window.request().granuleMillimetres, 5.0);
        QCOMPARE(panel->granuleBox()->currentText(), QStringLiteral("Own"));
        panel->granuleSizeBox()->setValue(medium);
        QVERIFY(!window.editor().draft().granuleMillimetres);
        QCOMPARE(panel->granuleBox()->currentText(), QStringLiteral("Medium"));
        window.editor().undoStack()->undo();
        QCOMPARE(window.request().granuleMillimetres, 5.0);
    }

    void aMaskLaysAMixInEachRegion()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        window.editor().setMask(storedMask(fixture, 3));
        QCOMPARE(window.mixer()->mixSwitch()->buttons().size(), std::size_t{3});
        QVERIFY(window.pattern()->kindButton(PatternKind::Mask)->isChecked());
        QCOMPARE(window.pattern()->maskButton()->text(), QStringLiteral("logo.png"));
        QVERIFY(window.editor().design().has_value());
        window.editor().replaceMix(mixOf({{"black", 1}}));
        window.editor().showMix(2);
        window.editor().replaceMix(mixOf({{"white", 1}}));
        QTRY_VERIFY(!window.previews().isBusy());
        const QImage picture = window.stage()->canvas()->image();
        const QRect left(0, 0, picture.width() / 4, picture.height());
        QVERIFY(mean(picture, left.translated(picture.width() * 3 / 4, 0)).lightness()
            > mean(picture, left).lightness() + 60);
        // One mix too few is a sentence, beside the work and when a tile is asked for.
        window.editor().removeMix();
        QVERIFY(window.messages()->text().contains(QStringLiteral("logo.png")));
        window.messages()->clear();
        window.generate();
        QVERIFY(!window.jobs().isBusy());
        QVERIFY(window.messages()->text().contains(QStringLiteral("regions")));
    }

    void aMaskThatIsNoneIsRefused()
    {
        MixEditor editor(test::rubberPalette(), test::redBlackPearl());
        QSignalSpy refused(&editor, &MixEditor::refused);
        editor.setMask("no/such/mask.png");
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused[0][0].toString().contains(QStringLiteral("mask.png")));
        QCOMPARE(editor.undoStack()->count(), 0);
    }

    void allIsRemembered()
    {
        const StudioFixture fixture;
        GenerationRequest asked;
        {
            StudioWindow window(fixture.context());
            open(window);
            window.editor().setPatternKind(PatternKind::Checks);
            window.editor().addMix();
            window.editor().replaceMix(mixOf({{"sand", 30}, {"blue", 70}}));
            window.editor().setPatternSize(35);
            window.editor().setPatternAngle(45);
            window.editor().setGranuleSize(5.5);
            asked = window.request();
            window.close();
        }
        StudioWindow window(fixture.context());
        open(window);
        GenerationRequest again = window.request();
        again.seed = asked.seed;
        QVERIFY(again == asked);
        QCOMPARE(window.pattern()->sizeBox()->value(), 35.0);
    }

    void aTileBringsItsPattern()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        Tile tile;
        tile.request = window.request();
        Pattern pattern;
        pattern.kind = PatternKind::Grid;
        pattern.sizeMillimetres = 80;
        pattern.mixes = {mixOf({{"sand", 1}})};
        tile.request.setDesign(TileDesign::create(test::redBlackPearl(), pattern).value(),
            test::smallProfile().prompt);
        tile.request.fractions = parseGrading("1-3:60,3-5:40").value();
        tile.request.seed = 88;
        tile.image = test::FakeGenerator::picture(tile.request, 256, 256);
        std::filesystem::create_directories(fixture.tileFolder());
        const auto file = fixture.tileFolder() / "grid.png";
        QVERIFY(saveTile(file, tile));
        window.openPicture(pathToQString(file));
        QTRY_VERIFY(window.inspector()->tile() != nullptr);
        QVERIFY(window.request() == tile.request);
        QCOMPARE(window.pattern()->granuleBox()->currentText(), QStringLiteral("1-3:60,3-5:40"));
        QCOMPARE(
            window.inspector()->fact(QStringLiteral("Pattern")), QStringLiteral("Grid, 80 mm"));
        QCOMPARE(
            window.inspector()->fact(QStringLiteral("Granules")), QStringLiteral("1-3:60,3-5:40"));
    }
};

QTEST_MAIN(PatternTest)
#include "pattern_test.moc"
