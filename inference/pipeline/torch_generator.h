// The local diffusion engine behind core's Generator.
#pragma once

#include <memory>

#include "core/generation/generator.h"

namespace tilewright::inference {

struct TorchGeneratorOptions {
    int threads = 0; ///< CPU threads for the model; 0: all cores
    int previewInterval = 1; ///< a preview every so many steps; 0: none
};

/// To be called on the thread that will generate: thread-local state of libtorch is set up here.
/// Models are loaded on the first request and kept until a request names another one.
std::unique_ptr<Generator> makeTorchGenerator(const TorchGeneratorOptions& options = {});

} // namespace tilewright::inference
