#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "core/library/day.h"
#include "core/support/paths.h"
#include "ui/gallery/filter/color_swatches.h"
#include "ui/gallery/filter/date_filter.h"
#include "ui/gallery/filter/label_filter.h"
#include "ui/gallery/filter/range_slider.h"
#include "ui/gallery/filter/star_filter.h"

using namespace tilewright;
using namespace tilewright::ui;

class FilterControlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void swatchesWorkByKeyboard()
    {
        const Palette palette
            = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
        const std::vector<GranuleColor>& colors = palette.colors();
        ColorSwatches swatches(palette);
        std::vector<std::pair<std::string, bool>> toggled;
        connect(
            &swatches, &ColorSwatches::toggled, this, [&](const std::string& color, bool isChosen) {
                toggled.emplace_back(color, isChosen);
            });
        QTest::keyClick(&swatches, Qt::Key_Right);
        QTest::keyClick(&swatches, Qt::Key_Space);
        QTest::keyClick(&swatches, Qt::Key_End);
        QTest::keyClick(&swatches, Qt::Key_Return);
        QTest::keyClick(&swatches, Qt::Key_Right); // there is none
        QTest::keyClick(&swatches, Qt::Key_Space);
        const std::string& last = colors.back().name;
        QCOMPARE(toggled,
            (std::vector<std::pair<std::string, bool>>{
                {colors[1].name, true}, {last, true}, {last, false}}));
    }

    void starsAreClickedAndTyped()
    {
        StarFilter stars;
        QSignalSpy chosen(&stars, &StarFilter::starsChosen);
        QTest::mouseClick(&stars, Qt::LeftButton, {}, stars.cellRect(2).center());
        QCOMPARE(stars.stars(), 3);
        QTest::mouseClick(&stars, Qt::LeftButton, {}, stars.cellRect(2).center());
        QCOMPARE(stars.stars(), 0);
        QTest::keyClick(&stars, Qt::Key_5);
        QCOMPARE(stars.stars(), 5);
        QTest::keyClick(&stars, Qt::Key_Left);
        QTest::keyClick(&stars, Qt::Key_Space);
        QCOMPARE(stars.stars(), 4);
        QCOMPARE(chosen.count(), 4);
        stars.setStars(2);
        QCOMPARE(chosen.count(), 4);
        QVERIFY(stars.accessibleName().contains(QLatin1Char('2')));
    }

    void labelsAreChosenAndTakenBack()
    {
        LabelFilter labels;
        QTest::mouseClick(&labels, Qt::LeftButton, {}, labels.cellRect(3).center());
        QCOMPARE(labels.label(), std::optional(3));
        QTest::mouseClick(&labels, Qt::LeftButton, {}, labels.cellRect(0).center());
        QCOMPARE(labels.label(), std::optional(0));
        QTest::keyClick(&labels, Qt::Key_Space);
        QVERIFY(!labels.label());
    }

    void datesAreChosen()
    {
        DateFilter date;
        std::string from, to;
        connect(&date, &DateFilter::daysChosen, this, [&](const auto& first, const auto& last) {
            from = first;
            to = last;
        });
        const auto choose = [&](int index) {
            date.choice()->setCurrentIndex(index);
            Q_EMIT date.choice()->activated(index);
        };
        choose(1);
        QCOMPARE(from, toIso(today()));
        QCOMPARE(to, toIso(today()));
        QVERIFY(date.fields()->isHidden());
        choose(4);
        QVERIFY(!date.fields()->isHidden());
        date.fromField()->setDate(QDate(2026, 1, 2));
        date.toField()->setDate(QDate(2026, 1, 3));
        QCOMPARE(from, std::string("2026-01-02"));
        QCOMPARE(to, std::string("2026-01-03"));
        // The first day that can be set stands for an open end.
        date.toField()->setDate(date.toField()->minimumDate());
        QVERIFY(to.empty());
        // A range that is being edited stays one, whatever its days are.
        const std::string now = toIso(today());
        date.fromField()->setDate(QDate::fromString(QString::fromStdString(now), Qt::ISODate));
        date.toField()->setDate(date.fromField()->date());
        date.setDays(now, now);
        QCOMPARE(date.choice()->currentIndex(), 4);
        choose(0);
        QVERIFY(from.empty());
        date.setDays(now, now);
        QCOMPARE(date.choice()->currentIndex(), 1);
    }

    void theRangeSliderMovesByKeys()
    {
        RangeSlider slider(Qt::red);
        QSignalSpy moved(&slider, &RangeSlider::rangeMoved);
        slider.setRange(405, 600);
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(&slider, Qt::Key_Right);
        QCOMPARE(slider.lower(), 410);
        QTest::keyClick(&slider, Qt::Key_Left);
        QTest::keyClick(&slider, Qt::Key_PageDown);
        QCOMPARE(slider.lower(), 350);
        QTest::keyClick(&slider, Qt::Key_End);
        QCOMPARE(slider.lower(), 600); // not past the other
        QTest::keyClick(&slider, Qt::Key_Home);
        QCOMPARE(slider.lower(), 0);
        const int signals_ = static_cast<int>(moved.count());
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(moved.count(), signals_);
    }

    void theTabKeyGoesFromHandleToHandle()
    {
        QWidget window;
        QLineEdit before(&window), after(&window);
        RangeSlider slider(Qt::red, &window);
        QWidget::setTabOrder(&before, &slider);
        QWidget::setTabOrder(&slider, &after);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before.setFocus();
        QTest::keyClick(&before, Qt::Key_Tab);
        QVERIFY(slider.hasFocus() && slider.isLowerActive());
        QTest::keyClick(&slider, Qt::Key_Tab);
        QVERIFY(slider.hasFocus() && !slider.isLowerActive());
        QTest::keyClick(&slider, Qt::Key_Left);
        QCOMPARE(slider.upper(), 990);
        QTest::keyClick(&slider, Qt::Key_Tab);
        QVERIFY(after.hasFocus());
        QTest::keyClick(&after, Qt::Key_Backtab);
        QVERIFY(slider.hasFocus() && !slider.isLowerActive());
        QTest::keyClick(&slider, Qt::Key_Backtab);
        QVERIFY(slider.hasFocus() && slider.isLowerActive());
        QTest::keyClick(&slider, Qt::Key_Backtab);
        QVERIFY(before.hasFocus());
    }

    void theRangeSliderIsDragged()
    {
        RangeSlider slider(Qt::red);
        slider.resize(216, 20); // 200 pixels of groove: 5 to a pixel
        slider.setRange(400, 600);
        const auto at = [](int value) { return QPoint(8 + value / 5, 10); };
        QTest::mousePress(&slider, Qt::LeftButton, {}, slider.upperHandle());
        QTest::mouseMove(&slider, at(800));
        QCOMPARE(slider.upper(), 800);
        QTest::mouseMove(&slider, at(100));
        QCOMPARE(slider.upper(), 400);
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, at(100));
        // Both at one place: the side tells.
        QTest::mousePress(&slider, Qt::LeftButton, {}, at(450));
        QCOMPARE(slider.lower(), 400);
        QCOMPARE(slider.upper(), 450);
        slider.setRange(1000, 1000);
        QTest::mousePress(&slider, Qt::LeftButton, {}, slider.upperHandle());
        QTest::mouseMove(&slider, at(900));
        QCOMPARE(slider.lower(), 900);
        // And both at the left end: only the upper one can go anywhere.
        slider.setRange(0, 0);
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, at(900));
        QTest::mousePress(&slider, Qt::LeftButton, {}, slider.lowerHandle());
        QTest::mouseMove(&slider, at(200));
        QCOMPARE(slider.upper(), 200);
        QCOMPARE(slider.lower(), 0);
    }

    void theWheelNeedsTheFocus()
    {
        RangeSlider slider(Qt::red);
        slider.show();
        slider.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&slider));
        const auto turn = [&] {
            const QPointF place = slider.rect().center();
            QWheelEvent wheel(place, slider.mapToGlobal(place), {}, QPoint(0, 120), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&slider, &wheel);
        };
        slider.clearFocus();
        turn();
        QCOMPARE(slider.lower(), 0);
        slider.setFocus();
        turn();
        QCOMPARE(slider.lower(), 10);
    }
};

QTEST_MAIN(FilterControlsTest)
#include "filter_controls_test.moc"
