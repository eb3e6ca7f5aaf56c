// tilewright.json in a model folder: how this model wants to be asked. Its keys are the names
// below; all may be absent:
//   {"name": "…", "prompt": {"trigger": "…", "tokens": "…", "suffix": "…"}, "negative": "…" or
//   null,
//    "presets": [{"colors": 1, "steps": 20, "guidance": 7.0}, …],
//    "guide": {"strength": 0.4, "hold": 0.5, "retint": 1.0, "steps": 20, "guidance": 1.0},
//    "scheduler": "dpmpp-2m-karras", "width": 1024, "height": 1024, "millimetresPerPixel":
//    0.48828125, "granuleMillimetres": 8.0, "palette": "rubber-29", "textOnlyIsDraft": false,
//    "loras": [{"file": "…", "scale": 0.7}], "embeddings": [{"file": "…", "tokens": ["<s0>"]}]}
#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/generation/settings.h"
#include "core/mix/prompt_format.h"

namespace tilewright {

/// Steps and guidance that suit a number of colours.
struct SamplingPreset {
    int colors = 1; ///< used for mixes of this many colours; the last preset also for more
    int steps = 20;
    double guidance = 7.0;
    bool operator==(const SamplingPreset&) const = default;
};

/// How guided generation (granule picture first) is done with this model.
struct GuidePreset {
    // As in GenerationRequest.
    double strength = 0.4;
    double hold = 0.5;
    double retint = 1.0;
    int steps = 20;
    double guidance = 1.0;
    bool operator==(const GuidePreset&) const = default;
};

struct ModelProfile {
    std::string name; ///< empty: call it by its folder
    PromptFormat prompt;
    std::optional<std::string> negative; ///< absent: no negative prompt (zero embeddings)
    std::vector<SamplingPreset> presets; ///< ascending by colors, at least one
    std::optional<GuidePreset> guide; ///< absent: as the presets, strength 0.4
    Scheduler scheduler = Scheduler::Dpmpp2mKarras;
    int width = 1024;
    int height = 1024;
    double millimetresPerPixel
        = 500.0 / 1024; ///< scale of the granule picture that this model was trained on
    double granuleMillimetres = 8.0; ///< mean granule diameter at that scale
    std::string palette = "rubber-29";
    bool textOnlyIsDraft
        = false; ///< pictures made from the prompt alone are to be labelled as a draft
    std::vector<LoraChoice> loras; ///< absolute paths after loading
    std::vector<EmbeddingChoice> embeddings; ///< absolute paths after loading

    const SamplingPreset& presetFor(std::size_t colors) const;
    /// Absent values and an absent file give the defaults of the rubber-tile LoRA v4 on SDXL.
    static ModelProfile defaults();
    /// Reads the user's own profile of a model if there is one, else FOLDER/tilewright.json;
    /// neither there: the defaults. `model` is a folder or SDXL in one file. Relative file names
    /// are taken from the model's folder. Errors: BadData when the file is not valid, with the key
    /// in the sentence.
    static Expected<ModelProfile> load(const std::filesystem::path& model);
    /// As FOLDER/tilewright.json, whose other keys are kept; where that cannot be written, the
    /// model is one file or belongs to the program, as the user's own profile of it. Returns the
    /// file. Errors: CannotWrite.
    Expected<std::filesystem::path> save(const std::filesystem::path& model) const;
    static Expected<ModelProfile> fromJson(
        std::string_view json, const std::filesystem::path& modelFolder);

    bool operator==(const ModelProfile&) const = default;
};

/// What fromJson() reads.
nlohmann::json toJson(const ModelProfile& profile);

/// Where the user's own profile of a model is kept, whether it exists or not: in dataFolder(), by
/// the model's path.
std::filesystem::path ownProfileFile(const std::filesystem::path& model);

} // namespace tilewright
