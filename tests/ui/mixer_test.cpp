#include <QAccessible>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "studio_fixture.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/parts_field.h"
#include "ui/mixer/share_row.h"
#include "ui/mixer/swatch_grid.h"
#include "ui/theme/studio_style.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::mixOf;
using tilewright::test::redBlackPearl;
using tilewright::test::rubberPalette;

namespace {
int sum(const Mix& mix)
{
    int total = 0;
    for (const MixShare& share : mix.shares())
        total += share.perMille;
    return total;
}
} // namespace

class MixerTest : public QObject {
    Q_OBJECT
private:
    struct Mixer {
        explicit Mixer(const Mix& mix = redBlackPearl())
            : editor(rubberPalette(), mix), panel(editor)
        {
            panel.resize(340, 600);
            panel.show();
        }
        ShareRow* row(const char* color)
        {
            for (ShareRow* row : panel.rows())
                if (row->color() == color)
                    return row;
            return nullptr;
        }
        int share(const char* color) const { return editor.mix().find(color)->perMille; }
        MixEditor editor;
        MixerPanel panel;
    };

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new StudioStyle); }

    void sliderKeepsTheSum()
    {
        Mixer mixer;
        for (const int value : {700, 10, 1000, 0, 333}) {
            mixer.row("red")->slider()->setValue(value);
            QCOMPARE(sum(mixer.editor.mix()), 1000);
            QCOMPARE(mixer.share("red"), value);
        }
        QCOMPARE(mixer.row("red")->spinBox()->value(), 33.3);
    }

    void spinBoxSetsTheShare()
    {
        Mixer mixer;
        mixer.row("black")->spinBox()->setValue(12.5);
        QCOMPARE(mixer.share("black"), 125);
        QCOMPARE(sum(mixer.editor.mix()), 1000);
        QCOMPARE(mixer.row("black")->slider()->value(), 125);
    }

    void lockKeepsAShare()
    {
        Mixer mixer;
        mixer.row("black")->lockButton()->click();
        mixer.row("red")->slider()->setValue(650);
        QCOMPARE(mixer.share("black"), 300);
        QCOMPARE(mixer.share("pearl"), 50);
        mixer.row("red")->slider()->setValue(1000);
        QCOMPARE(mixer.share("red"), 700);
        QCOMPARE(mixer.row("red")->slider()->value(), 700);
    }

    void removeAndUndo()
    {
        Mixer mixer;
        mixer.row("pearl")->removeButton()->click();
        QCOMPARE(mixer.editor.mix().size(), std::size_t{2});
        QCOMPARE(mixer.panel.rows().size(), std::size_t{2});
        QCOMPARE(sum(mixer.editor.mix()), 1000);
        mixer.row("black")->removeButton()->click();
        QVERIFY(!mixer.row("red")->removeButton()->isEnabled());
        mixer.editor.undoStack()->undo();
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
        mixer.editor.undoStack()->redo();
        QCOMPARE(mixer.editor.mix().size(), std::size_t{2});
    }

    void swatchAddsAtFivePercent()
    {
        Mixer mixer;
        Q_EMIT mixer.panel.swatches()->colorChosen("sand");
        QCOMPARE(mixer.share("sand"), Mix::addedShare);
        QCOMPARE(sum(mixer.editor.mix()), 1000);
    }

    void aSeventhColourIsRefusedWithASentence()
    {
        Mixer mixer;
        QSignalSpy refused(&mixer.editor, &MixEditor::refused);
        for (const char* color : {"sand", "brown", "white", "blue"})
            mixer.editor.addColor(color);
        QCOMPARE(mixer.editor.mix().size(), Mix::maximumColors);
        QCOMPARE(refused.count(), 1);
        QVERIFY(!refused.front().front().toString().isEmpty());
    }

    void aDragIsOneUndoStepAndComesBack()
    {
        Mixer mixer(mixOf({{"red", 50}, {"black", 33.3}, {"pearl", 16.7}}));
        const Mix before = mixer.editor.mix();
        mixer.editor.beginGesture();
        for (const int value : {600, 1000, 20, 501})
            mixer.editor.setShare("red", value);
        QCOMPARE(mixer.editor.undoStack()->count(), 1);
        mixer.editor.setShare("red", 500);
        QCOMPARE(mixer.editor.mix(), before);
        QCOMPARE(mixer.editor.undoStack()->count(), 0);
    }

    void anotherGestureIsAnotherStep()
    {
        Mixer mixer;
        QSlider* slider = mixer.row("red")->slider();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Right);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(mixer.share("red"), 520);
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.share("red"), 510);
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void aClickMovesTheSliderToThePointer()
    {
        Mixer mixer;
        QSlider* slider = mixer.row("red")->slider();
        QTest::mouseClick(slider, Qt::LeftButton, {}, {slider->width() - 1, slider->height() / 2});
        QCOMPARE(mixer.share("red"), 1000);
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void theWheelNeedsFocus()
    {
        Mixer mixer;
        QSlider* slider = mixer.row("red")->slider();
        QApplication::setActiveWindow(&mixer.panel);
        const auto turn = [slider] {
            const QPointF center = slider->rect().center();
            QWheelEvent event(center, slider->mapToGlobal(center), {}, {0, 120}, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(slider, &event);
        };
        mixer.row("black")->spinBox()->setFocus();
        turn();
        QCOMPARE(mixer.share("red"), 500);
        slider->setFocus();
        turn();
        QVERIFY(mixer.share("red") > 500);
    }

    void evenAndParts()
    {
        Mixer mixer;
        mixer.panel.evenButton()->click();
        QCOMPARE(mixer.share("red") + mixer.share("black") + mixer.share("pearl"), 1000);
        QVERIFY(std::abs(mixer.share("red") - mixer.share("pearl")) <= 1);
        mixer.panel.partsField()->button()->click();
        QLineEdit* field = mixer.panel.partsField()->field();
        field->setText(QStringLiteral("5:3:2"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
        QCOMPARE(field->text(), QStringLiteral("5:3:2"));
    }

    void parts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("colons") << QStringLiteral("5:3:2") << 3;
        QTest::newRow("blanks") << QStringLiteral(" 5 3  2 ") << 3;
        QTest::newRow("decimals") << QStringLiteral("2,5 : 1.5") << 2;
        QTest::newRow("a zero") << QStringLiteral("1:0") << 2;
        QTest::newRow("all zero") << QStringLiteral("0:0") << 0;
        QTest::newRow("words") << QStringLiteral("five:3") << 0;
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("not a number") << QStringLiteral("nan:1") << 0;
    }

    void parts()
    {
        QFETCH(QString, text);
        QFETCH(int, count);
        const auto parts = parseParts(text);
        QCOMPARE(parts ? int(parts->size()) : 0, count);
    }

    void wrongPartsChangeNothing()
    {
        Mixer mixer;
        QSignalSpy refused(&mixer.editor, &MixEditor::refused);
        mixer.editor.setParts(QStringLiteral("1:2"));
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused.front().front().toString().contains(QStringLiteral("1:2")));
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void everythingHasAnAccessibleName()
    {
        Mixer mixer;
        QCOMPARE(
            mixer.row("red")->slider()->accessibleName(), QStringLiteral("Red share, 50 percent"));
        mixer.row("red")->slider()->setValue(455);
        QCOMPARE(mixer.row("red")->slider()->accessibleName(),
            QStringLiteral("Red share, 45.5 percent"));
        for (const auto* button : mixer.panel.findChildren<QAbstractButton*>())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                button->metaObject()->className());
    }

    void swatchesAreReachedByTheKeyboard()
    {
        Mixer mixer(mixOf({{"red", 1}}));
        QApplication::setActiveWindow(&mixer.panel);
        const auto swatches = mixer.panel.swatches()->findChildren<QAbstractButton*>();
        QCOMPARE(swatches.size(), qsizetype{29});
        swatches.front()->setFocus();
        QTest::keyClick(swatches.front(), Qt::Key_Right);
        QVERIFY(swatches[1]->hasFocus());
        QTest::keyClick(swatches[1], Qt::Key_Space);
        QCOMPARE(mixer.editor.mix().size(), std::size_t{2});
    }
};

QTEST_MAIN(MixerTest)
#include "mixer_test.moc"
