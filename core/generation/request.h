// Everything that makes a picture, as one plain value.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/generation/model_profile.h"
#include "core/generation/settings.h"
#include "core/granule/granule_field.h"
#include "core/granule/tile_design.h"
#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Like another tile, but not quite: its noise is turned towards that of a second seed.
struct Variation {
    std::uint64_t seed = 0;
    double strength = 0.2; ///< 0 (the tile itself) … 1 (the noise of the second seed alone)
    bool operator==(const Variation&) const = default;
};

/// Equal requests make equal bytes on the same device with the same version of the program.
struct GenerationRequest {
    std::string model; ///< folder in diffusers layout, or SDXL in one file
    std::optional<Mix> mix; ///< what is asked; needed when guide is Mix
    Pattern pattern; ///< how the granule picture lays the mix, and further mixes
    std::string prompt;
    std::optional<std::string> negative; ///< absent: zero embeddings where the model asks for them
    Guide guide = Guide::None;
    // With guide Mix, all 0…1:
    double strength = 0.4; ///< how far the model may go from the granule picture
    double hold = 0.5; ///< how much of the granule picture's layout is held in each step
    double retint = 1.0; ///< how far granules that drifted get their colour back
    double tolerance = 2.0; ///< with guide Mix: points of mean error that are accepted
    int attempts = 3; ///< with guide Mix: pictures made at most until one is within the tolerance
    SeamlessAxes seamless = SeamlessAxes::None;
    double millimetresPerPixel = 500.0 / 1024; ///< scale of the granule picture
    double granuleMillimetres = 8.0;
    double enlarge = 1; ///< as GranuleSettings::enlarge
    std::vector<GranuleFraction> fractions; ///< of the granules; empty: one size
    std::vector<GranuleColor> colors; ///< of the mixes, that the model's palette lacks
    std::uint64_t seed = 0; ///< of the noise, and of the granules
    std::optional<Variation> variation; ///< of the noise; the granules lie as the seed lays them
    int width = 1024; ///< pixels
    int height = 1024;
    int steps = 20;
    double guidance = 7.5; ///< classifier-free guidance; 1 or less: none
    double guidanceRescale = 0.0; ///< 0…1
    int clipSkip = 0; ///< text layers left out before the penultimate one
    Scheduler scheduler = Scheduler::Dpmpp2mKarras;
    std::vector<LoraChoice> loras;
    std::vector<EmbeddingChoice> embeddings;
    DeviceChoice device;
    Precision precision = Precision::Auto;

    /// The profile's request for a mix: its prompt, negative, presets, size, adapters. Guided,
    /// unless told otherwise.
    static GenerationRequest forMix(const ModelProfile& profile, const std::string& model,
        const Mix& mix, Guide guide = Guide::Mix);
    /// The profile's request for a free prompt: no negative, no guide, the preset of most colours.
    static GenerationRequest forPrompt(
        const ModelProfile& profile, const std::string& model, const std::string& prompt);

    /// Ranges: size 64…8192, enlarged 1…32 times, steps 1…1000, guidance 0…50, rescale and strength
    /// 0…1, clip skip 0…11, finite numbers, guide needs a mix, pattern, grading and colours in
    /// order. Errors: Usage. (Whether the size suits the model is the generator's to say.)
    Expected<void> check() const;

    /// Takes mix and pattern of a design, and asks for its overall mix in the prompt.
    void setDesign(const TileDesign& design, const PromptFormat& format);

    /// Takes along those colours of the mixes that the palette of the model lacks or has otherwise
    /// than `dialled`, the palette that the mixes are from.
    void setColors(const Palette& dialled, const Palette& modelPalette);

    /// The same tile with more pixels: its granules are where they were, and drawn `factor` times
    /// larger, or as little more as suits the sides of the picture (multiples of 32 pixels where
    /// they are so now, which models like best). `factor` at least 1.
    GenerationRequest enlarged(double factor) const;

    // The granule picture that guides this request, and that a preview shows:
    GranuleSettings granules() const;
    /// Reads the mask if the pattern has one. Errors: Usage, BadData.
    Expected<TileDesign> design() const;

    bool operator==(const GenerationRequest&) const = default;
};

/// Keys as the members above, enumerations as their text; mix, pattern and fractions as in
/// design_json.h, colours as in color_json.h.
nlohmann::json toJson(const GenerationRequest& request);
/// Unknown keys are ignored, absent ones keep their default. Errors: Usage, with the key in the
/// sentence.
Expected<GenerationRequest> requestFromJson(const nlohmann::json& json);

} // namespace tilewright
