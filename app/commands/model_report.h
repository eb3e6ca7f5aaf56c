// What `model inspect` shows.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "inference/pipeline/inspect.h"

namespace tilewright {

struct Inspection {
    std::string text; ///< for people
    nlohmann::ordered_json json; ///< the same for programs
    bool usable = true; ///< nothing missing or broken; a LoRA matches its base at least in part
};

// Errors of all: BadData.
Expected<Inspection> inspectModelAt(const std::filesystem::path& path);
Expected<Inspection> inspectLoraFile(
    const std::filesystem::path& file, const std::filesystem::path& base);
Expected<Inspection> inspectEmbedding(const std::filesystem::path& file);

} // namespace tilewright
