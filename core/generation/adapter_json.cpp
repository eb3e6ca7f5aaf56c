#include "core/generation/adapter_json.h"

namespace tilewright {

using nlohmann::json;

json toJson(const std::vector<LoraChoice>& loras)
{
    json list = json::array();
    for (const LoraChoice& lora : loras)
        list.push_back({{"file", lora.file}, {"scale", lora.scale}});
    return list;
}

json toJson(const std::vector<EmbeddingChoice>& embeddings)
{
    json list = json::array();
    for (const EmbeddingChoice& embedding : embeddings)
        list.push_back({{"file", embedding.file}, {"tokens", embedding.tokens}});
    return list;
}

void readLoras(JsonFields& fields, std::vector<LoraChoice>& loras)
{
    if (fields.has("loras"))
        loras.clear();
    fields.readEach("loras", [&](JsonFields& element) {
        LoraChoice& lora = loras.emplace_back();
        element.read("file", lora.file);
        element.read("scale", lora.scale);
        if (lora.file.empty())
            element.complain("file", "it must name a LoRA file");
    });
}

void readEmbeddings(JsonFields& fields, std::vector<EmbeddingChoice>& embeddings)
{
    if (fields.has("embeddings"))
        embeddings.clear();
    fields.readEach("embeddings", [&](JsonFields& element) {
        EmbeddingChoice& embedding = embeddings.emplace_back();
        element.read("file", embedding.file);
        element.read("tokens", embedding.tokens);
        if (embedding.file.empty())
            element.complain("file", "it must name an embedding file");
    });
}

} // namespace tilewright
