// The studio's two looks. Everything that is drawn takes its colours from the palette of its
// widget, so that switching is one call.
#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace tilewright::ui {

enum class Appearance { System, Light, Dark };

/// What lies around the tiles: the theme's own grey, or one that is the same under both themes.
/// Neutral is L* 50, which takes nothing from dark tiles nor from light ones.
enum class CanvasGround { Theme, Light, Neutral, Dark };

/// The colours of one look. Neutral greys: beside the tile nothing is colourful but the accent.
struct Theme {
    bool isDark = false;
    QColor panel; ///< ground of panels and bars
    QColor canvas; ///< around the tile
    QColor control; ///< buttons and fields
    QColor controlHover;
    QColor controlPressed;
    QColor outline; ///< of controls
    QColor separator; ///< between panels
    QColor groove; ///< of sliders and progress
    QColor text;
    QColor mutedText; ///< captions; contrast to the panel at least 4.5:1
    QColor disabledText;
    QColor accent; ///< the main action and the selection
    QColor accentHover;
    QColor accentRing; ///< around the main action when it has the focus
    QColor accentText; ///< on the accent
    QColor danger; ///< failures
    QColor good; ///< what is as it was asked

    static Theme light();
    static Theme dark();
};

QPalette toPalette(const Theme& theme);

/// Where custom drawing finds the theme's colours that QPalette has no name for.
namespace role {
inline constexpr QPalette::ColorRole canvas = QPalette::Dark;
inline constexpr QPalette::ColorRole separator = QPalette::Mid;
inline constexpr QPalette::ColorRole groove = QPalette::Midlight;
inline constexpr QPalette::ColorRole outline = QPalette::Shadow;
inline constexpr QPalette::ColorRole mutedText = QPalette::PlaceholderText;
inline constexpr QPalette::ColorRole accent = QPalette::Highlight;
inline constexpr QPalette::ColorRole danger = QPalette::BrightText;
inline constexpr QPalette::ColorRole good = QPalette::LinkVisited;
} // namespace role

/// Dresses the whole application. `System` follows the palette that the desktop gave at start.
void applyAppearance(
    QApplication& application, Appearance appearance, CanvasGround ground = CanvasGround::Theme);

/// The stored choice; System when none was made.
Appearance storedAppearance();
void storeAppearance(Appearance appearance);
/// The same for the ground; Theme when no choice was made.
CanvasGround storedGround();
void storeGround(CanvasGround ground);

} // namespace tilewright::ui
