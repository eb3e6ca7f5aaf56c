// How --help looks.
#pragma once

#include <memory>

#include <CLI/CLI.hpp>

namespace tilewright {

/// Options in one column, what they do in another that is wrapped at 100 columns.
std::shared_ptr<CLI::FormatterBase> makeHelpFormatter();

} // namespace tilewright
