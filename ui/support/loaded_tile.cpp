#include "ui/support/loaded_tile.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

TilePointer toLoadedTile(const Tile& tile, const std::filesystem::path& file)
{
    return std::make_shared<const LoadedTile>(
        LoadedTile{toQImage(tile.image), tile.request, tile.provenance, file, tile.fidelity});
}

} // namespace tilewright::ui
