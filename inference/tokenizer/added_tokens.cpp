#include "inference/tokenizer/added_tokens.h"

#include <algorithm>

namespace tilewright::inference {

void AddedTokens::add(const std::string& content, int id)
{
    if (content.empty())
        return;
    m_ids[content] = id;
    auto& lengths = m_lengths[content.front()];
    if (std::find(lengths.begin(), lengths.end(), content.size()) == lengths.end())
        lengths.push_back(content.size());
    std::sort(lengths.rbegin(), lengths.rend());
}

std::vector<TextPiece> AddedTokens::split(std::string_view text) const
{
    std::vector<TextPiece> pieces;
    std::size_t plainBegin = 0;
    std::size_t at = 0;
    const auto matchAt = [&](std::size_t position) -> std::optional<TextPiece> {
        const auto lengths = m_lengths.find(text[position]);
        if (lengths == m_lengths.end())
            return std::nullopt;
        for (const std::size_t length : lengths->second) {
            const std::string_view candidate = text.substr(position, length);
            if (const auto found = m_ids.find(candidate); found != m_ids.end())
                return TextPiece{candidate, found->second};
        }
        return std::nullopt;
    };
    while (at < text.size()) {
        const auto match = matchAt(at);
        if (!match) {
            ++at;
            continue;
        }
        if (at > plainBegin)
            pieces.push_back({text.substr(plainBegin, at - plainBegin), std::nullopt});
        pieces.push_back(*match);
        at += match->text.size();
        plainBegin = at;
    }
    if (plainBegin < text.size())
        pieces.push_back({text.substr(plainBegin), std::nullopt});
    return pieces;
}

} // namespace tilewright::inference
