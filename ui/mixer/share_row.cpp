#include "ui/mixer/share_row.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <cmath>

#include "ui/mixer/drag_handle.h"
#include "ui/support/color_chip.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/studio_style.h"

namespace tilewright::ui {
ShareRow::ShareRow(const Palette& palette, const std::string& color, QWidget* parent)
    : QWidget(parent)
    , m_color(color)
    , m_name(displayName(palette, color))
    , m_handle(new DragHandle(this))
    , m_nameLabel(new QLabel(m_name, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_spinBox(new QDoubleSpinBox(this))
    , m_lock(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    const GranuleColor* granule = palette.find(color);
    const QColor fill = granule ? toQColor(granule->srgb) : QColor(Qt::gray);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* name = new QHBoxLayout;
    name->setSpacing(4);
    name->addWidget(m_handle);
    name->addWidget(new ColorChip(fill, this));
    name->addSpacing(4);
    name->addWidget(m_nameLabel);
    row->addLayout(name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_spinBox);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_lock);
    buttons->addWidget(m_remove);
    row->addLayout(buttons);
    createControls(fill);

    connect(m_slider, &QSlider::valueChanged, this,
        [this](int perMille) { Q_EMIT shareChanged(m_isHeld ? snapped(perMille) : perMille); });
    connect(m_spinBox, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        Q_EMIT gestureBegan();
        Q_EMIT shareChanged(static_cast<int>(std::lround(percent * 10)));
    });
    connect(m_slider, &QSlider::sliderReleased, this, [this] {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(m_perMille);
    });
    connect(m_lock, &QToolButton::toggled, this, &ShareRow::lockToggled);
    connect(m_remove, &QToolButton::clicked, this, &ShareRow::removed);
    connect(m_handle, &DragHandle::dragBegan, this, &ShareRow::gestureBegan);
    connect(m_handle, &DragHandle::draggedTo, this, &ShareRow::draggedTo);
}

void ShareRow::createControls(const QColor& fill)
{
    m_handle->setAccessibleName(tr("Move %1").arg(m_name));
    m_handle->setToolTip(tr("Drag to sort the colours (Alt+Up, Alt+Down)"));
    m_nameLabel->setToolTip(tr("%1 · double click: an even share").arg(m_name));
    m_nameLabel->installEventFilter(this);
    m_slider->setRange(0, Mix::total);
    m_slider->setSingleStep(10);
    m_slider->setPageStep(100);
    m_slider->setMinimumWidth(56);
    m_slider->setToolTip(tr("Steps of 5 %, with Shift of 1 %"));
    m_slider->setProperty(StudioStyle::fillProperty, fill);
    m_spinBox->setRange(0, 100);
    m_spinBox->setDecimals(1);
    m_spinBox->setSingleStep(1);
    m_spinBox->setSuffix(tr(" %", "after a share"));
    m_spinBox->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_spinBox->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_spinBox->setKeyboardTracking(false);
    m_spinBox->setFont(numberFont());
    m_spinBox->setFixedWidth(68);
    m_lock->setCheckable(true);
    m_lock->setIcon(themedIcon(QStringLiteral("unlock"), QStringLiteral("lock")));
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Remove %1 from the mix").arg(m_name));
    m_remove->setAccessibleName(m_remove->toolTip());
    setFocusProxy(m_slider);
    for (QWidget* stop : tabStops())
        stop->installEventFilter(this);
    new WheelGuard(m_slider);
    new WheelGuard(m_spinBox);
}

void ShareRow::show(const MixShare& share, bool canBeRemoved)
{
    const QSignalBlocker blockers[]{
        QSignalBlocker(m_slider), QSignalBlocker(m_spinBox), QSignalBlocker(m_lock)};
    m_perMille = share.perMille;
    // While the slider is held it stays under the pointer, even where locks allow no more.
    if (!m_isHeld && !m_slider->isSliderDown())
        m_slider->setValue(share.perMille);
    m_spinBox->setValue(share.percent());
    m_lock->setChecked(share.locked);
    m_lock->setToolTip(share.locked
            ? tr("Unlock %1: its share may change with the others").arg(m_name)
            : tr("Lock %1: keep its share when others change").arg(m_name));
    m_lock->setAccessibleName(
        share.locked ? tr("Unlock %1").arg(m_name) : tr("Lock %1").arg(m_name));
    m_remove->setEnabled(canBeRemoved);
    const QString spoken = tr("%1 share, %2 percent").arg(m_name, displayPercent(share.perMille));
    m_slider->setAccessibleName(spoken);
    m_spinBox->setAccessibleName(spoken);
}

void ShareRow::setNameWidth(int width)
{
    m_nameLabel->setFixedWidth(width);
    m_nameLabel->setText(m_nameLabel->fontMetrics().elidedText(m_name, Qt::ElideRight, width));
}

int ShareRow::nameWidthHint() const
{
    return m_nameLabel->fontMetrics().horizontalAdvance(m_name) + 1;
}

std::array<QWidget*, 4> ShareRow::tabStops() const
{
    return {m_slider, m_spinBox, m_lock, m_remove};
}

int ShareRow::snapped(int perMille) const
{
    const int step = m_modifiers & Qt::ShiftModifier ? fineSnap : snap;
    return (perMille + step / 2) / step * step;
}

bool ShareRow::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched == m_nameLabel) {
        if (type == QEvent::MouseButtonDblClick)
            Q_EMIT evenShareWanted();
        return QWidget::eventFilter(watched, event);
    }
    if (type == QEvent::KeyPress && takesKey(static_cast<QKeyEvent&>(*event)))
        return true;
    // One undo step each: a drag (the press itself may move the handle already), a press of a key
    // however long it is held, a notch of the wheel.
    if (watched == m_slider
        && (type == QEvent::MouseButtonPress || type == QEvent::Wheel
            || (type == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat())))
        Q_EMIT gestureBegan();
    if (watched == m_slider
        && (type == QEvent::MouseButtonPress || type == QEvent::MouseMove
            || type == QEvent::MouseButtonRelease)) {
        m_modifiers = static_cast<QMouseEvent*>(event)->modifiers();
        m_isHeld = type == QEvent::MouseButtonPress
            || (type == QEvent::MouseMove && static_cast<QMouseEvent*>(event)->buttons());
    }
    // A field with nothing left to undo passes undo on to the mix.
    if (watched == m_spinBox && type == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto* text = m_spinBox->findChild<QLineEdit*>();
        if ((key->matches(QKeySequence::Undo) && !text->isUndoAvailable())
            || (key->matches(QKeySequence::Redo) && !text->isRedoAvailable())) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool ShareRow::takesKey(QKeyEvent& event)
{
    const bool isUp = event.key() == Qt::Key_Up;
    if (!(event.modifiers() & Qt::AltModifier) || (!isUp && event.key() != Qt::Key_Down))
        return false;
    if (!event.isAutoRepeat())
        Q_EMIT gestureBegan();
    Q_EMIT moved(isUp ? -1 : 1);
    return true;
}

} // namespace tilewright::ui
