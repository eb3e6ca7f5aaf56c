// The shape of an AutoencoderKL, read from its config.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

struct VaeConfig {
    std::int64_t imageChannels = 3;
    std::int64_t latentChannels = 4;
    std::vector<std::int64_t> channels; ///< per level, from the finest
    std::int64_t layers = 2; ///< residual blocks per level in the encoder; one more in the decoder
    int groups = 32;
    double scalingFactor = 0.13025;
    double shiftFactor = 0;
    std::vector<double> latentsMean, latentsDeviation; ///< per channel, or empty
    bool middleAttention = true;
    bool quantConv = true;
    bool postQuantConv = true;
    bool forceUpcast = true; ///< not to be trusted in float16
    std::int64_t sampleSize = 1024; ///< picture side it was trained for

    /// Picture pixels per latent pixel and axis.
    std::int64_t factor() const { return std::int64_t{1} << (channels.size() - 1); }
    /// Errors: BadData.
    static Expected<VaeConfig> load(const std::filesystem::path& folder);
};

} // namespace tilewright::inference
