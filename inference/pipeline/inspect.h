// What is inside a model folder or an adapter file, without loading the numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

struct PartReport {
    std::string name; ///< "unet", "vae", "text_encoder", "tokenizer", …
    std::string className; ///< as model_index.json says
    std::map<std::string, std::string>
        facts; ///< a few that tell its shape: "channels" -> "320, 640, 1280"
    std::int64_t parameters = 0;
    std::int64_t bytes = 0; ///< on disk
    std::vector<std::string> dtypes;
    std::vector<std::string> missing; ///< tensors that the config asks for and no file holds
    std::vector<std::string> misshapen; ///< tensors of another shape than the config asks for
    std::vector<std::string> unexpected; ///< tensors that nothing asks for
    std::string problem; ///< a sentence when the part cannot be used at all; empty otherwise
};

struct ModelReport {
    std::string pipelineClass;
    std::vector<PartReport> parts;
    bool complete() const; ///< nothing missing, misshapen or broken
};

struct LoraReport {
    std::string format; ///< "kohya", "PEFT", "diffusers (old)"
    int modules = 0;
    int rank = 0; ///< largest
    std::int64_t parameters = 0;
    std::vector<std::string> matched; ///< module paths of the base model; empty without a base
    std::vector<std::string> unmatched; ///< names as in the file
};

/// A folder in diffusers layout, or a whole SDXL model in one file. Errors: BadData when it is
/// neither.
Expected<ModelReport> inspectModel(const std::filesystem::path& path);
/// Errors: BadData when the file is no LoRA, or `base` (may be empty) is no model.
Expected<LoraReport> inspectLora(
    const std::filesystem::path& file, const std::filesystem::path& base);
/// What a path is. Errors: BadData when it is none of these.
enum class ModelKind { Model, Lora, Embedding };
Expected<ModelKind> recognise(const std::filesystem::path& path);

} // namespace tilewright::inference
