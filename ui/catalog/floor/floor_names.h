// Names of floors' patterns and bonds, and small pictures of them.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>
#include <QVector>
#include <array>

#include "core/floor/floor_plan.h"
#include "core/floor/floor_recipes.h"

namespace tilewright::ui {

inline constexpr std::array floorPatterns{FloorPattern::Single, FloorPattern::Checks,
    FloorPattern::Border, FloorPattern::Stripes, FloorPattern::Random, FloorPattern::Painted};

QString displayName(FloorPattern pattern);
QString explanation(FloorPattern pattern);
QString displayName(FloorBond bond);

/// The mean colour of a recipe, in linear light.
QColor meanColor(const Article& article);

/// A small floor of this pattern in the recipes' colours, `side` in device-independent pixels.
QPixmap floorSwatch(FloorPattern pattern, FloorBond bond, const QVector<QColor>& colors, int side,
    qreal devicePixelRatio);

} // namespace tilewright::ui
