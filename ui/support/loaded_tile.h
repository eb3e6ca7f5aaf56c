// A tile as the window shows it.
#pragma once

#include <QImage>
#include <filesystem>
#include <memory>

#include "core/generation/tile.h"

namespace tilewright::ui {

struct LoadedTile {
    QImage image;
    GenerationRequest request;
    Provenance provenance;
    std::filesystem::path file;
    std::optional<Fidelity> fidelity = {}; ///< absent when it was not measured
};

using TilePointer = std::shared_ptr<const LoadedTile>;

TilePointer toLoadedTile(const Tile& tile, const std::filesystem::path& file);

} // namespace tilewright::ui
