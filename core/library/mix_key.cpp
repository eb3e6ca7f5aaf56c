#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/generation/design_json.h"
#include "core/library/tile_record.h"
#include "core/mix/prompt_format.h"

namespace tilewright {

std::string mixKey(const Mix& mix)
{
    std::vector<std::size_t> order(mix.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return mix.shares()[a].color < mix.shares()[b].color;
    });
    return formatMix(mix.reordered(order));
}

std::string mixKey(const GenerationRequest& request)
{
    if (!request.mix)
        return {};
    if (request.pattern.kind == PatternKind::Speckle)
        return mixKey(*request.mix);
    // Stripes and checks lay the colours in their order, so here it counts.
    Pattern pattern = request.pattern;
    for (Mix& further : pattern.mixes)
        for (const MixShare& share : std::vector(further.shares()))
            further = further.withLock(share.color, false);
    return formatMix(*request.mix) + " [" + toJson(pattern).dump() + "]";
}

} // namespace tilewright
