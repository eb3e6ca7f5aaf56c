// The tokenizer of CLIP text encoders: normalisation, words, byte-pair encoding.
#pragma once

#include <unordered_map>

#include "inference/tokenizer/added_tokens.h"
#include "inference/tokenizer/byte_pair_encoding.h"
#include "inference/tokenizer/tokenizer.h"
#include "inference/tokenizer/tokenizer_config.h"

namespace tilewright::inference {

class ClipTokenizer final : public Tokenizer {
public:
    /// Errors: BadData.
    static Expected<std::unique_ptr<Tokenizer>> load(const std::filesystem::path& folder);

    std::vector<int> encode(std::string_view text) const override;
    std::vector<int> encodePadded(std::string_view text) const override;
    int addToken(const std::string& token) override;
    int maximumLength() const override { return m_maximumLength; }
    int vocabularySize() const override { return m_size; }

private:
    explicit ClipTokenizer(BytePairEncoding encoding);
    Expected<void> applyConfig(const TokenizerConfig& config, const std::filesystem::path& folder);
    std::optional<int> find(const std::string& token) const;
    int findOrAppend(const std::string& token);
    void splitOff(const SpecialToken& token);
    void encodeNormalised(std::string_view text, std::vector<int>& ids) const;
    void encodeWords(std::string_view text, std::vector<int>& ids) const;

    BytePairEncoding m_encoding;
    std::unordered_map<std::string, int> m_appended; ///< tokens beyond vocab.json
    AddedTokens m_asTyped; ///< looked for first, in the text as typed
    AddedTokens m_normalised; ///< looked for in the normalised rest
    int m_begin = 0;
    int m_end = 0;
    int m_unknown = 0;
    int m_padding = 0;
    int m_maximumLength = 77;
    int m_size = 0; ///< with added tokens
};

} // namespace tilewright::inference
