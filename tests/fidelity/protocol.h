// What is made and measured: always the same mixes, seeds and settings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/generation/request.h"
#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::fidelity {

enum class Series {
    Guided, ///< as a designer gets it: the profile's settings, made again when it misses
    Free, ///< from the prompt alone
    Trial ///< one attempt at other settings, measured before and after re-tinting
};
std::string_view toText(Series series); ///< "guided", "free", "trial"

struct PlannedTile {
    Series series = Series::Guided;
    int mix = 0; ///< place among all mixes, the random ones first
    GenerationRequest request;
};

/// How much is made. The smaller protocol is a part of the larger.
struct Extent {
    int mixes = 60; ///< random ones; as many single colours, up to the palette's
    int seeds = 3; ///< per random mix
};

constexpr int trialMixes = 12; ///< per combination of strength and hold
constexpr int retintMixes = 20; ///< without re-tinting, at the profile's own settings
/// Granules that calibrate the cross-check; no tile has this seed.
constexpr std::uint64_t calibrationSeed = 1;

/// Random mixes of 2, 3, 4, 5, 6, 2, … colours in steps of 5 %, at least 5 % of each, all ways to
/// divide equally likely. No two alike. The palette needs at least six colours.
std::vector<Mix> randomMixes(const Palette& palette, int count);
std::vector<Mix> singleColors(const Palette& palette, int count);
/// Distinct for every tile of a series, so that no granule field serves twice.
std::uint64_t tileSeed(int mix, int repeat);

/// All tiles in the order of making; those on one granule field follow one another.
std::vector<PlannedTile> planTiles(const ModelProfile& profile, const std::string& model,
    const Palette& palette, const Extent& extent);

} // namespace tilewright::fidelity
