#include "inference/tokenizer/byte_pair_encoding.h"

#include <nlohmann/json.hpp>
#include <queue>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"
#include "inference/tokenizer/damaged_file.h"
#include "inference/tokenizer/unicode.h"

namespace tilewright::inference {

namespace {

constexpr std::string_view endOfWord = "</w>";

/// The visible character that stands for each byte in the vocabulary (GPT-2's table): printable
/// Latin-1 characters stand for themselves, the rest follow from U+0100 on.
std::array<std::string, 256> byteCharacters()
{
    std::array<std::string, 256> characters;
    char32_t substitute = 0x100;
    for (char32_t byte = 0; byte < 256; ++byte) {
        const bool isPrintable = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte != 0xad);
        appendUtf8(characters[byte], isPrintable ? byte : substitute++);
    }
    return characters;
}

std::uint64_t pairKey(int left, int right)
{
    return std::uint64_t{static_cast<std::uint32_t>(left)} << 32
        | static_cast<std::uint32_t>(right);
}

} // namespace

Expected<BytePairEncoding> BytePairEncoding::load(const std::filesystem::path& folder)
{
    BytePairEncoding encoding;
    return encoding.readVocabulary(folder / "vocab.json")
        .and_then([&] { return encoding.readMerges(folder / "merges.txt"); })
        .map([&] { return std::move(encoding); });
}

Expected<void> BytePairEncoding::readVocabulary(const std::filesystem::path& file)
{
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const nlohmann::json vocabulary = nlohmann::json::parse(*text, nullptr, false);
    if (!vocabulary.is_object() || vocabulary.empty())
        return damagedTokenizerFile(file, "it is not a JSON object of tokens");

    std::vector<bool> isTaken(vocabulary.size(), false);
    m_ids.reserve(vocabulary.size());
    for (const auto& [token, id] : vocabulary.items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= isTaken.size()
            || isTaken[id.get<std::size_t>()])
            return damagedTokenizerFile(file,
                fmt::format("the token “{}” does not have an id of its own below {}", token,
                    isTaken.size()));
        isTaken[id.get<std::size_t>()] = true;
        m_ids.emplace(token, id.get<int>());
    }

    const auto characters = byteCharacters();
    for (std::size_t byte = 0; byte < characters.size(); ++byte) {
        m_byteIds[byte] = find(characters[byte]);
        m_lastByteIds[byte] = find(characters[byte] + std::string(endOfWord));
    }
    return {};
}

Expected<void> BytePairEncoding::readMerges(const std::filesystem::path& file)
{
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    std::string_view rest = *text;
    std::uint32_t lineNumber = 0;
    while (!rest.empty()) {
        const auto lineEnd = rest.find('\n');
        std::string_view line = rest.substr(0, lineEnd);
        rest.remove_prefix(lineEnd == std::string_view::npos ? rest.size() : lineEnd + 1);
        ++lineNumber;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || line.starts_with("#version"))
            continue;
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos)
            return damagedTokenizerFile(file, fmt::format("line {} is not a pair", lineNumber));
        const std::string left(line.substr(0, blank));
        const std::string right(line.substr(blank + 1));
        const auto leftId = find(left);
        const auto rightId = find(right);
        const auto result = find(left + right);
        if (!leftId || !rightId || !result)
            return damagedTokenizerFile(file,
                fmt::format("line {} joins “{}” and “{}”, which vocab.json does not know",
                    lineNumber, left, right));
        m_merges.try_emplace(pairKey(*leftId, *rightId), Merge{lineNumber, *result});
    }
    return {};
}

std::optional<int> BytePairEncoding::find(const std::string& token) const
{
    const auto found = m_ids.find(token);
    return found == m_ids.end() ? std::nullopt : std::optional(found->second);
}

const BytePairEncoding::Merge* BytePairEncoding::findMerge(int left, int right) const
{
    const auto found = m_merges.find(pairKey(left, right));
    return found == m_merges.end() ? nullptr : &found->second;
}

void BytePairEncoding::encodeWord(std::string_view word, int unknown, std::vector<int>& ids) const
{
    // A linked list of symbols and a queue of the merges that are possible: n log n, so that a
    // pasted wall of letters does not hold up the worker.
    constexpr int none = -1;
    struct Symbol {
        int id;
        int previous;
        int next;
    };
    struct Candidate {
        std::uint32_t rank;
        int position; ///< of the left symbol
        int left; ///< the ids it was found with; it is stale once they have changed
        int right;
        int result;
        bool operator>(const Candidate& other) const
        {
            return std::pair(rank, position) > std::pair(other.rank, other.position);
        }
    };

    const int length = static_cast<int>(word.size());
    std::vector<Symbol> symbols;
    symbols.reserve(word.size());
    for (int i = 0; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(word[static_cast<std::size_t>(i)]);
        const auto& table = i + 1 == length ? m_lastByteIds : m_byteIds;
        symbols.push_back({table[byte].value_or(unknown), i - 1, i + 1 < length ? i + 1 : none});
    }
    const auto symbolAt
        = [&](int position) -> Symbol& { return symbols[static_cast<std::size_t>(position)]; };

    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto consider = [&](int position) {
        if (position == none || symbolAt(position).next == none)
            return;
        const int left = symbolAt(position).id;
        const int right = symbolAt(symbolAt(position).next).id;
        if (const Merge* merge = findMerge(left, right))
            queue.push({merge->rank, position, left, right, merge->result});
    };
    for (int i = 0; i < length; ++i)
        consider(i);

    while (!queue.empty()) {
        const Candidate candidate = queue.top();
        queue.pop();
        Symbol& left = symbolAt(candidate.position);
        if (left.id != candidate.left || left.next == none
            || symbolAt(left.next).id != candidate.right)
            continue;
        Symbol& right = symbolAt(left.next);
        left.id = candidate.result;
        left.next = right.next;
        right.id = none;
        if (left.next != none)
            symbolAt(left.next).previous = candidate.position;
        consider(left.previous);
        consider(candidate.position);
    }
    for (int i = length > 0 ? 0 : none; i != none; i = symbolAt(i).next)
        ids.push_back(symbolAt(i).id);
}

} // namespace tilewright::inference
