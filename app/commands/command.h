// What the commands of the command line share.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "core/generation/request.h"
#include "core/mix/palette.h"
#include "core/support/error.h"

namespace CLI {
class App;
}

namespace tilewright {

/// What the user chose: filled while the arguments are read, carried out afterwards.
struct Invocation {
    bool verbose = false; ///< show what goes to the log
    bool json = false; ///< errors are also wanted as JSON on the standard output
    /// The exit status, or an error still to be told.
    std::function<Expected<int>()> run;
};

// Each adds its command to the command line.
void addStudioCommand(CLI::App& root, Invocation& invocation); ///< also when none is named
void addRenderCommand(CLI::App& root, Invocation& invocation);
void addGranulateCommand(CLI::App& root, Invocation& invocation);
void addMeasureCommand(CLI::App& root, Invocation& invocation);
void addPaletteCommand(CLI::App& root, Invocation& invocation);
void addRecipeCommand(CLI::App& root, Invocation& invocation);
void addLibraryCommand(CLI::App& root, Invocation& invocation);
void addCatalogCommand(CLI::App& root, Invocation& invocation);
void addModelCommand(CLI::App& root, Invocation& invocation);
void addDoctorCommand(CLI::App& root, Invocation& invocation);

void addVerboseOption(CLI::App& command, Invocation& invocation);
void addJsonOption(CLI::App& command, Invocation& invocation, const std::string& help);

struct PixelSize {
    int width = 0;
    int height = 0;
};
/// "512x768", or "512" for a square. Errors: Usage.
Expected<PixelSize> parseSize(std::string_view text);

/// 0 … 2⁶⁴ - 1. Errors: Usage.
Expected<std::uint64_t> parseSeed(std::string_view text);

/// "42:0.2", or "42" for the usual strength. Errors: Usage.
Expected<Variation> parseVariation(std::string_view text);

/// A seed of at most ten digits, so that people can copy it.
std::uint64_t randomSeed();

/// An absolute path without a slash at its end; nothing given: the starter model. Errors: Usage
/// when there is no such folder.
Expected<std::filesystem::path> modelPath(const std::string& given);

/// Pictures are PNG; another ending would promise another format. Errors: Usage.
Expected<void> checkPngName(const std::filesystem::path& file);

/// Notes an error and its detail in the log; on the screen too with --verbose.
void logError(const Error& error);

/// For people: "5,612,345" and "14.7 MB".
std::string countText(std::int64_t count);
std::string bytesText(std::uint64_t bytes);

} // namespace tilewright
