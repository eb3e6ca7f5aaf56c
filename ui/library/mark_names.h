// What the studio calls a designer's marks, and in which colours it shows them.
#pragma once

#include <QColor>
#include <QString>

#include "core/library/tile_record.h"

namespace tilewright::ui {

inline constexpr int largestRating = 5;
inline constexpr int labelCount = 4; ///< beside none

/// "4 stars"
QString displayStars(int rating);
/// "picked", "rejected"; empty for none.
QString displayName(Flag flag);
/// "red", "yellow", "green", "blue"; empty for 0.
QString displayLabel(int label);
/// The first letter of the label's name, which stands on its colour: colour alone tells nothing.
QString letterOfLabel(int label);
QColor colorOfLabel(int label);
QColor letterColorOfLabel(int label);

} // namespace tilewright::ui
