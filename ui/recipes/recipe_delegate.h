// Draws one recipe: a bar of its colours in proportion, its name, its tags, its star.
#pragma once

#include <QStyledItemDelegate>

namespace tilewright::ui {

class RecipeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight = 28;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Where a click means the star, in a row's rectangle.
    static QRect starRect(const QRect& row);
};

} // namespace tilewright::ui
