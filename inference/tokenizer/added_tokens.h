// Tokens that are cut out of a text as a whole before the rest of it is tokenised.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tilewright::inference {

/// A stretch of text: either an added token or something between two of them.
struct TextPiece {
    std::string_view text;
    std::optional<int> token; ///< its id, if it is an added token
};

class AddedTokens {
public:
    /// A known content gets the new id. An empty content is never found in a text.
    void add(const std::string& content, int id);

    /// From left to right, the longest token first. Pieces without text are left out.
    std::vector<TextPiece> split(std::string_view text) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_ids;
    /// The lengths that tokens with a given first byte have, longest first.
    std::unordered_map<char, std::vector<std::size_t>> m_lengths;
};

} // namespace tilewright::inference
