// The text form of a mix, and the prompt format that a model was trained with.
#pragma once

#include <string>
#include <string_view>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

/// "50% red, 30% black, 20% pearl"; whole percents without a decimal, else one decimal ("12.5%").
/// Colours with a share of 0 are left out: a model draws what is named. Locks are not told.
std::string formatMix(const Mix& mix);

/// Reads a mix as people type it: "50% red, 30% black, 20% pearl", any order, "30 black", "12,5 %
/// dark green", "red 50%", "red: 50%"; parts "5:3:2 red:black:pearl" or "5 red : 3 black : 2 pearl"
/// are accepted when no % occurs. A colour named twice adds up. Percentages must sum to 100 (±0.1
/// for rounding). Errors: Usage; an unknown colour is named with the nearest names, a wrong sum is
/// told.
Expected<Mix> parseMix(std::string_view text, const Palette& palette);

/// How a model wants to be asked. Belongs to its profile.
struct PromptFormat {
    std::string trigger = "ohwx_rubber_tile";
    std::string tokens = "<s0><s1>"; ///< textual inversion tokens, may be empty
    std::string suffix = "photorealistic rubber tile, high quality, detailed texture";

    /// "ohwx_rubber_tile <s0><s1>, 50% red, 30% black, 20% pearl, photorealistic rubber tile, …"
    std::string format(const Mix& mix) const;
    /// The mix inside a whole prompt; trigger, tokens, suffix and other words between commas are
    /// skipped, also where they are missing. Errors: Usage, as parseMix().
    Expected<Mix> parse(std::string_view prompt, const Palette& palette) const;

    bool operator==(const PromptFormat&) const = default;
};

} // namespace tilewright
