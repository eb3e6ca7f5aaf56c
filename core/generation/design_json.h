// Mixes, patterns and gradings as JSON.
#pragma once

#include <optional>
#include <vector>

#include "core/granule/grading.h"
#include "core/granule/pattern.h"
#include "core/mix/mix.h"
#include "core/support/json_fields.h"

namespace tilewright {

/// A list of {"color": "red", "percent": 50, "locked": true}.
nlohmann::json toJson(const Mix& mix);
/// {"kind": "stripes", "size": 60, "angle": 45, "mixes": [{"mix": …}], "mask": "…"}
nlohmann::json toJson(const Pattern& pattern);
/// A list of {"from": 1, "to": 3, "percent": 60}.
nlohmann::json toJson(const std::vector<GranuleFraction>& fractions);

/// Members "mix", "pattern" and "fractions"; absent: unchanged.
void readMix(JsonFields& fields, std::optional<Mix>& mix);
void readPattern(JsonFields& fields, Pattern& pattern);
void readFractions(JsonFields& fields, std::vector<GranuleFraction>& fractions);

} // namespace tilewright
