#include "core/generation/model_profile.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/generation/adapter_json.h"
#include "core/mix/mix.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

constexpr int greatestSide = 8192;
constexpr int mostSteps = 1000;
constexpr double greatestGuidance = 50.0;

void checkRange(JsonFields& fields, const char* key, double value, double least, double greatest)
{
    if (!(value >= least && value <= greatest))
        fields.complain(
            key, fmt::format("{:g} is not between {:g} and {:g}", value, least, greatest));
}

SamplingPreset readPreset(JsonFields& fields)
{
    SamplingPreset preset;
    fields.read("colors", preset.colors);
    fields.read("steps", preset.steps);
    fields.read("guidance", preset.guidance);
    checkRange(fields, "colors", preset.colors, 1, Mix::maximumColors);
    checkRange(fields, "steps", preset.steps, 1, mostSteps);
    checkRange(fields, "guidance", preset.guidance, 0, greatestGuidance);
    return preset;
}

GuidePreset readGuide(JsonFields& fields)
{
    GuidePreset guide;
    fields.read("strength", guide.strength);
    fields.read("hold", guide.hold);
    fields.read("retint", guide.retint);
    fields.read("steps", guide.steps);
    fields.read("guidance", guide.guidance);
    checkRange(fields, "strength", guide.strength, 0, 1);
    checkRange(fields, "hold", guide.hold, 0, 1);
    checkRange(fields, "retint", guide.retint, 0, 1);
    checkRange(fields, "steps", guide.steps, 1, mostSteps);
    checkRange(fields, "guidance", guide.guidance, 0, greatestGuidance);
    return guide;
}

void readPresets(JsonFields& fields, std::vector<SamplingPreset>& presets)
{
    if (!fields.has("presets"))
        return;
    presets.clear();
    fields.readEach("presets", [&](JsonFields& preset) { presets.push_back(readPreset(preset)); });
    const auto isNotAscending
        = [](const SamplingPreset& a, const SamplingPreset& b) { return a.colors >= b.colors; };
    if (presets.empty())
        fields.complain("presets", "there must be at least one");
    if (std::adjacent_find(presets.begin(), presets.end(), isNotAscending) != presets.end())
        fields.complain("presets", "they must be in ascending order of colors");
}

template <typename Choice>
void makeAbsolute(std::vector<Choice>& choices, const std::filesystem::path& folder)
{
    for (Choice& choice : choices)
        choice.file = std::filesystem::absolute(folder / choice.file).lexically_normal().string();
}

} // namespace

const SamplingPreset& ModelProfile::presetFor(std::size_t colors) const
{
    const auto after = std::find_if(presets.begin(), presets.end(),
        [&](const SamplingPreset& preset) { return std::cmp_greater(preset.colors, colors); });
    return after == presets.begin() ? presets.front() : *std::prev(after);
}

ModelProfile ModelProfile::defaults()
{
    ModelProfile profile;
    profile.negative = "object, text, watermark, logo, signature, blur, blurry, low quality, "
                       "distorted, mosaic, checkerboard, grid, patchwork, tiled, seams";
    profile.presets = {{1, 20, 7.0}, {2, 25, 7.5}, {3, 30, 8.0}, {4, 35, 8.5}};
    return profile;
}

Expected<ModelProfile> ModelProfile::fromJson(
    std::string_view json, const std::filesystem::path& modelFolder)
{
    const Expected<nlohmann::json> parsed = parseJson(json, "The model's profile tilewright.json");
    if (!parsed)
        return tl::unexpected(parsed.error());

    ModelProfile profile = defaults();
    std::string problem;
    JsonFields fields(*parsed, problem);
    fields.read("name", profile.name);
    fields.readObject("prompt", [&](JsonFields& prompt) {
        prompt.read("trigger", profile.prompt.trigger);
        prompt.read("tokens", profile.prompt.tokens);
        prompt.read("suffix", profile.prompt.suffix);
    });
    fields.read("negative", profile.negative);
    readPresets(fields, profile.presets);
    fields.readObject("guide", [&](JsonFields& guide) { profile.guide = readGuide(guide); });
    fields.read("scheduler", profile.scheduler, parseScheduler);
    fields.read("width", profile.width);
    fields.read("height", profile.height);
    fields.read("millimetresPerPixel", profile.millimetresPerPixel);
    fields.read("granuleMillimetres", profile.granuleMillimetres);
    fields.read("palette", profile.palette);
    fields.read("textOnlyIsDraft", profile.textOnlyIsDraft);
    readLoras(fields, profile.loras);
    readEmbeddings(fields, profile.embeddings);

    checkRange(fields, "width", profile.width, 64, greatestSide);
    checkRange(fields, "height", profile.height, 64, greatestSide);
    checkRange(fields, "millimetresPerPixel", profile.millimetresPerPixel, 1e-3, 1e3);
    checkRange(fields, "granuleMillimetres", profile.granuleMillimetres, 1e-3, 1e3);
    if (!problem.empty())
        return fail(ErrorKind::BadData,
            fmt::format("The model's profile tilewright.json cannot be used: {}.", problem));

    makeAbsolute(profile.loras, modelFolder);
    makeAbsolute(profile.embeddings, modelFolder);
    return profile;
}

nlohmann::json toJson(const ModelProfile& profile)
{
    nlohmann::json json{{"name", profile.name},
        {"prompt",
            {{"trigger", profile.prompt.trigger}, {"tokens", profile.prompt.tokens},
                {"suffix", profile.prompt.suffix}}},
        {"negative", nullptr}, {"presets", nlohmann::json::array()}, {"guide", nullptr},
        {"scheduler", toText(profile.scheduler)}, {"width", profile.width},
        {"height", profile.height}, {"millimetresPerPixel", profile.millimetresPerPixel},
        {"granuleMillimetres", profile.granuleMillimetres}, {"palette", profile.palette},
        {"textOnlyIsDraft", profile.textOnlyIsDraft}, {"loras", toJson(profile.loras)},
        {"embeddings", toJson(profile.embeddings)}};
    if (profile.negative)
        json["negative"] = *profile.negative;
    for (const SamplingPreset& preset : profile.presets)
        json["presets"].push_back(
            {{"colors", preset.colors}, {"steps", preset.steps}, {"guidance", preset.guidance}});
    if (profile.guide)
        json["guide"] = {{"strength", profile.guide->strength}, {"hold", profile.guide->hold},
            {"retint", profile.guide->retint}, {"steps", profile.guide->steps},
            {"guidance", profile.guide->guidance}};
    return json;
}

} // namespace tilewright
