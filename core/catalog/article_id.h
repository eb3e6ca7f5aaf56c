// What an article is called for ever.
#pragma once

#include <string>

#include "core/generation/request.h"

namespace tilewright {

/// Eight signs of Crockford's base 32 from the SHA-256 of what makes the picture: all members of
/// the request that are not at their default, except
/// - the device and its precision: they change the noise of the last bit, not the tile;
/// - locks of the mix and Russian names of colours: they are for those who dial;
/// - folders: models, LoRAs, embeddings and masks count by their file's name, and the model by
///   `modelName` where it is not empty.
/// A member that a later version adds, at its default, changes no id.
std::string articleId(const GenerationRequest& request, const std::string& modelName);

} // namespace tilewright
