#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include "studio_fixture.h"
#include "ui/settings/guide_settings.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::mixOf;

class SettingsTest : public QObject {
    Q_OBJECT
private:
    static Mix ofColors(int count)
    {
        std::vector<std::pair<std::string, double>> weights;
        for (const char* color : {"red", "black", "pearl", "sand", "white"})
            if (std::cmp_less(weights.size(), count))
                weights.emplace_back(color, 1.0);
        return mixOf(weights);
    }

private Q_SLOTS:
    void anotherModelIsFollowedButForWhatWasTouched()
    {
        const ModelProfile profile = ModelProfile::defaults();
        SettingsPanel panel(profile, "model", ofColors(2));
        panel.guidedBox()->setChecked(false);
        panel.stepsBox()->setValue(12);
        ModelChoice other;
        other.model = "other";
        other.profile = profile;
        other.profile.presets = {{1, 8, 1.5}};
        other.profile.prompt.trigger = "granules";
        other.profile.width = 640;
        other.profile.height = 512;
        other.profile.loras = {{"/tiles.safetensors", 0.7}};
        other.device = {DeviceChoice::Kind::Cuda, 1};
        other.precision = Precision::BFloat16;
        QSignalSpy geometry(&panel, &SettingsPanel::geometryChanged);
        panel.setModel(other);
        QCOMPARE(geometry.size(), 1);
        const GenerationRequest request = panel.request(ofColors(2));
        QCOMPARE(request.model, other.model);
        QCOMPARE(request.steps, 12);
        QCOMPARE(request.guidance, 1.5);
        QCOMPARE(request.width, 640);
        QCOMPARE(request.height, 512);
        QCOMPARE(request.loras, other.profile.loras);
        QVERIFY(request.prompt.starts_with("granules"));
        QVERIFY(request.device == other.device);
        QVERIFY(request.precision == other.precision);
        // A size that was chosen stays where the model offers it.
        panel.sizeBox()->setCurrentIndex(panel.sizeBox()->count() - 1);
        const QSize chosen = panel.sizeBox()->currentData().toSize();
        panel.setModel(other);
        QCOMPARE(panel.sizeBox()->currentData().toSize(), chosen);
        panel.reset();
        QCOMPARE(panel.request(ofColors(2)).steps, 8);
    }

    void defaultsFollowTheColoursUntilTouched()
    {
        const ModelProfile profile = ModelProfile::defaults();
        SettingsPanel panel(profile, "model", ofColors(1));
        panel.guidedBox()->setChecked(false);
        for (int count = 1; count <= 5; ++count) {
            panel.setMix(ofColors(count));
            QCOMPARE(panel.stepsBox()->value(), profile.presetFor(std::size_t(count)).steps);
            QCOMPARE(panel.guidanceBox()->value(), profile.presetFor(std::size_t(count)).guidance);
        }
        QVERIFY(panel.resetButton()->isHidden());
        panel.stepsBox()->setValue(12);
        QVERIFY(!panel.resetButton()->isHidden());
        panel.setMix(ofColors(1));
        QCOMPARE(panel.stepsBox()->value(), 12);
        QCOMPARE(panel.guidanceBox()->value(), profile.presetFor(1).guidance);
        panel.resetButton()->click();
        QCOMPARE(panel.stepsBox()->value(), profile.presetFor(1).steps);
    }

    void theGuideHasItsOwnDefaults()
    {
        SettingsPanel panel(test::smallProfile(), "model", ofColors(3));
        QCOMPARE(panel.stepsBox()->value(), 6);
        QCOMPARE(panel.strengthBox()->value(), 0.4);
        QVERIFY(panel.strengthBox()->isEnabled());
        panel.guidedBox()->setChecked(false);
        QVERIFY(!panel.strengthBox()->isEnabled());
        QVERIFY(panel.stepsBox()->value() != 6);
        QCOMPARE(panel.request(ofColors(3)).guide, Guide::None);
    }

    void theRequestHoldsWhatIsShown()
    {
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.seedField()->setSeed(18446744073709551615U);
        panel.guidanceBox()->setValue(3.5);
        panel.strengthBox()->setValue(0.55);
        panel.sizeBox()->setCurrentIndex(panel.sizeBox()->count() - 1);
        const GenerationRequest request = panel.request(ofColors(2));
        QCOMPARE(request.seed, std::uint64_t{18446744073709551615U});
        QCOMPARE(request.guidance, 3.5);
        QCOMPARE(request.strength, 0.55);
        QCOMPARE(request.width, 384);
        QCOMPARE(request.model, std::string("model"));
        QCOMPARE(*request.mix, ofColors(2));
        QVERIFY(request.check());
    }

    void theGuideIsToldInFull()
    {
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        GuideSettings* guide = panel.guideSettings();
        QVERIFY(!guide->isExpanded());
        QVERIFY(guide->holdBox()->isHidden() || !guide->holdBox()->isVisibleTo(&panel));
        guide->foldButton()->click();
        QVERIFY(guide->holdBox()->isVisibleTo(&panel));
        const GenerationRequest advised = panel.request(ofColors(2));
        QCOMPARE(advised.hold, test::smallProfile().guide->hold);
        QCOMPARE(advised.retint, test::smallProfile().guide->retint);
        QCOMPARE(advised.tolerance, GenerationRequest().tolerance);
        QCOMPARE(advised.attempts, GenerationRequest().attempts);

        QSignalSpy geometry(&panel, &SettingsPanel::geometryChanged);
        guide->holdBox()->setValue(0.75);
        guide->retintBox()->setValue(0.4);
        guide->toleranceBox()->setValue(1.5);
        guide->attemptsBox()->setValue(7);
        QCOMPARE(geometry.count(), 0);
        guide->seamlessBox()->setCurrentIndex(1);
        QCOMPARE(geometry.count(), 1);
        const GenerationRequest request = panel.request(ofColors(2));
        QCOMPARE(request.hold, 0.75);
        QCOMPARE(request.retint, 0.4);
        QCOMPARE(request.tolerance, 1.5);
        QCOMPARE(request.attempts, 7);
        QCOMPARE(request.seamless, SeamlessAxes::X);

        panel.guidedBox()->setChecked(false);
        QVERIFY(!guide->holdBox()->isEnabled());
        QVERIFY(guide->seamlessBox()->isEnabled());
        panel.resetButton()->click();
        QCOMPARE(panel.request(ofColors(2)).attempts, GenerationRequest().attempts);
    }

    void whatWasTouchedIsRemembered()
    {
        SettingsPanel first(test::smallProfile(), "model", ofColors(2));
        QSignalSpy changed(&first, &SettingsPanel::changed);
        first.guideSettings()->holdBox()->setValue(0.3);
        first.guideSettings()->setSeamless(SeamlessAxes::XY);
        first.sizeBox()->setCurrentIndex(first.sizeBox()->count() - 1);
        QCOMPARE(changed.count(), 3);
        SettingsPanel second(test::smallProfile(), "model", ofColors(2));
        second.restoreState(first.state());
        first.seedField()->setSeed(1);
        second.seedField()->setSeed(1);
        QVERIFY(second.request(ofColors(2)) == first.request(ofColors(2)));
        QVERIFY(!second.resetButton()->isHidden());
        // What was not touched follows another model's advice.
        ModelProfile other = test::smallProfile();
        other.guide->strength = 0.7;
        SettingsPanel third(other, "model", ofColors(2));
        third.restoreState(first.state());
        QCOMPARE(third.strengthBox()->value(), 0.7);
        QCOMPARE(third.guideSettings()->holdBox()->value(), 0.3);
    }

    void aTileBringsItsOwnValues()
    {
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.stepsBox()->setValue(99);
        GenerationRequest request
            = GenerationRequest::forMix(test::smallProfile(), "model", ofColors(3));
        request.seed = 12;
        request.retint = 0.5;
        request.seamless = SeamlessAxes::Y;
        request.width = 512;
        request.height = 320;
        panel.setRequest(request);
        QVERIFY(panel.request(ofColors(3)) == request);
        QVERIFY(panel.seedField()->isLocked());
        panel.reset();
        QCOMPARE(panel.guideSettings()->retintBox()->value(), test::smallProfile().guide->retint);
    }

    void anUnlockedSeedIsUsedOnce()
    {
        SeedField seed;
        seed.setSeed(5);
        QCOMPARE(seed.take(), std::uint64_t{5});
        QVERIFY(seed.take() != 5);
        seed.setSeed(6);
        seed.setLocked(true);
        QCOMPARE(seed.take(), std::uint64_t{6});
        QCOMPARE(seed.take(), std::uint64_t{6});
    }

    void seedIsTypedOrRolled()
    {
        SeedField seed;
        QSignalSpy changed(&seed, &SeedField::seedChanged);
        seed.field()->setText(QString());
        QTest::keyClicks(seed.field(), QStringLiteral("12x34"));
        QTest::keyClick(seed.field(), Qt::Key_Return);
        QCOMPARE(seed.seed(), std::uint64_t{1234});
        seed.field()->setText(QString());
        QTest::keyClick(seed.field(), Qt::Key_Return);
        QCOMPARE(seed.field()->text(), QStringLiteral("1234"));
        seed.diceButton()->click();
        QCOMPARE(changed.count(), 2);
    }

    void whatTheUserSetsIsUndone()
    {
        QUndoStack stack;
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.setUndoStack(&stack);
        QSignalSpy changed(&panel, &SettingsPanel::changed);
        QSignalSpy geometry(&panel, &SettingsPanel::geometryChanged);
        const GenerationRequest before = panel.request(ofColors(2));
        const std::uint64_t seed = panel.seedField()->seed();
        panel.stepsBox()->setValue(20);
        panel.guidedBox()->click();
        panel.sizeBox()->setCurrentIndex(panel.sizeBox()->count() - 1);
        panel.guideSettings()->setSeamless(SeamlessAxes::XY);
        panel.countBox()->setValue(4);
        panel.seedField()->roll();
        panel.seedField()->lockButton()->click();
        QCOMPARE(stack.count(), 7);
        const GenerationRequest after = panel.request(ofColors(2));
        changed.clear();
        geometry.clear();
        while (stack.canUndo())
            stack.undo();
        QVERIFY(changed.count() >= 7);
        QCOMPARE(geometry.count(), 3); // seed, edges, size
        QVERIFY(panel.request(ofColors(2)) == before);
        QCOMPARE(panel.seedField()->seed(), seed);
        QCOMPARE(panel.count(), 1);
        QVERIFY(!panel.seedField()->isLocked());
        QVERIFY(panel.resetButton()->isHidden()); // steps follow the advice again
        while (stack.canRedo())
            stack.redo();
        QVERIFY(panel.request(ofColors(2)) == after);
        QCOMPARE(panel.count(), 4);
    }

    void oneGoIsOneStep()
    {
        QUndoStack stack;
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.setUndoStack(&stack);
        QSpinBox* steps = panel.stepsBox();
        const int advised = steps->value();
        for (int value = 10; value < 20; ++value)
            steps->setValue(value);
        QCOMPARE(stack.count(), 1);
        panel.guidanceBox()->setValue(3);
        steps->setValue(30);
        QCOMPARE(stack.count(), 3);
        QTest::keyClick(steps, Qt::Key_Up);
        QTest::keyClick(steps, Qt::Key_Up);
        QCOMPARE(stack.count(), 5);
        QCOMPARE(stack.undoText(), QStringLiteral("steps"));
        for (int i = 0; i < 5; ++i)
            stack.undo();
        QCOMPARE(steps->value(), advised);
        panel.guidedBox()->click();
        panel.guidedBox()->click();
        QCOMPARE(stack.count(), 2);
    }

    void whatCodeSetsIsNoStep()
    {
        QUndoStack stack;
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.setUndoStack(&stack);
        SettingsPanel other(test::smallProfile(), "model", ofColors(2));
        other.stepsBox()->setValue(33);
        other.guidedBox()->setChecked(false);
        panel.restoreState(other.state());
        panel.setMix(ofColors(5));
        panel.seedField()->setSeed(7);
        panel.seedField()->setLocked(true);
        panel.seedField()->setLocked(false);
        panel.seedField()->take();
        panel.seedField()->take();
        QCOMPARE(stack.count(), 0);
        // An edit after it takes none of that back.
        const std::uint64_t taken = panel.seedField()->seed();
        panel.guidanceBox()->setValue(4);
        panel.seedField()->roll();
        stack.undo();
        QCOMPARE(panel.seedField()->seed(), taken);
        stack.undo();
        QCOMPARE(panel.seedField()->seed(), taken);
        QCOMPARE(panel.stepsBox()->value(), 33);
        QVERIFY(!panel.guidedBox()->isChecked());
    }

    void reuseAndResetAreSteps()
    {
        QUndoStack stack;
        SettingsPanel panel(test::smallProfile(), "model", ofColors(2));
        panel.setUndoStack(&stack);
        panel.seedField()->setSeed(1);
        panel.stepsBox()->setValue(17);
        const GenerationRequest mine = panel.request(ofColors(2));
        GenerationRequest tile
            = GenerationRequest::forMix(test::smallProfile(), "model", ofColors(2));
        tile.seed = 12;
        tile.width = 512;
        tile.height = 320;
        tile.retint = 0.5;
        panel.setRequest(tile);
        panel.reset();
        panel.keepSeed(99);
        QCOMPARE(stack.count(), 4);
        QCOMPARE(panel.seedField()->seed(), std::uint64_t{99});
        stack.undo();
        stack.undo();
        QVERIFY(panel.request(ofColors(2)) == tile);
        stack.undo();
        QVERIFY(panel.request(ofColors(2)) == mine);
        QVERIFY(!panel.seedField()->isLocked());
    }

    void sizesSuitTheModel()
    {
        SettingsPanel panel(ModelProfile::defaults(), "model", ofColors(1));
        QCOMPARE(panel.sizeBox()->currentData().toSize(), QSize(1024, 1024));
        for (int i = 0; i < panel.sizeBox()->count(); ++i)
            QCOMPARE(panel.sizeBox()->itemData(i).toSize().width() % 64, 0);
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
