// A sentencepiece model used the T5 way: pieces, then the end token; no start token.
#pragma once

#include <sentencepiece_processor.h>
#include <unordered_map>

#include "inference/tokenizer/added_tokens.h"
#include "inference/tokenizer/tokenizer.h"
#include "inference/tokenizer/tokenizer_config.h"

namespace tilewright::inference {

class SentencepieceTokenizer final : public Tokenizer {
public:
    /// Errors: BadData.
    static Expected<std::unique_ptr<Tokenizer>> load(const std::filesystem::path& folder);

    std::vector<int> encode(std::string_view text) const override;
    std::vector<int> encodePadded(std::string_view text) const override;
    int addToken(const std::string& token) override;
    int maximumLength() const override { return m_maximumLength; }
    int vocabularySize() const override { return m_size; }

private:
    SentencepieceTokenizer() = default;
    Expected<void> readModel(const std::filesystem::path& file);
    Expected<void> applyConfig(const TokenizerConfig& config, const std::filesystem::path& folder);
    std::optional<int> find(const std::string& token) const;

    sentencepiece::SentencePieceProcessor m_model;
    std::unordered_map<std::string, int> m_appended; ///< tokens beyond the model's pieces
    AddedTokens m_added;
    int m_end = 0;
    int m_padding = 0;
    int m_maximumLength = 77;
    int m_size = 0; ///< with added tokens
};

} // namespace tilewright::inference
