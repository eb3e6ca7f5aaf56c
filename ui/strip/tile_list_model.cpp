#include "ui/strip/tile_list_model.h"

#include <QRegularExpression>
#include <algorithm>
#include <system_error>

#include "ui/fidelity/fidelity_words.h"
#include "ui/pattern/pattern_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

TileListModel::TileListModel(std::filesystem::path folder, Palette palette, QObject* parent)
    : QAbstractListModel(parent)
    , m_folder(std::move(folder))
    , m_palette(std::move(palette))
    , m_thumbnails(thumbnailLimit)
{
    m_thread.setMaxThreadCount(1);
    connect(&m_loader, &ThumbnailLoader::loaded, this, &TileListModel::storeThumbnail);
    connect(&m_loader, &ThumbnailLoader::foreign, this, &TileListModel::removeForeign);
}

TileListModel::Entry TileListModel::fromFile(const std::filesystem::path& file)
{
    // Until the file is read, its name tells the seed: …-SEED.png or …-SEED-2.png.
    static const QRegularExpression pattern(QStringLiteral("-(\\d+)(?:-\\d{1,2})?$"));
    Entry entry;
    entry.file = file;
    entry.name = pathToQString(file);
    entry.seed = pattern.match(pathToQString(file.stem())).captured(1);
    return entry;
}

std::vector<TileListModel::Entry> TileListModel::list(const std::filesystem::path& folder)
{
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> files;
    std::error_code error;
    for (auto item = std::filesystem::directory_iterator(folder, error);
         !error && item != std::filesystem::directory_iterator(); item.increment(error))
        if (item->path().extension() == ".png") {
            std::error_code unreadable;
            const auto time = item->last_write_time(unreadable);
            if (!unreadable)
                files.emplace_back(time, item->path());
        }
    std::sort(files.begin(), files.end(), std::greater());
    std::vector<Entry> entries;
    entries.reserve(files.size());
    for (const auto& [time, file] : files)
        entries.push_back(fromFile(file));
    return entries;
}

void TileListModel::listFolder()
{
    m_thread.start([this, folder = m_folder] {
        auto entries = std::make_shared<std::vector<Entry>>(list(folder));
        QMetaObject::invokeMethod(
            this, [this, entries] { append(std::move(*entries)); }, Qt::QueuedConnection);
    });
}

void TileListModel::append(std::vector<Entry> entries)
{
    // Tiles that were made while the folder was listed are there already.
    std::erase_if(entries, [this](const Entry& entry) { return rowOf(entry.name) >= 0; });
    m_entries.insert(m_entries.end(), std::make_move_iterator(entries.begin()),
        std::make_move_iterator(entries.end()));
    if (canFetchMore({}))
        fetchMore({});
    Q_EMIT listed();
}

void TileListModel::describe(Entry& entry, const LoadedTile& tile) const
{
    entry.seed = QString::number(tile.request.seed);
    entry.mix
        = tile.request.mix ? displayMixes(m_palette, tile.request) : toQString(tile.request.prompt);
    entry.isDraft = tile.provenance.draft;
    entry.fidelity = tile.fidelity;
}

void TileListModel::add(const TilePointer& tile)
{
    Entry entry = fromFile(tile->file);
    describe(entry, *tile);
    m_isChanging = true;
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), std::move(entry));
    ++m_shown;
    endInsertRows();
    m_isChanging = false;
}

void TileListModel::update(const LoadedTile& tile)
{
    const int row = rowOf(pathToQString(tile.file));
    if (row < 0)
        return;
    describe(m_entries[static_cast<std::size_t>(row)], tile);
    if (row < m_shown)
        Q_EMIT dataChanged(index(row), index(row));
}

void TileListModel::showRows(int first, int last)
{
    first = std::clamp(first, 0, std::max(0, m_shown - 1));
    last = std::min(last, m_shown - 1);
    const int seen = last - first + 1;
    std::deque<std::filesystem::path> wanted;
    const auto want = [&](int from, int to) {
        for (int row = std::max(0, from); row <= std::min(to, m_shown - 1); ++row) {
            const Entry& entry = m_entries[static_cast<std::size_t>(row)];
            if (!m_thumbnails.contains(entry.name))
                wanted.push_back(entry.file);
        }
    };
    want(first, last);
    want(last + 1, last + seen);
    want(first - seen, first - 1);
    m_loader.want(std::move(wanted));
}

int TileListModel::rowOf(const QString& file) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
        [&file](const Entry& entry) { return entry.name == file; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void TileListModel::storeThumbnail(const TilePointer& tile)
{
    const QString name = pathToQString(tile->file);
    if (rowOf(name) < 0)
        return;
    m_thumbnails.insert(name, new QImage(tile->image));
    update(*tile);
}

void TileListModel::removeForeign(const QString& file)
{
    const int row = rowOf(file);
    if (row < 0)
        return;
    const bool isShown = row < m_shown;
    m_isChanging = true;
    if (isShown) {
        beginRemoveRows({}, row, row);
        --m_shown;
    }
    m_entries.erase(m_entries.begin() + row);
    if (isShown)
        endRemoveRows();
    m_isChanging = false;
}

int TileListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_shown;
}

QVariant TileListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case SeedRole:
        return entry.seed;
    case Qt::DecorationRole: {
        const QImage* thumbnail = m_thumbnails.object(entry.name);
        return thumbnail ? QVariant(*thumbnail) : QVariant();
    }
    case Qt::ToolTipRole:
        return entry.mix.isEmpty() ? entry.name
            : entry.fidelity
            ? tr("%1\nSeed %2\n%3").arg(entry.mix, entry.seed, verdictSentence(*entry.fidelity))
            : tr("%1\nSeed %2").arg(entry.mix, entry.seed);
    case Qt::AccessibleTextRole:
        return entry.fidelity ? tr("Tile, seed %1, %2. %3")
                                    .arg(entry.seed, entry.mix, verdictSentence(*entry.fidelity))
                              : tr("Tile, seed %1, %2").arg(entry.seed, entry.mix);
    case FileRole:
        return entry.name;
    case DraftRole:
        return entry.isDraft;
    case ErrorRole:
        return entry.fidelity ? QVariant(entry.fidelity->meanError()) : QVariant();
    case VerdictRole:
        return entry.fidelity ? QVariant(static_cast<int>(entry.fidelity->verdict())) : QVariant();
    default:
        return {};
    }
}

bool TileListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_isChanging && std::cmp_less(m_shown, m_entries.size());
}

void TileListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    const int more = std::min(page, static_cast<int>(m_entries.size()) - m_shown);
    m_isChanging = true;
    beginInsertRows({}, m_shown, m_shown + more - 1);
    m_shown += more;
    endInsertRows();
    m_isChanging = false;
}

} // namespace tilewright::ui
