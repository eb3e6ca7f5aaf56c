#include "ui/jobs/tile_file_name.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

namespace tilewright::ui {
namespace {
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
} // namespace

std::string tileFileStem(const GenerationRequest& request)
{
    if (!request.mix)
        return fmt::format("tile-{}", request.seed);
    std::string stem;
    for (const MixShare& share : request.mix->shares())
        if (share.perMille > 0)
            stem += fmt::format("{}-{}-", percent(share.perMille), slug(share.color));
    return stem + std::to_string(request.seed);
}

std::filesystem::path freeTilePath(
    const std::filesystem::path& folder, const GenerationRequest& request)
{
    const std::string stem = tileFileStem(request);
    std::filesystem::path path = folder / (stem + ".png");
    std::error_code ignored;
    for (int i = 2; std::filesystem::exists(path, ignored); ++i)
        path = folder / fmt::format("{}-{}.png", stem, i);
    return path;
}

} // namespace tilewright::ui
