// LoRA and embedding choices as JSON, in profiles and requests alike.
#pragma once

#include <vector>

#include "core/generation/settings.h"
#include "core/support/json_fields.h"

namespace tilewright {

nlohmann::json toJson(const std::vector<LoraChoice>& loras);
nlohmann::json toJson(const std::vector<EmbeddingChoice>& embeddings);

/// Members "loras" and "embeddings"; absent: unchanged.
void readLoras(JsonFields& fields, std::vector<LoraChoice>& loras);
void readEmbeddings(JsonFields& fields, std::vector<EmbeddingChoice>& embeddings);

} // namespace tilewright
