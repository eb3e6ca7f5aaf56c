// Where finished tiles go: into the library, from the worker that makes them.
#pragma once

#include <filesystem>

#include "core/generation/job_queue.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

class TileLibrary;

/// Has a connection of its own to the library in `folder`, opened with the first tile, and
/// announces each tile to `told`, which must outlive the worker. Where the index cannot be used the
/// tile is saved as a mere file, which a later sweep finds: a tile is never lost to its index.
JobQueue::Save savingInLibrary(std::filesystem::path folder, Palette palette, TileLibrary& told);

} // namespace tilewright::ui
