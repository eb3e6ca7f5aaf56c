#include "ui/jobs/queue_model.h"

#include <QColor>
#include <algorithm>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

QueueModel::QueueModel(GenerationController& jobs, const Palette& palette, QObject* parent)
    : QAbstractListModel(parent), m_jobs(jobs), m_palette(palette), m_rows(jobs.entries())
{
    connect(&m_jobs, &GenerationController::queueChanged, this, &QueueModel::followQueue);
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueEntry& entry = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return title(entry.request);
    case Qt::ToolTipRole:
        return QString(title(entry.request) + QLatin1Char('\n') + detail(entry.request));
    case Qt::AccessibleTextRole:
        return QString((entry.isRunning ? tr("Running: %1, %2") : tr("Waiting: %1, %2"))
                           .arg(title(entry.request), detail(entry.request)));
    case IdRole:
        return QVariant::fromValue<quint64>(entry.id);
    case RunningRole:
        return entry.isRunning;
    case DetailRole:
        return detail(entry.request);
    case SharesRole:
        return shares(entry.request);
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled; // between the rows
    return index.data(RunningRole).toBool() ? flags : flags | Qt::ItemIsDragEnabled;
}

bool QueueModel::moveRows(const QModelIndex& sourceParent, int source, int count,
    const QModelIndex& destinationParent, int destination)
{
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1 || source < 0
        || source >= rowCount() || destination < 0 || destination > rowCount())
        return false;
    // Taken out first, so that what lies behind it moves up by one.
    const int target = destination > source ? destination - 1 : destination;
    if (target == source)
        return false;
    return m_jobs.move(
        m_rows[static_cast<std::size_t>(source)].id, std::max(target - runningCount(), 0));
}

int QueueModel::runningCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const QueueEntry& row) { return row.isRunning; }));
}

/// Row by row, so that selection and scroll position stay with their jobs.
void QueueModel::followQueue()
{
    const std::vector<QueueEntry>& wanted = m_jobs.entries();
    const auto sameAs
        = [](JobId id) { return [id](const QueueEntry& row) { return row.id == id; }; };
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = m_rows.begin() + row;
        if (std::any_of(wanted.begin(), wanted.end(), sameAs(at->id)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(at);
        endRemoveRows();
    }
    for (int row = 0; row < static_cast<int>(wanted.size()); ++row) {
        const QueueEntry& entry = wanted[static_cast<std::size_t>(row)];
        const auto at = m_rows.begin() + row;
        const auto found = std::find_if(at, m_rows.end(), sameAs(entry.id));
        if (found == m_rows.end()) {
            beginInsertRows({}, row, row);
            m_rows.insert(at, entry);
            endInsertRows();
        } else if (found != at) {
            const int from = static_cast<int>(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(at, found, found + 1);
            endMoveRows();
        }
        QueueEntry& shown = m_rows[static_cast<std::size_t>(row)];
        if (shown.isRunning != entry.isRunning) {
            shown.isRunning = entry.isRunning;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

QString QueueModel::title(const GenerationRequest& request) const
{
    return request.mix ? displayMix(m_palette, *request.mix) : toQString(request.prompt);
}

QString QueueModel::detail(const GenerationRequest& request) const
{
    const QString facts = tr("seed %1, %2 × %3, %n steps", nullptr, request.steps)
                              .arg(request.seed)
                              .arg(request.width)
                              .arg(request.height);
    return request.variation ? tr("%1, varied", "seed, size and steps of a job").arg(facts) : facts;
}

QVariantList QueueModel::shares(const GenerationRequest& request) const
{
    QVariantList shares;
    if (!request.mix)
        return shares;
    for (const MixShare& share : request.mix->shares()) {
        const auto own = std::find_if(request.colors.begin(), request.colors.end(),
            [&share](const GranuleColor& color) { return color.name == share.color; });
        const GranuleColor* color
            = own != request.colors.end() ? &*own : m_palette.find(share.color);
        shares << (color ? toQColor(color->srgb) : QColor(Qt::gray)) << share.perMille;
    }
    return shares;
}

} // namespace tilewright::ui
