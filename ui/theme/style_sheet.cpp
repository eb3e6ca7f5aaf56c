#include "ui/theme/style_sheet.h"

#include <QHash>

#include "ui/theme/fonts.h"

namespace tilewright::ui {
namespace {
constexpr auto rules = R"(
QToolTip { color: $text; background: $control; border: 1px solid $outline; padding: 4px 6px; }
QMainWindow, QFrame[kind="panel"], QFrame[kind="bar"] { background: $panel; }
QFrame[edge="left"] { border-left: 1px solid $separator; }
QFrame[edge="right"] { border-right: 1px solid $separator; }
QFrame[edge="top"] { border-top: 1px solid $separator; }
QFrame[kind="ground"] { background: $canvas; }
QFrame[kind="bar"] { border-bottom: 1px solid $separator; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QFrame[kind="card"] { background: $panel; border: 1px solid $outline; border-radius: 8px; }
QFrame[kind="card"] QLabel { background: transparent; }

QLabel[kind="heading"] { color: $muted; font-size: $captionpx; font-weight: 600; }
QLabel[kind="caption"] { color: $muted; font-size: $captionpx; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="danger"] { color: $danger; }
QLabel[kind="problem"] { color: $danger; font-size: $captionpx; }
QLabel[kind="brand"] { font-weight: 700; }

QPushButton { background: $control; color: $text; border: 1px solid $outline; border-radius: 6px;
    padding: 0 10px; min-height: 28px; max-height: 28px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $disabled; }
QPushButton[kind="primary"] { background: $accent; color: $accenttext; border: 1px solid $accent;
    font-weight: 600; min-height: 34px; max-height: 34px; }
QPushButton[kind="primary"]:hover { background: $accenthover; border-color: $accenthover; }
QPushButton[kind="primary"]:focus { border: 2px solid $accentring; }
QPushButton[kind="primary"]:disabled { background: $control; color: $disabled; border-color: $outline; }
QPushButton[kind="flat"] { background: transparent; border: 1px solid transparent; padding: 0 8px;
    min-height: 24px; max-height: 24px; }
QPushButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="flat"]:focus { border-color: $accent; }
QPushButton[kind="choice"] { background: transparent; border: 1px solid transparent; padding: 0 8px;
    min-height: 24px; max-height: 24px; text-align: left; }
QPushButton[kind="choice"]:hover { background: $hover; }
QPushButton[kind="choice"]:focus { border-color: $accent; }
QPushButton[kind="choice"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="mode"] { background: transparent; color: $muted; border: 1px solid transparent;
    padding: 0 12px; min-height: 26px; max-height: 26px; }
QPushButton[kind="mode"]:hover { background: $hover; }
QPushButton[kind="mode"]:checked { background: $pressed; color: $text; }
QPushButton[kind="mode"]:focus { border-color: $accent; }
QPushButton[kind="segment"] { padding: 0 8px; min-height: 20px; max-height: 20px;
    border-radius: 5px; font-size: $captionpx; }
QPushButton[kind="segment"]:checked { background: $pressed; color: $text;
    border-color: $muted; }
QPushButton[kind="segment"]:focus { border-color: $text; }
QToolButton[kind="swatch"] { min-width: 38px; max-width: 38px; min-height: 38px; max-height: 38px;
    border-radius: 6px; }
QToolButton[kind="swatch"]:checked { border: 2px solid $accent; }
QToolButton[kind="swatch"]:focus { border: 2px solid $text; }
QPushButton[kind="fold"], QPushButton[kind="fold"]:checked { background: transparent; color: $muted;
    border: 1px solid transparent; padding: 0 6px 0 0; min-height: 22px; max-height: 22px;
    text-align: left; font-size: $captionpx; font-weight: 600; }
QPushButton[kind="fold"]:hover { color: $text; }
QPushButton[kind="fold"]:focus { border-color: $accent; }
QPushButton[kind="fold"]::menu-indicator { image: none; width: 0; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 0;
    min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px; }
QToolButton[kind="small"] { min-width: 18px; max-width: 18px; min-height: 16px; max-height: 16px; }
QToolButton::menu-indicator { image: none; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border-color: $accent; }

QLabel[kind="prompt"] { background: $control; color: $muted; border: 1px solid $outline;
    border-radius: 5px; padding: 7px 8px; selection-background-color: $accent;
    selection-color: $accenttext; }
QLabel[kind="prompt"]:focus { border-color: $accent; }
QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit { background: $control; color: $text;
    border: 1px solid $outline; border-radius: 5px; selection-background-color: $accent;
    selection-color: $accenttext; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 24px; max-height: 24px; padding: 0 6px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; padding: 0; }
QAbstractSpinBox[kind="followed"] { color: $muted; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $disabled; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/tilewright/icons/chevron-$scheme.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $control; border: 1px solid $outline; padding: 2px;
    selection-background-color: $hover; selection-color: $text; outline: none; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }

QCheckBox { spacing: 8px; min-height: 24px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px; background: $control; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(:/tilewright/icons/check-$scheme.svg); }
QCheckBox::indicator:focus { border: 2px solid $text; }

QProgressBar { background: $groove; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QMenuBar { background: transparent; color: $text; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $panel; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $separator; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $disabled; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QListView { background: transparent; border: none; outline: none; }
QListView[kind="completions"] { background: $control; border: 1px solid $outline; padding: 2px;
    selection-background-color: $hover; selection-color: $text; }
QListView[kind="choices"]::item { min-height: 28px; padding: 0 8px; border-radius: 5px; }
QListView[kind="choices"]::item:hover { background: $hover; }
QListView[kind="choices"]::item:selected { background: $groove; color: $text; }
QListView[kind="choices"]::item:selected:focus { border: 1px solid $accent; }
QListView[kind="completions"]::item { min-height: 24px; padding: 0 6px; }
QTableView { background: transparent; border: none; outline: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; border: none; padding: 0 8px 0 0; color: $muted; }
QHeaderView::section:horizontal { font-size: $captionpx; padding: 0 4px; }
QTableView QTableCornerButton::section { background: transparent; border: none; }
)";
}

QString styleSheet(const Theme& theme)
{
    const QHash<QString, QString> values{
        {QStringLiteral("panel"), theme.panel.name()},
        {QStringLiteral("canvas"), theme.canvas.name()},
        {QStringLiteral("control"), theme.control.name()},
        {QStringLiteral("hover"), theme.controlHover.name()},
        {QStringLiteral("pressed"), theme.controlPressed.name()},
        {QStringLiteral("outline"), theme.outline.name()},
        {QStringLiteral("separator"), theme.separator.name()},
        {QStringLiteral("groove"), theme.groove.name()},
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("muted"), theme.mutedText.name()},
        {QStringLiteral("disabled"), theme.disabledText.name()},
        {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("accenthover"), theme.accentHover.name()},
        {QStringLiteral("accentring"), theme.accentRing.name()},
        {QStringLiteral("accenttext"), theme.accentText.name()},
        {QStringLiteral("danger"), theme.danger.name()},
        {QStringLiteral("captionpx"), QStringLiteral("%1px").arg(captionPixels)},
        {QStringLiteral("scheme"), theme.isDark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    const QString source = QString::fromLatin1(rules);
    QString sheet;
    sheet.reserve(source.size() * 2);
    for (qsizetype i = 0; i < source.size();) {
        if (source[i] != QLatin1Char('$')) {
            sheet += source[i++];
            continue;
        }
        qsizetype end = ++i;
        while (end < source.size() && source[end].isLetter())
            ++end;
        sheet += values.value(source.mid(i, end - i));
        i = end;
    }
    return sheet;
}

} // namespace tilewright::ui
