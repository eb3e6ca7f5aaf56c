// What a designer dials: mixes, how they are laid, and how large the granules are.
#pragma once

#include <optional>
#include <vector>

#include "core/generation/request.h"
#include "core/granule/pattern.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// A plain value. It remembers what the pattern of the moment has no use for, so that looking at
/// another pattern and coming back loses nothing.
struct TileDraft {
    std::vector<Mix> mixes; ///< never empty; the first is the tile's own
    std::size_t wantedMixes = 1; ///< where the pattern leaves the number open
    Pattern pattern; ///< without mixes
    std::optional<double> granuleMillimetres; ///< absent: as the model shows them
    std::vector<GranuleFraction> fractions; ///< a grading that a tile brought; empty: one size

    TileDraft(Mix mix) : mixes{std::move(mix)} { } // NOLINT(google-explicit-constructor)

    /// How many mixes the pattern lays: one, two for gradients, else those that are wanted.
    std::size_t mixCount() const;
    /// As core takes it: with its further mixes, and with a mask only where it is one.
    Pattern laidPattern() const;
    /// Makes up the mixes that the pattern needs and that were not dialled yet: one colour each,
    /// unlike the mix before.
    void completeMixes(const Palette& palette);

    bool operator==(const TileDraft&) const = default;
};

/// Whether the number of mixes is the designer's choice.
bool takesSeveralMixes(PatternKind kind);
bool isGradient(PatternKind kind);

/// The request must have a mix; `profile` tells which size of granules needs no saying.
TileDraft draftOf(const GenerationRequest& request, const ModelProfile& profile);

} // namespace tilewright::ui
