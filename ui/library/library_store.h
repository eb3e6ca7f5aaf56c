// The library as the window's store.
#pragma once

#include "ui/library/tile_store.h"

namespace tilewright::ui {

/// Opens a connection of its own for each thread that asks for one.
TileStoreFactory libraryStore(std::filesystem::path folder, Palette palette);

} // namespace tilewright::ui
