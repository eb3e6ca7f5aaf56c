#include "core/library/tile_row.h"

#include <algorithm>
#include <ctime>
#include <spdlog/fmt/fmt.h>

#include "core/granule/tile_design.h"
#include "core/library/mix_color.h"

namespace tilewright {
namespace {

/// Of the whole tile; where the mask of a pattern is gone, of its own mix.
Mix overallMix(const GenerationRequest& request)
{
    const auto design = request.design();
    const Mix mix = design ? design->overallMix() : *request.mix;
    std::vector<MixShare> shares;
    for (const MixShare& share : mix.shares())
        if (share.perMille > 0)
            shares.push_back({share.color, share.perMille, false});
    std::sort(shares.begin(), shares.end(), [](const MixShare& a, const MixShare& b) {
        return a.perMille != b.perMille ? a.perMille > b.perMille : a.color < b.color;
    });
    return Mix::create(std::move(shares)).value_or(mix);
}

std::optional<Lab> colorOf(const Mix& mix, const GenerationRequest& request, const Palette& palette)
{
    const auto isIn = [](const Palette& colors) {
        return [&colors](const MixShare& share) { return colors.find(share.color) != nullptr; };
    };
    const auto& shares = mix.shares();
    if (request.colors.empty())
        return std::any_of(shares.begin(), shares.end(), isIn(palette))
            ? std::optional(meanColor(mix, palette))
            : std::nullopt;
    // The request's own colours are of other names than the palette's, unless that has changed.
    std::vector<GranuleColor> colors = palette.colors();
    for (const GranuleColor& color : request.colors)
        if (!palette.find(color.name) && !palette.find(color.code))
            colors.push_back(color);
    const Palette extended = Palette::create(palette.name(), std::move(colors)).value_or(palette);
    return std::any_of(shares.begin(), shares.end(), isIn(extended))
        ? std::optional(meanColor(mix, extended))
        : std::nullopt;
}

std::string isoTime(std::int64_t nanoseconds)
{
    const auto seconds = static_cast<std::time_t>(nanoseconds / 1'000'000'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

} // namespace

TileRow rowOf(
    const Tile& tile, const std::string& file, const FileStamp& stamp, const Palette& palette)
{
    TileRow row;
    row.file = file;
    row.stamp = stamp;
    row.mixKey = mixKey(tile.request);
    if (tile.request.mix) {
        row.mix = overallMix(tile.request);
        row.color = colorOf(*row.mix, tile.request, palette);
    }
    row.seed = tile.request.seed;
    row.prompt = tile.request.prompt;
    row.modelName = tile.provenance.modelName;
    row.created
        = tile.provenance.created.empty() ? isoTime(stamp.modified) : tile.provenance.created;
    row.width = tile.image.width;
    row.height = tile.image.height;
    if (tile.fidelity) {
        const auto& colors = tile.fidelity->colors;
        if (std::any_of(colors.begin(), colors.end(),
                [](const ColorFidelity& color) { return color.asked.has_value(); }))
            row.error = tile.fidelity->meanError();
    }
    row.isDraft = tile.provenance.draft;
    return row;
}

Expected<TileRow> readRow(
    const LibraryFolder& folder, const std::string& file, const Palette& palette)
{
    const std::filesystem::path path = folder.root / file;
    // Taken before: a file that changes while it is read is read again by the next sweep.
    const FileStamp stamp = stampOf(path).value_or(FileStamp{});
    return loadTileText(path).map(
        [&](const Tile& tile) { return rowOf(tile, file, stamp, palette); });
}

TileRecord recordOf(const LibraryFolder& folder, const TileRow& row)
{
    TileRecord record;
    record.id = row.id;
    record.file = folder.root / row.file;
    record.thumbnail = thumbnailPath(folder, row.id, row.stamp);
    record.mixKey = row.mixKey;
    record.mix = row.mix;
    record.seed = row.seed;
    record.prompt = row.prompt;
    record.modelName = row.modelName;
    record.created = row.created;
    record.width = row.width;
    record.height = row.height;
    record.error = row.error;
    record.marks = row.marks;
    record.isDraft = row.isDraft;
    record.isMissing = row.isMissing;
    return record;
}

std::filesystem::path thumbnailPath(const LibraryFolder& folder, TileId id, const FileStamp& stamp)
{
    if (id == 0)
        return {};
    return folder.thumbnails() / fmt::format("{:02}", id % 100)
        / fmt::format("{}-{:x}.jpg", id, stamp.modified ^ stamp.bytes);
}

} // namespace tilewright
