#include "ui/compare/compare_actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QWidget>

namespace tilewright::ui {

CompareActions::CompareActions(QWidget& owner)
{
    const auto add = [&owner](const QString& text, const QString& explanation, const char* name,
                         const QKeySequence& key = {}, bool isState = false) {
        auto* action = new QAction(text, &owner);
        const QString keyText = key.toString(QKeySequence::NativeText);
        action->setToolTip(
            key.isEmpty() ? explanation : QStringLiteral("%1 (%2)").arg(explanation, keyText));
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setCheckable(isState);
        owner.addAction(action);
        return action;
    };
    for (std::size_t i = 0; i < maximumTiles; ++i) {
        const int number = static_cast<int>(i) + 1;
        panes[i] = add(QCoreApplication::translate("CompareActions", "Tile %1").arg(number),
            QCoreApplication::translate("CompareActions", "Choose tile %1").arg(number),
            "compare.tile", QKeySequence(Qt::Key_0 + number));
    }
    wipe = add(QCoreApplication::translate("CompareActions", "A/B wipe"),
        QCoreApplication::translate(
            "CompareActions", "Two tiles on one place, with a line between them to move"),
        "compare.wipe", QKeySequence(Qt::Key_W), true);
    difference = add(QCoreApplication::translate("CompareActions", "Difference"),
        QCoreApplication::translate("CompareActions", "Where two tiles differ, and by how much"),
        "compare.difference", QKeySequence(Qt::Key_D), true);
    swap = add(QCoreApplication::translate("CompareActions", "Swap"),
        QCoreApplication::translate("CompareActions", "Let the two tiles change places"),
        "compare.swap", QKeySequence(Qt::Key_S));
    lock = add(QCoreApplication::translate("CompareActions", "Lock"),
        QCoreApplication::translate(
            "CompareActions", "Keep this tile's zoom and place while the others move"),
        "compare.lock", QKeySequence(Qt::Key_L), true);
    synced = add(QCoreApplication::translate("CompareActions", "Zoom synced"),
        QCoreApplication::translate("CompareActions", "All tiles zoom and move together"),
        "compare.synced", {}, true);
    zoom = add(QCoreApplication::translate("CompareActions", "Fit or pixels"),
        QCoreApplication::translate(
            "CompareActions", "The whole tile, or a pixel of it on a pixel of the screen"),
        "compare.zoom", QKeySequence(Qt::Key_Z));
    lifeSize = add(QCoreApplication::translate("CompareActions", "1:1"),
        QCoreApplication::translate(
            "CompareActions", "A millimetre of the tile is a millimetre on the screen"),
        "compare.lifeSize", QKeySequence(Qt::CTRL | Qt::Key_1));
    repeat = add(QCoreApplication::translate("CompareActions", "3 × 3"),
        QCoreApplication::translate(
            "CompareActions", "Each tile with its eight neighbours, to judge the seam"),
        "compare.repeat", QKeySequence(Qt::Key_R), true);
    seam = add(QCoreApplication::translate("CompareActions", "Seam"),
        QCoreApplication::translate("CompareActions", "Thin lines where the repeats meet"),
        "compare.seam", QKeySequence(Qt::SHIFT | Qt::Key_R), true);
    remove = add(QCoreApplication::translate("CompareActions", "Remove"),
        QCoreApplication::translate("CompareActions", "Take this tile out of the comparison"),
        "compare.remove", QKeySequence(Qt::Key_Backspace));
    keep = add(QCoreApplication::translate("CompareActions", "Keep this one"),
        QCoreApplication::translate("CompareActions", "Pick this tile"), "compare.keep",
        QKeySequence(Qt::Key_P));
    rejectOthers = add(QCoreApplication::translate("CompareActions", "Reject others"),
        QCoreApplication::translate("CompareActions", "Reject all tiles here but this one"),
        "compare.rejectOthers", QKeySequence(Qt::SHIFT | Qt::Key_X));
}

} // namespace tilewright::ui
