// Whatever a file holds, it is read as a picture or refused with a sentence. Start it with
// tests/data/pictures and tests/data/png as seeds.
#include <cstdlib>
#include <spdlog/spdlog.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

#include "core/image/picture.h"

using namespace tilewright;

extern "C" int LLVMFuzzerInitialize(int*, char***)
{
    spdlog::set_level(spdlog::level::off);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const int file = memfd_create("picture", 0);
    if (file < 0 || ftruncate(file, 0) != 0
        || pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    // Few pixels, so that it is the formats that are tried and not the patience.
    const ReadLimits limits{.longestSide = 64, .pixels = 1'000'000};
    const auto picture = readPicture("/proc/self/fd/" + std::to_string(file), limits);
    if (!picture) {
        if (picture.error().message.empty())
            std::abort();
        return 0;
    }
    const Image& image = picture->image;
    const auto pixels
        = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (pixels == 0 || image.width > 64 || image.height > 64 || image.rgb.size() != pixels * 3
        || (!picture->coverage.empty() && picture->coverage.size() != pixels))
        std::abort();
    return 0;
}
