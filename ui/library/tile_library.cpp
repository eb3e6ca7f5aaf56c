#include "ui/library/tile_library.h"

#include <QUndoStack>
#include <algorithm>
#include <spdlog/spdlog.h>

#include "ui/library/desktop_trash.h"
#include "ui/library/library_commands.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
/// Moves what a ticket holds on to the desktop's trash. Gives the files that had to stay.
Expected<std::vector<std::filesystem::path>> discardTicket(
    TileStore& store, const TrashTicket& ticket)
{
    const auto files = store.discard(ticket);
    if (!files)
        return tl::unexpected(files.error());
    std::vector<std::filesystem::path> kept;
    for (const std::filesystem::path& file : *files)
        if (const auto moved = moveToDesktopTrash(file); !moved) {
            spdlog::warn("{} {}", moved.error().message, moved.error().detail);
            kept.push_back(file);
        }
    return kept;
}

std::vector<TileMarks> marksOf(const std::vector<TileRecord>& records)
{
    std::vector<TileMarks> marks;
    marks.reserve(records.size());
    for (const TileRecord& record : records)
        marks.push_back(record.marks);
    return marks;
}

std::vector<TileId> idsOf(const std::vector<TileRecord>& records)
{
    std::vector<TileId> ids;
    ids.reserve(records.size());
    for (const TileRecord& record : records)
        ids.push_back(record.id);
    return ids;
}

template <typename T> struct Change {
    T result;
    std::int64_t before; ///< version of the index
    std::int64_t after;
};

struct MarkedTiles {
    std::vector<TileRecord> before;
    std::vector<TileRecord> after;
};
} // namespace

TileLibrary::TileLibrary(TileStoreFactory factory, QUndoStack& undoStack, QObject* parent)
    : QObject(parent)
    , m_factory(factory)
    , m_undoStack(undoStack)
    , m_sweeper(factory)
    , m_worker(std::move(factory))
{
    m_poll.setInterval(pollMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &TileLibrary::poll);
}

TileLibrary::~TileLibrary()
{
    for (const DeletedTilesPointer& deleted : m_deleted)
        if (deleted->ticket)
            m_worker.post([ticket = *deleted->ticket](Expected<TileStore*> store, std::stop_token) {
                if (!store)
                    return;
                if (const auto kept = discardTicket(**store, ticket); !kept)
                    spdlog::warn("{} {}", kept.error().message, kept.error().detail);
            });
}

/// Does `work(store)` on the worker and gives its result to `then` on this thread; nothing once the
/// library is to end.
template <typename Work, typename Then> TileLibrary::Ticket TileLibrary::ask(Work work, Then then)
{
    return m_worker.post([this, work = std::move(work), then = std::move(then)](
                             Expected<TileStore*> store, const std::stop_token& stop) {
        if (stop.stop_requested())
            return;
        using Result = decltype(work(**store));
        Result result = store ? work(**store) : Result(tl::unexpected(store.error()));
        QMetaObject::invokeMethod(
            this, [then, result = std::move(result)] { then(result); }, Qt::QueuedConnection);
    });
}

/// The same for work that writes: it is done in any case, failures are reported, and `then` gets
/// the value alone.
template <typename Work, typename Then>
void TileLibrary::change(Work work, Then then, const std::function<void()>& otherwise)
{
    m_worker.post([this, work = std::move(work), then = std::move(then), otherwise](
                      Expected<TileStore*> store, const std::stop_token&) {
        using Result = decltype(work(**store));
        Change<Result> done{Result(tl::unexpected(Error{})), 0, 0};
        if (store) {
            done.before = (*store)->version();
            done.result = work(**store);
            done.after = (*store)->version();
        } else {
            done.result = Result(tl::unexpected(store.error()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, then, otherwise, done = std::move(done)] {
                noteVersions(done.before, done.after);
                if (done.result)
                    return then(*done.result);
                if (otherwise)
                    otherwise();
                report(done.result.error());
            },
            Qt::QueuedConnection);
    });
}

void TileLibrary::open()
{
    struct State {
        std::int64_t version;
        int leftovers;
    };
    ask(
        [](TileStore& store) -> Expected<State> {
            State state{store.version(), 0};
            const auto tickets = store.trashed();
            if (!tickets)
                return tl::unexpected(tickets.error());
            for (const TrashTicket& ticket : *tickets)
                state.leftovers += static_cast<int>(ticket.tiles.size());
            return state;
        },
        [this](const Expected<State>& state) {
            if (!state)
                return report(state.error());
            m_version = state->version;
            Q_EMIT opened();
            if (state->leftovers > 0)
                Q_EMIT leftoversFound(state->leftovers);
            sweep();
            m_poll.start();
        });
}

void TileLibrary::sweep()
{
    m_sweeper.post([this](Expected<TileStore*> store, const std::stop_token& stop) {
        if (stop.stop_requested())
            return;
        const auto progress = [this](int done, int total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { Q_EMIT sweepProgressed(done, total); },
                Qt::QueuedConnection);
        };
        const Expected<SweepReport> result = store
            ? (*store)->sweep(progress, stop)
            : Expected<SweepReport>(tl::unexpected(store.error()));
        QMetaObject::invokeMethod(
            this,
            [this, result] {
                if (!result) {
                    if (result.error().kind != ErrorKind::Cancelled)
                        report(result.error());
                    return;
                }
                Q_EMIT swept(*result);
                if (result->added + result->changed + result->missing + result->returned > 0)
                    Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

void TileLibrary::poll()
{
    if (m_isPolling)
        return;
    m_isPolling = true;
    ask([](TileStore& store) -> Expected<std::int64_t> { return store.version(); },
        [this](const Expected<std::int64_t>& version) {
            m_isPolling = false;
            // A library that is away for a while is told by what is asked of it, not every time.
            if (version)
                noteVersions(*version, *version);
        });
}

/// Own changes are told one by one; that another program had a hand in shows in the version
/// before them.
void TileLibrary::noteVersions(std::int64_t before, std::int64_t after)
{
    if (after == 0)
        return;
    const bool isForeign = before != m_version;
    m_version = after;
    if (isForeign)
        Q_EMIT changed();
}

void TileLibrary::report(const Error& error)
{
    Q_EMIT failed(toQString(error.message), toQString(error.detail));
}

TileLibrary::Ticket TileLibrary::find(const TileQuery& query)
{
    // The answer carries its ticket, which is known only after the question has been posted.
    auto ticket = std::make_shared<Ticket>(0);
    *ticket = ask([query](TileStore& store) { return store.find(query); },
        [this, ticket](const Expected<TileList>& list) {
            if (list)
                Q_EMIT found(*ticket, *list);
            else
                Q_EMIT findFailed(*ticket, toQString(list.error().message));
        });
    return *ticket;
}

TileLibrary::Ticket TileLibrary::read(const std::vector<TileId>& tiles)
{
    auto ticket = std::make_shared<Ticket>(0);
    *ticket = ask([tiles](TileStore& store) { return store.records(tiles); },
        [this, ticket](const Expected<std::vector<TileRecord>>& records) {
            if (!records)
                report(records.error());
            Q_EMIT recordsRead(*ticket, records ? *records : std::vector<TileRecord>());
        });
    return *ticket;
}

void TileLibrary::forget(Ticket ticket)
{
    m_worker.drop(ticket);
}

void TileLibrary::lookUp(const std::filesystem::path& file)
{
    ask([file](TileStore& store) { return store.findFile(file); },
        [this, file](const Expected<std::optional<TileRecord>>& tile) {
            if (!tile)
                report(tile.error());
            Q_EMIT fileFound(file, tile ? *tile : std::nullopt);
        });
}

void TileLibrary::readModelNames()
{
    ask([](TileStore& store) { return store.modelNames(); },
        [this](const Expected<std::vector<std::string>>& names) {
            if (!names)
                return report(names.error());
            QStringList list;
            for (const std::string& name : *names)
                list += toQString(name);
            Q_EMIT modelNamesRead(list);
        });
}

void TileLibrary::rate(const std::vector<TileId>& tiles, int rating)
{
    mark(tiles, tr("rating"), [tiles, rating](TileStore& store, const std::vector<TileRecord>&) {
        return store.setRating(tiles, rating);
    });
}

void TileLibrary::flag(const std::vector<TileId>& tiles, Flag flag)
{
    mark(tiles, tr("flag"), [tiles, flag](TileStore& store, const std::vector<TileRecord>&) {
        return store.setFlag(tiles, flag);
    });
}

void TileLibrary::label(const std::vector<TileId>& tiles, int label)
{
    mark(tiles, tr("label"),
        [tiles, label](TileStore& store, const std::vector<TileRecord>& before) {
            const bool haveItAll = std::all_of(before.begin(), before.end(),
                [label](const TileRecord& record) { return record.marks.label == label; });
            return store.setLabel(tiles, haveItAll ? 0 : label);
        });
}

void TileLibrary::mark(const std::vector<TileId>& tiles, const QString& text, MarkWork work)
{
    if (tiles.empty())
        return;
    change(
        [tiles, work = std::move(work)](TileStore& store) -> Expected<MarkedTiles> {
            auto before = store.records(tiles);
            if (!before)
                return tl::unexpected(before.error());
            if (const auto done = work(store, *before); !done)
                return tl::unexpected(done.error());
            auto after = store.records(idsOf(*before));
            if (!after)
                return tl::unexpected(after.error());
            return MarkedTiles{std::move(*before), std::move(*after)};
        },
        [this, text](const MarkedTiles& marked) {
            // One that another program removed between the two cannot be marked back.
            if (marked.after.size() == marked.before.size()
                && marksOf(marked.before) != marksOf(marked.after))
                m_undoStack.push(new MarksCommand(*this, text, idsOf(marked.before),
                    marksOf(marked.before), marksOf(marked.after)));
            Q_EMIT tilesChanged(marked.after);
        });
}

void TileLibrary::putMarks(const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks)
{
    change(
        [tiles, marks](TileStore& store) -> Expected<std::vector<TileRecord>> {
            if (const auto done = store.setMarks(tiles, marks); !done)
                return tl::unexpected(done.error());
            return store.records(tiles);
        },
        [this](const std::vector<TileRecord>& records) { Q_EMIT tilesChanged(records); });
}

void TileLibrary::trash(const std::vector<TileId>& tiles)
{
    if (tiles.empty())
        return;
    auto deletion = std::make_shared<DeletedTiles>(DeletedTiles{tiles, {}});
    moveToTrash(deletion, [this, deletion] {
        m_deleted.push_back(deletion);
        m_undoStack.push(new TrashCommand(*this, deletion));
    });
}

void TileLibrary::moveToTrash(
    const DeletedTilesPointer& deletion, const std::function<void()>& then)
{
    change([tiles = deletion->tiles](TileStore& store) { return store.trash(tiles); },
        [this, deletion, then](const TrashTicket& ticket) {
            deletion->ticket = ticket;
            then();
            Q_EMIT deleted(deletion);
            Q_EMIT changed();
        });
}

void TileLibrary::restore(const DeletedTilesPointer& deletion)
{
    if (!deletion->ticket)
        return;
    const TrashTicket ticket = *deletion->ticket;
    deletion->ticket.reset();
    change(
        [ticket](TileStore& store) -> Expected<bool> {
            if (const auto done = store.restore(ticket); !done)
                return tl::unexpected(done.error());
            return true;
        },
        [this, deletion](bool) {
            Q_EMIT restored(deletion);
            Q_EMIT changed();
        },
        [deletion, ticket] { deletion->ticket = ticket; });
}

void TileLibrary::restoreLeftovers()
{
    change(
        [](TileStore& store) -> Expected<bool> {
            const auto tickets = store.trashed();
            if (!tickets)
                return tl::unexpected(tickets.error());
            for (const TrashTicket& ticket : *tickets)
                if (const auto done = store.restore(ticket); !done)
                    return tl::unexpected(done.error());
            return true;
        },
        [this](bool) { Q_EMIT changed(); });
}

void TileLibrary::discardLeftovers()
{
    std::vector<std::string> own;
    for (const DeletedTilesPointer& deletion : m_deleted)
        if (deletion->ticket)
            own.push_back(deletion->ticket->name);
    using Files = std::vector<std::filesystem::path>;
    change(
        [own](TileStore& store) -> Expected<Files> {
            const auto tickets = store.trashed();
            if (!tickets)
                return tl::unexpected(tickets.error());
            Files kept;
            for (const TrashTicket& ticket : *tickets) {
                if (std::find(own.begin(), own.end(), ticket.name) != own.end())
                    continue;
                const auto files = discardTicket(store, ticket);
                if (!files)
                    return tl::unexpected(files.error());
                kept.insert(kept.end(), files->begin(), files->end());
            }
            return kept;
        },
        [this](const Files& kept) {
            if (!kept.empty())
                Q_EMIT noticed(tr("The desktop's trash did not take all of it. Deleted tiles that "
                                  "stay in %2: %1.")
                                   .arg(kept.size())
                                   .arg(pathToQString(kept.front().parent_path())));
        });
}

void TileLibrary::announce(const TileRecord& tile)
{
    Q_EMIT tileAdded(tile);
}

void TileLibrary::refresh(const std::filesystem::path& file)
{
    using Found = std::vector<TileRecord>;
    change(
        [file](TileStore& store) -> Expected<Found> {
            const auto record = store.findFile(file);
            if (!record)
                return tl::unexpected(record.error());
            if (!*record)
                return Found{};
            const auto fresh = store.refresh((*record)->id);
            if (!fresh)
                return tl::unexpected(fresh.error());
            return Found{*fresh};
        },
        [this](const Found& records) {
            if (!records.empty())
                Q_EMIT tilesChanged(records);
        });
}

} // namespace tilewright::ui
