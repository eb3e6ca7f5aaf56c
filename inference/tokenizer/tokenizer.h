// Text to token ids, as the text encoders of SDXL-shaped models want them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

class Tokenizer {
public:
    virtual ~Tokenizer() = default;

    /// Chooses by what the folder holds: vocab.json + merges.txt (CLIP byte-pair encoding) or
    /// spiece.model (sentencepiece, used the T5 way). tokenizer_config.json and
    /// special_tokens_map.json give the special tokens and the length. Errors: BadData.
    static Expected<std::unique_ptr<Tokenizer>> load(const std::filesystem::path& folder);

    /// All ids with start and end token as the family has them; neither padded nor cut.
    virtual std::vector<int> encode(std::string_view text) const = 0;
    /// Exactly maximumLength() ids: cut so that the end token stays last, then padded.
    virtual std::vector<int> encodePadded(std::string_view text) const = 0;
    /// Adds a token of a textual inversion, split off before anything else; gives its id
    /// (vocabularySize() before the call). Adding it again gives the same id.
    virtual int addToken(const std::string& token) = 0;

    virtual int maximumLength() const = 0; ///< 77 for SDXL
    virtual int vocabularySize() const = 0; ///< with added tokens
};

} // namespace tilewright::inference
