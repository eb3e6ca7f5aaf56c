#include "ui/jobs/variations.h"

#include <set>

namespace tilewright::ui {

std::vector<GenerationRequest> variationsOf(const GenerationRequest& original, int count,
    double strength, const std::function<std::uint64_t()>& drawSeed)
{
    std::set<std::uint64_t> taken{original.seed};
    if (original.variation)
        taken.insert(original.variation->seed);
    std::vector<GenerationRequest> variations;
    for (int i = 0; i < count; ++i) {
        std::uint64_t seed = drawSeed();
        while (!taken.insert(seed).second)
            ++seed;
        variations.push_back(original);
        variations.back().variation = Variation{seed, strength};
    }
    return variations;
}

} // namespace tilewright::ui
