// What the studio calls patterns and granule sizes.
#pragma once

#include <QString>
#include <array>

#include "core/generation/request.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// In the order in which they are offered.
inline constexpr std::array patternKinds{PatternKind::Speckle, PatternKind::Flecks,
    PatternKind::Stripes, PatternKind::Checks, PatternKind::Grid, PatternKind::LinearGradient,
    PatternKind::RadialGradient, PatternKind::Mask};

QString displayName(PatternKind kind);
/// A sentence for the tool tip.
QString explanation(PatternKind kind);
bool hasSize(PatternKind kind);
bool hasAngle(PatternKind kind);

/// "Stripes, 60 mm, 45°"
QString displayPattern(const Pattern& pattern);
/// "8 mm", or a grading: "1-3:60,3-5:40"
QString displayGranules(const GenerationRequest& request);
/// All mixes of a request: "Red 50 %, Black 50 % / Sand 100 %".
QString displayMixes(const Palette& palette, const GenerationRequest& request);

} // namespace tilewright::ui
