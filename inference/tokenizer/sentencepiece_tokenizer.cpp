#include "inference/tokenizer/sentencepiece_tokenizer.h"

#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"
#include "inference/tokenizer/damaged_file.h"
#include "inference/tokenizer/token_row.h"
#include "inference/tokenizer/unicode.h"

namespace tilewright::inference {

namespace {

/// T5's number of sentinels where the config does not say.
constexpr int defaultExtraIds = 100;

} // namespace

Expected<std::unique_ptr<Tokenizer>> SentencepieceTokenizer::load(
    const std::filesystem::path& folder)
{
    const auto config = readTokenizerConfig(folder);
    if (!config)
        return tl::unexpected<Error>(config.error());
    std::unique_ptr<SentencepieceTokenizer> tokenizer(new SentencepieceTokenizer);
    return tokenizer->readModel(folder / "spiece.model")
        .and_then([&] { return tokenizer->applyConfig(*config, folder); })
        .map([&]() -> std::unique_ptr<Tokenizer> { return std::move(tokenizer); });
}

Expected<void> SentencepieceTokenizer::readModel(const std::filesystem::path& file)
{
    const auto serialized = readTextFile(file);
    if (!serialized)
        return tl::unexpected<Error>(serialized.error());
    std::vector<int> ids;
    auto status = m_model.LoadFromSerializedProto(*serialized);
    if (status.ok())
        status = m_model.Encode("tile", &ids);
    if (!status.ok())
        return damagedTokenizerFile(file, "it is not a sentencepiece model", status.ToString());
    m_size = m_model.GetPieceSize();
    return {};
}

Expected<void> SentencepieceTokenizer::applyConfig(
    const TokenizerConfig& config, const std::filesystem::path& folder)
{
    m_maximumLength = config.maximumLength.value_or(m_maximumLength);

    const SpecialToken end = config.end.value_or(SpecialToken{"</s>"});
    const SpecialToken padding = config.padding.value_or(SpecialToken{"<pad>"});
    const SpecialToken unknown = config.unknown.value_or(SpecialToken{"<unk>"});
    for (const SpecialToken& token : {end, padding, unknown}) {
        const auto id = find(token.content);
        if (!id)
            return damagedTokenizerFile(
                folder / "spiece.model", fmt::format("it lacks the token “{}”", token.content));
        m_added.add(token.content, *id);
    }
    m_end = *find(end.content);
    m_padding = *find(padding.content);

    // Sentinels count down from the top of the vocabulary.
    for (int n = config.extraIds.value_or(defaultExtraIds) - 1; n >= 0; --n)
        addToken(fmt::format("<extra_id_{}>", n));
    for (const auto& [id, token] : config.added) {
        if (addToken(token.content) != id)
            return damagedTokenizerFile(folder / "tokenizer_config.json",
                fmt::format("its token “{}” has the id {}, which does not fit spiece.model",
                    token.content, id));
    }
    for (const SpecialToken& token : config.additional)
        addToken(token.content);
    return {};
}

std::optional<int> SentencepieceTokenizer::find(const std::string& token) const
{
    if (const auto appended = m_appended.find(token); appended != m_appended.end())
        return appended->second;
    const int id = m_model.PieceToId(token);
    // The model gives the unknown token's id for whatever it does not know.
    const bool isKnown = id >= 0 && id < m_model.GetPieceSize() && m_model.IdToPiece(id) == token;
    return isKnown ? std::optional(id) : std::nullopt;
}

int SentencepieceTokenizer::addToken(const std::string& token)
{
    auto id = find(token);
    if (!id) {
        id = m_size++;
        m_appended.emplace(token, *id);
    }
    m_added.add(token, *id);
    return *id;
}

std::vector<int> SentencepieceTokenizer::encode(std::string_view text) const
{
    std::vector<int> ids;
    const std::string valid = replaceInvalidUtf8(text);
    for (const TextPiece& piece : m_added.split(valid)) {
        if (piece.token) {
            ids.push_back(*piece.token);
            continue;
        }
        // Fails only for a model that is not loaded, which load() rules out.
        std::vector<int> pieceIds;
        m_model.Encode(piece.text, &pieceIds).IgnoreError();
        ids.insert(ids.end(), pieceIds.begin(), pieceIds.end());
    }
    ids.push_back(m_end);
    return ids;
}

std::vector<int> SentencepieceTokenizer::encodePadded(std::string_view text) const
{
    return toRow(encode(text), m_maximumLength, m_end, m_padding);
}

} // namespace tilewright::inference
