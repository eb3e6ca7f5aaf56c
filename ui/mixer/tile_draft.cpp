#include "ui/mixer/tile_draft.h"

#include <algorithm>

namespace tilewright::ui {
namespace {

Mix mixOfOne(const std::string& color)
{
    return Mix::fromWeights({{color, 1.0}}).value();
}

} // namespace

bool isGradient(PatternKind kind)
{
    return kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient;
}

bool takesSeveralMixes(PatternKind kind)
{
    return kind == PatternKind::Stripes || kind == PatternKind::Checks || kind == PatternKind::Grid
        || kind == PatternKind::Mask;
}

std::size_t TileDraft::mixCount() const
{
    if (isGradient(pattern.kind))
        return 2;
    if (takesSeveralMixes(pattern.kind))
        return std::clamp<std::size_t>(wantedMixes, 1, Pattern::maximumMixes);
    return 1;
}

Pattern TileDraft::laidPattern() const
{
    Pattern laid = pattern;
    const auto count = static_cast<std::ptrdiff_t>(std::min(mixCount(), mixes.size()));
    laid.mixes.assign(mixes.begin() + 1, mixes.begin() + count);
    if (laid.kind != PatternKind::Mask)
        laid.mask.clear();
    return laid;
}

void TileDraft::completeMixes(const Palette& palette)
{
    while (mixes.size() < mixCount()) {
        const std::vector<MixShare>& own = mixes.front().shares();
        if (own.size() > 1) {
            mixes.push_back(mixOfOne(own[own.size() - 1 - (mixes.size() - 1) % own.size()].color));
            continue;
        }
        const auto other = std::find_if(palette.colors().begin(), palette.colors().end(),
            [this](const GranuleColor& color) { return !mixes.back().find(color.name); });
        mixes.push_back(other == palette.colors().end() ? mixes.back() : mixOfOne(other->name));
    }
}

TileDraft draftOf(const GenerationRequest& request, const ModelProfile& profile)
{
    TileDraft draft(*request.mix);
    draft.mixes.insert(
        draft.mixes.end(), request.pattern.mixes.begin(), request.pattern.mixes.end());
    draft.wantedMixes = draft.mixes.size();
    draft.pattern = request.pattern;
    draft.pattern.mixes.clear();
    if (request.granuleMillimetres != profile.granuleMillimetres)
        draft.granuleMillimetres = request.granuleMillimetres;
    draft.fractions = request.fractions;
    return draft;
}

} // namespace tilewright::ui
