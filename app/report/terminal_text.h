// Text that has to fit a terminal.
#pragma once

#include <string>
#include <string_view>

#include "app/report/reporter.h"

namespace tilewright {

/// Columns that a UTF-8 text takes, one per character; no character is taken for a wide one.
int columnsOf(std::string_view text);
/// The text up to that many columns.
std::string cutToColumns(std::string_view text, int columns);

/// A bar filled to `fraction` (0…1), `columns` wide: of block characters, or of [##..].
std::string progressBar(double fraction, int columns, bool utf8);

/// The terminal behind a file descriptor; 80 columns where their number cannot be told.
Terminal terminalOf(int descriptor);
/// Whether a line can be drawn again in place: a terminal, and not a dumb one.
bool canRedraw(int descriptor);

} // namespace tilewright
