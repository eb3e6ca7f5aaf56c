#include "ui/canvas/canvas.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QStyle>
#include <QWheelEvent>
#include <cmath>

#include "ui/canvas/screen_scale.h"

namespace tilewright::ui {
namespace {
constexpr int usualMargin = 32;
constexpr int keyStep = 48;
constexpr int fadeMilliseconds = 150;
constexpr int settlingMilliseconds = 100;
constexpr double wheelFactor = 1.25; // of one notch
constexpr int notch = 120;
} // namespace

Canvas::Canvas(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 200);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_viewport.setMargin(usualMargin);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMilliseconds);
    connect(&m_settling, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(1.0);
    m_fade.setDuration(fadeMilliseconds);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_fade, &QVariantAnimation::finished, this, [this] { m_outgoing = {}; });
}

void Canvas::show(
    const QImage& image, const QString& label, const QSize& fullSize, Transition transition)
{
    const bool isAnimated
        = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_fade.stop();
    m_outgoing = {};
    if (transition == Transition::Fade && isAnimated && isVisible() && !image.isNull()
        && !m_picture.isNull()) {
        m_outgoing = std::move(m_picture);
        m_fade.start();
    }
    const QSize size = fullSize.isValid() ? fullSize : image.size();
    m_image = image;
    m_picture = PicturePyramid(image, size);
    m_label = label;
    m_viewport.setPictureSize(size);
    updateViewport();
    setAccessibleName(label);
    showCursor();
    update();
}

void Canvas::updateViewport()
{
    m_viewport.setViewSize(QSizeF(size()), devicePixelRatioF());
    m_viewport.setScale(m_millimetresPerPixel, dotsPerMillimetre(*this));
}

QRectF Canvas::onPixels(const QRectF& rect) const
{
    // With a fractional ratio the widget itself may begin between two pixels of the screen.
    const qreal ratio = devicePixelRatioF();
    const QPointF origin(mapTo(window(), QPoint()));
    const auto snap = [ratio](qreal value, qreal offset) {
        return std::round((value + offset) * ratio) / ratio - offset;
    };
    return {QPointF(snap(rect.left(), origin.x()), snap(rect.top(), origin.y())),
        QPointF(snap(rect.right(), origin.x()), snap(rect.bottom(), origin.y()))};
}

QRectF Canvas::pictureRect() const
{
    return onPixels(m_viewport.pictureRect());
}

QString Canvas::zoomText() const
{
    if (m_viewport.isEmpty())
        return {};
    if (m_viewport.isLifeSize())
        return tr("1:1");
    const double percent = m_viewport.zoom() * 100;
    return tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

void Canvas::setMargin(int margin)
{
    m_viewport.setMargin(margin);
    update();
}

void Canvas::setLabelShown(bool isShown)
{
    m_isLabelShown = isShown;
    update();
}

void Canvas::setMarked(bool isMarked)
{
    m_isMarked = isMarked;
    update();
}

void Canvas::setZoomShown(bool isShown)
{
    m_isZoomShown = isShown;
    update();
}

void Canvas::setMillimetresPerPixel(double scale)
{
    m_millimetresPerPixel = scale;
    updateViewport();
    update();
}

template <typename Change> void Canvas::changeView(Change change)
{
    if (m_viewport.isEmpty())
        return;
    const Viewport before = m_viewport;
    change();
    m_settling.start();
    showCursor();
    update();
    Q_EMIT viewChanged(before);
}

QPointF Canvas::pointerOrMiddle() const
{
    const QPointF pointer = mapFromGlobal(QCursor::pos());
    return rect().contains(pointer.toPoint()) ? pointer : QRectF(rect()).center();
}

void Canvas::toggleZoom()
{
    changeView([this] { m_viewport.toggle(pointerOrMiddle()); });
}

void Canvas::zoomIn()
{
    changeView([this] { m_viewport.stepIn(pointerOrMiddle()); });
}

void Canvas::zoomOut()
{
    changeView([this] { m_viewport.stepOut(pointerOrMiddle()); });
}

void Canvas::fit()
{
    changeView([this] { m_viewport.fit(); });
}

void Canvas::showLifeSize()
{
    updateViewport();
    if (const auto zoom = m_viewport.lifeSizeZoom())
        changeView([this, zoom] { m_viewport.zoomTo(pointerOrMiddle(), *zoom); });
}

void Canvas::setRepeated(bool isRepeated)
{
    if (isRepeated == this->isRepeated())
        return;
    const int repeats = isRepeated ? 3 : 1;
    if (m_viewport.isEmpty())
        m_viewport.setRepeats(repeats);
    else
        changeView([&] { m_viewport.setRepeats(repeats); });
}

void Canvas::setSeamShown(bool isShown)
{
    m_isSeamShown = isShown;
    update();
}

void Canvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateViewport();
    showCursor();
    Q_EMIT resized();
}

void Canvas::showCursor()
{
    const QSizeF content = m_viewport.contentRect().size();
    const bool canMove = content.width() > width() || content.height() > height();
    setCursor(m_isDragged && canMove ? Qt::ClosedHandCursor
            : canMove                ? Qt::OpenHandCursor
                                     : Qt::ArrowCursor);
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    m_lastPosition = event->position();
    m_isDragged = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    showCursor();
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isDragged)
        changeView([&] { m_viewport.panBy(event->position() - m_lastPosition); });
    m_lastPosition = event->position();
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_isDragged = event->buttons() & (Qt::LeftButton | Qt::MiddleButton);
    showCursor();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    changeView([&] { m_viewport.toggle(event->position()); });
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    const int turned = event->angleDelta().y();
    if (turned == 0)
        return;
    changeView([&] {
        m_viewport.zoomAt(event->position(), std::pow(wheelFactor, double(turned) / notch));
    });
    event->accept();
}

bool Canvas::panByKey(int key)
{
    const QPointF direction = key == Qt::Key_Left ? QPointF(1, 0)
        : key == Qt::Key_Right                    ? QPointF(-1, 0)
        : key == Qt::Key_Up                       ? QPointF(0, 1)
        : key == Qt::Key_Down                     ? QPointF(0, -1)
                                                  : QPointF();
    if (direction.isNull() || m_viewport.isFitted())
        return false;
    changeView([&] { m_viewport.panBy(direction * keyStep); });
    return true;
}

void Canvas::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_Space:
        m_isSpaceHeld = true;
        return showCursor();
    default:
        if (!panByKey(event->key()))
            QWidget::keyPressEvent(event);
    }
}

void Canvas::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    m_isSpaceHeld = false;
    showCursor();
}

void Canvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_isRinged = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
}

void Canvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_isSpaceHeld = false;
}

} // namespace tilewright::ui
