// CLIP text transformer (Radford et al. 2021), as SDXL uses it.
#pragma once

#include <ATen/core/Tensor.h>
#include <filesystem>
#include <string>
#include <vector>

#include "core/support/error.h"
#include "inference/kernels/layers.h"

namespace tilewright::inference {

struct ClipTextConfig {
    std::int64_t vocabularySize = 49408;
    std::int64_t hiddenSize = 768;
    std::int64_t intermediateSize = 3072;
    std::int64_t layers = 12;
    std::int64_t heads = 12;
    std::int64_t positions = 77;
    std::int64_t projectionSize = 768;
    std::int64_t endTokenId = 2;
    double normEpsilon = 1e-5;
    bool quickGelu = true; ///< x * sigmoid(1.702 x) instead of the exact GELU
    bool projection = false; ///< class CLIPTextModelWithProjection

    /// Reads config.json. Errors: BadData.
    static Expected<ClipTextConfig> load(const std::filesystem::path& folder);
};

class ClipTextEncoder {
public:
    explicit ClipTextEncoder(const ClipTextConfig& config);

    const ClipTextConfig& config() const { return m_config; }
    ParameterSet& parameters() { return m_parameters; }
    const ParameterSet& parameters() const { return m_parameters; }

    struct Output {
        at::Tensor hidden; ///< [batch, tokens, hidden]: the state `skip` layers before the
                           ///< penultimate one, not normed
        at::Tensor pooled; ///< [batch, projection]; undefined without a projection
    };
    /// ids: [batch, tokens], int64, on the device of the weights.
    Output forward(const at::Tensor& ids, int skip = 0) const;

    /// The vectors [count, hidden] of added tokens, whose ids count up from `firstId`. Undefined:
    /// none.
    void setAddedEmbeddings(const at::Tensor& vectors, std::int64_t firstId);

private:
    struct Layer {
        Layer(const Scope& scope, const ClipTextConfig& config);
        at::Tensor forward(const at::Tensor& input, const ClipTextConfig& config) const;
        LayerNorm norm1;
        Linear query, key, value, output;
        LayerNorm norm2;
        Linear expand, contract;
    };
    at::Tensor tokenEmbeddings(const at::Tensor& ids) const;
    /// Row of the token that stands for the whole text.
    at::Tensor pooledPosition(const at::Tensor& ids) const;

    ClipTextConfig m_config;
    ParameterSet m_parameters;
    const Parameter* m_tokenEmbedding;
    const Parameter* m_positionEmbedding;
    std::vector<Layer> m_layers;
    LayerNorm m_finalNorm;
    std::vector<Linear> m_projection; ///< one or none
    at::Tensor m_addedEmbeddings; ///< rows of the ids from m_firstAddedId
    std::int64_t m_firstAddedId = 0;
};

} // namespace tilewright::inference
