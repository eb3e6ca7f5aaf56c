#include "ui/catalog/floor/floor_painting.h"

#include <QUndoCommand>
#include <map>
#include <queue>

namespace tilewright::ui {

class FloorPainting::Stroke : public QUndoCommand {
public:
    Stroke(FloorPainting& painting, Grid before, Grid after)
        : QUndoCommand(FloorPainting::tr("Paint tiles"))
        , m_painting(painting)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void undo() override { m_painting.exchange(m_before); }
    void redo() override { m_painting.exchange(m_after); }

private:
    FloorPainting& m_painting;
    const Grid m_before, m_after;
};

FloorPainting::FloorPainting(QObject* parent) : QObject(parent)
{
    m_stack.setUndoLimit(200);
}

void FloorPainting::setGrid(const Grid& grid)
{
    m_stack.clear();
    m_isPainting = false;
    exchange(grid);
}

int FloorPainting::recipeAt(int row, int column) const
{
    const auto y = static_cast<std::size_t>(row), x = static_cast<std::size_t>(column);
    return y < m_grid.size() && x < m_grid[y].size() ? m_grid[y][x] : 0;
}

void FloorPainting::set(int row, int column, int recipe)
{
    const auto y = static_cast<std::size_t>(row), x = static_cast<std::size_t>(column);
    if (y >= m_grid.size())
        m_grid.resize(y + 1);
    if (x >= m_grid[y].size())
        m_grid[y].resize(x + 1);
    m_grid[y][x] = recipe;
}

void FloorPainting::paint(int row, int column, int recipe)
{
    if (recipeAt(row, column) == recipe)
        return;
    if (!m_isPainting)
        m_before = m_grid;
    m_isPainting = true;
    set(row, column, recipe);
    Q_EMIT changed();
}

void FloorPainting::endStroke()
{
    if (!m_isPainting)
        return;
    m_isPainting = false;
    m_stack.push(new Stroke(*this, std::move(m_before), m_grid));
}

void FloorPainting::fill(const FloorLayout& layout, int row, int column, int recipe)
{
    const int old = recipeAt(row, column);
    if (old == recipe)
        return;
    std::map<std::pair<int, int>, bool> open; // cells of the old recipe, false once they are taken
    for (const FloorCell& cell : layout.cells)
        if (recipeAt(cell.row, cell.column) == old)
            open[{cell.row, cell.column}] = true;
    endStroke();
    m_before = m_grid;
    m_isPainting = true;
    std::queue<std::pair<int, int>> next;
    next.emplace(row, column);
    open[{row, column}] = false;
    while (!next.empty()) {
        const auto [y, x] = next.front();
        next.pop();
        set(y, x, recipe);
        for (const auto& place : {std::pair{y - 1, x}, {y + 1, x}, {y, x - 1}, {y, x + 1}}) {
            const auto found = open.find(place);
            if (found == open.end() || !found->second)
                continue;
            found->second = false;
            next.push(place);
        }
    }
    endStroke();
}

void FloorPainting::exchange(const Grid& grid)
{
    m_grid = grid;
    Q_EMIT changed();
}

} // namespace tilewright::ui
