// What stands above the tiles of one mix.
#pragma once

#include <QColor>
#include <QString>
#include <vector>

#include "core/mix/palette.h"

class QPainter;
class QPalette;
class QRect;

namespace tilewright::ui {

struct GroupTitle {
    struct Chip {
        QString text; ///< "50 red"
        QColor color; ///< of the granules; invalid if the palette lacks them
        int perMille = 0;
    };
    QString name; ///< of the recipe; empty if there is none
    std::vector<Chip> chips; ///< largest share first
    QString pattern; ///< "Stripes, 60 mm"; empty for a speckled tile
    QString count; ///< "6 seeds"

    /// Of a mix's key as the library has it; see mixKey().
    static GroupTitle ofKey(const std::string& mixKey, const Palette& palette);
    /// For a reader of the screen.
    QString spoken() const;
};

/// In one line, from the left; what does not fit is left out from the end.
void drawGroupTitle(
    QPainter& painter, const QRect& place, const GroupTitle& title, const QPalette& palette);

} // namespace tilewright::ui
