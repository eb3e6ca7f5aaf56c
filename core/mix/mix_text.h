// The text form of a mix before its names are looked up; what parseMix() and recipes have in
// common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// One share as it was typed; the name points into the text that was read.
struct MixEntry {
    double amount = 0; ///< percent, or parts
    std::string_view name;
};

struct MixText {
    std::vector<MixEntry> entries; ///< never empty
    bool isParts = false;
};

inline constexpr std::string_view exampleMix = "50% red, 30% black, 20% pearl";

/// Good typography puts no-break blanks between number and percent sign; here they are plain.
std::string withPlainBlanks(std::string_view text);
std::string_view trimmed(std::string_view text);
/// Digits with a decimal point or comma, nothing else.
std::optional<double> numberFrom(std::string_view text);
/// For error sentences: nobody wants a page quoted.
std::string quotation(std::string_view text);
/// Pieces between commas, semicolons and line ends, trimmed, without empty ones. A comma between
/// two digits is a decimal comma.
std::vector<std::string_view> splitEntries(std::string_view text);
/// "50% dark green", "50 dark green", "dark green 50 %", "dark green: 50%".
std::optional<MixEntry> readMixEntry(std::string_view text);

/// Percentages or parts, see parseMix(); `text` with plain blanks. Errors: Usage.
Expected<MixText> readMixText(std::string_view text);
/// Percentages must sum to 100 (±0.1 for rounding). Errors: Usage.
Expected<void> checkSum(const MixText& mix, std::string_view text);

} // namespace tilewright
