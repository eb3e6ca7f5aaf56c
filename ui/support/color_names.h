// What the studio calls a granule colour.
#pragma once

#include <QString>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// The Russian name under a Russian default locale, else the caption name, with a capital.
QString displayName(const GranuleColor& color);
/// The same by caption name; a name that the palette lacks is shown as it is.
QString displayName(const Palette& palette, const std::string& name);

/// "50", "12.5": a share in percent in the default locale's digits, a decimal only where needed.
QString displayPercent(int perMille);
/// "Red 50 %, Black 30 %, Pearl 20 %"
QString displayMix(const Palette& palette, const Mix& mix);

} // namespace tilewright::ui
