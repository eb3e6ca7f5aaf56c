#include "app/commands/picture_meter.h"

#include <algorithm>
#include <charconv>

#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>

#include "app/commands/command.h"
#include "app/support/named_mix.h"
#include "core/generation/mix_guide.h"
#include "core/measure/share_estimator.h"

namespace tilewright {
namespace {

std::vector<AskedShare> sharesOf(const Mix& mix)
{
    std::vector<AskedShare> shares;
    for (const MixShare& share : mix.shares())
        shares.push_back({share.color, share.percent()});
    return shares;
}

/// A name of its own, or a file from where the user stands.
std::string paletteName(const std::string& given)
{
    return given.ends_with(".json") ? std::filesystem::absolute(given).string() : given;
}

/// The tile, if the file is one; larger ones than the program makes are not looked at.
std::optional<Tile> tileIn(const std::filesystem::path& file, const Picture& picture)
{
    constexpr int longestSide = 8192;
    if (std::max(picture.image.width, picture.image.height) * picture.scale > longestSide)
        return std::nullopt;
    auto tile = loadTile(file);
    return tile ? std::optional<Tile>(std::move(*tile)) : std::nullopt;
}

/// Of the granules that the model shows.
GranuleSettings scaleOf(const ModelProfile& profile)
{
    GranuleSettings settings;
    settings.millimetresPerPixel = profile.millimetresPerPixel;
    settings.granuleMillimetres = profile.granuleMillimetres;
    return settings;
}

/// The mix that a tile was asked to show: its own, or what its prompt says.
std::vector<AskedShare> askedOf(
    const Tile& tile, const ModelProfile& profile, const Palette& palette)
{
    if (tile.request.mix)
        return sharesOf(*tile.request.mix);
    const auto mix = profile.prompt.parse(tile.request.prompt, palette);
    return mix ? sharesOf(*mix) : std::vector<AskedShare>();
}

Expected<std::string> colorNamed(std::string_view text, const Palette& palette)
{
    if (const GranuleColor* color = palette.find(text))
        return color->name;
    return fail(ErrorKind::Usage,
        fmt::format("The palette {} has no colour \"{}\". The nearest names are {}.",
            palette.name(), text, fmt::join(palette.nearestNames(text), ", ")));
}

/// The shares of these colours, of which nobody says how large they should be.
Expected<Fidelity> readUnasked(const Picture& picture, const std::vector<std::string>& colors,
    const Palette& palette, const Calibration& calibration)
{
    std::vector<AskedShare> shares;
    for (const std::string& color : colors)
        shares.push_back({color, 0});
    auto fidelity = measureFidelity(picture.image, picture.coverage, shares, palette, calibration);
    if (fidelity) {
        for (ColorFidelity& color : fidelity->colors)
            color.asked.reset();
    }
    return fidelity;
}

Expected<void> checkOptions(const MeasureOptions& options)
{
    if (options.mix && options.colors)
        return fail(ErrorKind::Usage,
            "--mix and --colors exclude each other: a mix names its colours already.");
    if (options.tolerance && !(*options.tolerance >= 0 && *options.tolerance <= 100))
        return fail(ErrorKind::Usage,
            fmt::format("--tolerance {} is out of range: give points of mean error from 0 to 100.",
                *options.tolerance));
    if (options.tolerance && options.colors)
        return fail(ErrorKind::Usage,
            "--tolerance compares with a mix, and --colors tells none. Give --mix instead.");
    return {};
}

} // namespace

std::string_view toText(Against against)
{
    switch (against) {
    case Against::Mix:
        return "mix";
    case Against::OwnMix:
        return "own-mix";
    case Against::Colors:
        return "colors";
    case Against::Palette:
        return "palette";
    }
    return "";
}

Expected<PictureMeter> PictureMeter::create(const MeasureOptions& options)
{
    if (const auto checked = checkOptions(options); !checked)
        return tl::unexpected(checked.error());
    std::optional<Calibration> calibration;
    if (options.calibration) {
        auto loaded = Calibration::load(*options.calibration);
        if (!loaded)
            return tl::unexpected(loaded.error());
        calibration = std::move(*loaded);
    }
    ModelProfile profile = ModelProfile::defaults();
    std::filesystem::path folder;
    if (!options.model.empty()) {
        const auto path = modelPath(options.model);
        if (!path)
            return tl::unexpected(path.error());
        folder = *path;
        auto loaded = ModelProfile::load(folder);
        if (!loaded)
            return tl::unexpected(loaded.error());
        profile = std::move(*loaded);
    } else if (calibration && !calibration->palette().empty()) {
        profile.palette = calibration->palette();
    }
    if (options.palette)
        profile.palette = paletteName(*options.palette);

    auto meter = folder.empty()
        ? loadPalette(profile.palette, {}).map([](const Palette& p) { return ModelMeter(p); })
        : ModelMeter::load(folder, profile);
    if (!meter)
        return tl::unexpected(meter.error());
    if (!meter->notice().empty() && !calibration)
        spdlog::warn(meter->notice());
    PictureMeter result(Source{std::move(profile), std::move(*meter)});
    result.m_isSourceGiven = !folder.empty() || calibration || options.palette;
    result.m_calibration = std::move(calibration);
    result.m_tolerance = options.tolerance;
    if (options.mix) {
        const auto mix = readNamedMix(*options.mix, result.m_source.meter.palette());
        if (!mix)
            return tl::unexpected(mix.error());
        result.m_mix = sharesOf(*mix);
    }
    if (options.colors) {
        if (const auto read = result.readColors(*options.colors); !read)
            return tl::unexpected(read.error());
    }
    return result;
}

Expected<void> PictureMeter::readColors(const std::string& text)
{
    constexpr std::size_t most = Mix::maximumColors;
    std::size_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error == std::errc() && stop == text.data() + text.size()) {
        if (count < 1 || count > most)
            return fail(ErrorKind::Usage,
                fmt::format(
                    "--colors {} is out of range: 1 to {} colours are looked for.", count, most));
        m_mostColors = count;
        return {};
    }
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t comma = std::min(text.find(',', start), text.size());
        const auto name = colorNamed(
            std::string_view(text).substr(start, comma - start), m_source.meter.palette());
        if (!name)
            return tl::unexpected(name.error());
        if (std::find(m_colors.begin(), m_colors.end(), *name) == m_colors.end())
            m_colors.push_back(*name);
        start = comma + 1;
    }
    return {};
}

PictureMeter::Source& PictureMeter::sourceFor(const std::optional<Tile>& tile)
{
    if (!tile || m_isSourceGiven)
        return m_source;
    const std::string& model = tile->request.model;
    auto [known, isNew] = m_models.try_emplace(model);
    std::error_code error;
    if (isNew && std::filesystem::exists(model, error)) {
        // A model that went or was damaged since is no reason not to measure its tile.
        if (auto profile = ModelProfile::load(model)) {
            if (auto meter = ModelMeter::load(model, *profile)) {
                if (!meter->notice().empty())
                    spdlog::warn(meter->notice());
                known->second.emplace(Source{std::move(*profile), std::move(*meter)});
            }
        }
    }
    return known->second ? *known->second : m_source;
}

Expected<Fidelity> PictureMeter::read(const Picture& picture, const std::optional<Tile>& tile,
    const std::vector<AskedShare>& asked, const Palette& palette,
    const Calibration& calibration) const
{
    if (!m_colors.empty())
        return readUnasked(picture, m_colors, palette, calibration);
    if (asked.empty()) {
        const auto found = findColors(picture.image, picture.coverage, calibration,
            m_mostColors.value_or(Mix::maximumColors));
        if (!found)
            return tl::unexpected(found.error());
        return readUnasked(picture, found->colors, palette, calibration);
    }
    const bool isAsMade = m_mix.empty() && tile->request.guide == Guide::Mix
        && picture.coverage.empty() && picture.image.width == tile->request.width
        && picture.image.height == tile->request.height;
    if (!isAsMade)
        return measureFidelity(picture.image, picture.coverage, asked, palette, calibration);
    // Where each granule was laid is known, so that each can be read as well.
    const auto guide = MixGuide::create(tile->request, palette);
    if (!guide)
        return tl::unexpected(guide.error());
    return (*guide)->measure(picture.image, palette, calibration);
}

Expected<PictureReading> PictureMeter::measure(
    const std::filesystem::path& file, const std::function<void(const char*)>& tell)
{
    tell("reading");
    const auto picture = readPicture(file);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto tile = tileIn(file, *picture);
    tell("calibrating");
    Source& source = sourceFor(tile);
    const std::vector<GranuleColor> ownColors
        = tile ? tile->request.colors : std::vector<GranuleColor>();
    const auto whole = source.meter.palette().with(ownColors);
    if (!whole)
        return tl::unexpected(whole.error());
    const Palette& palette = *whole;
    const Calibration& calibration = m_calibration
        ? *m_calibration
        : source.meter.calibrationFor(
            tile ? tile->request.granules() : scaleOf(source.profile), ownColors);

    PictureReading reading;
    reading.calibration = calibration.source();
    std::vector<AskedShare> asked = m_mix;
    if (!m_mix.empty()) {
        reading.against = Against::Mix;
    } else if (!m_colors.empty()) {
        reading.against = Against::Colors;
    } else if (tile && !m_mostColors) {
        asked = askedOf(*tile, source.profile, palette);
        reading.against = asked.empty() ? Against::Palette : Against::OwnMix;
    }
    if (m_tolerance && asked.empty())
        return fail(ErrorKind::Usage,
            fmt::format("{} does not tell which mix it should show, so no tolerance can be "
                        "applied. Give the mix with --mix.",
                file.string()));
    tell("measuring");
    auto fidelity = read(*picture, tile, asked, palette, calibration);
    if (!fidelity) {
        Error error = fidelity.error();
        error.message = fmt::format("{}: {}", file.string(), error.message);
        return tl::unexpected(std::move(error));
    }
    reading.fidelity = std::move(*fidelity);
    return reading;
}

bool PictureMeter::isTolerated(const PictureReading& reading) const
{
    return !m_tolerance || reading.fidelity.meanError() <= *m_tolerance;
}

} // namespace tilewright
