// How many pixels of a screen make a millimetre.
#pragma once

class QWidget;

namespace tilewright::ui {

/// Pixels of the screen, not device-independent ones, per millimetre where the widget is shown:
/// as the screen says, times its calibration. A screen that says nothing sensible counts as 96 dpi.
double dotsPerMillimetre(const QWidget& widget);

/// What a ruler on the screen says against what the screen says of itself; 1 until it was measured.
/// Stored by the name of the screen.
double screenCalibration(const QWidget& widget);
void storeScreenCalibration(const QWidget& widget, double factor);

} // namespace tilewright::ui
