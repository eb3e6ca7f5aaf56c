#include "ui/mixer/swatch_grid.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int side = 24;
constexpr int spacing = 4;
} // namespace

class SwatchGrid::Swatch : public QAbstractButton {
public:
    Swatch(const GranuleColor& color, QWidget* parent)
        : QAbstractButton(parent), name(color.name), m_color(toQColor(color.srgb))
    {
        setToolTip(displayName(color));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::ClickFocus);
        setInMix(false);
    }

    void setInMix(bool isInMix)
    {
        m_isInMix = isInMix;
        setAccessibleName(isInMix ? SwatchGrid::tr("%1, in the mix").arg(toolTip())
                                  : SwatchGrid::tr("Add %1").arg(toolTip()));
        update();
    }

    const std::string name;

protected:
    void focusInEvent(QFocusEvent* event) override
    {
        m_isRinged
            = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
        QAbstractButton::focusInEvent(event);
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF bounds = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        const QColor edge = palette().color(QPalette::WindowText);
        QColor faintEdge = edge;
        faintEdge.setAlphaF(underMouse() ? 0.7F : 0.16F);
        painter.setPen(QPen(faintEdge, 1));
        painter.setBrush(m_color);
        painter.drawRoundedRect(bounds, 4, 4);
        if (m_isInMix) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_color.lightness() < 140 ? Qt::white : Qt::black);
            painter.drawEllipse(bounds.center(), 3, 3);
        }
        if (hasFocus() && m_isRinged) {
            painter.setPen(QPen(palette().color(role::accent), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
        }
    }

private:
    const QColor m_color;
    bool m_isInMix = false;
    bool m_isRinged = false; ///< got the focus by the keyboard
};

SwatchGrid::SwatchGrid(const Palette& palette, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Palette"));
    for (const GranuleColor& color : palette.colors()) {
        auto* swatch = new Swatch(color, this);
        swatch->installEventFilter(this);
        connect(swatch, &QAbstractButton::clicked, this,
            [this, swatch] { Q_EMIT colorChosen(swatch->name); });
        m_swatches.push_back(swatch);
    }
    if (!m_swatches.empty())
        m_swatches.front()->setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SwatchGrid::setMix(const Mix& mix)
{
    for (Swatch* swatch : m_swatches)
        swatch->setInMix(mix.find(swatch->name) != nullptr);
}

bool SwatchGrid::eventFilter(QObject* watched, QEvent* event)
{
    const auto found = std::find(m_swatches.begin(), m_swatches.end(), watched);
    if (found != m_swatches.end()) {
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up
                || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End) {
                moveFocus(static_cast<int>(found - m_swatches.begin()), key);
                return true;
            }
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                if (!(static_cast<QKeyEvent*>(event)->modifiers() & Qt::ControlModifier)) {
                    (*found)->click();
                    return true;
                }
            }
        } else if (event->type() == QEvent::FocusIn) {
            // The tab key comes back to the swatch that was used last.
            for (Swatch* swatch : m_swatches)
                swatch->setFocusPolicy(swatch == *found ? Qt::StrongFocus : Qt::ClickFocus);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SwatchGrid::moveFocus(int from, int key)
{
    const int columns = columnsFor(width());
    const int last = static_cast<int>(m_swatches.size()) - 1;
    int to = from;
    switch (key) {
    case Qt::Key_Left:
        to = from - 1;
        break;
    case Qt::Key_Right:
        to = from + 1;
        break;
    case Qt::Key_Up:
        to = from - columns;
        break;
    case Qt::Key_Down:
        to = from + columns;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        break;
    }
    if (to >= 0 && to <= last)
        m_swatches[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
}

int SwatchGrid::columnsFor(int width) const
{
    return std::max(1, (width + spacing) / (side + spacing));
}

int SwatchGrid::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (static_cast<int>(m_swatches.size()) + columns - 1) / columns;
    return rows * (side + spacing) - spacing;
}

QSize SwatchGrid::sizeHint() const
{
    constexpr int columns = 10;
    const int width = columns * (side + spacing) - spacing;
    return {width, heightForWidth(width)};
}

void SwatchGrid::resizeEvent(QResizeEvent* event)
{
    const int columns = columnsFor(event->size().width());
    // Spread over the whole width, so that the grid ends where the rows below it end.
    const double pitch = columns > 1 ? double(event->size().width() - side) / (columns - 1) : 0;
    for (int i = 0; i < static_cast<int>(m_swatches.size()); ++i)
        m_swatches[static_cast<std::size_t>(i)]->setGeometry(
            qRound(i % columns * pitch), i / columns * (side + spacing), side, side);
}

} // namespace tilewright::ui
