// GIMP palettes: "GIMP Palette", then "Name: …", then lines "210  81  68  red".
#include <charconv>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"
#include "core/mix/palette_formats.h"

namespace tilewright {
namespace {

/// A number 0…255 that begins the line, which gets shorter by it.
std::optional<std::uint8_t> takeByte(std::string_view& line)
{
    line = trimmed(line);
    int value = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    const auto length = static_cast<std::size_t>(end - line.data());
    const bool isWord = length == line.size() || line[length] == ' ' || line[length] == '\t';
    if (error != std::errc() || !isWord || value < 0 || value > 255)
        return std::nullopt;
    line.remove_prefix(length);
    return static_cast<std::uint8_t>(value);
}

} // namespace

Expected<LoosePalette> readGplPalette(std::string_view text)
{
    LoosePalette palette;
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::string_view line = trimmed(lines[i]);
        if (line.empty() || line.starts_with('#') || line.starts_with("Columns:"))
            continue;
        if (line.starts_with("Name:")) {
            palette.name = trimmed(line.substr(5));
            continue;
        }
        const auto r = takeByte(line), g = r ? takeByte(line) : r, b = g ? takeByte(line) : g;
        if (!b)
            return fail(ErrorKind::BadData,
                fmt::format("Line {} must begin with three numbers from 0 to 255, as in "
                            "\"210 81 68 red\", not \"{:.40}\".",
                    i + 1, lines[i]));
        LooseColor& color = palette.colors.emplace_back();
        color.srgb = Srgb{*r, *g, *b};
        color.name = trimmed(line);
        if (color.name == "Untitled") // what GIMP calls a colour without a name
            color.name.clear();
    }
    return palette;
}

std::string writeGplPalette(const Palette& palette)
{
    std::string text = fmt::format("GIMP Palette\nName: {}\nColumns: 10\n#\n", palette.name());
    for (const GranuleColor& color : palette.colors())
        text += fmt::format(
            "{:3} {:3} {:3}\t{}\n", color.srgb.r, color.srgb.g, color.srgb.b, trimmed(color.name));
    return text;
}

} // namespace tilewright
