// An SDXL-shaped model in memory: tokenizers, text encoders, denoiser, autoencoder, and the
// adapters merged into them.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/settings.h"
#include "inference/adapter/lora.h"
#include "inference/autoencoder/autoencoder.h"
#include "inference/denoiser/unet.h"
#include "inference/device/device.h"
#include "inference/sampler/noise_schedule.h"
#include "inference/text/clip_text_encoder.h"
#include "inference/tokenizer/tokenizer.h"
#include "inference/weights/weight_source.h"

namespace tilewright::inference {

/// The networks of a model without their numbers, and where the numbers are.
struct ModelParts {
    std::unique_ptr<Tokenizer> tokenizer, tokenizer2;
    std::unique_ptr<ClipTextEncoder> textEncoder, textEncoder2;
    std::unique_ptr<UNet> unet;
    std::unique_ptr<Autoencoder> vae;
    SamplerConfig sampler;
    bool zerosForNoPrompt
        = true; ///< no negative prompt means zero embeddings rather than those of ""

    /// A model folder in diffusers layout, described by its model_index.json. Errors: BadData.
    static Expected<ModelParts> describe(const std::filesystem::path& folder);
    /// The networks with weights, by folder name.
    std::map<std::string, ParameterSet*> networks();
    std::map<std::string, const ParameterSet*> networks() const;
};

/// The weight files of one part of a model folder. Errors: BadData.
Expected<WeightSource> openWeights(const std::filesystem::path& folder, const std::string& part);

class DiffusionModel {
public:
    /// Called after each of `total` parts; false stops.
    using LoadObserver = std::function<void(int done, int total)>;

    /// Errors: BadData, Retryable (out of memory), Cancelled.
    static Expected<std::unique_ptr<DiffusionModel>> load(const std::filesystem::path& folder,
        const ResolvedDevice& device, const LoadObserver& observer, std::stop_token stop);

    const ModelParts& parts() const { return m_parts; }
    at::Device device() const { return m_options.device(); }
    at::ScalarType dtype() const { return c10::typeMetaToScalarType(m_options.dtype()); }

    /// What became of a LoRA.
    struct LoraOutcome {
        std::string file;
        std::size_t matched = 0;
        std::vector<std::string> unmatched;
    };
    /// Merges exactly these, each W + scale * alpha / rank * up x down in float32 from the weights
    /// on disk, so that changing scales back and forth never drifts. Weights that no LoRA touches
    /// any more are as stored again. Errors: BadData, also when a LoRA matches nothing; the model
    /// is unchanged then. Cancelled.
    Expected<std::vector<LoraOutcome>> setLoras(
        const std::vector<LoraChoice>& loras, std::stop_token stop = {});
    /// Makes exactly these textual inversions known. Errors: BadData; the model is unchanged then.
    Expected<void> setEmbeddings(const std::vector<EmbeddingChoice>& embeddings);

private:
    DiffusionModel() = default;
    const at::TensorOptions& optionsOf(const std::string& part) const;

    std::filesystem::path m_folder;
    ModelParts m_parts;
    std::map<std::string, WeightSource> m_sources;
    at::TensorOptions m_options, m_vaeOptions;
    std::vector<LoraChoice> m_loras;
    std::vector<LoraOutcome> m_outcomes;
    std::vector<EmbeddingChoice> m_embeddings;
    std::map<std::string, std::vector<std::string>>
        m_touched; ///< part -> weights that differ from the files
};

} // namespace tilewright::inference
