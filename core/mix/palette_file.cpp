#include "core/mix/palette_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "core/mix/color_json.h"
#include "core/mix/mix_text.h"
#include "core/mix/palette_formats.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr std::size_t maximumBytes = std::size_t{4} << 20;
constexpr std::size_t longestName = 60; // bytes of a name that a list can still show

struct Ending {
    std::string_view text;
    PaletteFormat format;
};
constexpr std::array endings{Ending{".json", PaletteFormat::Json},
    Ending{".csv", PaletteFormat::Csv}, Ending{".gpl", PaletteFormat::Gpl},
    Ending{".ase", PaletteFormat::Ase}};

/// In one line without these signs, and of a length that can be shown.
std::string cleaned(std::string_view text, std::string_view signs = " ")
{
    std::string name;
    for (const char c : text) {
        const bool isBlank = signs.find(c) != std::string_view::npos
            || (static_cast<unsigned char>(c) < ' ') || c == 0x7F;
        if (!isBlank)
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    std::size_t length = std::min(name.size(), longestName);
    while (length < name.size() && length > 0
        && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80)
        --length;
    name.resize(length);
    while (name.ends_with(' '))
        name.pop_back();
    return name;
}

/// Without the signs that the text of a mix needs.
std::string writable(std::string_view text)
{
    return cleaned(text, ",;:% ");
}

/// Whether a name holds more than the signs that comparing is blind to.
bool isTelling(std::string_view name)
{
    return name.find_first_not_of(" -_") != std::string_view::npos;
}

/// `wanted`, or with the lowest number that makes it distinct from all that the palette has.
std::string distinct(const std::string& wanted, const std::set<std::string>& taken)
{
    std::string name = wanted;
    for (int i = 2; taken.count(comparable(name)) != 0; ++i)
        name = fmt::format("{} {}", wanted, i);
    return name;
}

Expected<Palette> tidied(const LoosePalette& loose, const std::string& name)
{
    if (loose.colors.size() > maximumPaletteColors)
        return fail(ErrorKind::BadData,
            fmt::format("The palette has {} colours; at most {} can be offered.",
                loose.colors.size(), maximumPaletteColors));
    std::vector<GranuleColor> colors;
    std::set<std::string> taken;
    for (const LooseColor& color : loose.colors) {
        if (!isUtf8(color.name) || !isUtf8(color.code) || !isUtf8(color.nameRu))
            return fail(ErrorKind::BadData,
                fmt::format("The name of colour {} is not in UTF-8. Save the file as UTF-8 and "
                            "import it again.",
                    colors.size() + 1));
        const Srgb srgb = color.srgb ? *color.srgb : toSrgb(toLinear(*color.lab));
        std::string called = writable(color.name);
        if (!isTelling(called))
            called = writable(color.code);
        if (!isTelling(called))
            called = toHex(srgb);
        GranuleColor& result = colors.emplace_back(
            GranuleColor::of(distinct(called, taken), srgb, color.lab.value_or(toLab(srgb))));
        result.nameRu = cleaned(color.nameRu);
        const std::string code = writable(color.code);
        // A colour's code may be its name.
        result.code = isTelling(code) ? distinct(code, taken) : result.name;
        taken.insert(comparable(result.name));
        taken.insert(comparable(result.code));
    }
    const std::string own = isUtf8(loose.name) ? std::string(trimmed(loose.name)) : std::string();
    return Palette::create(own.empty() ? name : own, std::move(colors));
}

std::string toJsonText(const Palette& palette)
{
    nlohmann::json colors = nlohmann::json::array();
    for (const GranuleColor& color : palette.colors())
        colors.push_back(toJson(color));
    return dumpJson({{"name", palette.name()}, {"colors", std::move(colors)}}, 2) + "\n";
}

} // namespace

Expected<PaletteFormat> paletteFormatOf(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    for (char& c : ending)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = std::find_if(
        endings.begin(), endings.end(), [&](const Ending& known) { return known.text == ending; });
    if (found != endings.end())
        return found->format;
    return fail(ErrorKind::Usage,
        fmt::format("Palettes are .json, .csv, .gpl (GIMP) or .ase (Adobe) files, not {}.",
            file.filename().string()));
}

Expected<Palette> parsePalette(std::string_view content, const std::string& name)
{
    const auto tidy = [&](const LoosePalette& loose) { return tidied(loose, name); };
    if (content.starts_with("ASEF"))
        return readAsePalette(content).and_then(tidy);
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    const std::string_view text
        = content.substr(content.starts_with(byteOrderMark) ? byteOrderMark.size() : 0);
    if (text.starts_with("GIMP Palette"))
        return readGplPalette(text).and_then(tidy);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '{')
        return Palette::fromJson(text).and_then([&](const Palette& palette) -> Expected<Palette> {
            if (palette.colors().size() > maximumPaletteColors)
                return fail(ErrorKind::BadData,
                    fmt::format("The palette has {} colours; at most {} can be offered.",
                        palette.colors().size(), maximumPaletteColors));
            return palette.name().empty() ? Palette::create(name, palette.colors()) : palette;
        });
    if (content.find('\0') != std::string_view::npos)
        return fail(ErrorKind::BadData,
            "This is no palette. Palettes are JSON, CSV, GIMP (.gpl) or Adobe (.ase) files.");
    return readCsvPalette(content).and_then(tidy);
}

Expected<Palette> readPaletteFile(const std::filesystem::path& file)
{
    return readTextFile(file, maximumBytes).and_then([&](const std::string& content) {
        return parsePalette(content, file.stem().string()).map_error([&](Error error) {
            error.message
                = fmt::format("Cannot read {}: {}", file.filename().string(), error.message);
            return error;
        });
    });
}

std::string formatPalette(const Palette& palette, PaletteFormat format)
{
    switch (format) {
    case PaletteFormat::Json:
        return toJsonText(palette);
    case PaletteFormat::Csv:
        return writeCsvPalette(palette);
    case PaletteFormat::Gpl:
        return writeGplPalette(palette);
    case PaletteFormat::Ase:
        return writeAsePalette(palette);
    }
    return {};
}

Expected<void> writePaletteFile(const std::filesystem::path& file, const Palette& palette)
{
    return paletteFormatOf(file).and_then([&](PaletteFormat format) {
        return writeFileAtomically(file, formatPalette(palette, format));
    });
}

} // namespace tilewright
