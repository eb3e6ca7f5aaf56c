#include "ui/canvas/canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 32;
constexpr int keyStep = 48;
} // namespace

Canvas::Canvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Canvas::show(const QImage& image, const QString& label, const QSize& fullSize)
{
    m_image = image;
    m_fullSize = fullSize.isValid() ? fullSize : image.size();
    m_label = label;
    m_scaled = QPixmap();
    setAccessibleName(label);
    update();
}

QRectF Canvas::pictureRect() const
{
    if (m_image.isNull())
        return {};
    const QSizeF available = QSizeF(size()) - QSizeF(2 * margin, 2 * margin);
    const qreal ratio = devicePixelRatioF();
    if (m_isFitted) {
        const QSizeF fitted = QSizeF(m_fullSize).scaled(available, Qt::KeepAspectRatio);
        // Whole device pixels keep the edges crisp.
        const QPointF corner((width() - fitted.width()) / 2, (height() - fitted.height()) / 2);
        const auto snap = [ratio](qreal value) { return std::round(value * ratio) / ratio; };
        return {snap(corner.x()), snap(corner.y()), snap(fitted.width()), snap(fitted.height())};
    }
    const QSizeF actual = QSizeF(m_fullSize) / ratio;
    const auto place = [](qreal view, qreal picture, qreal center) {
        return picture <= view ? (view - picture) / 2
                               : std::clamp(view / 2 - center * picture, view - picture, 0.0);
    };
    return {place(width(), actual.width(), m_center.x()),
        place(height(), actual.height(), m_center.y()), actual.width(), actual.height()};
}

const QPixmap& Canvas::scaledPicture()
{
    const QSize pixels = (pictureRect().size() * devicePixelRatioF()).toSize();
    if (m_scaled.size() != pixels) {
        // Doubling again and again is smoother than one long step of linear interpolation.
        QImage scaled = m_image;
        while (scaled.width() * 3 < pixels.width())
            scaled
                = scaled.scaled(scaled.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        if (scaled.size() != pixels)
            scaled = scaled.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        m_scaled = QPixmap::fromImage(scaled);
    }
    return m_scaled;
}

void Canvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(role::canvas));
    if (!m_image.isNull() && width() > 2 * margin && height() > 2 * margin) {
        const QRectF target = pictureRect();
        const QPixmap& picture = scaledPicture();
        painter.drawPixmap(target, picture, QRectF(picture.rect()));
    }
    if (!m_label.isEmpty())
        paintLabel(painter);
    if (hasFocus() && m_isRinged) {
        painter.setPen(palette().color(role::accent));
        painter.drawRect(pictureRect().adjusted(-4, -4, 3, 3));
    }
}

void Canvas::paintLabel(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont());
    const QFontMetrics metrics(captionFont());
    const QRectF pill(8, 6, metrics.horizontalAdvance(m_label) + 16, 20);
    painter.setPen(Qt::NoPen);
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.88F);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, 5, 5);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(pill, Qt::AlignCenter, m_label);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void Canvas::toggleZoom()
{
    const QPointF pointer = mapFromGlobal(QCursor::pos());
    toggleZoomAt(rect().contains(pointer.toPoint()) ? pointer : QRectF(rect()).center());
}

void Canvas::toggleZoomAt(const QPointF& position)
{
    if (m_image.isNull())
        return;
    if (m_isFitted) {
        const QRectF picture = pictureRect();
        m_center = {std::clamp((position.x() - picture.x()) / picture.width(), 0.0, 1.0),
            std::clamp((position.y() - picture.y()) / picture.height(), 0.0, 1.0)};
    }
    m_isFitted = !m_isFitted;
    setCursor(m_isFitted ? Qt::ArrowCursor : Qt::OpenHandCursor);
    update();
}

void Canvas::moveBy(const QPointF& offset)
{
    const QRectF before = pictureRect();
    // Counted from what is seen, which at an edge lags behind the wished centre.
    const QPointF seen((width() / 2.0 - before.x()) / before.width(),
        (height() / 2.0 - before.y()) / before.height());
    m_center = seen - QPointF(offset.x() / before.width(), offset.y() / before.height());
    update();
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_isRinged = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    m_lastPosition = event->position();
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isFitted && (event->buttons() & Qt::LeftButton))
        moveBy(event->position() - m_lastPosition);
    m_lastPosition = event->position();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    toggleZoomAt(event->position());
}

void Canvas::keyPressEvent(QKeyEvent* event)
{
    const QPointF direction = event->key() == Qt::Key_Left ? QPointF(1, 0)
        : event->key() == Qt::Key_Right                    ? QPointF(-1, 0)
        : event->key() == Qt::Key_Up                       ? QPointF(0, 1)
        : event->key() == Qt::Key_Down                     ? QPointF(0, -1)
                                                           : QPointF();
    if (direction.isNull() || m_isFitted)
        QWidget::keyPressEvent(event);
    else
        moveBy(direction * keyStep);
}

} // namespace tilewright::ui
