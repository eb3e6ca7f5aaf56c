// What was done to tiles, for the undo stack. Commands are pushed after the deed.
#pragma once

#include <QPointer>
#include <QUndoCommand>

#include "ui/library/tile_library.h"

namespace tilewright::ui {

class MarksCommand : public QUndoCommand {
public:
    MarksCommand(TileLibrary& library, const QString& text, std::vector<TileId> tiles,
        std::vector<TileMarks> before, std::vector<TileMarks> after);
    void undo() override;
    void redo() override;

private:
    const QPointer<TileLibrary> m_library;
    const std::vector<TileId> m_tiles;
    const std::vector<TileMarks> m_before;
    const std::vector<TileMarks> m_after;
    bool m_isDone = true; ///< pushing a command does it again
};

class TrashCommand : public QUndoCommand {
public:
    TrashCommand(TileLibrary& library, DeletedTilesPointer deleted);
    void undo() override;
    void redo() override;

private:
    const QPointer<TileLibrary> m_library;
    const DeletedTilesPointer m_deleted;
    bool m_isDone = true;
};

} // namespace tilewright::ui
