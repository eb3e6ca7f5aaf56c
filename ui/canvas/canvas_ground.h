// What lies around the picture: neutral, so that it does not tint what the eye sees.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace tilewright::ui {

enum class CanvasGround { Theme, Light, Neutral, Dark };

QColor groundColor(CanvasGround ground, const QPalette& palette);

/// "theme", "light", "neutral", "dark": for the settings. Anything else reads as Theme.
QString toText(CanvasGround ground);
CanvasGround canvasGroundFromText(const QString& text);

} // namespace tilewright::ui
