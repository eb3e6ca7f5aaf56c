// What made each of several tiles, setting by setting.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/mix/palette.h"
#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

struct ComparedSetting {
    QString name; ///< "Steps"
    QStringList
        values; ///< of each tile, "30"; to every digit, so that equal texts are equal values
    QString same; ///< "30 steps", for where all are equal; empty: not worth telling
};

/// Everything in the requests and in the provenance that decides the picture, in the order in which
/// a designer asks for it. Not the times: they differ always and explain nothing.
std::vector<ComparedSetting> comparedSettings(
    const std::vector<TilePointer>& tiles, const Palette& palette);

bool isEqual(const ComparedSetting& setting);

} // namespace tilewright::ui
