#include "ui/gallery/loupe.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/canvas/canvas.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

Loupe::Loupe(QWidget* parent)
    : QWidget(parent)
    , m_canvas(new Canvas(this))
    , m_place(mutedLabel({}, this))
    , m_description(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
{
    const auto set = [](QToolButton* button, const char* icon, const QString& text) {
        button->setIcon(themedIcon(QLatin1String(icon)));
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    set(m_back, "grid", tr("Back to the gallery"));
    set(m_previous, "previous", tr("The tile before"));
    set(m_next, "next", tr("The next tile"));
    m_description->setTextFormat(Qt::PlainText);
    m_description->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(8);
    bar->addWidget(m_back);
    bar->addWidget(m_description, 1);
    bar->addWidget(m_place);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_canvas, 1);

    m_canvas->installEventFilter(this);
    setFocusProxy(m_canvas);
    connect(m_back, &QToolButton::clicked, this, &Loupe::backWanted);
    connect(m_previous, &QToolButton::clicked, this, &Loupe::previousWanted);
    connect(m_next, &QToolButton::clicked, this, &Loupe::nextWanted);
}

void Loupe::showPlaceholder(const QPixmap& thumbnail, const QSize& size)
{
    m_canvas->show(thumbnail.toImage(), {}, size);
}

void Loupe::showTile(const TilePointer& tile)
{
    m_canvas->show(tile->image, {});
}

void Loupe::setPlace(const QString& place, const QString& description)
{
    m_place->setText(place);
    m_description->setText(description);
    m_description->setToolTip(description);
    m_canvas->setAccessibleName(description);
}

/// Arrows go on to the next tile; once the picture is zoomed they move it.
bool Loupe::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !m_canvas->isFitted())
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        Q_EMIT previousWanted();
        return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
        Q_EMIT nextWanted();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace tilewright::ui
