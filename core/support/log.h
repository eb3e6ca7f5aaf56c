// The program's log: a file for whoever helps, warnings on stderr for the one at the keyboard.
#pragma once

#include <filesystem>

namespace tilewright {

/// stateFolder()/log/tilewright.log
std::filesystem::path logFile();

/// Sets spdlog's default logger: everything into logFile() (three files of 2 MB in turn), warnings
/// and worse on stderr; with `verbose` debug messages too, in both. Where the file cannot be
/// written, stderr alone is used. To be called once, before other threads start.
void initialiseLog(bool verbose);

} // namespace tilewright
