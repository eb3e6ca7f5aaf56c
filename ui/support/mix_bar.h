// A mix as a small bar of its colours.
#pragma once

#include <QColor>
#include <QMetaType>
#include <QRectF>
#include <utility>
#include <vector>

class QPainter;

namespace tilewright::ui {

/// The colours of a mix with their shares per mille, the largest first.
using ColorShares = std::vector<std::pair<QColor, int>>;

/// `edge` is the colour of text on the ground: a breath of it runs around the bar.
void paintMixBar(QPainter& painter, const QRectF& bar, const ColorShares& shares, QColor edge);

} // namespace tilewright::ui

Q_DECLARE_METATYPE(tilewright::ui::ColorShares)
