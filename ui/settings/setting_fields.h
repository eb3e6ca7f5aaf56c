// How the fields of the settings look and stand.
#pragma once

#include <QAbstractSpinBox>
#include <QLabel>
#include <QVBoxLayout>

namespace tilewright::ui {

/// Named for readers of the screen, numbers to the right, no buttons, safe from a passing wheel.
void dressField(QAbstractSpinBox* box, const QString& name);

/// A small caption above its field.
QVBoxLayout* captioned(QLabel* caption, QWidget* field);
/// The same as a widget, which can be hidden as a whole.
QWidget* captionedField(const QString& caption, QWidget* field, QWidget* parent);

} // namespace tilewright::ui
