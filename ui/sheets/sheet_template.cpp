#include <array>

#include "core/color/color.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "ui/sheets/sheet_document.h"

#include <spdlog/fmt/fmt.h>

namespace tilewright::ui {
namespace {
constexpr std::array tileCounts{1, 4, 9, 12};

Expected<PaperSize> parsePaper(std::string_view text)
{
    if (text == "a4")
        return PaperSize::A4;
    if (text == "letter")
        return PaperSize::Letter;
    return fail(ErrorKind::Usage,
        fmt::format("There is no paper \"{}\". Choose \"a4\" or \"letter\".", text));
}
} // namespace

Expected<void> SheetTemplate::check() const
{
    if (std::find(tileCounts.begin(), tileCounts.end(), tilesPerPage) == tileCounts.end())
        return fail(ErrorKind::Usage,
            fmt::format("A page cannot hold {} tiles. Choose 1, 4, 9 or 12.", tilesPerPage));
    if (language != "en" && language != "ru")
        return fail(ErrorKind::Usage,
            fmt::format("There is no language \"{}\". Choose \"en\" or \"ru\".", language));
    if (!srgbFromHex(accent))
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" is no colour. Write it like \"#c8452f\".", accent));
    return {};
}

Expected<SheetTemplate> SheetTemplate::fromJson(const nlohmann::json& json)
{
    SheetTemplate design;
    std::string problem;
    JsonFields fields(json, problem);
    fields.read("paper", design.paper, parsePaper);
    fields.read("landscape", design.isLandscape);
    fields.read("language", design.language);
    fields.read("accent", design.accent);
    fields.read("tilesPerPage", design.tilesPerPage);
    fields.read("cover", design.hasCover);
    fields.read("index", design.hasIndex);
    fields.read("legend", design.hasLegend);
    fields.read("mix", design.showsMix);
    fields.read("seed", design.showsSeed);
    fields.read("fidelity", design.showsFidelity);
    fields.read("prices", design.showsPrices);
    if (!problem.empty())
        return fail(ErrorKind::Usage, fmt::format("The template cannot be used: {}.", problem));
    if (const auto valid = design.check(); !valid)
        return tl::unexpected(valid.error());
    return design;
}

nlohmann::json SheetTemplate::toJson() const
{
    return {{"paper", paper == PaperSize::A4 ? "a4" : "letter"}, {"landscape", isLandscape},
        {"language", language}, {"accent", accent}, {"tilesPerPage", tilesPerPage},
        {"cover", hasCover}, {"index", hasIndex}, {"legend", hasLegend}, {"mix", showsMix},
        {"seed", showsSeed}, {"fidelity", showsFidelity}, {"prices", showsPrices}};
}

Expected<SheetTemplate> SheetTemplate::load(const std::filesystem::path& file)
{
    const auto text = readTextFile(file, std::size_t{1} << 20);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = parseJson(*text, file.string());
    if (!json)
        return tl::unexpected(json.error());
    auto design = fromJson(*json);
    if (!design)
        return fail(ErrorKind::BadData,
            fmt::format("{}: {}", file.string(), design.error().message), design.error().detail);
    return design;
}

Expected<void> SheetTemplate::save(const std::filesystem::path& file) const
{
    return writeFileAtomically(file, dumpJson(toJson(), 2) + "\n");
}

} // namespace tilewright::ui
