// The window. Only in builds with Qt.
#pragma once

#include <filesystem>
#include <string>

#include "core/support/error.h"

namespace tilewright {

/// Opens the studio on a model and returns the exit status when its window was closed. Ctrl-C in
/// the terminal closes it too. Errors: DeviceUnavailable without a display, BadData for the model's
/// profile or palette.
Expected<int> openStudio(const std::filesystem::path& model);

std::string toolkitVersion(); ///< of Qt, e.g. "6.4.2"

} // namespace tilewright
