// The shape of a UNet2DConditionModel, read from its config.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

/// One resolution level, listed from the finest. Lists in the file are per level.
struct UNetLevel {
    std::int64_t channels = 0;
    std::int64_t layers = 0; ///< residual blocks on the way down; one more on the way up
    std::int64_t heads = 0;
    std::int64_t transformerLayers = 0; ///< in each attention of this level
    bool attentionDown = false;
    bool attentionUp = false;
    bool operator==(const UNetLevel&) const = default;
};

struct UNetConfig {
    std::int64_t inputChannels = 4;
    std::int64_t outputChannels = 4;
    std::vector<UNetLevel> levels;
    std::int64_t crossAttentionSize = 2048; ///< width of the text embeddings
    std::int64_t addedTimeSize = 256; ///< sinusoid per micro-conditioning number
    std::int64_t addedEmbeddingSize = 2816; ///< pooled text + 6 * addedTimeSize
    std::int64_t sampleSize = 128; ///< latent side it was trained for
    int groups = 32;
    double normEpsilon = 1e-5;
    double frequencyShift = 0;
    bool sineFirst = false; ///< the usual is cosine first (flip_sin_to_cos)
    bool linearProjection = true;

    std::int64_t timeEmbeddingSize() const { return levels.front().channels * 4; }
    /// Errors: BadData, also when the file asks for something that this program does not do.
    static Expected<UNetConfig> load(const std::filesystem::path& folder);
};

} // namespace tilewright::inference
