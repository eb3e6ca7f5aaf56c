#include "core/library/tile_file_name.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

/// File systems take names of 255 bytes; seed, number and suffix follow.
constexpr std::size_t longestMixText = 200;

std::string percent(int perMille)
{
    return perMille % 10 == 0 ? fmt::format("{}", perMille / 10)
                              : fmt::format("{}.{}", perMille / 10, perMille % 10);
}

/// Colour names of a user's own palette may hold anything; file systems take less.
std::string slug(std::string name)
{
    const auto isUnsafe = [](unsigned char c) {
        return c <= ' ' || std::string_view("/\\:*?\"<>|").find(char(c)) != std::string::npos;
    };
    std::replace_if(name.begin(), name.end(), isUnsafe, '-');
    return name;
}

/// Cuts between two characters of UTF-8.
void cut(std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        --bytes;
    text.resize(bytes);
    text += '-';
}

} // namespace

std::string tileFileStem(const GenerationRequest& request)
{
    if (!request.mix)
        return fmt::format("tile-{}", request.seed);
    std::string stem;
    for (const MixShare& share : request.mix->shares())
        if (share.perMille > 0)
            stem += fmt::format("{}-{}-", percent(share.perMille), slug(share.color));
    cut(stem, longestMixText);
    return stem + std::to_string(request.seed);
}

std::filesystem::path freeTilePath(
    const std::filesystem::path& folder, const GenerationRequest& request)
{
    const std::string stem = tileFileStem(request);
    std::filesystem::path path = folder / (stem + ".png");
    std::error_code ignored;
    // A link to nowhere takes the name too.
    for (int i = 2; std::filesystem::exists(std::filesystem::symlink_status(path, ignored)); ++i)
        path = folder / fmt::format("{}-{}.png", stem, i);
    return path;
}

} // namespace tilewright
