// Byte-pair encoding with an end-of-word mark, as CLIP uses it (Sennrich et al. 2016,
// arXiv:1508.07909; on bytes: Radford et al. 2019, GPT-2).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

class BytePairEncoding {
public:
    /// Reads vocab.json (ids 0 to n−1, each once) and merges.txt (by falling priority). Errors:
    /// BadData.
    static Expected<BytePairEncoding> load(const std::filesystem::path& folder);

    std::optional<int> find(const std::string& token) const;
    int size() const { return static_cast<int>(m_ids.size()); }

    /// Appends the ids of one word. A byte that the vocabulary lacks becomes `unknown`.
    void encodeWord(std::string_view word, int unknown, std::vector<int>& ids) const;

private:
    struct Merge {
        std::uint32_t rank; ///< the lowest goes first
        int result;
    };

    BytePairEncoding() = default;
    Expected<void> readVocabulary(const std::filesystem::path& file);
    Expected<void> readMerges(const std::filesystem::path& file);
    const Merge* findMerge(int left, int right) const;

    std::unordered_map<std::string, int> m_ids;
    std::unordered_map<std::uint64_t, Merge> m_merges; ///< by left and right id
    std::array<std::optional<int>, 256> m_byteIds;
    std::array<std::optional<int>, 256> m_lastByteIds; ///< of a byte that ends a word
};

} // namespace tilewright::inference
