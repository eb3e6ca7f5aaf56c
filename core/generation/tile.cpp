#include "core/generation/tile.h"

#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/image/png.h"
#include "core/image/png_text.h"
#include "core/support/json_fields.h"
#include "core/support/version.h"

namespace tilewright {
namespace {

using nlohmann::json;

constexpr const char* ownKeyword = "tilewright";
constexpr const char* infotextKeyword = "parameters";

struct SamplerName {
    const char* sampler;
    const char* schedule;
};

/// As AUTOMATIC1111 calls them. Trailing timesteps are its "SGM Uniform".
SamplerName samplerName(Scheduler scheduler)
{
    switch (scheduler) {
    case Scheduler::Dpmpp2mKarras:
        return {"DPM++ 2M", "Karras"};
    case Scheduler::Dpmpp2m:
        return {"DPM++ 2M", "Normal"};
    case Scheduler::Euler:
        return {"Euler", "Normal"};
    case Scheduler::EulerTrailing:
        return {"Euler", "SGM Uniform"};
    case Scheduler::EulerAncestral:
        return {"Euler a", "Normal"};
    }
    return {"", ""};
}

std::string quotedIfNeeded(const std::string& value)
{
    return value.find_first_of(",:\n") == std::string::npos ? value : dumpJson(value);
}

/// `path` is for messages. The tile has no image yet.
Expected<Tile> tileFromText(
    const std::filesystem::path& path, const std::optional<std::string>& text)
{
    const auto foreign = [&](const std::string& detail) {
        return fail(ErrorKind::BadData,
            fmt::format("{} does not tell how it was made: it is no tile of {}, or another program "
                        "has changed it.",
                path.string(), applicationName),
            detail);
    };
    if (!text)
        return foreign("no text with the keyword tilewright");
    const auto parsed = parseJson(*text, "The text in the PNG");
    if (!parsed)
        return foreign(parsed.error().detail);
    if (!parsed->is_object() || !parsed->contains("request") || !parsed->contains("provenance"))
        return foreign("request or provenance is missing");
    auto request = requestFromJson((*parsed)["request"]);
    if (!request)
        return foreign(request.error().message);
    auto provenance = provenanceFromJson((*parsed)["provenance"]);
    if (!provenance)
        return foreign(provenance.error().message);
    Tile tile{{}, std::move(*request), std::move(*provenance), {}};
    if (parsed->contains("fidelity")) {
        auto fidelity = fidelityFromJson((*parsed)["fidelity"]);
        if (!fidelity)
            return foreign(fidelity.error().message);
        tile.fidelity = std::move(*fidelity);
    }
    return tile;
}

} // namespace

json toJson(const Provenance& provenance)
{
    return {
        {"version", provenance.version},
        {"engine", provenance.engine},
        {"device", provenance.device},
        {"precision", provenance.precision},
        {"modelName", provenance.modelName},
        {"created", provenance.created},
        {"seconds", provenance.seconds},
        {"attempts", provenance.attempts},
        {"draft", provenance.draft},
    };
}

Expected<Provenance> provenanceFromJson(const json& source)
{
    Provenance provenance;
    std::string problem;
    JsonFields fields(source, problem);
    fields.read("version", provenance.version);
    fields.read("engine", provenance.engine);
    fields.read("device", provenance.device);
    fields.read("precision", provenance.precision);
    fields.read("modelName", provenance.modelName);
    fields.read("created", provenance.created);
    fields.read("seconds", provenance.seconds);
    fields.read("attempts", provenance.attempts);
    fields.read("draft", provenance.draft);
    if (!problem.empty())
        return fail(ErrorKind::BadData, fmt::format("The provenance cannot be used: {}.", problem));
    return provenance;
}

std::string infotext(const Tile& tile)
{
    const GenerationRequest& request = tile.request;
    const SamplerName name = samplerName(request.scheduler);
    std::string text = request.prompt + "\n";
    if (request.negative && !request.negative->empty())
        text += fmt::format("Negative prompt: {}\n", *request.negative);
    text += fmt::format(
        "Steps: {}, Sampler: {}, Schedule type: {}, CFG scale: {}, Seed: {}, Size: {}x{}",
        request.steps, name.sampler, name.schedule, request.guidance, request.seed,
        tile.image.width, tile.image.height);
    if (!tile.provenance.modelName.empty())
        text += fmt::format(", Model: {}", quotedIfNeeded(tile.provenance.modelName));
    if (request.variation && request.variation->strength > 0)
        text += fmt::format(", Variation seed: {}, Variation seed strength: {}",
            request.variation->seed, request.variation->strength);
    if (request.guide == Guide::Mix)
        text += fmt::format(", Denoising strength: {}", request.strength);
    if (request.guidanceRescale > 0)
        text += fmt::format(", CFG rescale: {}", request.guidanceRescale);
    // There 2 is the penultimate layer, which is 0 here.
    if (request.clipSkip > 0)
        text += fmt::format(", Clip skip: {}", request.clipSkip + 2);
    const std::string version = fmt::format("{} {}", applicationName, tile.provenance.version);
    return text + fmt::format(", RNG: CPU, Version: {}", quotedIfNeeded(version));
}

std::map<std::string, std::string> provenanceText(const Tile& tile)
{
    json own = {{"request", toJson(tile.request)}, {"provenance", toJson(tile.provenance)}};
    if (tile.fidelity)
        own["fidelity"] = toJson(*tile.fidelity);
    return {{ownKeyword, dumpJson(own)}, {infotextKeyword, infotext(tile)}};
}

Expected<void> saveTile(const std::filesystem::path& path, const Tile& tile)
{
    return writePng(path, {tile.image, provenanceText(tile)});
}

Expected<Tile> loadTile(const std::filesystem::path& path)
{
    auto picture = readPng(path);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto own = picture->text.find(ownKeyword);
    auto tile = tileFromText(
        path, own == picture->text.end() ? std::nullopt : std::optional(own->second));
    if (tile)
        tile->image = std::move(picture->image);
    return tile;
}

Expected<Tile> loadTileText(const std::filesystem::path& path)
{
    const auto picture = readPngText(path, ownKeyword);
    if (!picture)
        return tl::unexpected(picture.error());
    auto tile = tileFromText(path, picture->text);
    if (tile) {
        tile->image.width = picture->width;
        tile->image.height = picture->height;
    }
    return tile;
}

} // namespace tilewright
