#include "core/catalog/article_id.h"

#include <array>
#include <filesystem>

#include <nlohmann/json.hpp>
#include <openssl/sha.h>

#include "core/catalog/base32.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

constexpr std::size_t signCount = 8;

std::string fileName(const std::string& path)
{
    return std::filesystem::path(path).filename().string();
}

Mix withoutLocks(Mix mix)
{
    for (const MixShare& share : std::vector(mix.shares()))
        mix = mix.withLock(share.color, false);
    return mix;
}

GenerationRequest canonical(GenerationRequest request, const std::string& modelName)
{
    request.model = modelName.empty() ? fileName(request.model) : modelName;
    if (request.mix)
        request.mix = withoutLocks(*request.mix);
    for (Mix& mix : request.pattern.mixes)
        mix = withoutLocks(std::move(mix));
    request.pattern.mask = fileName(request.pattern.mask);
    for (LoraChoice& lora : request.loras)
        lora.file = fileName(lora.file);
    for (EmbeddingChoice& embedding : request.embeddings)
        embedding.file = fileName(embedding.file);
    for (GranuleColor& color : request.colors)
        color.nameRu.clear();
    request.device = {};
    request.precision = {};
    return request;
}

} // namespace

std::string articleId(const GenerationRequest& request, const std::string& modelName)
{
    nlohmann::json members = toJson(canonical(request, modelName));
    const nlohmann::json defaults = toJson(GenerationRequest());
    for (const auto& [name, value] : defaults.items())
        if (members.contains(name) && members[name] == value)
            members.erase(name);
    const std::string text = dumpJson(members);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i)
        bits = bits << 8 | digest[i];
    std::vector<std::uint8_t> values;
    for (std::size_t i = signCount; i-- > 0;)
        values.push_back(static_cast<std::uint8_t>(bits >> (5 * i) & 31));
    return base32(values);
}

} // namespace tilewright
