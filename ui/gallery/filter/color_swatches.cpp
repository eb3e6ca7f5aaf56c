#include "ui/gallery/filter/color_swatches.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int side = 22;
constexpr int spacing = 4;
} // namespace

ColorSwatches::ColorSwatches(const Palette& palette, QWidget* parent)
    : QWidget(parent), m_colors(palette.colors())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    tell();
}

void ColorSwatches::setChosen(const std::set<std::string>& colors)
{
    m_chosen = colors;
    tell();
    update();
}

void ColorSwatches::tell()
{
    const GranuleColor& color = m_colors[static_cast<std::size_t>(m_cursor)];
    setAccessibleName(tr("Colours to look for"));
    setAccessibleDescription(m_chosen.count(color.name) > 0
            ? tr("%1, chosen").arg(displayName(color))
            : displayName(color));
}

int ColorSwatches::columnsFor(int width)
{
    return std::max(1, (width + spacing) / (side + spacing));
}

int ColorSwatches::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (static_cast<int>(m_colors.size()) + columns - 1) / columns;
    return rows * (side + spacing) - spacing;
}

QSize ColorSwatches::sizeHint() const
{
    constexpr int columns = 8;
    constexpr int width = columns * (side + spacing) - spacing;
    return {width, heightForWidth(width)};
}

QRect ColorSwatches::rectOf(int index) const
{
    const int columns = columnsFor(width());
    // Spread over the whole width, so that the grid ends where the rows below it end.
    const int column = index % columns;
    const int x = columns > 1 ? column * (width() - side) / (columns - 1) : 0;
    return {x, index / columns * (side + spacing), side, side};
}

QRect ColorSwatches::swatchRect(const std::string& color) const
{
    for (std::size_t i = 0; i < m_colors.size(); ++i)
        if (m_colors[i].name == color)
            return rectOf(static_cast<int>(i));
    return {};
}

int ColorSwatches::swatchAt(const QPoint& point) const
{
    for (int i = 0; i < static_cast<int>(m_colors.size()); ++i)
        if (rectOf(i).contains(point))
            return i;
    return -1;
}

void ColorSwatches::setCursorSwatch(int index)
{
    if (index < 0 || index >= static_cast<int>(m_colors.size()))
        return;
    m_cursor = index;
    tell();
    update();
}

void ColorSwatches::toggle(int index)
{
    const std::string color = m_colors[static_cast<std::size_t>(index)].name;
    const bool isChosen = m_chosen.erase(color) == 0;
    if (isChosen)
        m_chosen.insert(color);
    tell();
    update();
    Q_EMIT toggled(color, isChosen);
}

bool ColorSwatches::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int index = swatchAt(help->pos()); index >= 0)
            QToolTip::showText(help->globalPos(),
                displayName(m_colors[static_cast<std::size_t>(index)]), this, rectOf(index));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ColorSwatches::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCursorSwatch(m_cursor - 1);
        break;
    case Qt::Key_Right:
        setCursorSwatch(m_cursor + 1);
        break;
    case Qt::Key_Up:
        setCursorSwatch(m_cursor - columnsFor(width()));
        break;
    case Qt::Key_Down:
        setCursorSwatch(m_cursor + columnsFor(width()));
        break;
    case Qt::Key_Home:
        setCursorSwatch(0);
        break;
    case Qt::Key_End:
        setCursorSwatch(static_cast<int>(m_colors.size()) - 1);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        toggle(m_cursor);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ColorSwatches::mousePressEvent(QMouseEvent* event)
{
    const int index = swatchAt(event->pos());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    setCursorSwatch(index);
    toggle(index);
}

void ColorSwatches::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = swatchAt(event->pos());
    update();
}

void ColorSwatches::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void ColorSwatches::drawSwatch(QPainter& painter, int index) const
{
    const GranuleColor& granule = m_colors[static_cast<std::size_t>(index)];
    const QColor color = toQColor(granule.srgb);
    const QRectF bounds = QRectF(rectOf(index)).adjusted(1, 1, -1, -1);
    QColor edge = palette().color(QPalette::WindowText);
    edge.setAlphaF(index == m_hovered ? 0.7F : 0.16F);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(color);
    painter.drawRoundedRect(bounds, 4, 4);
    if (m_chosen.count(granule.name) > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color.lightness() < 140 ? Qt::white : Qt::black);
        painter.drawEllipse(bounds.center(), 3, 3);
    }
    if (hasFocus() && index == m_cursor) {
        painter.setPen(QPen(palette().color(role::accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rectOf(index)).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
}

void ColorSwatches::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(m_colors.size()); ++i)
        drawSwatch(painter, i);
}

} // namespace tilewright::ui
