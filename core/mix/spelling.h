// How alike two words are spelled.
#pragma once

#include <cstddef>
#include <string_view>

namespace tilewright {

/// Edits that turn one word into the other: insert, delete, replace, swap of neighbours
/// (Damerau-Levenshtein distance in its restricted form).
/// Costs the product of the lengths, in bytes.
std::size_t spellingDistance(std::string_view a, std::string_view b);

} // namespace tilewright
