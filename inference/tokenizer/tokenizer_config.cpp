#include "inference/tokenizer/tokenizer_config.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/support/atomic_file.h"
#include "inference/tokenizer/damaged_file.h"

namespace tilewright::inference {

namespace {

using nlohmann::json;

/// Files without a limit give numbers such as 10^30; no text encoder has more positions.
constexpr double longestRow = 100'000;
constexpr int mostExtraIds = 100'000;

/// An empty object when the file is not there.
Expected<json> readObject(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return json::object();
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    json parsed = json::parse(*text, nullptr, false);
    if (!parsed.is_object())
        return damagedTokenizerFile(file, "it is not a JSON object");
    return parsed;
}

/// A token is a text or an object with its content; nothing when it is null or not there.
Expected<std::optional<SpecialToken>> readToken(
    const std::filesystem::path& file, const json& object, const std::string& key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::nullopt;
    if (found->is_string())
        return SpecialToken{found->get<std::string>(), false};
    const auto content = found->is_object() ? found->find("content") : found->end();
    if (!found->is_object() || content == found->end() || !content->is_string())
        return damagedTokenizerFile(file, fmt::format("“{}” is not a token", key));
    const auto normalised = found->find("normalized");
    const bool isNormalised
        = normalised != found->end() && normalised->is_boolean() && normalised->get<bool>();
    return SpecialToken{content->get<std::string>(), isNormalised};
}

Expected<void> readSpecialTokens(
    const std::filesystem::path& file, const json& object, TokenizerConfig& config)
{
    const std::pair<const char*, std::optional<SpecialToken>*> places[]
        = {{"bos_token", &config.begin}, {"eos_token", &config.end}, {"unk_token", &config.unknown},
            {"pad_token", &config.padding}};
    for (const auto& [key, place] : places) {
        auto token = readToken(file, object, key);
        if (!token)
            return tl::unexpected<Error>(token.error());
        if (*token)
            *place = std::move(*token);
    }
    const auto list = object.find("additional_special_tokens");
    if (list == object.end() || list->is_null())
        return {};
    if (!list->is_array())
        return damagedTokenizerFile(file, "“additional_special_tokens” is not a list");
    config.additional.clear();
    for (const json& entry : *list) {
        auto token = readToken(file, json{{"token", entry}}, "token");
        if (!token)
            return tl::unexpected<Error>(token.error());
        if (*token)
            config.additional.push_back(std::move(**token));
    }
    return {};
}

Expected<void> readAddedTokensDecoder(
    const std::filesystem::path& file, const json& object, TokenizerConfig& config)
{
    const auto decoder = object.find("added_tokens_decoder");
    if (decoder == object.end() || !decoder->is_object())
        return {};
    for (const auto& [key, unused] : decoder->items()) {
        int id = -1;
        const auto parsed = std::from_chars(key.data(), key.data() + key.size(), id);
        auto token = readToken(file, *decoder, key);
        if (!token)
            return tl::unexpected<Error>(token.error());
        if (id < 0 || parsed.ptr != key.data() + key.size() || !*token)
            return damagedTokenizerFile(file, fmt::format("the added token “{}” has no id", key));
        config.added[id] = std::move(**token);
    }
    return {};
}

Expected<void> readAddedTokens(
    const std::filesystem::path& file, const json& object, TokenizerConfig& config)
{
    for (const auto& [content, id] : object.items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() > INT32_MAX)
            return damagedTokenizerFile(
                file, fmt::format("the added token “{}” has no id", content));
        config.added.try_emplace(id.get<int>(), SpecialToken{content, true});
    }
    return {};
}

Expected<void> readNumbers(
    const std::filesystem::path& file, const json& object, TokenizerConfig& config)
{
    if (const auto length = object.find("model_max_length");
        length != object.end() && length->is_number()) {
        const double value = length->get<double>();
        if (!(value >= 2))
            return damagedTokenizerFile(
                file, fmt::format("a row of {} tokens is too short", value));
        if (value <= longestRow)
            config.maximumLength = static_cast<int>(value);
    }
    if (const auto extra = object.find("extra_ids"); extra != object.end() && !extra->is_null()) {
        if (!extra->is_number_unsigned() || extra->get<std::uint64_t>() > mostExtraIds)
            return damagedTokenizerFile(file, "“extra_ids” is not a sensible number");
        config.extraIds = extra->get<int>();
    }
    return {};
}

} // namespace

Expected<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& folder)
{
    const auto configFile = folder / "tokenizer_config.json";
    const auto mapFile = folder / "special_tokens_map.json";
    const auto addedFile = folder / "added_tokens.json";
    const auto config = readObject(configFile);
    const auto map = readObject(mapFile);
    const auto added = readObject(addedFile);
    for (const auto* object : {&config, &map, &added}) {
        if (!*object)
            return tl::unexpected<Error>(object->error());
    }

    TokenizerConfig result;
    const bool configWins = config->contains("added_tokens_decoder");
    const auto readMap = [&] { return readSpecialTokens(mapFile, *map, result); };
    return (configWins ? readMap() : Expected<void>())
        .and_then([&] { return readSpecialTokens(configFile, *config, result); })
        .and_then([&] { return configWins ? Expected<void>() : readMap(); })
        .and_then([&] { return readAddedTokensDecoder(configFile, *config, result); })
        .and_then([&] { return readAddedTokens(addedFile, *added, result); })
        .and_then([&] { return readNumbers(configFile, *config, result); })
        .map([&] { return std::move(result); });
}

} // namespace tilewright::inference
