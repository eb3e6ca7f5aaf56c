#include "core/image/tiff_file.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <limits>
#include <new>
#include <spdlog/spdlog.h>

namespace tilewright {
namespace {

constexpr tmsize_t maximumAllocation = tmsize_t{512} << 20;

struct FreeOptions {
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};
/// Later errors follow from the first.
int onError(TIFF*, void* first, const char*, const char* format, std::va_list arguments)
{
    TiffErrorText text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    auto& error = *static_cast<TiffErrorText*>(first);
    if (error[0] == '\0')
        error = text;
    return 1;
}

int onWarning(TIFF*, void*, const char*, const char* format, std::va_list arguments)
{
    TiffErrorText text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    spdlog::debug("libtiff: {}", text.data());
    return 1;
}

tmsize_t readBytes(thandle_t stream, void* to, tmsize_t size)
{
    return static_cast<tmsize_t>(
        std::fread(to, 1, static_cast<std::size_t>(size), static_cast<std::FILE*>(stream)));
}

tmsize_t writeNothing(thandle_t, void*, tmsize_t)
{
    return 0;
}

toff_t seek(thandle_t stream, toff_t offset, int from)
{
    constexpr auto most = static_cast<toff_t>(std::numeric_limits<off_t>::max());
    auto* file = static_cast<std::FILE*>(stream);
    if (offset > most || fseeko(file, static_cast<off_t>(offset), from) != 0)
        return static_cast<toff_t>(-1);
    return static_cast<toff_t>(ftello(file));
}

toff_t sizeOf(thandle_t stream)
{
    auto* file = static_cast<std::FILE*>(stream);
    const off_t position = ftello(file);
    fseeko(file, 0, SEEK_END);
    const off_t size = ftello(file);
    fseeko(file, position, SEEK_SET);
    return static_cast<toff_t>(std::max<off_t>(size, 0));
}

int leaveOpen(thandle_t)
{
    return 0;
}

int refuseMapping(thandle_t, void**, toff_t*)
{
    return 0;
}

void unmapNothing(thandle_t, void*, toff_t) { }

AtomicFile& target(thandle_t file)
{
    return *static_cast<AtomicFile*>(file);
}

tmsize_t readBack(thandle_t file, void* to, tmsize_t size)
{
    return static_cast<tmsize_t>(
        target(file).read({static_cast<std::byte*>(to), static_cast<std::size_t>(size)}));
}

tmsize_t writeBytes(thandle_t file, void* from, tmsize_t size)
{
    const std::span bytes(static_cast<const std::byte*>(from), static_cast<std::size_t>(size));
    return target(file).write(bytes) ? size : 0;
}

toff_t seekTarget(thandle_t file, toff_t offset, int from)
{
    const bool isThere = target(file).seek(static_cast<std::int64_t>(offset), from);
    return isThere ? target(file).position() : static_cast<toff_t>(-1);
}

toff_t sizeOfTarget(thandle_t file)
{
    return target(file).size();
}

std::unique_ptr<TIFFOpenOptions, FreeOptions> optionsFor(TiffErrorText& error)
{
    std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
    if (!options)
        throw std::bad_alloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), maximumAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), onError, &error);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), onWarning, nullptr);
    return options;
}

} // namespace

TiffHandle openTiffFile(const InputFile& file, TiffErrorText& error)
{
    const auto options = optionsFor(error);
    // m: without mapping the file into memory, where a file that shrinks would end the program.
    return TiffHandle(TIFFClientOpenExt(file.name().c_str(), "rm", file.stream(), readBytes,
        writeNothing, seek, leaveOpen, sizeOf, refuseMapping, unmapNothing, options.get()));
}

TiffHandle createTiffFile(AtomicFile& file, bool isBig, TiffErrorText& error)
{
    const auto options = optionsFor(error);
    return TiffHandle(
        TIFFClientOpenExt("picture", isBig ? "w8m" : "wm", &file, readBack, writeBytes, seekTarget,
            leaveOpen, sizeOfTarget, refuseMapping, unmapNothing, options.get()));
}

} // namespace tilewright
