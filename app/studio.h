// The window. Only in builds with Qt.
#pragma once

#include <string>

#include "core/generation/model_list.h"
#include "core/support/error.h"

namespace tilewright {

/// Opens the studio on a model, of which path, device and precision count, and returns the exit
/// status when its window was closed. Ctrl-C in the terminal closes it too. Errors:
/// DeviceUnavailable without a display, BadData for the model's profile or palette.
Expected<int> openStudio(const KnownModel& known);

std::string toolkitVersion(); ///< of Qt, e.g. "6.4.2"

} // namespace tilewright
