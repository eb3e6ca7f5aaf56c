// The readers and writers behind palette_file.h. What they read is loose: names may be empty, equal
// or hold any sign.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/color/color.h"
#include "core/mix/palette.h"
#include "core/support/error.h"

namespace tilewright {

struct LooseColor {
    std::string name; ///< UTF-8
    std::string code;
    std::string nameRu;
    std::optional<Srgb> srgb; ///< one of the two is there
    std::optional<Lab> lab;
};

struct LoosePalette {
    std::string name; ///< empty where the file tells none
    std::vector<LooseColor> colors;
};

// Errors of all readers: BadData, a sentence without the file's name.
Expected<LoosePalette> readCsvPalette(std::string_view text);
Expected<LoosePalette> readGplPalette(std::string_view text);
Expected<LoosePalette> readAsePalette(std::string_view bytes);

std::string writeCsvPalette(const Palette& palette);
std::string writeGplPalette(const Palette& palette);
std::string writeAsePalette(const Palette& palette);

bool isUtf8(std::string_view text);
/// Big endian, as in .ase files; lone surrogates become U+FFFD.
std::string utf8FromUtf16(std::string_view bytes);
/// Of valid UTF-8.
std::string utf16FromUtf8(std::string_view text);

/// The lines of a text without their ends (\n, \r\n or \r) and without a byte order mark.
std::vector<std::string_view> linesOf(std::string_view text);

} // namespace tilewright
