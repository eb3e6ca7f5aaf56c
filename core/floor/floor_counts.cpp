#include "core/floor/floor_counts.h"

#include <algorithm>
#include <tuple>

namespace tilewright {
namespace {

constexpr double tolerance = 1e-6; // millimetres, for rounding

bool fits(const Piece& piece, const Piece& room)
{
    return piece.length <= room.length + tolerance && piece.width <= room.width + tolerance;
}

/// What is left of one tile.
class CutTile {
public:
    CutTile(double length, double width) : m_rests{{length, width}} { }

    bool cut(const Piece& piece)
    {
        const auto found = std::find_if(
            m_rests.begin(), m_rests.end(), [&](const Piece& rest) { return fits(piece, rest); });
        if (found == m_rests.end())
            return false;
        const Piece rest = *found;
        m_rests.erase(found);
        // The first cut goes through where it leaves the larger rest in one piece.
        const double right = rest.length - piece.length, below = rest.width - piece.width;
        if (right * rest.width >= below * rest.length) {
            keep({right, rest.width});
            keep({piece.length, below});
        } else {
            keep({rest.length, below});
            keep({right, piece.width});
        }
        return true;
    }

    bool isUsedUp() const { return m_rests.empty(); }

private:
    void keep(const Piece& rest)
    {
        if (rest.length > tolerance && rest.width > tolerance)
            m_rests.push_back(rest);
    }

    std::vector<Piece> m_rests;
};

} // namespace

int tilesForPieces(std::vector<Piece> pieces, double tileLength, double tileWidth)
{
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
        return std::tuple(a.length * a.width, a.length) > std::tuple(b.length * b.width, b.length);
    });
    int tiles = 0;
    std::vector<CutTile> open;
    // Equal pieces come one after the other: what one of them did not fit into, the next will not.
    std::size_t firstToTry = 0;
    Piece previous;
    for (const Piece& piece : pieces) {
        if (piece.length != previous.length || piece.width != previous.width) {
            std::erase_if(open, [](const CutTile& tile) { return tile.isUsedUp(); });
            firstToTry = 0;
            previous = piece;
        }
        while (firstToTry < open.size() && !open[firstToTry].cut(piece))
            ++firstToTry;
        if (firstToTry == open.size()) {
            ++tiles;
            open.emplace_back(tileLength, tileWidth);
            open.back().cut(piece);
        }
    }
    return tiles;
}

std::vector<FloorCount> countTiles(const FloorLayout& layout)
{
    const auto recipes = static_cast<std::size_t>(layout.plan.recipeCount);
    std::vector<FloorCount> counts(recipes);
    std::vector<std::vector<Piece>> pieces(recipes);
    for (const FloorCell& cell : layout.cells) {
        const auto recipe = static_cast<std::size_t>(cell.recipe);
        FloorCount& count = counts[recipe];
        count.squareMetres += cell.visibleLength * cell.visibleWidth / 1e6;
        if (cell.isCut) {
            ++count.cut;
            pieces[recipe].push_back({cell.visibleLength, cell.visibleWidth});
        } else {
            ++count.whole;
        }
    }
    for (std::size_t recipe = 0; recipe < recipes; ++recipe)
        counts[recipe].tilesForCuts = tilesForPieces(std::move(pieces[recipe]),
            layout.plan.tileLengthMillimetres, layout.plan.tileWidthMillimetres);
    return counts;
}

} // namespace tilewright
