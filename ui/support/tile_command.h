// What can be done with a tile that exists, wherever it is seen.
#pragma once

namespace tilewright::ui {

enum class TileCommand {
    ReuseSettings, ///< mix, pattern and settings, with the seed as it is dialled now
    ReuseSeed,
    ReuseAll,
    VarySeed, ///< the same settings with a new seed
    MoreLikeThis, ///< the same seed, its noise turned a little
    RunAgain, ///< the very same request, to check that the same picture comes
};

} // namespace tilewright::ui
