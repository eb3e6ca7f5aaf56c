#include "ui/jobs/queue_panel.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/jobs/progress_strip.h"
#include "ui/jobs/queue_delegate.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int shownRows = 5; ///< the list is scrolled beyond

QToolButton* iconButton(const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QPushButton* flatButton(const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setProperty("kind", QStringLiteral("flat"));
    return button;
}

/// A text that is shortened in the middle rather than widening the panel: which tile it is and
/// which step matter most.
class ShortenedLabel : public QLabel {
public:
    explicit ShortenedLabel(QWidget* parent) : QLabel(parent)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

QString phaseName(const JobStatus& status)
{
    const QString name = [&status] {
        switch (status.phase) {
        case Phase::Load:
            return QueuePanel::tr("loading");
        case Phase::Encode:
            return QueuePanel::tr("encoding");
        case Phase::Denoise:
            return QueuePanel::tr("denoising");
        case Phase::Decode:
            return QueuePanel::tr("decoding");
        case Phase::Measure:
            return QueuePanel::tr("measuring");
        case Phase::Save:
            return QueuePanel::tr("saving");
        }
        return QString();
    }();
    return status.units > 1 ? QueuePanel::tr("%1 %2/%3", "phase, step, steps")
                                  .arg(name)
                                  .arg(status.done)
                                  .arg(status.units)
                            : name;
}
} // namespace

QueuePanel::QueuePanel(GenerationController& jobs, const Palette& palette, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_model(new QueueModel(jobs, palette, this))
    , m_fold(new QPushButton(tr("Queue"), this))
    , m_pause(iconButton(QStringLiteral("pause"), {}, this))
    , m_now(new ShortenedLabel(this))
    , m_nowTime(captionLabel({}, this))
    , m_next(new ShortenedLabel(this))
    , m_nextTime(captionLabel({}, this))
{
    m_fold->setProperty("kind", QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setIcon(themedIcon(QStringLiteral("folded"), QStringLiteral("unfolded")));
    m_fold->setAccessibleName(tr("Queue, show its tiles"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_fold, 1);
    head->addWidget(m_pause);

    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(8);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    const std::pair<QString, std::pair<QLabel*, QLabel*>> rows[]{
        {tr("Now"), {m_now, m_nowTime}}, {tr("Next"), {m_next, m_nextTime}}};
    for (int row = 0; row < 2; ++row) {
        facts->addWidget(mutedLabel(rows[row].first, this), row, 0);
        facts->addWidget(rows[row].second.first, row, 1);
        facts->addWidget(rows[row].second.second, row, 2, Qt::AlignRight | Qt::AlignVCenter);
    }

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(facts);
    column->addWidget(createRestored());
    column->addWidget(createDetails());

    connect(m_fold, &QPushButton::toggled, this, [this](bool isOpen) {
        m_details->setVisible(isOpen);
        Q_EMIT unfoldedChanged(isOpen);
    });
    connect(m_pause, &QToolButton::clicked, this, [this] { m_jobs.setPaused(!m_jobs.isPaused()); });
    connect(&m_jobs, &GenerationController::pausedChanged, this, &QueuePanel::showPause);
    connect(&m_jobs, &GenerationController::statusChanged, this, &QueuePanel::showNow);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QueuePanel::showQueue);
    connect(&m_jobs, &GenerationController::queueChanged, this, &QueuePanel::showQueue);
    connect(&m_jobs, &GenerationController::restored, this, &QueuePanel::showRestored);
    showPause(m_jobs.isPaused());
    showQueue();
    showRestored(m_jobs.restoredCount());
    m_details->setVisible(false);
}

QWidget* QueuePanel::createRestored()
{
    m_restored = new QWidget(this);
    m_restoredText = labelOfKind("caption", {}, m_restored);
    m_restoredText->setWordWrap(true);
    m_continue = flatButton(tr("Continue"), m_restored);
    m_discard = flatButton(tr("Discard"), m_restored);
    auto* row = new QHBoxLayout(m_restored);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_restoredText, 1);
    row->addWidget(m_continue);
    row->addWidget(m_discard);
    connect(m_continue, &QPushButton::clicked, &m_jobs, &GenerationController::continueRestored);
    connect(m_discard, &QPushButton::clicked, &m_jobs, &GenerationController::discardRestored);
    return m_restored;
}

QWidget* QueuePanel::createDetails()
{
    m_details = new QWidget(this);
    m_list = new QListView(m_details);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDragDropOverwriteMode(false);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Tiles in the queue"));

    m_up = iconButton(QStringLiteral("up"), tr("Earlier (Ctrl+Up)"), m_details);
    m_down = iconButton(QStringLiteral("down"), tr("Later (Ctrl+Down)"), m_details);
    m_remove = iconButton(QStringLiteral("remove"), tr("Cancel this tile (Del)"), m_details);
    m_cancelAll = flatButton(tr("Cancel all"), m_details);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_cancelAll);
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_list);
    column->addLayout(buttons);

    const auto addKey = [this](const QKeySequence& key, auto&& work) {
        auto* action = new QAction(m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this, std::forward<decltype(work)>(work));
    };
    addKey(Qt::CTRL | Qt::Key_Up, [this] { moveBy(-1); });
    addKey(Qt::CTRL | Qt::Key_Down, [this] { moveBy(1); });
    addKey(Qt::Key_Delete, [this] { removeSelected(); });
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_remove, &QToolButton::clicked, this, &QueuePanel::removeSelected);
    connect(m_cancelAll, &QPushButton::clicked, &m_jobs, &GenerationController::cancelNow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &QueuePanel::enableActions);
    return m_details;
}

bool QueuePanel::isUnfolded() const
{
    return m_fold->isChecked();
}

void QueuePanel::setUnfolded(bool isUnfolded)
{
    m_fold->setChecked(isUnfolded);
}

void QueuePanel::showPause(bool isPaused)
{
    const QString name
        = isPaused ? tr("Go on with the queue") : tr("Pause: finish this tile, begin no other");
    m_pause->setIcon(themedIcon(isPaused ? QStringLiteral("resume") : QStringLiteral("pause")));
    m_pause->setToolTip(name);
    m_pause->setAccessibleName(name);
    showQueue();
}

void QueuePanel::showNow(const JobStatus& status)
{
    const QString phase = phaseName(status);
    m_now->setText(status.total > 1 ? tr("%1 of %2, %3", "which tile, how many, what is done")
                                          .arg(status.index)
                                          .arg(status.total)
                                          .arg(phase)
                                    : phase);
    m_now->setToolTip(tr("Seed %1: %2").arg(QString::number(status.seed), phase));
    const double left = status.expectedEnd
        ? std::chrono::duration<double>(*status.expectedEnd - JobStatus::Clock::now()).count()
        : 0.0;
    m_nowTime->setText(left > 0.05 ? tr("%1 left").arg(formatDuration(left)) : QString());
    const auto waiting = m_jobs.waitingSeconds();
    m_nextTime->setText(waiting && *waiting > 0
            ? tr("about %1").arg(formatDuration(std::max(1.0, *waiting)))
            : QString());
}

void QueuePanel::showQueue()
{
    const int running = m_model->runningCount();
    const int waiting = m_model->rowCount() - running;
    if (running == 0) {
        m_now->setText(m_jobs.isPaused() ? tr("paused") : tr("nothing"));
        m_now->setToolTip({});
        m_nowTime->clear();
    }
    m_next->setText(waiting == 0 ? tr("nothing") : tr("%n tiles", nullptr, waiting));
    if (waiting == 0)
        m_nextTime->clear();
    m_pause->setEnabled(m_jobs.isBusy() || m_jobs.isPaused());
    const int rows = std::clamp(m_model->rowCount(), 1, shownRows);
    m_list->setFixedHeight(rows * QueueDelegate::rowHeight + 2 * m_list->frameWidth());
    enableActions();
}

void QueuePanel::showRestored(int count)
{
    m_restored->setVisible(count > 0);
    m_restoredText->setText(tr("%n tiles from last time", nullptr, count));
}

void QueuePanel::enableActions()
{
    const QModelIndex current = m_list->currentIndex();
    const int running = m_model->runningCount();
    const bool isWaiting = current.isValid() && current.row() >= running;
    m_up->setEnabled(isWaiting && current.row() > running);
    m_down->setEnabled(isWaiting && current.row() + 1 < m_model->rowCount());
    m_remove->setEnabled(current.isValid());
    m_cancelAll->setEnabled(m_model->rowCount() > 0);
}

void QueuePanel::moveBy(int rows)
{
    const int row = m_list->currentIndex().row();
    // A model's rows move before the destination.
    if (row >= 0)
        m_model->moveRows({}, row, 1, {}, rows > 0 ? row + rows + 1 : row + rows);
    m_list->scrollTo(m_list->currentIndex());
    enableActions();
}

void QueuePanel::removeSelected()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_jobs.cancel(current.data(QueueModel::IdRole).value<quint64>());
}

QString QueuePanel::nowText() const
{
    return m_now->text();
}

QString QueuePanel::nowTime() const
{
    return m_nowTime->text();
}

QString QueuePanel::nextText() const
{
    return m_next->text();
}

QString QueuePanel::nextTime() const
{
    return m_nextTime->text();
}

} // namespace tilewright::ui
