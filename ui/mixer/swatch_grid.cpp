#include "ui/mixer/swatch_grid.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
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
    Swatch(const GranuleColor& granule, QWidget* parent)
        : QAbstractButton(parent), color(granule), m_color(toQColor(granule.srgb))
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::ClickFocus);
        setInMix(false);
    }

    void setInMix(bool isInMix)
    {
        m_isInMix = isInMix;
        const QString name = displayName(color);
        setAccessibleName(isInMix ? SwatchGrid::tr("%1, in the mix").arg(name)
                                  : SwatchGrid::tr("Add %1").arg(name));
        update();
    }

    const GranuleColor color;

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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setPalette(palette);
}

void SwatchGrid::setPalette(const Palette& palette)
{
    const bool isSame = std::equal(m_swatches.begin(), m_swatches.end(), palette.colors().begin(),
        palette.colors().end(),
        [](const Swatch* swatch, const GranuleColor& color) { return swatch->color == color; });
    if (isSame)
        return;
    for (Swatch* swatch : m_swatches) {
        swatch->hide();
        swatch->deleteLater(); // it may be the sender of the signal that led here
    }
    m_swatches.clear();
    for (const GranuleColor& color : palette.colors()) {
        auto* swatch = new Swatch(color, this);
        swatch->installEventFilter(this);
        connect(swatch, &QAbstractButton::clicked, this,
            [this, swatch] { Q_EMIT colorChosen(swatch->color.name); });
        m_swatches.push_back(swatch);
    }
    showOnly([](const GranuleColor&) { return true; });
}

void SwatchGrid::setMix(const Mix& mix)
{
    for (Swatch* swatch : m_swatches)
        swatch->setInMix(mix.find(swatch->color.name) != nullptr);
}

void SwatchGrid::showOnly(const std::function<bool(const GranuleColor&)>& isWanted)
{
    m_shown.clear();
    for (Swatch* swatch : m_swatches) {
        const bool isShown = isWanted(swatch->color);
        if (isShown) {
            swatch->setFocusPolicy(m_shown.empty() ? Qt::StrongFocus : Qt::ClickFocus);
            m_shown.push_back(swatch);
        }
        swatch->setVisible(isShown);
    }
    for (std::size_t i = 1; i < m_shown.size(); ++i)
        setTabOrder(m_shown[i - 1], m_shown[i]);
    place();
    updateGeometry();
}

const GranuleColor* SwatchGrid::firstShown() const
{
    return m_shown.empty() ? nullptr : &m_shown.front()->color;
}

void SwatchGrid::focusFirst()
{
    if (!m_shown.empty())
        m_shown.front()->setFocus(Qt::TabFocusReason);
}

bool SwatchGrid::eventFilter(QObject* watched, QEvent* event)
{
    const auto found = std::find(m_shown.begin(), m_shown.end(), watched);
    if (found == m_shown.end())
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto* press = static_cast<QKeyEvent*>(event);
        const int key = press->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down
            || key == Qt::Key_Home || key == Qt::Key_End) {
            moveFocus(static_cast<int>(found - m_shown.begin()), key);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter)
            && !(press->modifiers() & Qt::ControlModifier)) {
            (*found)->click();
            return true;
        }
        break;
    }
    case QEvent::FocusIn:
        // The tab key comes back to the swatch that was used last.
        for (Swatch* swatch : m_shown)
            swatch->setFocusPolicy(swatch == *found ? Qt::StrongFocus : Qt::ClickFocus);
        pointAt(*found);
        break;
    case QEvent::Enter:
        pointAt(*found);
        break;
    case QEvent::FocusOut:
    case QEvent::Leave:
        pointAt(nullptr);
        break;
    case QEvent::ContextMenu:
        Q_EMIT menuWanted(
            (*found)->color.name, static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void SwatchGrid::pointAt(const Swatch* swatch)
{
    // Where the pointer leaves, the name of the swatch with the focus is told again.
    if (!swatch) {
        const auto focused = std::find_if(
            m_shown.begin(), m_shown.end(), [](const Swatch* each) { return each->hasFocus(); });
        swatch = focused == m_shown.end() ? nullptr : *focused;
    }
    Q_EMIT colorPointedAt(swatch ? swatch->color.name : std::string());
}

void SwatchGrid::moveFocus(int from, int key)
{
    const int columns = columnsFor(width());
    const int last = static_cast<int>(m_shown.size()) - 1;
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
        m_shown[static_cast<std::size_t>(to)]->setFocus(Qt::TabFocusReason);
}

int SwatchGrid::columnsFor(int width) const
{
    return std::max(1, (width + spacing) / (side + spacing));
}

int SwatchGrid::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = std::max(1, (static_cast<int>(m_shown.size()) + columns - 1) / columns);
    return rows * (side + spacing) - spacing;
}

int SwatchGrid::wholeHeight(int width, int mostRows) const
{
    const int columns = columnsFor(width);
    const int all = (static_cast<int>(m_swatches.size()) + columns - 1) / columns;
    return std::clamp(all, 1, mostRows) * (side + spacing) - spacing;
}

QSize SwatchGrid::sizeHint() const
{
    constexpr int columns = 10;
    const int width = columns * (side + spacing) - spacing;
    return {width, heightForWidth(width)};
}

void SwatchGrid::resizeEvent(QResizeEvent*)
{
    place();
}

void SwatchGrid::place()
{
    const int columns = columnsFor(width());
    // Spread over the whole width, so that the grid ends where the rows below it end.
    const double pitch = columns > 1 ? double(width() - side) / (columns - 1) : 0;
    for (int i = 0; i < static_cast<int>(m_shown.size()); ++i)
        m_shown[static_cast<std::size_t>(i)]->setGeometry(
            qRound(i % columns * pitch), i / columns * (side + spacing), side, side);
}

} // namespace tilewright::ui
