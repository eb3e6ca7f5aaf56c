// The studio's own icons, drawn in the colour of the text beside them.
#pragma once

#include <QIcon>
#include <QString>

namespace tilewright::ui {

/// An icon of resources/icons by file name without suffix ("lock"). It takes its colour from the
/// application's palette whenever it is drawn, so it follows a change of the theme: text colour,
/// dimmed when disabled, `checkedName` instead when it is shown for the checked state.
QIcon themedIcon(const QString& name, const QString& checkedName = {});

/// The picture of an icon in one colour, for custom drawing; `side` in device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& color, int side, qreal devicePixelRatio);

} // namespace tilewright::ui
