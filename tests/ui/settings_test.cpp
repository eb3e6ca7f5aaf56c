#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include "studio_fixture.h"
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
