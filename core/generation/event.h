// What a job tells while it runs.
#pragma once

#include <filesystem>
#include <string_view>
#include <variant>

#include "core/generation/tile.h"
#include "core/image/image.h"

namespace tilewright {

enum class Phase { Load, Encode, Denoise, Decode, Measure, Save };
std::string_view toText(Phase phase); ///< "load", "encode", …

/// Accepted, waiting.
struct Queued { };
/// A phase began. `units` are what its Progress counts (steps, VAE tiles, files); 0 when it cannot
/// be told.
struct PhaseBegan {
    Phase phase;
    int units = 0;
    int attempt = 1; ///< of a guided tile that is made again because it missed the mix
};
/// `done` of the phase's units are finished. `preview` is a small picture, often absent.
struct Progress {
    Phase phase;
    int done = 0;
    int units = 0;
    Image preview;
};
/// Something the user should know that does not stop the job, e.g. a LoRA that matched only in
/// part.
struct Notice {
    std::string message;
};
struct Finished {
    Tile tile;
    std::filesystem::path file; ///< where it was saved; empty when nothing was asked to be saved
};
struct Failed {
    Error error;
};
struct Cancelled { };

/// Every job sends Queued once, then any number of PhaseBegan, Progress and Notice, then exactly
/// one of Finished, Failed and Cancelled.
using GenerationEvent
    = std::variant<Queued, PhaseBegan, Progress, Notice, Finished, Failed, Cancelled>;

inline bool isTerminal(const GenerationEvent& event)
{
    return std::holds_alternative<Finished>(event) || std::holds_alternative<Failed>(event)
        || std::holds_alternative<Cancelled>(event);
}

} // namespace tilewright
