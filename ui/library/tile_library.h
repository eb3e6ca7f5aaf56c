// The library as the window uses it: asked and told at once, answered by signals.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <vector>

#include "ui/library/store_worker.h"

class QUndoStack;

namespace tilewright::ui {

/// Tiles that were deleted together; shared by the undo bar and the command on the undo stack.
struct DeletedTiles {
    std::vector<TileId> tiles;
    std::optional<TrashTicket> ticket; ///< while they lie in the library's trash
};
using DeletedTilesPointer = std::shared_ptr<DeletedTiles>;

/// Lives on the window's thread and never waits: one worker reads and writes, another one sweeps.
/// What a designer does to tiles goes onto the undo stack once it has worked. A failure is told by
/// failed(), in a sentence.
class TileLibrary : public QObject {
    Q_OBJECT
public:
    using Ticket = quint64;
    static constexpr int pollMilliseconds = 2000;

    /// The stack must outlive the library, or be cleared before it goes.
    TileLibrary(TileStoreFactory factory, QUndoStack& undoStack, QObject* parent = nullptr);
    /// Writes what is still to be written, and moves what was deleted to the desktop's trash.
    ~TileLibrary() override;

    /// Opens the library, looks for changes of its folder in the background, and from then on for
    /// changes by other programs. Ends in opened() or failed().
    void open();
    /// For those that need a connection of their own on a thread of their own.
    const TileStoreFactory& storeFactory() const { return m_factory; }

    // Questions. Each is answered under its ticket, unless it was forgotten before its turn came.
    Ticket find(const TileQuery& query); ///< found() or findFailed()
    Ticket read(const std::vector<TileId>& tiles); ///< recordsRead()
    void forget(Ticket ticket);
    void lookUp(const std::filesystem::path& file); ///< fileFound(), also if it is not there
    void readModelNames(); ///< modelNamesRead()

    // Marks; undoable.
    void rate(const std::vector<TileId>& tiles, int rating);
    void flag(const std::vector<TileId>& tiles, Flag flag);
    /// Takes the label away again where all of the tiles have it already.
    void label(const std::vector<TileId>& tiles, int label);

    /// Deletes, undoably: deleted(), and after an undo restored().
    void trash(const std::vector<TileId>& tiles);
    /// Brings them back; does nothing where that was done already.
    void restore(const DeletedTilesPointer& deleted);
    /// What an earlier run deleted but had no time to move to the desktop's trash.
    void restoreLeftovers();
    void discardLeftovers();

    /// The worker that makes tiles has saved one.
    void announce(const TileRecord& tile);
    /// A file of the library was written anew, e.g. after it was measured.
    void refresh(const std::filesystem::path& file);

Q_SIGNALS:
    void opened();
    void failed(const QString& message, const QString& detail);
    void noticed(const QString& message);
    void found(quint64 ticket, const tilewright::TileList& list);
    void findFailed(quint64 ticket, const QString& message);
    void recordsRead(quint64 ticket, const std::vector<tilewright::TileRecord>& records);
    void fileFound(
        const std::filesystem::path& file, const std::optional<tilewright::TileRecord>& tile);
    void modelNamesRead(const QStringList& names);
    void sweepProgressed(int done, int total);
    void swept(const tilewright::SweepReport& report);
    /// The index is another one: what was found before may not hold any more.
    void changed();
    void tileAdded(const tilewright::TileRecord& tile);
    void tilesChanged(const std::vector<tilewright::TileRecord>& tiles);
    void deleted(const tilewright::ui::DeletedTilesPointer& tiles);
    void restored(const tilewright::ui::DeletedTilesPointer& tiles);
    void leftoversFound(int count);

private:
    friend class MarksCommand;
    friend class TrashCommand;

    template <typename Work, typename Then> Ticket ask(Work work, Then then);
    template <typename Work, typename Then>
    void change(Work work, Then then, const std::function<void()>& otherwise = {});
    using MarkWork = std::function<Expected<void>(TileStore&, const std::vector<TileRecord>&)>;
    void mark(const std::vector<TileId>& tiles, const QString& text, MarkWork work);
    void putMarks(const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks);
    void moveToTrash(const DeletedTilesPointer& deleted, const std::function<void()>& then);
    void sweep();
    void poll();
    void noteVersions(std::int64_t before, std::int64_t after);
    void report(const Error& error);

    const TileStoreFactory m_factory;
    QUndoStack& m_undoStack;
    QTimer m_poll;
    bool m_isPolling = false;
    std::int64_t m_version = 0;
    std::vector<DeletedTilesPointer> m_deleted; ///< in this run
    StoreWorker m_sweeper;
    StoreWorker m_worker; // last members: end before anything that their work uses goes
};

} // namespace tilewright::ui
