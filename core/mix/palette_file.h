// Palettes in files: this program's JSON, tables (CSV), GIMP's .gpl and Adobe's .ase.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/mix/palette.h"
#include "core/support/error.h"

namespace tilewright {

enum class PaletteFormat {
    Json, ///< everything that a Palette holds
    Csv, ///< a line a colour: name, code, nameRu, hex, L, a, b
    Gpl, ///< GIMP: names and sRGB
    Ase, ///< Adobe Swatch Exchange: names and sRGB
};

constexpr std::size_t maximumPaletteColors = 1000;

/// By the ending of the name. Errors: Usage, with the endings that there are.
Expected<PaletteFormat> paletteFormatOf(const std::filesystem::path& file);

/// A palette in any of the formats, which is told by the content. What the other formats allow and
/// the text of a mix does not is put right: signs , ; : % in a name become blanks, a colour without
/// a name is called by its hex, of equal names the later ones get a number. `name` is used where
/// the content has none. Errors: BadData, with the line where there are lines.
Expected<Palette> parsePalette(std::string_view content, const std::string& name);
/// The same from a file of at most 4 MB. Errors: BadData.
Expected<Palette> readPaletteFile(const std::filesystem::path& file);

std::string formatPalette(const Palette& palette, PaletteFormat format);
/// In the format of the file's ending; replaces the file in one step. Errors: Usage, CannotWrite.
Expected<void> writePaletteFile(const std::filesystem::path& file, const Palette& palette);

} // namespace tilewright
