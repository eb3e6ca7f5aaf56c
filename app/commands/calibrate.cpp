#include "app/commands/calibrate.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>

#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "core/image/picture.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

std::string upperCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

/// The colour whose code the file is named by: CODE alone, or with what comes after a '_', '-' or
/// blank. The longest code counts, so that one may begin like another.
const GranuleColor* colorOf(const fs::path& file, const Palette& palette)
{
    const std::string stem = upperCase(file.stem().string());
    const GranuleColor* best = nullptr;
    for (const GranuleColor& color : palette.colors()) {
        const std::string code = upperCase(color.code);
        const bool fits = stem.starts_with(code)
            && (stem.size() == code.size()
                || std::string_view("_- ").find(stem[code.size()]) != std::string_view::npos);
        if (fits && (!best || code.size() > best->code.size()))
            best = &color;
    }
    return best;
}

/// In the order of their names, so that the same folder makes the same file everywhere.
Expected<std::vector<fs::path>> filesIn(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        files.push_back(entry->path());
    if (error)
        return fail(ErrorKind::Usage,
            fmt::format("The folder {} cannot be read: {}.", folder.string(), error.message()));
    std::sort(files.begin(), files.end());
    return files;
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorKind::Cancelled, "Cancelled. No calibration was written.");
}

} // namespace

Expected<ModelCalibrationPlan> planCalibration(const CalibrateOptions& options)
{
    const auto model = modelPath(options.model);
    if (!model)
        return tl::unexpected(model.error());
    const auto profile = ModelProfile::load(*model);
    if (!profile)
        return tl::unexpected(profile.error());
    const auto palette = loadPalette(profile->palette, *model);
    if (!palette)
        return tl::unexpected(palette.error());
    const auto seed = parseSeed(options.seed);
    if (!seed)
        return tl::unexpected(seed.error());
    const auto device = parseDevice(options.device);
    if (!device)
        return tl::unexpected(device.error());
    auto size = Expected<PixelSize>(PixelSize{profile->width, profile->height});
    if (options.size)
        size = parseSize(*options.size);
    if (!size)
        return tl::unexpected(size.error());

    ModelCalibrationPlan plan;
    plan.palette = palette->name();
    plan.count = options.count;
    const auto pictures = palette->colors().size() * static_cast<std::size_t>(options.count);
    if (*seed > std::numeric_limits<std::uint64_t>::max() - pictures)
        return fail(ErrorKind::Usage,
            fmt::format("Seed {} is too large for {} pictures.", *seed, pictures));
    for (const GranuleColor& color : palette->colors()) {
        const auto mix = Mix::fromWeights({{color.name, 1}});
        if (!mix)
            return tl::unexpected(mix.error());
        plan.colors.push_back(color.name);
        for (int i = 0; i < options.count; ++i) {
            auto request = GenerationRequest::forMix(*profile, model->string(), *mix);
            request.width = size->width;
            request.height = size->height;
            request.device = *device;
            request.seed = *seed + plan.requests.size();
            request.attempts = 1;
            if (const auto checked = request.check(); !checked)
                return tl::unexpected(checked.error());
            plan.requests.push_back(std::move(request));
        }
    }
    plan.source = fmt::format("{}, {} pictures of {} x {}, seeds {} to {}",
        profile->name.empty() ? model->filename().string() : profile->name, pictures, size->width,
        size->height, *seed, *seed + pictures - 1);
    return plan;
}

Expected<Calibration> calibrateByModel(const ModelCalibrationPlan& plan, Generator& generator,
    const CalibrationProgress& progress, std::stop_token stop)
{
    Calibration calibration(plan.source, plan.palette);
    const auto units = static_cast<int>(plan.requests.size());
    for (int done = 0; done < units; ++done) {
        const std::string& color = plan.colors[static_cast<std::size_t>(done / plan.count)];
        const auto observer = [&](const GenerationEvent& event) {
            const auto* phase = std::get_if<PhaseBegan>(&event);
            if (!phase)
                return;
            // Later pictures find the model in memory.
            const bool loads = phase->phase == Phase::Load && done == 0;
            progress(loads ? "Loading the model" : "Calibrating " + color, done, units);
        };
        const auto tile
            = generator.generate(plan.requests[static_cast<std::size_t>(done)], observer, stop);
        if (stop.stop_requested())
            return cancelled();
        if (!tile)
            return tl::unexpected(tile.error());
        if (const auto added = calibration.add(color, tile->image); !added)
            return tl::unexpected(added.error());
    }
    return calibration;
}

Expected<PhotoCalibration> calibrateByPhotos(const fs::path& folder, const Palette& palette,
    const CalibrationProgress& progress, std::stop_token stop)
{
    const auto files = filesIn(folder);
    if (!files)
        return tl::unexpected(files.error());
    PhotoCalibration result;
    const fs::path named = fs::absolute(folder / "").lexically_normal().parent_path();
    result.calibration = Calibration::forPhotographs(
        fmt::format("photographs in {}", named.filename().string()), palette);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < files->size(); ++i) {
        const fs::path& file = (*files)[i];
        const std::string name = file.filename().string();
        if (stop.stop_requested())
            return cancelled();
        progress("Reading " + name, static_cast<int>(i), static_cast<int>(files->size()));
        const GranuleColor* color = colorOf(file, palette);
        if (!color) {
            result.passedOver.push_back(
                fmt::format("{} is not named by the code of a colour.", name));
            continue;
        }
        const auto counted = readPicture(file).and_then([&](const Picture& picture) {
            return result.calibration.add(color->name, picture.image, picture.coverage);
        });
        if (!counted) {
            result.passedOver.push_back(counted.error().message);
            continue;
        }
        ++result.pictures;
        seen.insert(color->name);
    }
    if (result.pictures == 0)
        return fail(ErrorKind::BadData,
            fmt::format("No photograph in {} can be used. Name each by the code of its one colour, "
                        "for example {}.jpg; \"tilewright palette list\" shows the codes.",
                folder.string(), palette.colors().empty() ? "RED" : palette.colors().front().code),
            fmt::format("{}", fmt::join(result.passedOver, " ")));
    for (const GranuleColor& color : palette.colors()) {
        if (!seen.contains(color.name))
            result.missing.push_back(color.name);
    }
    return result;
}

} // namespace tilewright
