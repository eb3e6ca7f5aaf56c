// What makes tiles: the local diffusion engine, a remote service, a fake in tests.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "core/generation/event.h"

namespace tilewright {

class Generator {
public:
    /// Receives PhaseBegan, Progress and Notice on the generating thread. Must be quick and must
    /// not throw.
    using Observer = std::function<void(const GenerationEvent&)>;

    virtual ~Generator() = default;

    /// Blocks until the tile is made. Always called from the thread that made the generator; models
    /// stay loaded between calls. Stop is honoured within one step or one VAE tile and gives an
    /// error of kind Cancelled. Errors are values: nothing is thrown across this line.
    virtual Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop)
        = 0;
};

/// Called once on the worker thread that will own the generator.
using GeneratorFactory = std::function<std::unique_ptr<Generator>()>;

} // namespace tilewright
