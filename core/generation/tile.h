// A finished picture with everything that is known about how it was made.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/generation/request.h"
#include "core/image/image.h"
#include "core/measure/fidelity.h"

namespace tilewright {

/// What beside the request decides the bytes.
struct Provenance {
    std::string version; ///< of the program
    std::string engine; ///< e.g. "libtorch 2.11.0"
    std::string device; ///< e.g. "cpu", "cuda:0 NVIDIA H100"
    std::string precision; ///< e.g. "bfloat16"
    std::string modelName; ///< from the profile, or the folder's name
    std::string created; ///< UTC, ISO 8601
    double seconds = 0; ///< time taken, without waiting in the queue
    int attempts = 1; ///< pictures made, of which this is the truest
    bool draft
        = false; ///< made from the prompt alone by a model whose text-only pictures are drafts
    bool operator==(const Provenance&) const = default;
};

struct Tile {
    Image image;
    GenerationRequest request;
    Provenance provenance;
    std::optional<Fidelity> fidelity = {}; ///< absent when no mix was asked
    bool operator==(const Tile&) const = default;
};

nlohmann::json toJson(const Provenance& provenance);
Expected<Provenance> provenanceFromJson(const nlohmann::json& json);

/// The text that AUTOMATIC1111 and its family store and read under the PNG keyword "parameters".
std::string infotext(const Tile& tile);

/// What a tile tells of itself, by keyword: the request, the provenance and the fidelity as JSON
/// ("tilewright") and the infotext ("parameters").
std::map<std::string, std::string> provenanceText(const Tile& tile);

/// PNG with the provenanceText().
Expected<void> saveTile(const std::filesystem::path& path, const Tile& tile);
/// Errors: BadData when it is no PNG or was not made by this program.
Expected<Tile> loadTile(const std::filesystem::path& path);
/// The same without decoding the picture: `image` has its size and no pixels. A file that is cut
/// off is noticed, damage inside the picture is not. Errors: BadData.
Expected<Tile> loadTileText(const std::filesystem::path& path);

} // namespace tilewright
