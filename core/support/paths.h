// Where the program finds what it ships and where it keeps what the user makes.
#pragma once

#include <filesystem>

namespace tilewright {

/// Folder with models/, palettes/ …: $TILEWRIGHT_RESOURCES if set, else share/tilewright beside the
/// executable's bin folder (installed), else the source tree the program was built from.
std::filesystem::path resourceFolder();

/// resourceFolder()/models/starter
std::filesystem::path starterModelFolder();

/// Folder for logs and caches of this user after the XDG base directory rules; not created here.
std::filesystem::path stateFolder();

/// Folder for what this user makes, such as recipes: $XDG_DATA_HOME/tilewright or its default; not
/// created here.
std::filesystem::path dataFolder();

/// Folder where the studio saves tiles: $XDG_DATA_HOME/tilewright/tiles or its default; not created
/// here.
std::filesystem::path tileFolder();

} // namespace tilewright
