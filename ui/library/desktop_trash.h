// The wastebasket of the desktop.
#pragma once

#include <filesystem>

#include "core/support/error.h"

namespace tilewright::ui {

/// Moves a file to the desktop's trash, from where the desktop's tools bring it back. Errors:
/// CannotWrite; then the file is where it was.
Expected<void> moveToDesktopTrash(const std::filesystem::path& file);

} // namespace tilewright::ui
