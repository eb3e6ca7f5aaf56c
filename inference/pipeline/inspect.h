// What is inside a model folder or an adapter file, without loading the numbers.
#pragma once

#include <filesystem>
#include <stop_token>

#include "core/generation/model_report.h"

namespace tilewright::inference {

/// A folder in diffusers layout, or a whole SDXL model in one file; without adapters. Errors:
/// BadData when it is neither, Cancelled.
Expected<ModelReport> inspectModel(const std::filesystem::path& path, std::stop_token stop = {});
/// Errors: BadData when the file is no LoRA, or `base` (may be empty) is no model.
Expected<LoraReport> inspectLora(
    const std::filesystem::path& file, const std::filesystem::path& base);
/// A model with the LoRAs and textual inversions of its profile; what is wrong with those is told
/// in their reports. A ModelInspector.
Expected<ModelReport> inspectChoice(const ModelChoice& choice, std::stop_token stop);

/// What a path is. Errors: BadData when it is none of these.
enum class ModelKind { Model, Lora, Embedding };
Expected<ModelKind> recognise(const std::filesystem::path& path);

} // namespace tilewright::inference
