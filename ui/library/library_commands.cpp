#include "ui/library/library_commands.h"

#include <utility>

namespace tilewright::ui {

MarksCommand::MarksCommand(TileLibrary& library, const QString& text, std::vector<TileId> tiles,
    std::vector<TileMarks> before, std::vector<TileMarks> after)
    : QUndoCommand(text)
    , m_library(&library)
    , m_tiles(std::move(tiles))
    , m_before(std::move(before))
    , m_after(std::move(after))
{
}

void MarksCommand::undo()
{
    if (m_library)
        m_library->putMarks(m_tiles, m_before);
}

void MarksCommand::redo()
{
    if (!std::exchange(m_isDone, false) && m_library)
        m_library->putMarks(m_tiles, m_after);
}

TrashCommand::TrashCommand(TileLibrary& library, DeletedTilesPointer deleted)
    : QUndoCommand(TileLibrary::tr("deletion")), m_library(&library), m_deleted(std::move(deleted))
{
}

void TrashCommand::undo()
{
    if (m_library)
        m_library->restore(m_deleted);
}

void TrashCommand::redo()
{
    if (!std::exchange(m_isDone, false) && m_library)
        m_library->moveToTrash(m_deleted, [] {});
}

} // namespace tilewright::ui
