// The style sheet of a theme: shapes and spacing of the stock widgets on a grid of 4 pixels.
#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace tilewright::ui {

/// Widgets choose a variant by the dynamic property "kind": buttons "primary", "flat", "choice", "fold";
/// labels "caption", "heading", "muted", "danger"; frames "panel", "card", "bar".
QString styleSheet(const Theme& theme);

} // namespace tilewright::ui
