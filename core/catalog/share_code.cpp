#include "core/catalog/share_code.h"
#include "core/catalog/share_code_format.h"

namespace tilewright {
namespace {

using namespace share_code;

Mix withoutLocks(Mix mix)
{
    for (const MixShare& share : std::vector(mix.shares()))
        mix = mix.withLock(share.color, false);
    return mix;
}

} // namespace

Expected<void> SharedTile::applyTo(GenerationRequest& request, const PromptFormat& format) const
{
    const auto design = TileDesign::create(mix, pattern);
    if (!design)
        return tl::unexpected(design.error());
    request.setDesign(*design, format);
    request.colors = colors;
    request.granuleMillimetres = granuleMillimetres;
    request.fractions.clear();
    request.seed = seed;
    request.variation.reset();
    request.seamless = seamless;
    return {};
}

Expected<SharedTile> sharedTile(const GenerationRequest& request)
{
    if (!request.mix)
        return cannotTell("it was made without a mix");
    if (request.pattern.kind == PatternKind::Mask)
        return cannotTell("its pattern is a picture");
    if (!request.fractions.empty())
        return cannotTell("its granules have several sizes");
    if (request.variation)
        return cannotTell("it is a variation of another tile");
    SharedTile tile{withoutLocks(*request.mix), request.pattern, request.colors,
        request.granuleMillimetres, request.seed, request.seamless};
    for (Mix& mix : tile.pattern.mixes)
        mix = withoutLocks(std::move(mix));
    tile.pattern.mask.clear();
    if (tile.pattern.kind == PatternKind::Speckle)
        tile.pattern = {}; // size and angle mean nothing there
    return tile;
}

} // namespace tilewright
