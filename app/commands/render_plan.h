// From the options of `render` to what is to be made.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/support/pattern_options.h"
#include "core/generation/request.h"

namespace tilewright {

/// As given on the command line; absent means the profile's value.
struct RenderOptions {
    std::string model; ///< empty: the starter model
    std::optional<std::string> mix;
    std::optional<std::string> code; ///< a share code: mix, pattern, granules, seams and seed
    std::optional<std::string> prompt;
    std::optional<std::string> guide;
    std::optional<double> strength;
    PatternOptions pattern;
    std::optional<double> hold;
    std::optional<double> retint;
    std::optional<double> tolerance;
    std::optional<int> attempts;
    std::optional<std::string> seamless;
    std::optional<std::string> negative;
    std::optional<std::string> seed;
    std::optional<std::string> vary;
    int count = 1;
    std::optional<int> steps;
    std::optional<double> guidance;
    std::optional<double> guidanceRescale;
    std::optional<int> clipSkip;
    std::optional<std::string> size;
    std::optional<std::string> scheduler;
    std::vector<std::string> loras; ///< replace the profile's; "none" for none
    std::vector<std::string> embeddings;
    std::string device = "auto";
    std::string precision = "auto";
    std::optional<std::filesystem::path> preview;
    std::filesystem::path output = "tile.png";
};

struct RenderPlan {
    GenerationRequest first; ///< the others differ by their seed only: seed + 1, …
    int count = 1;
    std::filesystem::path output; ///< with {seed} where the seed goes, if there are several
    std::optional<std::filesystem::path> preview;
};

/// Checks everything that can be told without loading the model, also that the files can be
/// written. Errors: Usage, BadData (profile, palette), CannotWrite.
Expected<RenderPlan> planRender(const RenderOptions& options);

/// "a-{seed}.png" -> "a-42.png"
std::filesystem::path outputFile(const std::filesystem::path& pattern, std::uint64_t seed);

} // namespace tilewright
