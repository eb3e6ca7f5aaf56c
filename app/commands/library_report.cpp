#include "app/commands/library_report.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "core/mix/prompt_format.h"
#include "core/support/paths.h"

namespace tilewright {

std::filesystem::path LibraryOptions::path() const
{
    return folder.empty() ? tileFolder() : folder;
}

Expected<Palette> LibraryOptions::loadPalette() const
{
    return tilewright::loadPalette(palette, {});
}

Expected<std::unique_ptr<Library>> LibraryOptions::open() const
{
    // A mistyped name should not become a new library; the studio's own may be begun here.
    std::error_code error;
    if (!folder.empty() && !std::filesystem::is_directory(path(), error))
        return fail(ErrorKind::Usage,
            fmt::format("There is no library {}. A library is a folder with tiles; give it with "
                        "--library.",
                path().string()));
    const auto colors = loadPalette();
    if (!colors)
        return tl::unexpected(colors.error());
    return Library::open(path(), *colors);
}

void addLibraryOptions(CLI::App& command, LibraryOptions& options, Invocation& invocation)
{
    command
        .add_option("--library", options.folder,
            "Folder with the tiles; default: where the studio keeps them")
        ->type_name("FOLDER");
    command
        .add_option(
            "--palette", options.palette, "A palette's name or its JSON file; default: rubber-29")
        ->type_name("NAME|FILE");
    addJsonOption(command, invocation, "Write JSON");
    addVerboseOption(command, invocation);
}

std::string_view toText(Flag flag)
{
    switch (flag) {
    case Flag::None:
        return "none";
    case Flag::Picked:
        return "picked";
    case Flag::Rejected:
        return "rejected";
    }
    return "";
}

std::string_view labelText(int label)
{
    constexpr std::string_view names[] = {"none", "red", "yellow", "green", "blue"};
    return label >= 0 && label < 5 ? names[label] : "";
}

nlohmann::ordered_json toJson(const TileRecord& tile)
{
    auto mix = nlohmann::ordered_json::array();
    for (const MixShare& share : tile.mix ? tile.mix->shares() : std::vector<MixShare>())
        mix.push_back({{"color", share.color}, {"percent", share.percent()}});
    nlohmann::ordered_json json{{"id", tile.id}, {"file", tile.file.string()}, {"mix", mix},
        {"history", tile.mixKey}, {"seed", tile.seed}, {"prompt", tile.prompt},
        {"model", tile.modelName}, {"created", tile.created}, {"width", tile.width},
        {"height", tile.height}};
    if (tile.error)
        json["meanError"] = *tile.error;
    json.update({{"rating", tile.marks.rating}, {"flag", toText(tile.marks.flag)},
        {"label", labelText(tile.marks.label)}, {"draft", tile.isDraft},
        {"missing", tile.isMissing}});
    return json;
}

std::string jsonText(const nlohmann::ordered_json& json, int indent)
{
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string describe(const TileRecord& tile)
{
    std::string text;
    const auto line = [&](const char* name, const std::string& value) {
        text += fmt::format("{:<9} {}\n", name, value);
    };
    line("file", tile.file.string() + (tile.isMissing ? "  (missing)" : ""));
    line("id", std::to_string(tile.id));
    line("mix", tile.mix ? formatMix(*tile.mix) : "none was asked");
    line("seed", std::to_string(tile.seed));
    line("prompt", tile.prompt);
    line("model", tile.modelName + (tile.isDraft ? "  (draft)" : ""));
    line("created", tile.created);
    line("size", fmt::format("{} × {} pixels", tile.width, tile.height));
    line("fidelity",
        tile.error ? fmt::format("{:.1f} points off on average", *tile.error) : "not measured");
    line("rating", std::to_string(tile.marks.rating));
    line("flag", std::string(toText(tile.marks.flag)));
    line("label", std::string(labelText(tile.marks.label)));
    return text;
}

} // namespace tilewright
