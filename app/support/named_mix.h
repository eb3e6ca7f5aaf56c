// Mixes on the command line, in which recipes may stand beside colours.
#pragma once

#include <string_view>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

/// As parseMix(); names that are no colours are looked up in the user's recipes, see
/// RecipeBook::expand(). Errors: Usage, BadData when the recipes are needed and damaged.
Expected<Mix> readNamedMix(std::string_view text, const Palette& palette);

} // namespace tilewright
