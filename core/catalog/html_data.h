// What the page of a catalogue is filled with.
#pragma once

#include <string>
#include <string_view>

#include "core/catalog/html_catalog.h"

namespace tilewright {

/// A script that sets window.tilewrightCatalog: ASCII without "<", so that no text can end the
/// script or break a line of it. `logo` is its place in the folder, empty without one.
std::string webData(const Catalog& catalog, const HtmlOptions& options, const std::string& logo);

/// The template with {{language}}, {{title}} and {{description}} filled in, escaped.
std::string webPage(std::string_view page, const Catalog& catalog, const HtmlOptions& options);

} // namespace tilewright
