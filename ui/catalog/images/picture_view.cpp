#include "ui/catalog/images/picture_view.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 24;
} // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent)
{
    setMinimumSize(160, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview of the picture"));
}

void PictureView::setImage(const QImage& image)
{
    m_image = image;
    m_text.clear();
    update();
}

void PictureView::setText(const QString& text)
{
    m_image = {};
    m_text = text;
    update();
}

int PictureView::longestSide() const
{
    const int room = std::max(64, std::min(width(), height()) - 2 * margin);
    return int(room * devicePixelRatioF());
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(role::canvas));
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    if (m_image.isNull()) {
        painter.setPen(palette().color(role::mutedText));
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    const qreal ratio = devicePixelRatioF();
    QSizeF size = QSizeF(m_image.size()) / ratio;
    if (size.width() > room.width() || size.height() > room.height())
        size.scale(room.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), size);
    place.moveCenter(QRectF(room).center());
    place.moveTopLeft(QPointF(qRound(place.left() * ratio), qRound(place.top() * ratio)) / ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_image);
}

void PictureView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace tilewright::ui
