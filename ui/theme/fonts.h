// The studio's type: 13 px text, 11 px captions, figures of one width.
#pragma once

#include <QFont>

namespace tilewright::ui {

inline constexpr int textPixels = 13;
inline constexpr int captionPixels = 11;

/// The text font: Inter where it is installed, else the desktop's.
QFont textFont();
QFont captionFont();
/// For numbers that stand in columns or change in place: the text font when its figures have one
/// width, else the first installed family near to it whose figures have.
QFont numberFont();

} // namespace tilewright::ui
