// Draws a tile's cell: picture, seed, marks, and how true it is to its mix.
#pragma once

#include <QStyledItemDelegate>

namespace tilewright::ui {

class TileCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int edge = 4; ///< around the picture, for the frame of the selection
    static constexpr int captionHeight = 20;
    static constexpr int smallestSide = 72; ///< of the picture, device-independent pixels
    static constexpr int largestSide = 400;

    explicit TileCellDelegate(int side, QObject* parent = nullptr);

    int side() const { return m_side; }
    void setSide(int side);
    QSize cellSize() const { return {m_side + 2 * edge, m_side + 2 * edge + captionHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_side;
};

} // namespace tilewright::ui
