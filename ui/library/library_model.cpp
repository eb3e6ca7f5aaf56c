#include "ui/library/library_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/fidelity/fidelity_words.h"
#include "ui/library/mark_names.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
/// What is seen first, then the next page, then the one before.
std::vector<int> rowsByNeed(int first, int last, int rows)
{
    std::vector<int> order;
    const int page = std::max(last - first + 1, 8);
    for (int row = first; row <= std::min(last + page, rows - 1); ++row)
        order.push_back(row);
    for (int row = first - 1; row >= std::max(first - page, 0); --row)
        order.push_back(row);
    return order;
}
} // namespace

LibraryModel::LibraryModel(TileLibrary& library, Palette palette, QObject* parent)
    : QAbstractListModel(parent)
    , m_library(library)
    , m_palette(std::move(palette))
    , m_thumbnails(library.storeFactory())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        askForRecords();
        askForThumbnails();
    });
    connect(&m_thumbnails, &ThumbnailCache::loaded, this, &LibraryModel::announceRow);
    connect(&library, &TileLibrary::found, this, [this](quint64 ticket, const TileList& list) {
        if (ticket != m_findTicket)
            return;
        m_findTicket = 0;
        replaceList(list);
    });
    connect(
        &library, &TileLibrary::findFailed, this, [this](quint64 ticket, const QString& message) {
            if (ticket != m_findTicket)
                return;
            m_findTicket = 0;
            Q_EMIT failed(message);
        });
    connect(&library, &TileLibrary::recordsRead, this,
        [this](quint64 ticket, const std::vector<TileRecord>& records) {
            if (m_readTickets.remove(ticket))
                takeRecords(records);
        });
    connect(&library, &TileLibrary::tilesChanged, this, &LibraryModel::updateRecords);
    connect(&library, &TileLibrary::tileAdded, this, [this](const TileRecord& tile) {
        takeRecords({tile});
        refresh();
    });
    connect(&library, &TileLibrary::changed, this, [this] {
        forgetRecords();
        refresh();
    });
}

void LibraryModel::setQuery(const TileQuery& query)
{
    m_query = query;
    refresh();
}

void LibraryModel::refresh()
{
    if (m_findTicket != 0)
        m_library.forget(m_findTicket);
    m_findTicket = m_library.find(m_query);
}

TileId LibraryModel::tileAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_list.tiles[static_cast<std::size_t>(row)] : 0;
}

int LibraryModel::rowOf(TileId tile) const
{
    if (m_rows.empty()) {
        m_rows.reserve(m_list.tiles.size());
        for (std::size_t i = 0; i < m_list.tiles.size(); ++i)
            m_rows.emplace(m_list.tiles[i], static_cast<int>(i));
    }
    const auto place = m_rows.find(tile);
    return place == m_rows.end() ? -1 : place->second;
}

const TileRecord* LibraryModel::recordAt(int row) const
{
    return m_records.object(tileAt(row));
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.tiles.size());
}

const TileGroup* LibraryModel::groupOf(int row) const
{
    const auto after = std::upper_bound(m_list.groups.begin(), m_list.groups.end(),
        static_cast<std::size_t>(row),
        [](std::size_t value, const TileGroup& group) { return value < group.first; });
    if (after == m_list.groups.begin())
        return nullptr;
    const TileGroup& group = *std::prev(after);
    return static_cast<std::size_t>(row) < group.first + group.count ? &group : nullptr;
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case IdRole:
        return QVariant::fromValue<qint64>(tileAt(row));
    case GroupStartRole: {
        const TileGroup* group = groupOf(row);
        return group && group->first == static_cast<std::size_t>(row);
    }
    case GroupCountRole: {
        const TileGroup* group = groupOf(row);
        return group ? static_cast<int>(group->count) : 0;
    }
    case MixKeyRole:
        if (const TileGroup* group = groupOf(row))
            return toQString(group->mixKey);
        break;
    case Qt::DecorationRole: {
        const QPixmap pixmap = m_thumbnails.find(tileAt(row));
        return pixmap.isNull() ? QVariant() : pixmap;
    }
    default:
        break;
    }
    const TileRecord* tile = recordAt(row);
    if (!tile)
        return {};
    switch (role) {
    case FileRole:
        return pathToQString(tile->file);
    case SeedRole:
    case Qt::DisplayRole:
        return QString::number(tile->seed);
    case MixKeyRole:
        return toQString(tile->mixKey);
    case RatingRole:
        return tile->marks.rating;
    case FlagRole:
        return static_cast<int>(tile->marks.flag);
    case LabelRole:
        return tile->marks.label;
    case ErrorRole:
        return tile->error ? QVariant(*tile->error) : QVariant();
    case VerdictRole:
        return tile->error ? QVariant(static_cast<int>(verdictOf(*tile->error))) : QVariant();
    case MissingRole:
        return tile->isMissing;
    case DraftRole:
        return tile->isDraft;
    case Qt::ToolTipRole:
        return toolTip(*tile);
    case Qt::AccessibleTextRole:
        return spokenText(*tile);
    default:
        return {};
    }
}

/// "Seed 1704207, Red 50 %, Black 30 %, Pearl 20 %, 4 stars, 0.6 points off"
QString LibraryModel::spokenText(const TileRecord& tile) const
{
    QStringList parts{tr("Seed %1").arg(tile.seed)};
    if (tile.mix)
        parts += displayMix(m_palette, *tile.mix);
    if (tile.marks.rating > 0)
        parts += displayStars(tile.marks.rating);
    if (tile.marks.flag != Flag::None)
        parts += displayName(tile.marks.flag);
    if (tile.marks.label > 0)
        parts += tr("label %1").arg(displayLabel(tile.marks.label));
    if (tile.error)
        parts += tr("%1 points off").arg(displayPoints(*tile.error));
    if (tile.isDraft)
        parts += tr("draft");
    if (tile.isMissing)
        parts += tr("file missing");
    return parts.join(QStringLiteral(", "));
}

QString LibraryModel::toolTip(const TileRecord& tile) const
{
    QStringList lines{tr("Seed %1").arg(tile.seed)};
    if (tile.mix)
        lines += displayMix(m_palette, *tile.mix);
    if (tile.error)
        lines += tr("%1 points off the mix").arg(displayPoints(*tile.error));
    if (tile.isMissing)
        lines += tr("The file is not where it was: %1").arg(pathToQString(tile.file));
    else
        lines += pathToQString(tile.file.filename());
    return lines.join(QLatin1Char('\n'));
}

void LibraryModel::show(int first, int last, int side)
{
    m_firstSeen = std::max(first, 0);
    m_lastSeen = std::min(last, rowCount() - 1);
    m_side = side;
    m_settle.start();
}

void LibraryModel::askForRecords()
{
    std::vector<TileId> wanted;
    for (const int row : rowsByNeed(m_firstSeen, m_lastSeen, rowCount())) {
        const TileId tile = tileAt(row);
        if (!m_records.contains(tile) || m_stale.contains(tile))
            wanted.push_back(tile);
    }
    // A view that has moved on does not wait for what it has left behind.
    for (const quint64 ticket : std::as_const(m_readTickets))
        m_library.forget(ticket);
    m_readTickets.clear();
    for (std::size_t i = 0; i < wanted.size(); i += largestPage) {
        const auto end = std::min(i + largestPage, wanted.size());
        m_readTickets.insert(m_library.read({wanted.begin() + static_cast<std::ptrdiff_t>(i),
            wanted.begin() + static_cast<std::ptrdiff_t>(end)}));
    }
}

void LibraryModel::askForThumbnails()
{
    std::vector<WantedThumbnail> wanted;
    for (const int row : rowsByNeed(m_firstSeen, m_lastSeen, rowCount()))
        if (const TileRecord* tile = recordAt(row))
            wanted.push_back({*tile, m_side});
    m_thumbnails.want(wanted);
}

void LibraryModel::takeRecords(const std::vector<TileRecord>& records)
{
    for (const TileRecord& record : records) {
        // A tile that was saved but not listed yet has none; the next sweep gives it one.
        if (record.id == 0)
            continue;
        m_stale.remove(record.id);
        const TileRecord* known = m_records.object(record.id);
        if (known && *known == record)
            continue;
        if (known && (known->file != record.file || known->isMissing != record.isMissing))
            m_thumbnails.drop(record.id);
        m_records.insert(record.id, new TileRecord(record));
        announceRow(record.id);
    }
    if (!records.empty())
        askForThumbnails();
}

void LibraryModel::updateRecords(const std::vector<TileRecord>& records)
{
    // Of 100,000 tiles that were marked at once only those that are here matter.
    std::vector<TileRecord> known;
    std::copy_if(records.begin(), records.end(), std::back_inserter(known),
        [this](const TileRecord& record) { return m_records.contains(record.id); });
    takeRecords(known);
    if (dependsOnMarks())
        refresh();
}

/// Those that are seen stay on the screen until they are read again.
void LibraryModel::forgetRecords()
{
    QCache<TileId, TileRecord> kept{recordLimit};
    m_stale.clear();
    for (const int row : rowsByNeed(m_firstSeen, m_lastSeen, rowCount()))
        if (const TileId tile = tileAt(row); TileRecord* record = m_records.take(tile)) {
            kept.insert(tile, record);
            m_stale.insert(tile);
        }
    m_records.clear();
    for (const TileId tile : kept.keys())
        m_records.insert(tile, kept.take(tile));
}

bool LibraryModel::dependsOnMarks() const
{
    return m_query.minimumRating > 0 || m_query.flag || m_query.hideRejected || m_query.label
        || m_query.order == TileOrder::Rating;
}

void LibraryModel::announceRow(TileId tile)
{
    const int row = rowOf(tile);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

void LibraryModel::replaceList(const TileList& list)
{
    Q_EMIT listAboutToChange();
    const std::vector<TileId>& old = m_list.tiles;
    const std::vector<TileId>& fresh = list.tiles;
    const std::size_t shorter = std::min(old.size(), fresh.size());
    std::size_t head = 0;
    while (head < shorter && old[head] == fresh[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    if (old.empty() || head + tail == shorter)
        replaceSlice(head, tail, list);
    else
        permuteInto(list);
    m_list.groups = list.groups;
    m_firstSeen = std::clamp(m_firstSeen, 0, std::max(rowCount() - 1, 0));
    m_lastSeen = std::min(m_lastSeen, rowCount() - 1);
    Q_EMIT listChanged();
    m_settle.start();
}

/// The lists differ in one place: rows came, or went. `head` and `tail` rows are the same.
void LibraryModel::replaceSlice(std::size_t head, std::size_t tail, const TileList& list)
{
    const auto toInt = [](std::size_t value) { return static_cast<int>(value); };
    const std::size_t before = m_list.tiles.size();
    const std::size_t after = list.tiles.size();
    if (after > before)
        beginInsertRows({}, toInt(head), toInt(after - tail) - 1);
    else if (after < before)
        beginRemoveRows({}, toInt(head), toInt(before - tail) - 1);
    m_list.tiles = list.tiles;
    m_rows.clear();
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
}

/// Anything else in at most four steps, whatever the number of rows, so that what is selected stays
/// so: those that go are gathered at the end and removed, those that come are added at the end, and
/// then all take their place.
void LibraryModel::permuteInto(const TileList& list)
{
    const std::unordered_map<TileId, bool> wanted = [&list] {
        std::unordered_map<TileId, bool> map;
        map.reserve(list.tiles.size());
        for (const TileId tile : list.tiles)
            map.emplace(tile, true);
        return map;
    }();
    std::vector<TileId> order = m_list.tiles;
    const auto gone = std::stable_partition(
        order.begin(), order.end(), [&wanted](TileId tile) { return wanted.count(tile) > 0; });
    const auto stay = static_cast<int>(gone - order.begin());
    m_list.groups.clear();
    moveRows(order);
    if (stay < rowCount()) {
        beginRemoveRows({}, stay, rowCount() - 1);
        m_list.tiles.resize(static_cast<std::size_t>(stay));
        m_rows.clear();
        endRemoveRows();
    }
    std::vector<TileId> fresh;
    for (const TileId tile : list.tiles)
        if (rowOf(tile) < 0)
            fresh.push_back(tile);
    if (!fresh.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_list.tiles.insert(m_list.tiles.end(), fresh.begin(), fresh.end());
        m_rows.clear();
        endInsertRows();
    }
    moveRows(list.tiles);
}

void LibraryModel::moveRows(std::vector<TileId> tiles)
{
    if (tiles == m_list.tiles)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<TileId> held;
    for (const QModelIndex& each : from)
        held.push_back(tileAt(each.row()));
    m_list.tiles = std::move(tiles);
    m_rows.clear();
    QModelIndexList to;
    for (const TileId tile : held)
        to += index(rowOf(tile));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

} // namespace tilewright::ui
