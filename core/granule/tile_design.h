// What a tile is to look like: its mixes and the pattern that lays them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/granule/mask.h"
#include "core/granule/pattern.h"
#include "core/mix/mix.h"

namespace tilewright {

/// Immutable and always valid: a mask has been read, and there are as many mixes as the pattern
/// has room for.
class TileDesign {
public:
    /// A speckled tile. Implicit, because a mix alone is a design.
    TileDesign(Mix mix); // NOLINT(google-explicit-constructor)
    /// Reads the mask if there is one. Errors: Usage, BadData (the mask is no picture).
    static Expected<TileDesign> create(Mix mix, Pattern pattern);

    /// The tile's own mix, then those of the pattern.
    const std::vector<Mix>& mixes() const { return m_mixes; }
    const Mix& mix() const { return m_mixes.front(); }
    const Pattern& pattern() const { return m_pattern; }
    /// Null unless the pattern is a mask.
    const MaskRegions* mask() const { return m_mask.get(); }

    /// The same pattern with one mix changed; the mask is not read again. `index` below
    /// mixes().size().
    TileDesign withMix(std::size_t index, Mix mix) const;

    /// The names of all colours, without repetition, in the order of the mixes.
    std::vector<std::string> colors() const;
    /// What the tile has in all, of the six largest colours: for words about the tile as a whole.
    Mix overallMix() const;

    bool operator==(const TileDesign& other) const;

private:
    TileDesign(std::vector<Mix> mixes, Pattern pattern, std::shared_ptr<const MaskRegions> mask);
    std::vector<double> mixShares() const; ///< of a square tile, about

    std::vector<Mix> m_mixes; ///< never empty
    Pattern m_pattern;
    std::shared_ptr<const MaskRegions> m_mask;
};

} // namespace tilewright
