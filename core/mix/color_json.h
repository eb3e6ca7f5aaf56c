// A granule colour as JSON, in palettes and in requests.
#pragma once

#include "core/mix/palette.h"
#include "core/support/json_fields.h"

namespace tilewright {

/// {"code": "RED", "name": "red", "nameRu": "Красный", "srgb": "#d25144", "lab": {"L": …, "a": …,
/// "b": …}, "lightness10": …, "lightness90": …, "chromaSpread": …}
nlohmann::json toJson(const GranuleColor& color);
/// What is not told beside name, code and sRGB is taken as it is with the average rubber granule.
GranuleColor readColor(JsonFields& fields);

} // namespace tilewright
