#include "ui/library/mark_names.h"

#include <QCoreApplication>

namespace tilewright::ui {

QString displayStars(int rating)
{
    return rating == 1 ? QCoreApplication::translate("Marks", "1 star")
                       : QCoreApplication::translate("Marks", "%n stars", nullptr, rating);
}

QString displayName(Flag flag)
{
    switch (flag) {
    case Flag::Picked:
        return QCoreApplication::translate("Marks", "picked");
    case Flag::Rejected:
        return QCoreApplication::translate("Marks", "rejected");
    case Flag::None:
        break;
    }
    return {};
}

QString displayLabel(int label)
{
    switch (label) {
    case 1:
        return QCoreApplication::translate("Marks", "red");
    case 2:
        return QCoreApplication::translate("Marks", "yellow");
    case 3:
        return QCoreApplication::translate("Marks", "green");
    case 4:
        return QCoreApplication::translate("Marks", "blue");
    default:
        return {};
    }
}

QString letterOfLabel(int label)
{
    return displayLabel(label).left(1).toUpper();
}

QColor colorOfLabel(int label)
{
    switch (label) {
    case 1:
        return {205, 72, 66};
    case 2:
        return {226, 186, 62};
    case 3:
        return {92, 168, 96};
    case 4:
        return {82, 138, 206};
    default:
        return Qt::transparent;
    }
}

QColor letterColorOfLabel(int label)
{
    return qGray(colorOfLabel(label).rgb()) > 120 ? QColor(24, 24, 24) : QColor(Qt::white);
}

} // namespace tilewright::ui
