// The cells of a floor that a designer paints, with undo.
#pragma once

#include <QObject>
#include <QUndoStack>
#include <vector>

#include "core/floor/floor_plan.h"

namespace tilewright::ui {

class FloorPainting : public QObject {
    Q_OBJECT
public:
    /// The recipe of each cell by row and column; cells beyond it have recipe 0.
    using Grid = std::vector<std::vector<int>>;

    explicit FloorPainting(QObject* parent = nullptr);

    const Grid& grid() const { return m_grid; }
    void setGrid(const Grid& grid); ///< forgets what could be undone
    int recipeAt(int row, int column) const;
    QUndoStack* undoStack() { return &m_stack; }

    /// All that is painted until endStroke() is undone together.
    void paint(int row, int column, int recipe);
    void endStroke();
    /// All cells of the same recipe that hang together with this one.
    void fill(const FloorLayout& layout, int row, int column, int recipe);

Q_SIGNALS:
    void changed();

private:
    class Stroke;

    void set(int row, int column, int recipe);
    void exchange(const Grid& grid);

    Grid m_grid;
    Grid m_before; ///< the stroke that is being painted
    bool m_isPainting = false;
    QUndoStack m_stack;
};

} // namespace tilewright::ui
