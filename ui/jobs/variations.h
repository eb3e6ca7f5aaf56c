// More tiles like one.
#pragma once

#include <functional>
#include <vector>

#include "core/generation/request.h"

namespace tilewright::ui {

/// `count` requests whose noise is turned by `strength` (0…1) towards that of seeds drawn by
/// `drawSeed`, all different and none that of the tile; granules and everything else stay. Those
/// of a tile that is a variation itself are its siblings: other variations of the same seed.
std::vector<GenerationRequest> variationsOf(const GenerationRequest& original, int count,
    double strength, const std::function<std::uint64_t()>& drawSeed);

} // namespace tilewright::ui
