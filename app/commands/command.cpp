#include "app/commands/command.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <optional>
#include <random>

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>

#include "core/support/paths.h"

namespace tilewright {
namespace {

template <typename Number> std::optional<Number> parseNumber(std::string_view text)
{
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

} // namespace

void addVerboseOption(CLI::App& command, Invocation& invocation)
{
    command.add_flag("-v,--verbose", invocation.verbose, "Show technical detail too");
}

void addJsonOption(CLI::App& command, Invocation& invocation, const std::string& help)
{
    command.add_flag("--json", invocation.json, help);
}

Expected<PixelSize> parseSize(std::string_view text)
{
    const std::size_t cross = text.find_first_of("xX");
    const auto width = parseNumber<int>(text.substr(0, cross));
    const auto height
        = cross == std::string_view::npos ? width : parseNumber<int>(text.substr(cross + 1));
    if (width.value_or(0) <= 0 || height.value_or(0) <= 0)
        return fail(ErrorKind::Usage,
            fmt::format(
                "\"{}\" is not a size. Give width x height in pixels, for example 512x768.", text));
    return PixelSize{*width, *height};
}

Expected<std::uint64_t> parseSeed(std::string_view text)
{
    if (const auto seed = parseNumber<std::uint64_t>(text))
        return *seed;
    return fail(ErrorKind::Usage,
        fmt::format(
            "--seed {} is not a seed. Give a whole number from 0 to {}, or leave it out for "
            "a random one.",
            text, std::numeric_limits<std::uint64_t>::max()));
}

Expected<Variation> parseVariation(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const auto seed = parseNumber<std::uint64_t>(text.substr(0, colon));
    const auto strength = colon == std::string_view::npos
        ? std::optional(Variation().strength)
        : parseNumber<double>(text.substr(colon + 1));
    if (seed && strength && *strength >= 0 && *strength <= 1)
        return Variation{*seed, *strength};
    return fail(ErrorKind::Usage,
        fmt::format("--vary {} is not a variation. Give a second seed and how far to go towards "
                    "it, from 0 to 1, for example 42:0.2.",
            text));
}

std::uint64_t randomSeed()
{
    std::random_device device;
    return std::uniform_int_distribution<std::uint32_t>()(device);
}

Expected<std::filesystem::path> modelPath(const std::string& given)
{
    std::filesystem::path folder
        = given.empty() ? starterModelFolder() : std::filesystem::path(given);
    std::error_code error;
    const bool isFile
        = folder.extension() == ".safetensors" && std::filesystem::is_regular_file(folder, error);
    if (!isFile && !std::filesystem::is_directory(folder, error))
        return fail(ErrorKind::Usage,
            fmt::format("There is no model {}. A model is a folder in the layout of diffusers, "
                        "with a model_index.json in it, or a .safetensors file that holds all of "
                        "SDXL.",
                folder.string()));
    folder = std::filesystem::absolute(folder).lexically_normal();
    return folder.has_filename() ? folder : folder.parent_path();
}

Expected<void> checkPngName(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".png")
        return {};
    std::filesystem::path suggestion = file.filename();
    return fail(ErrorKind::Usage,
        fmt::format("Pictures are written as PNG. Call the file {} instead of {}.",
            suggestion.replace_extension(".png").string(), file.string()));
}

void logError(const Error& error)
{
    spdlog::info("{} [{}]", error.message, error.detail);
}

std::string countText(std::int64_t count)
{
    std::string text = std::to_string(count);
    const std::size_t first = count < 0 ? 1 : 0;
    for (std::size_t i = text.size(); i > first + 3; i -= 3)
        text.insert(i - 3, 1, ',');
    return text;
}

std::string bytesText(std::uint64_t bytes)
{
    constexpr double kilo = 1e3, mega = 1e6, giga = 1e9;
    const auto value = static_cast<double>(bytes);
    if (value < kilo)
        return fmt::format("{} B", bytes);
    if (value < mega)
        return fmt::format("{:.1f} kB", value / kilo);
    if (value < giga)
        return fmt::format("{:.1f} MB", value / mega);
    return fmt::format("{:.1f} GB", value / giga);
}

} // namespace tilewright
