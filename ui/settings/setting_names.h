// What the studio calls the choices of a request.
#pragma once

#include <QString>

#include "core/generation/settings.h"

namespace tilewright::ui {

/// "DPM++ 2M Karras": the sampler as designers know it from other programs.
QString displayName(Scheduler scheduler);
/// "sideways": where the edges of a tile fit each other.
QString displayName(SeamlessAxes axes);

} // namespace tilewright::ui
