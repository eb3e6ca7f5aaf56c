// What the pictures of a catalogue shall be, as told on the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/export/image_export.h"

namespace CLI {
class App;
}

namespace tilewright {

/// A preset, and what is otherwise than in it.
struct ImageOptions {
    std::string preset;
    std::filesystem::path presetFile;
    std::string kind, size, content, ground, enlarging, color, intent, nameTemplate, collision;
    std::optional<int> bits, quality;
    std::optional<double> dotsPerInch, bleed, margin, inkLimit;
    std::optional<std::string> creator, copyright;
    bool isLossless = false;
    bool noBlackPoint = false;
    bool strips = false;

    /// Errors: Usage; BadData (the preset's file).
    Expected<ImageExport> settings(const std::string& language) const;
};

void addImageOptions(CLI::App& command, ImageOptions& options);

} // namespace tilewright
