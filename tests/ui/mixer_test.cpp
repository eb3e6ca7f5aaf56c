#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "core/support/atomic_file.h"
#include "studio_fixture.h"
#include "ui/mixer/color_dialog.h"
#include "ui/mixer/draft_saver.h"
#include "ui/mixer/drag_handle.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/palette_panel.h"
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
        QStringList shown() const
        {
            QStringList names;
            for (const auto* swatch : panel.findChildren<QAbstractButton*>())
                if (swatch->parentWidget() == grid() && swatch->isVisibleTo(grid()))
                    names += swatch->accessibleName();
            return names;
        }
        const QWidget* grid() const { return const_cast<MixerPanel&>(panel).swatches(); }
        std::vector<std::string> order() const
        {
            std::vector<std::string> names;
            for (const MixShare& share : editor.mix().shares())
                names.push_back(share.color);
            return names;
        }
        int share(const char* color) const { return editor.mix().find(color)->perMille; }
        MixEditor editor;
        MixerPanel panel;
    };

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new StudioStyle); }

    void sixRowsFitIntoTheWindow()
    {
        Mixer mixer(mixOf(
            {{"red", 1}, {"black", 1}, {"pearl", 1}, {"sand", 1}, {"brown", 1}, {"blue", 1}}));
        constexpr int windowHeight = 875, barsAndStrip = 360;
        QVERIFY(mixer.panel.sizeHint().height() < windowHeight - barsAndStrip);
    }

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

    void theSliderSnapsUnderThePointer()
    {
        Mixer mixer;
        QSlider* slider = mixer.row("red")->slider();
        const QPoint start(slider->width() / 2, slider->height() / 2);
        QTest::mousePress(slider, Qt::LeftButton, {}, start);
        const auto drag = [&](int pixels, Qt::KeyboardModifiers modifiers) {
            const QPointF to = start + QPoint(pixels, 0);
            QMouseEvent move(QEvent::MouseMove, to, slider->mapToGlobal(to), Qt::NoButton,
                Qt::LeftButton, modifiers);
            QApplication::sendEvent(slider, &move);
        };
        for (const int pixels : {3, 11, 17, -9}) {
            drag(pixels, Qt::NoModifier);
            QCOMPARE(mixer.share("red") % 50, 0);
        }
        bool isFine = false;
        for (int pixels = 1; pixels < 12; ++pixels) {
            drag(pixels, Qt::ShiftModifier);
            QCOMPARE(mixer.share("red") % 10, 0);
            isFine |= mixer.share("red") % 50 != 0;
        }
        QVERIFY(isFine);
        QTest::mouseRelease(slider, Qt::LeftButton, Qt::ShiftModifier, start);
        QCOMPARE(slider->value(), mixer.share("red"));
        QCOMPARE(mixer.editor.undoStack()->count(), 1);
        // The keyboard and the number are finer.
        mixer.row("red")->spinBox()->setValue(33.3);
        QCOMPARE(mixer.share("red"), 333);
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(mixer.share("red"), 343);
        QTest::keyClick(slider, Qt::Key_PageUp);
        QCOMPARE(mixer.share("red"), 443);
    }

    void aDoubleClickOnTheNameGivesAnEvenShare()
    {
        Mixer mixer(mixOf({{"red", 70}, {"black", 20}, {"pearl", 5}, {"sand", 5}}));
        QTest::mouseDClick(mixer.row("pearl")->nameLabel(), Qt::LeftButton);
        QCOMPARE(mixer.share("pearl"), 250);
        QCOMPARE(sum(mixer.editor.mix()), 1000);
        QVERIFY(mixer.share("red") > mixer.share("black"));
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.share("red"), 700);
    }

    void rowsAreSortedByTheKeyboard()
    {
        Mixer mixer;
        QTest::keyClick(mixer.row("pearl")->slider(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(mixer.order(), (std::vector<std::string>{"red", "pearl", "black"}));
        QCOMPARE(mixer.panel.rows()[1]->color(), std::string("pearl"));
        QTest::keyClick(mixer.row("pearl")->spinBox(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(mixer.row("pearl")->lockButton(), Qt::Key_Up, Qt::AltModifier); // the top
        QCOMPARE(mixer.order(), (std::vector<std::string>{"pearl", "red", "black"}));
        QTest::keyClick(mixer.row("black")->slider(), Qt::Key_Down, Qt::AltModifier); // the end
        QCOMPARE(mixer.editor.undoStack()->count(), 2);
        mixer.editor.undoStack()->undo();
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void aRowIsDraggedByItsHandle()
    {
        Mixer mixer;
        DragHandle* handle = mixer.row("red")->handle();
        QTest::mousePress(handle, Qt::LeftButton);
        const auto dragTo = [&](const QWidget* row, int offset) {
            const QPointF global = row->mapToGlobal(QPointF(2, row->height() / 2.0 + offset));
            QMouseEvent move(QEvent::MouseMove, handle->mapFromGlobal(global), global, Qt::NoButton,
                Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(handle, &move);
        };
        dragTo(mixer.row("black"), 4);
        QCOMPARE(mixer.order(), (std::vector<std::string>{"black", "red", "pearl"}));
        dragTo(mixer.row("pearl"), 40);
        QCOMPARE(mixer.order(), (std::vector<std::string>{"black", "pearl", "red"}));
        QTest::mouseRelease(handle, Qt::LeftButton);
        QCOMPARE(mixer.editor.undoStack()->count(), 1);
        QCOMPARE(mixer.row("red")->handle(), handle); // the row is the same
        mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void chanceIsAnUndoStep()
    {
        Mixer mixer;
        mixer.row("black")->lockButton()->click();
        mixer.panel.shuffleButton()->click();
        QCOMPARE(mixer.share("black"), 300);
        QCOMPARE(mixer.order(), (std::vector<std::string>{"red", "black", "pearl"}));
        mixer.panel.surpriseButton()->click();
        QCOMPARE(mixer.share("black"), 300);
        QCOMPARE(sum(mixer.editor.mix()), 1000);
        while (mixer.editor.undoStack()->canUndo())
            mixer.editor.undoStack()->undo();
        QCOMPARE(mixer.editor.mix(), redBlackPearl());
    }

    void textBecomesTheMix_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isMix");
        QTest::newRow("a mix") << QStringLiteral("60% sand, 40% brown") << true;
        QTest::newRow("lines") << QStringLiteral("  60% sand,\n\n 40% brown \n") << true;
        QTest::newRow("a prompt") << QStringLiteral(
            "ohwx_rubber_tile <s0><s1>, 60% sand, 40% brown, photorealistic rubber tile, high "
            "quality, detailed texture")
                                  << true;
        QTest::newRow("parts") << QStringLiteral("3:2 sand:brown") << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("blanks") << QStringLiteral(" \n ") << false;
        QTest::newRow("a wrong sum") << QStringLiteral("60% sand, 60% brown") << false;
        QTest::newRow("an unknown colour") << QStringLiteral("60% sand, 40% brwn") << false;
        QTest::newRow("a letter") << QStringLiteral("Dear colleague, as we said").repeated(200)
                                  << false;
    }

    void textBecomesTheMix()
    {
        QFETCH(QString, text);
        QFETCH(bool, isMix);
        Mixer mixer;
        QSignalSpy refused(&mixer.editor, &MixEditor::refused);
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(mixer.row("red")->slider(), Qt::Key_V, Qt::ControlModifier);
        if (isMix) {
            QCOMPARE(refused.count(), 0);
            QCOMPARE(mixer.editor.mix(), mixOf({{"sand", 60}, {"brown", 40}}));
            QCOMPARE(mixer.editor.undoStack()->count(), 1);
        } else {
            QCOMPARE(refused.count(), 1);
            QVERIFY(!refused.front().front().toString().isEmpty());
            QCOMPARE(mixer.editor.mix(), redBlackPearl());
        }
    }

    void theMixIsCopiedAsText()
    {
        Mixer mixer;
        QTest::keyClick(
            mixer.row("red")->slider(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(
            QGuiApplication::clipboard()->text(), QStringLiteral("50% red, 30% black, 20% pearl"));
    }

    void anotherReaderOfTexts()
    {
        Mixer mixer;
        mixer.editor.setTextReader([](const std::string& text, const Palette&) -> Expected<Mix> {
            if (text == "granite")
                return mixOf({{"gray", 1}, {"black", 1}});
            return fail(ErrorKind::Usage, "No.");
        });
        mixer.editor.takeText(QStringLiteral("granite"));
        QCOMPARE(mixer.order(), (std::vector<std::string>{"gray", "black"}));
    }

    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("a name") << QStringLiteral("terra")
                                << QStringList{QStringLiteral("Add Terracotta")};
        QTest::newRow("a code") << QStringLiteral("dkgr")
                                << QStringList{QStringLiteral("Add Dark green")};
        QTest::newRow("Russian") << QStringLiteral("ЖЕЛТЫЙ")
                                 << QStringList{QStringLiteral("Add Yellow")};
        QTest::newRow("two words")
            << QStringLiteral("green dark") << QStringList{QStringLiteral("Add Dark green")};
        QTest::newRow("in the mix")
            << QStringLiteral("pearl") << QStringList{QStringLiteral("Pearl, in the mix")};
        QTest::newRow("none") << QStringLiteral("xyzzy") << QStringList();
    }

    void search()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        Mixer mixer;
        QLineEdit* field = mixer.panel.palettePanel()->searchField();
        QTest::keyClicks(field, text.toLower() == text ? text : QString());
        field->setText(text);
        for (const QString& name : found)
            QVERIFY2(mixer.shown().contains(name), qPrintable(mixer.shown().join(u';')));
        QVERIFY(mixer.shown().size() < 6);
        if (found.isEmpty())
            QVERIFY(mixer.panel.palettePanel()->hint()->text().contains(text));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QCOMPARE(mixer.shown().size(), qsizetype{29});
    }

    void enterInTheSearchAddsTheFirst()
    {
        Mixer mixer;
        QLineEdit* field = mixer.panel.palettePanel()->searchField();
        QTest::keyClick(field, Qt::Key_Return); // nothing is searched for
        QCOMPARE(mixer.editor.mix().size(), std::size_t{3});
        field->setText(QStringLiteral("terracotta"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(mixer.share("terracotta"), Mix::addedShare);
    }

    void groups()
    {
        Mixer mixer;
        QComboBox* group = mixer.panel.palettePanel()->groupBox();
        group->setCurrentIndex(PalettePanel::InUse);
        QCOMPARE(mixer.shown().size(), qsizetype{3});
        mixer.editor.addColor("sand");
        QVERIFY(mixer.shown().contains(QStringLiteral("Sand, in the mix")));
        group->setCurrentIndex(PalettePanel::Custom);
        QVERIFY(mixer.shown().isEmpty());
        QStringList seen;
        for (int i = PalettePanel::FirstFamily; i < group->count(); ++i) {
            group->setCurrentIndex(i);
            QVERIFY(!mixer.shown().isEmpty());
            seen += mixer.shown();
        }
        QCOMPARE(seen.size(), qsizetype{29}); // each colour has one family
    }

    void aSwatchTellsItsName()
    {
        Mixer mixer;
        auto* swatch = mixer.panel.swatches()->findChildren<QAbstractButton*>().at(1);
        QEnterEvent enter({1, 1}, {1, 1}, {1, 1});
        QApplication::sendEvent(swatch, &enter);
        QCOMPARE(mixer.panel.palettePanel()->hint()->text(), QStringLiteral("Terracotta · TERCOT"));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(swatch, &leave);
        QCOMPARE(mixer.panel.palettePanel()->hint()->text(), QStringLiteral("29 colours"));
    }

    void anImportedPaletteIsOffered()
    {
        const QTemporaryDir home;
        const std::filesystem::path file = home.path().toStdString() + "/rosehill.csv";
        QVERIFY(writeFileAtomically(
            file, "name,code,hex\nStandard Red,RH01,#a5362f\nbeige,RH30,#c8b898\n"));
        PaletteStore store(rubberPalette(), home.path().toStdString() + "/palettes");
        Mixer mixer;
        PalettePanel* palette = mixer.panel.palettePanel();
        palette->setStore(&store);
        QSignalSpy changed(&mixer.editor, &MixEditor::paletteChanged);
        palette->importPalette(file);
        QCOMPARE(changed.count(), 1);
        // What the mix holds is there beside what is offered.
        QCOMPARE(mixer.shown().size(), qsizetype{5});
        mixer.editor.addColor("Standard Red");
        QCOMPARE(mixer.editor.palette().find("beige")->code, std::string("RH30"));
        QVERIFY(mixer.editor.palette().find("dark green"));
        palette->choosePalette("rubber-29");
        QVERIFY(mixer.shown().contains(QStringLiteral("Standard Red, in the mix")));
        QCOMPARE(mixer.shown().size(), qsizetype{30});
        mixer.editor.undoStack()->undo();
        mixer.editor.undoStack()->redo();
        QVERIFY(mixer.row("Standard Red"));
        QSignalSpy refused(&mixer.editor, &MixEditor::refused);
        palette->importPalette(home.path().toStdString() + "/missing.ase");
        QCOMPARE(refused.count(), 1);
        const std::filesystem::path exported = home.path().toStdString() + "/out.gpl";
        palette->exportPalette(exported);
        QVERIFY(std::filesystem::exists(exported));
        palette->exportPalette(home.path().toStdString() + "/out.doc");
        QCOMPARE(refused.count(), 2);
    }

    void aColourOfOnesOwn()
    {
        const QTemporaryDir home;
        PaletteStore store(rubberPalette(), home.path().toStdString());
        Mixer mixer;
        PalettePanel* palette = mixer.panel.palettePanel();
        palette->setStore(&store);
        palette->askForColor(GranuleColor::of({}, {128, 128, 128}));
        auto* dialog = mixer.panel.findChild<ColorDialog*>();
        QVERIFY(dialog);
        dialog->accept();
        QVERIFY(dialog->problem()->isVisibleTo(dialog)); // no name yet
        dialog->nameField()->setText(QStringLiteral("red"));
        dialog->accept();
        QVERIFY(dialog->problem()->text().contains(QStringLiteral("red")));
        dialog->nameField()->setText(QStringLiteral(" sea  green "));
        dialog->hexField()->setText(QString());
        QTest::keyClicks(dialog->hexField(), QStringLiteral("#0a6e5c"));
        dialog->accept();
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
        QVERIFY(mixer.shown().contains(QStringLiteral("Add Sea green")));
        mixer.editor.addColor("sea green");
        mixer.editor.setTextReader(
            [](const std::string& text, const Palette& colors) { return parseMix(text, colors); });
        mixer.editor.takeText(QStringLiteral("50% sea green, 50% red"));
        QCOMPARE(mixer.share("sea green"), 500);
        palette->groupBox()->setCurrentIndex(PalettePanel::Custom);
        QCOMPARE(mixer.shown().size(), qsizetype{1});

        // Another look for it: the row shows it at once.
        GranuleColor changed = *store.offered().find("sea green");
        changed.srgb = {10, 200, 90};
        QVERIFY(store.putColor(changed, "sea green"));
        mixer.editor.setPalette(store.offered());
        QCOMPARE(
            mixer.row("sea green")->slider()->property(StudioStyle::fillProperty).value<QColor>(),
            QColor(10, 200, 90));
        // Removed, it stays in the mix that has it.
        palette->removeColor("sea green");
        QCOMPARE(mixer.share("sea green"), 500);
        QVERIFY(mixer.editor.palette().find("sea green"));
        QVERIFY(!mixer.editor.offered().find("sea green"));
    }

    void aMeasuredColourIsKeptAsMeasured()
    {
        GranuleColor base = GranuleColor::of("sea", {10, 110, 92}, {41.25, -32.5, 3.75});
        base.chromaSpread = 9;
        GranuleColor saved;
        ColorDialog dialog(base, [&saved](const GranuleColor& color) -> Expected<void> {
            saved = color;
            return {};
        });
        dialog.accept();
        QCOMPARE(saved, base);
        dialog.lightnessBox()->setValue(80);
        QCOMPARE(dialog.color().lab, (Lab{80, -32.5, 3.75}));
        QCOMPARE(dialog.color().srgb, toSrgb(toLinear(Lab{80, -32.5, 3.75})));
        QVERIFY(dialog.color().lightness90 > base.lightness90); // quite another one
    }

    void coloursOfATileAreLearnt()
    {
        Mixer mixer;
        QSignalSpy changed(&mixer.editor, &MixEditor::paletteChanged);
        mixer.editor.learnColors({GranuleColor::of("sea", {1, 2, 3})});
        QCOMPARE(changed.count(), 1);
        mixer.editor.learnColors(
            {GranuleColor::of("sea", {9, 9, 9}), GranuleColor::of("red", {9, 9, 9})});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(mixer.editor.palette().find("sea")->srgb, (Srgb{1, 2, 3}));
        QVERIFY(!mixer.editor.offered().find("sea"));
    }

    void theDraftIsSavedWhileItChanges()
    {
        const QTemporaryDir home;
        const std::filesystem::path folder = home.path().toStdString() + "/drafts";
        GenerationRequest request;
        request.mix = redBlackPearl();
        auto store = DraftStore::begin(folder);
        QVERIFY(store);
        const std::filesystem::path file = store->session() / "draft.json";
        {
            DraftSaver saver(std::move(*store), [&request] { return request; });
            saver.touch();
            request.seed = 5; // at the time of saving counts
            QVERIFY(!std::filesystem::exists(file));
            QTRY_VERIFY(std::filesystem::exists(file));
            QVERIFY(DraftStore::crashedDrafts(folder).empty());
        }
        QVERIFY(!std::filesystem::exists(file.parent_path()));
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
