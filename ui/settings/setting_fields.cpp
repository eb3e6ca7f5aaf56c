#include "ui/settings/setting_fields.h"

#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/fonts.h"

namespace tilewright::ui {

void dressField(QAbstractSpinBox* box, const QString& name)
{
    box->setAccessibleName(name);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    box->setKeyboardTracking(false);
    box->setFont(numberFont());
    new WheelGuard(box);
}

QVBoxLayout* captioned(QLabel* caption, QWidget* field)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    caption->setBuddy(field);
    column->addWidget(caption);
    column->addWidget(field);
    return column;
}

QWidget* captionedField(const QString& caption, QWidget* field, QWidget* parent)
{
    auto* box = new QWidget(parent);
    field->setParent(box);
    QVBoxLayout* column = captioned(captionLabel(caption, box), field);
    column->setContentsMargins(0, 0, 0, 0);
    box->setLayout(column);
    return box;
}

} // namespace tilewright::ui
