#include "ui/compare/compare_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QStackedLayout>
#include <QToolButton>

#include "ui/canvas/canvas.h"
#include "ui/fidelity/fidelity_words.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int ringMargin = 3; // has room for the mark of the active pane
} // namespace

ComparePane::ComparePane(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout)
    , m_canvas(new Canvas(this))
    , m_message(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_markLabel(new QLabel(this))
    , m_fidelity(new QLabel(this))
    , m_lock(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_canvas->setMinimumSize(96, 72);
    m_canvas->setMargin(ringMargin);
    m_canvas->setLabelShown(false);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(16);
    m_message->setFocusPolicy(Qt::StrongFocus);
    QFont markFont = captionFont();
    markFont.setWeight(QFont::DemiBold);
    m_markLabel->setFont(markFont);
    m_fidelity->setFont(captionFont());
    m_lock->setIcon(themedIcon(QStringLiteral("unlock"), QStringLiteral("lock")));
    m_lock->setCheckable(true);
    m_lock->setToolTip(tr("Keep this tile's zoom and place while the others move (L)"));
    m_lock->setAccessibleName(tr("Lock"));
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Take this tile out of the comparison (Backspace)"));
    m_remove->setAccessibleName(tr("Remove"));
    // Both have keys; the Tab key goes from tile to tile.
    m_lock->setFocusPolicy(Qt::NoFocus);
    m_remove->setFocusPolicy(Qt::NoFocus);

    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_message);
    auto* caption = new QHBoxLayout;
    caption->setContentsMargins(ringMargin, 0, 0, 0);
    caption->setSpacing(8);
    caption->addWidget(m_caption);
    caption->addWidget(m_markLabel);
    caption->addStretch(1);
    caption->addWidget(m_fidelity);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_lock);
    buttons->addWidget(m_remove);
    caption->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_stack, 1);
    column->addLayout(caption);

    m_canvas->installEventFilter(this);
    m_message->installEventFilter(this);
    connect(m_lock, &QToolButton::toggled, this, &ComparePane::lockToggled);
    connect(m_remove, &QToolButton::clicked, this, &ComparePane::removeWanted);
}

void ComparePane::showLoading(const std::filesystem::path& file)
{
    m_file = file;
    m_message->setText(tr("Loading…"));
    showInPlace(m_message);
    showCaption();
}

void ComparePane::showTile(const TilePointer& tile)
{
    m_tile = tile;
    m_file = tile->file;
    m_canvas->show(tile->image, name());
    m_canvas->setMillimetresPerPixel(tile->request.millimetresPerPixel);
    showInPlace(m_canvas);
    showCaption();
}

void ComparePane::showFailure(const QString& message)
{
    m_message->setText(message);
    showInPlace(m_message);
    showCaption();
}

void ComparePane::showInPlace(QWidget* widget)
{
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    m_stack->setCurrentWidget(widget);
    if (hadFocus)
        widget->setFocus(Qt::OtherFocusReason);
}

QString ComparePane::name() const
{
    return m_tile ? tr("%1: seed %2").arg(m_number).arg(m_tile->request.seed)
                  : tr("%1: %2").arg(m_number).arg(pathToQString(m_file.filename()));
}

bool ComparePane::isLocked() const
{
    return m_lock->isChecked();
}

void ComparePane::showCaption()
{
    m_caption->setText(name());
    m_canvas->setAccessibleName(name());
    m_message->setAccessibleName(name() + QStringLiteral(". ") + m_message->text());
    m_fidelity->setText(m_tile && m_tile->fidelity
            ? tr("%1 points off").arg(displayPoints(m_tile->fidelity->meanError()))
            : QString());
    m_markLabel->setText(m_mark == CompareMark::Kept ? tr("Kept")
            : m_mark == CompareMark::Rejected        ? tr("Rejected")
                                                     : QString());
}

void ComparePane::setNumber(int number)
{
    m_number = number;
    showCaption();
}

void ComparePane::setActive(bool isActive)
{
    m_isActive = isActive;
    QFont font = m_caption->font();
    font.setWeight(isActive ? QFont::DemiBold : QFont::Normal);
    m_caption->setFont(font);
    m_canvas->setMarked(isActive);
}

void ComparePane::setLocked(bool isLocked)
{
    m_lock->setChecked(isLocked);
}

void ComparePane::setMark(CompareMark mark)
{
    m_mark = mark;
    showCaption();
}

void ComparePane::focus(Qt::FocusReason reason)
{
    m_stack->currentWidget()->setFocus(reason);
}

bool ComparePane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::MouseButtonPress)
        Q_EMIT activated();
    return QWidget::eventFilter(watched, event);
}

void ComparePane::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    focus(Qt::MouseFocusReason);
}

} // namespace tilewright::ui
