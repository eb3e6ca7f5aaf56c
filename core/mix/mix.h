// A mix: one to six colours whose shares sum to exactly 100.0 %.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

struct MixShare {
    std::string color; ///< caption name in the palette
    int perMille = 0; ///< 0…1000
    bool locked = false; ///< kept when other shares change

    double percent() const { return perMille / 10.0; }
    bool operator==(const MixShare&) const = default;
};

/// Immutable value; every edit returns a new Mix. Always 1-6 distinct colours and 1000 per mille in
/// total. Where shares are scaled, each is rounded to the nearest per mille and the rest goes to
/// the largest share that may change (of equally large ones the first by name, so that the order of
/// the colours does not matter). A colour that the mix does not have leaves it as it is.
///
/// While a slider is dragged, each of its values should be applied to the mix as it was when the
/// drag began: then rounding does not add up on the way, and going back restores it.
class Mix {
public:
    static constexpr int total = 1000;
    static constexpr std::size_t maximumColors = 6;
    static constexpr int addedShare = 50; ///< a new colour starts at 5 %

    /// Shares must already sum to 1000. Errors: Usage, with the sum or the offending colour in the
    /// sentence.
    static Expected<Mix> create(std::vector<MixShare> shares);
    /// Any weights from 0 that are not all 0, e.g. parts 5:3:2 or percentages that sum to 99.9;
    /// scaled to 1000. Errors: Usage.
    static Expected<Mix> fromWeights(const std::vector<std::pair<std::string, double>>& weights);

    const std::vector<MixShare>& shares() const { return m_shares; }
    std::size_t size() const { return m_shares.size(); }
    const MixShare* find(const std::string& color) const;
    int lockedTotal() const; ///< per mille held by locked colours

    /// Sets one share; unlocked others scale in proportion (evenly if they are all 0), locked ones
    /// stay. The value is clamped to what the locks leave. The colour itself may be locked: its
    /// lock binds only others' edits.
    Mix withShare(const std::string& color, int perMille) const;
    Mix withLock(const std::string& color, bool locked) const;
    /// Adds at 5 % (less where locks leave less). Errors: Usage when the mix is full, or has it
    /// already.
    Expected<Mix> withColor(const std::string& color) const;
    /// Removes; the rest scales up. Errors: Usage when it is the last one, or not there, or has a
    /// share that nobody can take because all others are locked.
    Expected<Mix> withoutColor(const std::string& color) const;
    /// Unlocked colours share evenly what the locked ones leave.
    Mix evened() const;
    /// Colours in the given order of indices (a permutation; anything else changes nothing).
    Mix reordered(const std::vector<std::size_t>& order) const;

    bool operator==(const Mix&) const = default;

private:
    explicit Mix(std::vector<MixShare> shares);
    std::vector<MixShare> m_shares;
};

} // namespace tilewright
