#include "core/image/picture_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <lcms2.h>
#include <new>
#include <spdlog/fmt/fmt.h>

#include "core/image/picture_encoder.h"
#include "core/support/named_values.h"

namespace tilewright {
namespace {

constexpr std::array<std::pair<PictureKind, std::string_view>, 4> kinds{{
    {PictureKind::Png, "png"},
    {PictureKind::Jpeg, "jpeg"},
    {PictureKind::Tiff, "tiff"},
    {PictureKind::Webp, "webp"},
}};

/// As designers read it.
std::string_view titleOf(PictureKind kind)
{
    switch (kind) {
    case PictureKind::Png:
        return "PNG";
    case PictureKind::Jpeg:
        return "JPEG";
    case PictureKind::Tiff:
        return "TIFF";
    case PictureKind::Webp:
        return "WebP";
    }
    return {};
}

/// Pixels a side. The first two are of the formats; the others hold more, but a row of a picture
/// has to fit in memory.
std::uint32_t longestSide(PictureKind kind)
{
    switch (kind) {
    case PictureKind::Jpeg:
        return 65'500;
    case PictureKind::Webp:
        return 16'383;
    case PictureKind::Png:
    case PictureKind::Tiff:
        break;
    }
    return 1'000'000;
}

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

cmsColorSpaceSignature colorSpaceOf(ColorModel model)
{
    return model == ColorModel::Grey ? cmsSigGrayData
        : model == ColorModel::Rgb   ? cmsSigRgbData
                                     : cmsSigCmykData;
}

Expected<void> checkProfile(const PictureHeader& header)
{
    if (header.profile.empty())
        return {};
    const std::unique_ptr<void, CloseProfile> profile(cmsOpenProfileFromMem(
        header.profile.data(), static_cast<cmsUInt32Number>(header.profile.size())));
    if (!profile)
        return fail(
            ErrorKind::Usage, "The colour profile of the picture is damaged. Choose another.");
    if (cmsGetColorSpace(profile.get()) != colorSpaceOf(header.format.model))
        return fail(ErrorKind::Usage,
            "The colour profile is made for another colour model than that of the picture. Choose "
            "a profile of the same model (grey, RGB or CMYK).");
    return {};
}

Expected<void> checkOptions(const WriteOptions& options)
{
    if (options.quality < 1 || options.quality > 100)
        return fail(ErrorKind::Usage,
            fmt::format("The quality {} cannot be; choose 1 to 100.", options.quality));
    constexpr double highestResolution = 30'000;
    if (!(options.dotsPerInch >= 0 && options.dotsPerInch <= highestResolution))
        return fail(ErrorKind::Usage,
            fmt::format("The resolution {:g} dpi cannot be; choose at most {:g}, for example 300.",
                options.dotsPerInch, highestResolution));
    return {};
}

std::unique_ptr<PictureEncoder> makeEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
{
    switch (options.kind) {
    case PictureKind::Png:
        return makePngEncoder(file, header, options);
    case PictureKind::Jpeg:
        return makeJpegEncoder(file, header, options);
    case PictureKind::Tiff:
        return makeTiffEncoder(file, header, options);
    case PictureKind::Webp:
        return makeWebpEncoder(file, header, options);
    }
    return nullptr;
}

/// From the rows to a file that can be committed.
class Writing {
public:
    Writing(const std::filesystem::path& path, AtomicFile& file, const WriteOptions& options,
        const std::function<void(double)>& progress, const std::stop_token& stop)
        : m_path(path), m_file(file), m_options(options), m_progress(progress), m_stop(stop)
    {
    }

    Expected<void> run(RowSource& rows)
    {
        const PictureHeader& header = rows.header();
        const auto encoder = makeEncoder(m_file, header, m_options);
        if (!encoder->start())
            return failure(*encoder);
        std::vector<std::uint8_t> row(header.width * header.format.bytes());
        for (std::uint32_t y = 0; y < header.height; ++y) {
            if (!goesOn(encoder->shareOfRows() * y / header.height))
                return cancelled();
            if (const auto read = rows.readRow(row.data()); !read)
                return read;
            if (!encoder->writeRow(row.data()))
                return failure(*encoder);
        }
        const double share = encoder->shareOfRows();
        const bool isFinished = encoder->finish(
            [&](double fraction) { return goesOn(share + (1 - share) * fraction); });
        if (m_stop.stop_requested())
            return cancelled();
        return isFinished ? Expected<void>() : failure(*encoder);
    }

    tl::unexpected<Error> cancelled() const
    {
        return fail(
            ErrorKind::Cancelled, fmt::format("Writing {} was cancelled.", m_path.string()));
    }

private:
    bool goesOn(double fraction)
    {
        if (m_stop.stop_requested())
            return false;
        // More often nobody could see.
        if (m_progress && fraction >= m_told + 0.01) {
            m_told = fraction;
            m_progress(fraction);
        }
        return !m_stop.stop_requested();
    }

    tl::unexpected<Error> failure(const PictureEncoder& encoder) const
    {
        if (const auto status = m_file.status(); !status)
            return tl::unexpected(status.error());
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot write {}: the picture cannot be stored as {}. Choose another kind "
                        "of file.",
                m_path.string(), titleOf(m_options.kind)),
            encoder.error());
    }

    const std::filesystem::path& m_path;
    AtomicFile& m_file;
    const WriteOptions& m_options;
    const std::function<void(double)>& m_progress;
    const std::stop_token& m_stop;
    double m_told = -1;
};

} // namespace

std::string_view toText(PictureKind kind)
{
    return nameOf<PictureKind>(kinds, kind);
}

Expected<PictureKind> parsePictureKind(std::string_view text)
{
    std::string name(text);
    for (char& c : name)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    if (name == "jpg")
        return PictureKind::Jpeg;
    if (name == "tif")
        return PictureKind::Tiff;
    auto kind = valueOf<PictureKind>(kinds, name, "kind of picture file");
    const auto* near = std::find_if(kinds.begin(), kinds.end(),
        [&](const auto& entry) { return name.find(entry.second) != std::string::npos; });
    if (!kind && near != kinds.end())
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" is no kind of picture file that can be written. Did you mean {}?",
                text, near->second));
    return kind;
}

std::string_view suffixOf(PictureKind kind)
{
    switch (kind) {
    case PictureKind::Png:
        return ".png";
    case PictureKind::Jpeg:
        return ".jpg";
    case PictureKind::Tiff:
        return ".tif";
    case PictureKind::Webp:
        return ".webp";
    }
    return {};
}

Expected<void> checkPicture(PictureKind kind, const PictureHeader& header)
{
    const auto cannot = [&](const std::string& what, std::string_view advice) {
        return fail(ErrorKind::Usage, fmt::format("{} {}. {}.", titleOf(kind), what, advice));
    };
    const PixelFormat& format = header.format;
    if (header.width == 0 || header.height == 0)
        return fail(ErrorKind::Usage,
            fmt::format("A picture of {} × {} pixels cannot be written. Choose a larger size.",
                header.width, header.height));
    if (format.bits != 8 && format.bits != 16)
        return fail(ErrorKind::Usage,
            fmt::format("A picture of {} bits cannot be written. Choose 8 or 16.", format.bits));
    const bool isSmall = kind == PictureKind::Jpeg || kind == PictureKind::Webp;
    if (isSmall && format.bits != 8)
        return cannot("holds no 16 bits", "Choose 8 bits, or PNG or TIFF");
    if (kind == PictureKind::Jpeg && format.hasAlpha)
        return cannot("holds nothing transparent", "Choose a white ground, or PNG, TIFF or WebP");
    if (format.model == ColorModel::Cmyk && (kind == PictureKind::Png || kind == PictureKind::Webp))
        return cannot("holds no CMYK", "Choose an RGB profile, or TIFF or JPEG");
    if (format.model == ColorModel::Grey && kind == PictureKind::Webp)
        return cannot("holds no grey profile", "Choose an RGB profile, or PNG, TIFF or JPEG");
    if (const std::uint32_t most = longestSide(kind); std::max(header.width, header.height) > most)
        return cannot(fmt::format("holds at most {} pixels a side, and the picture has {} × {}",
                          most, header.width, header.height),
            isSmall ? "Choose a smaller size, or PNG or TIFF" : "Choose a smaller size");
    return checkProfile(header);
}

Expected<void> writePicture(const std::filesystem::path& path, RowSource& rows,
    const WriteOptions& options, const std::function<void(double)>& progress, std::stop_token stop)
{
    if (const auto checked = checkPicture(options.kind, rows.header()); !checked)
        return checked;
    if (const auto checked = checkOptions(options); !checked)
        return checked;
    try {
        Expected<AtomicFile> file = AtomicFile::create(path);
        if (!file)
            return tl::unexpected(file.error());
        Writing writing(path, *file, options, progress, stop);
        if (const auto written = writing.run(rows); !written)
            return written;
        if (const auto committed = file->commit(); !committed)
            return committed;
        if (progress)
            progress(1);
        return {};
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            fmt::format("There is not enough memory to write {}. Close something and try again, or "
                        "choose a smaller size.",
                path.string()));
    }
}

} // namespace tilewright
