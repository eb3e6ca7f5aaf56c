#include "ui/gallery/filter/range_slider.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/support/color_names.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int grid = 10; // values that the mouse and the keys go to
constexpr int pageSteps = 5;
constexpr qreal margin = 8; // of the groove to the edges, so that handles fit
constexpr qreal grooveThickness = 4;
constexpr qreal handleRadius = 6;
} // namespace

RangeSlider::RangeSlider(const QColor& fill, QWidget* parent) : QWidget(parent), m_fill(fill)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeSlider::setRange(int lower, int upper)
{
    m_lower = std::clamp(lower, 0, maximum);
    m_upper = std::clamp(upper, m_lower, maximum);
    tell();
    update();
}

void RangeSlider::setSubject(const QString& subject)
{
    m_subject = subject;
    tell();
}

void RangeSlider::tell()
{
    const QString range = tr("%1 from %2 to %3 percent")
                              .arg(m_subject, displayPercent(m_lower), displayPercent(m_upper));
    setAccessibleName(range);
    setAccessibleDescription(m_isLowerActive ? tr("Lower end") : tr("Upper end"));
}

QSize RangeSlider::sizeHint() const
{
    return {160, 20};
}

QSize RangeSlider::minimumSizeHint() const
{
    return {80, 20};
}

qreal RangeSlider::placeOf(int value) const
{
    return margin + (width() - 2 * margin) * value / maximum;
}

int RangeSlider::valueAt(qreal place) const
{
    const qreal part = (place - margin) / std::max(1.0, width() - 2 * margin);
    const int value = static_cast<int>(std::lround(part * maximum / grid)) * grid;
    return std::clamp(value, 0, maximum);
}

QPoint RangeSlider::lowerHandle() const
{
    return {static_cast<int>(placeOf(m_lower)), height() / 2};
}

QPoint RangeSlider::upperHandle() const
{
    return {static_cast<int>(placeOf(m_upper)), height() / 2};
}

void RangeSlider::moveActive(int value)
{
    const int before = m_isLowerActive ? m_lower : m_upper;
    int& end = m_isLowerActive ? m_lower : m_upper;
    end = m_isLowerActive ? std::clamp(value, 0, m_upper) : std::clamp(value, m_lower, maximum);
    if (end == before)
        return;
    tell();
    update();
    Q_EMIT rangeMoved(m_lower, m_upper);
}

void RangeSlider::step(int steps)
{
    // Onto the grid first, from wherever the range came.
    const int value = m_isLowerActive ? m_lower : m_upper;
    const int onGrid = steps > 0 ? value / grid * grid : (value + grid - 1) / grid * grid;
    moveActive(onGrid + steps * grid);
}

bool RangeSlider::focusNextPrevChild(bool next)
{
    if (hasFocus() && next == m_isLowerActive) {
        m_isLowerActive = !next;
        tell();
        update();
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

void RangeSlider::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_isLowerActive = event->reason() == Qt::TabFocusReason;
    tell();
    QWidget::focusInEvent(event);
}

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        step(-1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        step(1);
        break;
    case Qt::Key_PageDown:
        step(-pageSteps);
        break;
    case Qt::Key_PageUp:
        step(pageSteps);
        break;
    case Qt::Key_Home:
        moveActive(0);
        break;
    case Qt::Key_End:
        moveActive(maximum);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus() || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    step(event->angleDelta().y() > 0 ? 1 : -1);
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qreal place = event->position().x();
    const qreal toLower = std::abs(place - placeOf(m_lower));
    const qreal toUpper = std::abs(place - placeOf(m_upper));
    // Where both stand at one place, the side of the click tells which is meant; at the right end
    // only the lower one can go anywhere.
    m_isLowerActive = toLower != toUpper ? toLower < toUpper
        : m_lower != m_upper             ? true
                                         : place < placeOf(m_lower) || m_lower == maximum;
    moveActive(valueAt(place));
    tell();
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveActive(valueAt(event->position().x()));
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0;
    const QRectF groove(
        margin, middle - grooveThickness / 2, width() - 2 * margin, grooveThickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(role::groove));
    painter.drawRoundedRect(groove, grooveThickness / 2, grooveThickness / 2);
    QRectF filled = groove;
    filled.setLeft(placeOf(m_lower));
    filled.setRight(placeOf(m_upper));
    if (filled.width() > 1) {
        // The hairline keeps granules visible that are as dark or as light as the panel.
        painter.setPen(QPen(palette().color(role::groove), 1));
        painter.setBrush(m_fill);
        painter.drawRoundedRect(filled.adjusted(0, -0.5, 0, 0.5), 2.5, 2.5);
    }
    const auto drawHandle = [&](int value, bool isActive) {
        const QPointF center(placeOf(value), middle);
        if (isActive && hasFocus()) {
            painter.setPen(QPen(palette().color(role::accent), 2));
            painter.setBrush(palette().color(QPalette::Window));
            painter.drawEllipse(center, handleRadius + 1.5, handleRadius + 1.5);
        }
        painter.setPen(QPen(palette().color(QPalette::Window), 1.5));
        painter.setBrush(palette().color(QPalette::Text));
        painter.drawEllipse(center, handleRadius, handleRadius);
    };
    // The one in use lies on top.
    drawHandle(m_isLowerActive ? m_upper : m_lower, false);
    drawHandle(m_isLowerActive ? m_lower : m_upper, true);
}

} // namespace tilewright::ui
