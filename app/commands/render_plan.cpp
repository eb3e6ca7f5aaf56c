#include "app/commands/render_plan.h"

#include <limits>

#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/support/named_mix.h"
#include "core/catalog/share_code.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr const char* seedPlaceholder = "{seed}";

/// The text behind each adapter option, read by `parse`; "none" alone gives an empty list.
template <typename Choice>
Expected<std::vector<Choice>> parseAdapters(
    const std::vector<std::string>& texts, Expected<Choice> (*parse)(std::string_view))
{
    std::vector<Choice> choices;
    if (texts == std::vector<std::string>{"none"})
        return choices;
    for (const std::string& text : texts) {
        auto choice = parse(text);
        if (!choice)
            return tl::unexpected(choice.error());
        std::error_code error;
        if (!std::filesystem::is_regular_file(choice->file, error))
            return fail(ErrorKind::Usage, fmt::format("There is no file {}.", choice->file));
        choice->file = std::filesystem::absolute(choice->file).lexically_normal().string();
        choices.push_back(std::move(*choice));
    }
    return choices;
}

/// Puts a parsed option in its place, or hands its error on.
template <typename Value>
bool take(Expected<Value> parsed, Value& target, std::optional<Error>& error)
{
    if (parsed)
        target = std::move(*parsed);
    else if (!error)
        error = parsed.error();
    return parsed.has_value();
}

/// The request that a share code tells. Errors: Usage.
Expected<GenerationRequest> sharedRequest(const RenderOptions& options, const ModelProfile& profile,
    const std::filesystem::path& folder, const Palette& palette, Guide guide)
{
    if (options.pattern.any())
        return fail(ErrorKind::Usage,
            "A code says pattern and granule size itself; leave out what says them otherwise.");
    const auto shared = parseShareCode(*options.code, palette);
    if (!shared)
        return tl::unexpected(shared.error());
    auto request = GenerationRequest::forMix(profile, folder.string(), shared->mix, guide);
    if (const auto applied = shared->applyTo(request, profile.prompt); !applied)
        return tl::unexpected(applied.error());
    return request;
}

Expected<GenerationRequest> profileRequest(
    const RenderOptions& options, const std::filesystem::path& folder)
{
    const auto profile = ModelProfile::load(folder);
    if (!profile)
        return tl::unexpected(profile.error());
    std::optional<Guide> guide;
    if (options.guide) {
        const auto parsed = parseGuide(*options.guide);
        if (!parsed)
            return tl::unexpected(parsed.error());
        guide = *parsed;
    }
    const auto chosen = guide.value_or(options.prompt ? Guide::None : Guide::Mix);
    if (chosen == Guide::None && options.pattern.any())
        return fail(ErrorKind::Usage,
            "Patterns and granule sizes are laid by the granule picture, so they need --guide "
            "mix.");
    if (options.prompt && chosen == Guide::None)
        return GenerationRequest::forPrompt(*profile, folder.string(), *options.prompt);

    const auto palette = loadPalette(profile->palette, folder);
    if (!palette)
        return tl::unexpected(palette.error());
    if (options.code)
        return sharedRequest(options, *profile, folder, *palette, chosen);
    // A guided prompt says its mix itself.
    const auto mix = options.mix ? readNamedMix(*options.mix, *palette)
                                 : profile->prompt.parse(*options.prompt, *palette);
    if (!mix)
        return tl::unexpected(mix.error());
    auto request = GenerationRequest::forMix(*profile, folder.string(), *mix, chosen);
    const auto design = designFrom(options.pattern, *mix, *palette);
    if (!design)
        return tl::unexpected(design.error());
    request.setDesign(*design, profile->prompt);
    const auto sizes = granuleSizesFrom(options.pattern, request.granuleMillimetres);
    if (!sizes)
        return tl::unexpected(sizes.error());
    request.granuleMillimetres = sizes->millimetres;
    request.fractions = sizes->fractions;
    if (options.prompt) {
        request.prompt = *options.prompt;
        request.negative.reset();
    }
    return request;
}

/// Options that say how to keep to the granule picture mean nothing without one. Errors: Usage.
Expected<void> checkUnguided(const RenderOptions& options)
{
    struct Given {
        bool isGiven;
        const char* option;
        const char* meaning;
    };
    const Given all[] = {
        {options.strength.has_value(), "--strength",
            "says how far the model may go from the granule picture"},
        {options.hold.has_value(), "--hold",
            "says how much of the granule picture's layout is held"},
        {options.retint.has_value(), "--retint",
            "gives the granules of the granule picture their colour back"},
        {options.tolerance.has_value(), "--tolerance", "decides whether a guided tile is accepted"},
        {options.attempts.has_value(), "--attempts",
            "says how often a guided tile may be made again"},
    };
    for (const Given& given : all) {
        if (given.isGiven)
            return fail(ErrorKind::Usage,
                fmt::format("{} {}, so it needs --guide mix.", given.option, given.meaning));
    }
    return {};
}

Expected<GenerationRequest> makeRequest(
    const RenderOptions& options, const std::filesystem::path& folder)
{
    auto planned = profileRequest(options, folder);
    if (!planned)
        return planned;
    GenerationRequest& request = *planned;
    if (request.guide == Guide::None) {
        if (const auto unguided = checkUnguided(options); !unguided)
            return tl::unexpected(unguided.error());
    }

    std::optional<Error> error;
    if (options.strength)
        request.strength = *options.strength;
    if (options.hold)
        request.hold = *options.hold;
    if (options.retint)
        request.retint = *options.retint;
    if (options.tolerance)
        request.tolerance = *options.tolerance;
    if (options.attempts)
        request.attempts = *options.attempts;
    if (options.seamless)
        take(parseSeamless(*options.seamless), request.seamless, error);
    if (options.negative)
        request.negative = *options.negative;
    if (options.steps)
        request.steps = *options.steps;
    if (options.guidance)
        request.guidance = *options.guidance;
    if (options.guidanceRescale)
        request.guidanceRescale = *options.guidanceRescale;
    if (options.clipSkip)
        request.clipSkip = *options.clipSkip;
    if (options.scheduler)
        take(parseScheduler(*options.scheduler), request.scheduler, error);
    if (PixelSize size; options.size && take(parseSize(*options.size), size, error)) {
        request.width = size.width;
        request.height = size.height;
    }
    if (!options.loras.empty())
        take(parseAdapters(options.loras, &parseLora), request.loras, error);
    if (!options.embeddings.empty())
        take(parseAdapters(options.embeddings, &parseEmbedding), request.embeddings, error);
    if (options.seed)
        take(parseSeed(*options.seed), request.seed, error);
    else if (!options.code)
        request.seed = randomSeed();
    if (options.vary)
        take(parseVariation(*options.vary), request.variation.emplace(), error);
    take(parseDevice(options.device), request.device, error);
    take(parsePrecision(options.precision), request.precision, error);
    if (error)
        return tl::unexpected(*error);
    if (const auto checked = request.check(); !checked)
        return tl::unexpected(checked.error());
    return planned;
}

/// The seed goes before the ending where several tiles would have one name.
std::filesystem::path outputPattern(const std::filesystem::path& output, int count)
{
    if (count == 1 || output.string().find(seedPlaceholder) != std::string::npos)
        return output;
    std::filesystem::path pattern = output;
    pattern.replace_filename(
        output.stem().string() + "-" + seedPlaceholder + output.extension().string());
    return pattern;
}

Expected<void> checkFiles(const RenderPlan& plan)
{
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < plan.count; ++i) {
        const auto file = outputFile(plan.output, plan.first.seed + static_cast<std::uint64_t>(i));
        // One look into each folder is enough.
        if (files.empty() || files.back().parent_path() != file.parent_path())
            files.push_back(file);
    }
    if (plan.preview) {
        if (*plan.preview == files.front())
            return fail(ErrorKind::Usage,
                fmt::format("--preview and -o both name {}.", plan.preview->string()));
        files.push_back(*plan.preview);
    }
    for (const auto& file : files) {
        if (const auto name = checkPngName(file); !name)
            return name;
        if (const auto writable = checkWritable(file); !writable)
            return writable;
    }
    return {};
}

} // namespace

std::filesystem::path outputFile(const std::filesystem::path& pattern, std::uint64_t seed)
{
    const std::string_view placeholder = seedPlaceholder;
    std::string name = pattern.string();
    for (std::size_t at = 0; (at = name.find(placeholder, at)) != std::string::npos;)
        name.replace(at, placeholder.size(), std::to_string(seed));
    return name;
}

Expected<RenderPlan> planRender(const RenderOptions& options)
{
    if (options.code && (options.mix || options.prompt))
        return fail(ErrorKind::Usage, "--code says the mix itself; leave out --mix and --prompt.");
    if (!options.code && options.mix.has_value() == options.prompt.has_value())
        return fail(ErrorKind::Usage,
            options.mix ? "--mix and --prompt exclude each other: a mix makes its own prompt."
                        : "Say what to make: --mix \"50% red, 30% black, 20% pearl\", or --prompt "
                          "TEXT.");
    const auto folder = modelPath(options.model);
    if (!folder)
        return tl::unexpected(folder.error());
    auto request = makeRequest(options, *folder);
    if (!request)
        return tl::unexpected(request.error());
    if (request->seed
        > std::numeric_limits<std::uint64_t>::max() - static_cast<std::uint64_t>(options.count - 1))
        return fail(ErrorKind::Usage,
            fmt::format("Seed {} is too large for {} tiles.", request->seed, options.count));
    RenderPlan plan{std::move(*request), options.count,
        outputPattern(options.output, options.count), options.preview};
    if (const auto files = checkFiles(plan); !files)
        return tl::unexpected(files.error());
    return plan;
}

} // namespace tilewright
