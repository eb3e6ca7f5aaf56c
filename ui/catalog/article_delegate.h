// Draws one article: its picture, name, number, and a bar of its colours in proportion.
#pragma once

#include <QStyledItemDelegate>

namespace tilewright::ui {

class ArticleDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 56;
    static constexpr int pictureSide = 44;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tilewright::ui
