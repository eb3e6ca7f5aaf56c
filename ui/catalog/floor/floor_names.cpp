#include "ui/catalog/floor/floor_names.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cstdlib>

#include "core/color/color.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

namespace {

/// Too near to be told apart in a small picture: also where there is only one tile.
bool areAlike(const QColor& a, const QColor& b)
{
    constexpr int leastDistance = 48;
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
        + std::abs(a.blue() - b.blue())
        < leastDistance;
}

} // namespace

QString displayName(FloorPattern pattern)
{
    switch (pattern) {
    case FloorPattern::Single:
        return QCoreApplication::translate("FloorNames", "One tile");
    case FloorPattern::Checks:
        return QCoreApplication::translate("FloorNames", "Checks");
    case FloorPattern::Border:
        return QCoreApplication::translate("FloorNames", "Border");
    case FloorPattern::Stripes:
        return QCoreApplication::translate("FloorNames", "Stripes");
    case FloorPattern::Random:
        return QCoreApplication::translate("FloorNames", "Random");
    case FloorPattern::Painted:
        return QCoreApplication::translate("FloorNames", "Painted");
    }
    return {};
}

QString explanation(FloorPattern pattern)
{
    switch (pattern) {
    case FloorPattern::Single:
        return QCoreApplication::translate("FloorNames", "The first tile everywhere");
    case FloorPattern::Checks:
        return QCoreApplication::translate("FloorNames", "The tiles in turn, like a chess board");
    case FloorPattern::Border:
        return QCoreApplication::translate(
            "FloorNames", "The second tile along the walls, the first one inside");
    case FloorPattern::Stripes:
        return QCoreApplication::translate("FloorNames", "Rows of each tile in turn");
    case FloorPattern::Random:
        return QCoreApplication::translate("FloorNames", "Strewn by shares");
    case FloorPattern::Painted:
        return QCoreApplication::translate("FloorNames", "As you paint it, tile by tile");
    }
    return {};
}

QString displayName(FloorBond bond)
{
    return bond == FloorBond::Straight ? QCoreApplication::translate("FloorNames", "Straight")
                                       : QCoreApplication::translate("FloorNames", "Half-bond");
}

QColor meanColor(const Article& article)
{
    LinearRgb sum{};
    double shares = 0;
    for (const ArticleColor& color : article.colors) {
        const LinearRgb light = toLinear(color.srgb);
        for (std::size_t channel = 0; channel < sum.size(); ++channel)
            sum[channel] += light[channel] * color.perMille;
        shares += color.perMille;
    }
    if (shares <= 0)
        return Qt::gray;
    for (double& channel : sum)
        channel /= shares;
    return toQColor(toSrgb(sum));
}

QPixmap floorSwatch(FloorPattern pattern, FloorBond bond, const QVector<QColor>& colors, int side,
    qreal devicePixelRatio)
{
    constexpr double room = 3; // metres: six tiles
    FloorPlan plan;
    plan.roomLengthMetres = plan.roomWidthMetres = room;
    plan.pattern = pattern;
    plan.bond = bond;
    plan.recipeCount = std::clamp(static_cast<int>(colors.size()), 2, FloorPlan::mostRecipes);
    plan.seed = 4;
    // A brush stroke from corner to corner.
    plan.painted = {{0, 0, 0, 0, 1, 1}, {0, 0, 0, 1, 1, 0}, {0, 1, 1, 1, 0, 0}, {1, 1, 0, 0, 0, 0},
        {1, 0, 0, 0, 1, 1}, {1, 1, 1, 1, 1, 0}};
    QPixmap picture(QSize(side, side) * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::transparent);
    const auto layout = layFloor(plan);
    if (!layout)
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(0, 0, side, side), side / 9.0, side / 9.0);
    painter.setClipPath(shape);
    const double scale = side / (room * 1000);
    for (const FloorCell& cell : layout->cells) {
        const QColor first = colors.value(0, Qt::gray);
        QColor color = colors.value(cell.recipe, first);
        if (cell.recipe > 0 && areAlike(color, first))
            color = first.lightness() > 127 ? first.darker(150) : first.lighter(170);
        const QRectF rect(cell.visibleX * scale, cell.visibleY * scale, cell.visibleLength * scale,
            cell.visibleWidth * scale);
        painter.fillRect(rect, color);
        painter.setPen(QPen(QColor(0, 0, 0, 60), 0.5));
        painter.drawRect(rect);
    }
    return picture;
}

} // namespace tilewright::ui
