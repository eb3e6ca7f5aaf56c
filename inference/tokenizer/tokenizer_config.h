// What tokenizer_config.json, special_tokens_map.json and added_tokens.json say, in one value.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

struct SpecialToken {
    std::string content;
    /// Looked for in the normalised text (lower-cased and so on), not in the text as typed.
    bool isNormalised = false;
};

struct TokenizerConfig {
    std::optional<SpecialToken> begin;
    std::optional<SpecialToken> end;
    std::optional<SpecialToken> unknown;
    std::optional<SpecialToken> padding;
    std::vector<SpecialToken> additional;
    std::map<int, SpecialToken> added; ///< by id: beyond or within the vocabulary
    std::optional<int> extraIds; ///< sentinels <extra_id_N> of T5
    std::optional<int> maximumLength; ///< nothing when the file has none or one that means none
};

/// Reads what of the three files is there; none is needed. Where the first two differ, the map
/// wins, unless the config lists its added tokens itself, as the newer layout does. Errors:
/// BadData.
Expected<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& folder);

} // namespace tilewright::inference
