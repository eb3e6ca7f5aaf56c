#include "core/generation/request.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <spdlog/fmt/fmt.h>

#include "core/generation/adapter_json.h"
#include "core/generation/design_json.h"
#include "core/mix/color_json.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

using nlohmann::json;

void checkRange(
    std::string& problem, std::string_view what, double value, double least, double greatest)
{
    // Written so that a NaN fails.
    if (problem.empty() && !(value >= least && value <= greatest))
        problem = fmt::format(
            "{} is {:g}; it must lie between {:g} and {:g}.", what, value, least, greatest);
}

GenerationRequest fromProfile(const ModelProfile& profile, const std::string& model)
{
    GenerationRequest request;
    request.model = model;
    request.millimetresPerPixel = profile.millimetresPerPixel;
    request.granuleMillimetres = profile.granuleMillimetres;
    request.width = profile.width;
    request.height = profile.height;
    request.scheduler = profile.scheduler;
    request.loras = profile.loras;
    request.embeddings = profile.embeddings;
    return request;
}

} // namespace

GenerationRequest GenerationRequest::forMix(
    const ModelProfile& profile, const std::string& model, const Mix& mix, Guide guide)
{
    GenerationRequest request = fromProfile(profile, model);
    const SamplingPreset& preset = profile.presetFor(mix.size());
    request.mix = mix;
    request.prompt = profile.prompt.format(mix);
    request.negative = profile.negative;
    request.guide = guide;
    request.steps = preset.steps;
    request.guidance = preset.guidance;
    if (guide == Guide::Mix && profile.guide) {
        request.strength = profile.guide->strength;
        request.hold = profile.guide->hold;
        request.retint = profile.guide->retint;
        request.steps = profile.guide->steps;
        request.guidance = profile.guide->guidance;
    }
    return request;
}

GenerationRequest GenerationRequest::forPrompt(
    const ModelProfile& profile, const std::string& model, const std::string& prompt)
{
    GenerationRequest request = fromProfile(profile, model);
    request.prompt = prompt;
    request.steps = profile.presets.back().steps;
    request.guidance = profile.presets.back().guidance;
    return request;
}

void GenerationRequest::setDesign(const TileDesign& design, const PromptFormat& format)
{
    mix = design.mix();
    pattern = design.pattern();
    prompt = format.format(design.overallMix());
}

void GenerationRequest::setColors(const Palette& dialled, const Palette& modelPalette)
{
    colors.clear();
    const auto take = [&](const Mix& one) {
        for (const MixShare& share : one.shares()) {
            const GranuleColor* const color = dialled.find(share.color);
            const GranuleColor* const known = modelPalette.find(share.color);
            if (color && !(known && *known == *color)
                && std::find(colors.begin(), colors.end(), *color) == colors.end())
                colors.push_back(*color);
        }
    };
    if (mix)
        take(*mix);
    for (const Mix& further : pattern.mixes)
        take(further);
}

Expected<TileDesign> GenerationRequest::design() const
{
    if (!mix)
        return fail(ErrorKind::Usage, "A granule picture needs a mix; give one.");
    return TileDesign::create(*mix, pattern);
}

GenerationRequest GenerationRequest::enlarged(double factor) const
{
    // Both sides are whole multiples of the step, so that they stay in proportion to the pixel.
    constexpr int liked = 32;
    const int common = std::gcd(width, height);
    const int unit = common % liked == 0 ? liked : std::min(common, 8);
    const int parts = common % unit == 0 ? common / unit : 1;
    constexpr double rounding = 1e-9;
    const double actual = std::ceil(factor * parts - rounding) / parts;
    GenerationRequest result = *this;
    result.width = static_cast<int>(std::lround(width * actual));
    result.height = static_cast<int>(std::lround(height * actual));
    result.millimetresPerPixel = millimetresPerPixel / actual;
    result.enlarge = enlarge * actual;
    return result;
}

GranuleSettings GenerationRequest::granules() const
{
    GranuleSettings settings;
    settings.width = width;
    settings.height = height;
    settings.millimetresPerPixel = millimetresPerPixel;
    settings.granuleMillimetres = granuleMillimetres;
    settings.fractions = fractions;
    settings.enlarge = enlarge;
    settings.seamless = seamless != SeamlessAxes::None;
    settings.seed = seed;
    return settings;
}

Expected<void> GenerationRequest::check() const
{
    std::string problem;
    checkRange(problem, "The width", width, 64, 8192);
    checkRange(problem, "The height", height, 64, 8192);
    checkRange(problem, "The number of steps", steps, 1, 1000);
    checkRange(problem, "The guidance", guidance, 0, 50);
    checkRange(problem, "The guidance rescale", guidanceRescale, 0, 1);
    checkRange(problem, "The strength", strength, 0, 1);
    checkRange(problem, "The hold of the layout", hold, 0, 1);
    checkRange(problem, "The re-tinting", retint, 0, 1);
    checkRange(problem, "The tolerance in points", tolerance, 0, 100);
    checkRange(problem, "The number of attempts", attempts, 1, 100);
    if (variation)
        checkRange(problem, "The strength of the variation", variation->strength, 0, 1);
    checkRange(problem, "Clip skip", clipSkip, 0, 11);
    checkRange(problem, "The scale in millimetres per pixel", millimetresPerPixel, 1e-3, 1e3);
    checkRange(problem, "The granule size in millimetres", granuleMillimetres, 1e-3, 1e3);
    checkRange(problem, "The enlargement", enlarge, 1, 32);
    for (const LoraChoice& lora : loras)
        checkRange(
            problem, fmt::format("The scale of the LoRA {}", lora.file), lora.scale, -100, 100);
    if (problem.empty() && guide == Guide::Mix && !mix)
        problem = "A guided tile needs a mix; give one, or turn the guide off.";
    if (!problem.empty())
        return fail(ErrorKind::Usage, problem);
    if (const auto checked = pattern.check(); !checked)
        return checked;
    if (!colors.empty())
        if (const auto palette = Palette::create("of the request", colors); !palette)
            return fail(ErrorKind::Usage, palette.error().message);
    return checkGrading(fractions);
}

json toJson(const GenerationRequest& request)
{
    json result = {
        {"model", request.model},
        {"prompt", request.prompt},
        {"negative", nullptr},
        {"guide", toText(request.guide)},
        {"strength", request.strength},
        {"hold", request.hold},
        {"retint", request.retint},
        {"tolerance", request.tolerance},
        {"attempts", request.attempts},
        {"seamless", toText(request.seamless)},
        {"millimetresPerPixel", request.millimetresPerPixel},
        {"granuleMillimetres", request.granuleMillimetres},
        {"seed", request.seed},
        {"width", request.width},
        {"height", request.height},
        {"steps", request.steps},
        {"guidance", request.guidance},
        {"guidanceRescale", request.guidanceRescale},
        {"clipSkip", request.clipSkip},
        {"scheduler", toText(request.scheduler)},
        {"loras", toJson(request.loras)},
        {"embeddings", toJson(request.embeddings)},
        {"device", toText(request.device)},
        {"precision", toText(request.precision)},
    };
    if (request.mix)
        result["mix"] = toJson(*request.mix);
    if (request.pattern != Pattern())
        result["pattern"] = toJson(request.pattern);
    if (request.enlarge != 1)
        result["enlarge"] = request.enlarge;
    if (!request.fractions.empty())
        result["fractions"] = toJson(request.fractions);
    for (const GranuleColor& color : request.colors)
        result["colors"].push_back(toJson(color));
    if (request.variation)
        result["variation"]
            = {{"seed", request.variation->seed}, {"strength", request.variation->strength}};
    if (request.negative)
        result["negative"] = *request.negative;
    return result;
}

Expected<GenerationRequest> requestFromJson(const json& source)
{
    GenerationRequest request;
    std::string problem;
    JsonFields fields(source, problem);
    fields.read("model", request.model);
    readMix(fields, request.mix);
    readPattern(fields, request.pattern);
    readFractions(fields, request.fractions);
    fields.read("prompt", request.prompt);
    fields.read("negative", request.negative);
    fields.read("guide", request.guide, parseGuide);
    fields.read("strength", request.strength);
    fields.read("hold", request.hold);
    fields.read("retint", request.retint);
    fields.read("tolerance", request.tolerance);
    fields.read("attempts", request.attempts);
    fields.read("seamless", request.seamless, parseSeamless);
    fields.read("millimetresPerPixel", request.millimetresPerPixel);
    fields.read("granuleMillimetres", request.granuleMillimetres);
    fields.read("enlarge", request.enlarge);
    fields.readEach(
        "colors", [&](JsonFields& color) { request.colors.push_back(readColor(color)); });
    fields.read("seed", request.seed);
    fields.readObject("variation", [&](JsonFields& member) {
        request.variation.emplace();
        member.read("seed", request.variation->seed);
        member.read("strength", request.variation->strength);
    });
    fields.read("width", request.width);
    fields.read("height", request.height);
    fields.read("steps", request.steps);
    fields.read("guidance", request.guidance);
    fields.read("guidanceRescale", request.guidanceRescale);
    fields.read("clipSkip", request.clipSkip);
    fields.read("scheduler", request.scheduler, parseScheduler);
    readLoras(fields, request.loras);
    readEmbeddings(fields, request.embeddings);
    fields.read("device", request.device, parseDevice);
    fields.read("precision", request.precision, parsePrecision);
    if (!problem.empty())
        return fail(ErrorKind::Usage, fmt::format("The request cannot be used: {}.", problem));
    return request;
}

} // namespace tilewright
