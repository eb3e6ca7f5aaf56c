#include "inference/tokenizer/clip_tokenizer.h"

#include <map>
#include <spdlog/fmt/fmt.h>

#include "inference/tokenizer/damaged_file.h"
#include "inference/tokenizer/token_row.h"
#include "inference/tokenizer/unicode.h"

namespace tilewright::inference {

namespace {

const SpecialToken startOfText{"<|startoftext|>", false};
const SpecialToken endOfText{"<|endoftext|>", false};

std::string normalised(std::string_view text)
{
    return lowered(withSingleBlanks(composed(text)));
}

/// The first word of a text that does not begin with white space, after CLIP's pattern:
/// an English contraction, a run of letters, one digit, or a run of anything else.
std::string_view firstWord(std::string_view text)
{
    for (const std::string_view contraction : {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"}) {
        if (text.starts_with(contraction))
            return text.substr(0, contraction.size());
    }
    const Character first = firstCharacter(text);
    const CharacterClass wordClass = classOf(first.codePoint);
    std::size_t length = first.length;
    while (wordClass != CharacterClass::Number && length < text.size()) {
        const Character next = firstCharacter(text.substr(length));
        if (classOf(next.codePoint) != wordClass)
            break;
        length += next.length;
    }
    return text.substr(0, length);
}

} // namespace

ClipTokenizer::ClipTokenizer(BytePairEncoding encoding)
    : m_encoding(std::move(encoding)), m_size(m_encoding.size())
{
}

Expected<std::unique_ptr<Tokenizer>> ClipTokenizer::load(const std::filesystem::path& folder)
{
    auto encoding = BytePairEncoding::load(folder);
    if (!encoding)
        return tl::unexpected<Error>(std::move(encoding.error()));
    const auto config = readTokenizerConfig(folder);
    if (!config)
        return tl::unexpected<Error>(config.error());
    std::unique_ptr<ClipTokenizer> tokenizer(new ClipTokenizer(std::move(*encoding)));
    if (const auto applied = tokenizer->applyConfig(*config, folder); !applied)
        return tl::unexpected<Error>(applied.error());
    return tokenizer;
}

Expected<void> ClipTokenizer::applyConfig(
    const TokenizerConfig& config, const std::filesystem::path& folder)
{
    m_maximumLength = config.maximumLength.value_or(m_maximumLength);

    for (const auto& [id, token] : config.added) {
        if (findOrAppend(token.content) != id)
            return damagedTokenizerFile(folder / "vocab.json",
                fmt::format(
                    "the id {} of the added token “{}” does not follow it", id, token.content));
    }

    // A token named twice is looked for as its last mention says: where the padding token is the
    // end token, as in SDXL's first tokenizer, the padding's way counts.
    std::map<std::string, SpecialToken> specialTokens;
    const std::pair<SpecialToken, int*> roles[] = {
        {config.begin.value_or(startOfText), &m_begin},
        {config.end.value_or(endOfText), &m_end},
        {config.unknown.value_or(endOfText), &m_unknown},
        {config.padding.value_or(endOfText), &m_padding},
    };
    for (const auto& [token, id] : roles) {
        const auto found = find(token.content);
        if (!found)
            return damagedTokenizerFile(
                folder / "vocab.json", fmt::format("it lacks the token “{}”", token.content));
        *id = *found;
        specialTokens[token.content] = token;
    }
    for (const SpecialToken& token : config.additional) {
        findOrAppend(token.content);
        specialTokens[token.content] = token;
    }
    for (const auto& [id, token] : config.added)
        specialTokens[token.content] = token;
    for (const auto& [content, token] : specialTokens)
        splitOff(token);
    return {};
}

std::optional<int> ClipTokenizer::find(const std::string& token) const
{
    const auto appended = m_appended.find(token);
    return appended != m_appended.end() ? std::optional(appended->second) : m_encoding.find(token);
}

int ClipTokenizer::findOrAppend(const std::string& token)
{
    if (const auto known = find(token))
        return *known;
    m_appended.emplace(token, m_size);
    return m_size++;
}

void ClipTokenizer::splitOff(const SpecialToken& token)
{
    const int id = findOrAppend(token.content);
    if (token.isNormalised)
        m_normalised.add(normalised(replaceInvalidUtf8(token.content)), id);
    else
        m_asTyped.add(token.content, id);
}

int ClipTokenizer::addToken(const std::string& token)
{
    splitOff({token, true});
    return findOrAppend(token);
}

std::vector<int> ClipTokenizer::encode(std::string_view text) const
{
    std::vector<int> ids{m_begin};
    const std::string valid = replaceInvalidUtf8(text);
    for (const TextPiece& piece : m_asTyped.split(valid)) {
        if (piece.token)
            ids.push_back(*piece.token);
        else
            encodeNormalised(normalised(piece.text), ids);
    }
    ids.push_back(m_end);
    return ids;
}

std::vector<int> ClipTokenizer::encodePadded(std::string_view text) const
{
    return toRow(encode(text), m_maximumLength, m_end, m_padding);
}

void ClipTokenizer::encodeNormalised(std::string_view text, std::vector<int>& ids) const
{
    for (const TextPiece& piece : m_normalised.split(text)) {
        if (piece.token)
            ids.push_back(*piece.token);
        else
            encodeWords(piece.text, ids);
    }
}

void ClipTokenizer::encodeWords(std::string_view text, std::vector<int>& ids) const
{
    while (!text.empty()) {
        if (text.front() == ' ') { // the only white space that normalisation leaves
            text.remove_prefix(1);
            continue;
        }
        const std::string_view word = firstWord(text);
        m_encoding.encodeWord(word, m_unknown, ids);
        text.remove_prefix(word.size());
    }
}

} // namespace tilewright::inference
