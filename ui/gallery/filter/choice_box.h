// A combo box of values, the first of which is "any".
#pragma once

#include <QComboBox>
#include <QVariant>

#include "ui/support/wheel_guard.h"

namespace tilewright::ui {

/// Narrow where its place is, whatever its texts are.
inline QComboBox* choiceBox(const QString& accessibleName, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    new WheelGuard(box);
    return box;
}

/// Shows the choice of this value; one that is not there is added with the text. As any change by
/// the program, it is no activated().
inline void showChoice(QComboBox* box, const QVariant& value, const QString& textIfNew)
{
    int index = box->findData(value);
    if (index < 0) {
        box->addItem(textIfNew, value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

} // namespace tilewright::ui
