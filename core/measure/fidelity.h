// How true a picture is to the mix that was asked.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// All shares in percent of the tile's area.
struct ColorFidelity {
    std::string color; ///< caption name
    std::optional<double> asked; ///< absent: found in a picture of which no mix is known
    double measured = 0; ///< by the mixture of the colours' looks
    double nearest = 0; ///< by the nearest palette colour once shading is removed
    std::optional<double> granules; ///< by the granules of the known field
    std::optional<double> deltaE; ///< CIEDE2000 of its lit faces against the palette

    /// Points by which the measured share is too large; 0 when nothing was asked.
    double difference() const { return asked ? measured - *asked : 0; }
    bool operator==(const ColorFidelity&) const = default;
};

enum class Verdict { True, Close, Off };
std::string_view toText(Verdict); ///< "true", "close", "off"
/// True up to 1 point of mean error, close up to 2.
Verdict verdictOf(double error);

struct Fidelity {
    std::vector<ColorFidelity> colors;
    double unexplained = 0; ///< percent of the area that looks like none of the colours
    std::optional<double> kept; ///< percent of the area whose granules kept their colour

    /// Mean absolute difference of the asked colours, points. Each by one of the three readings;
    /// the last is absent where no field is known.
    double meanError() const;
    double meanErrorOfNearest() const;
    std::optional<double> meanErrorOfGranules() const;
    double worstError() const;
    /// True up to 1 point, close up to 2, by the worse of the mixture and the granules.
    Verdict verdict() const;

    bool operator==(const Fidelity&) const = default;
};

/// {"shares": {"red": 49.2, …}, "unexplained": 0.7, "meanError": 0.8, "verdict": "true", "kept": …,
///  "colors": [{"color": "red", "asked": 50, "measured": 49.2, "nearest": …, …}, …]}
/// "meanError" and "verdict" only where something was asked.
nlohmann::json toJson(const Fidelity& fidelity);
/// Errors: BadData.
Expected<Fidelity> fidelityFromJson(const nlohmann::json& json);

} // namespace tilewright
