// Draws one tile of the strip: its picture, its seed, and how true it is to its mix.
#pragma once

#include <QStyledItemDelegate>

namespace tilewright::ui {

class TileDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int pictureSide = 96;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tilewright::ui
