// Articles and their colours in words of the window's language.
#pragma once

#include <QString>

#include "core/catalog/catalog.h"

namespace tilewright::ui {

/// The Russian name under a Russian default locale, else the caption name, with a capital.
QString displayName(const ArticleColor& color);
/// Its name, or its colours while it has none.
QString displayName(const Article& article);
/// "Red 50 %, Black 30 %, Pearl 20 %"
QString displayColors(const Article& article);

} // namespace tilewright::ui
