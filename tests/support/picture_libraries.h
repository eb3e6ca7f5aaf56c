// Picture files as the libraries see them that define the formats.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <webp/decode.h>

#include "core/support/atomic_file.h"
#include "support/picture_files.h"

namespace tilewright::test {

/// What the library that defines the format finds in a file.
struct Found {
    std::uint32_t width = 0, height = 0;
    Bytes samples; ///< as RowSource gives them
    Bytes profile;
    double dotsPerInch = 0;
};

inline Found readWithLibpng(const std::filesystem::path& path)
{
    const Stream stream(std::fopen(path.c_str(), "rb"));
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_init_io(png, stream.get());
    png_read_info(png, info);
    if (png_get_bit_depth(png, info) == 16)
        png_set_swap(png);
    Found found{png_get_image_width(png, info), png_get_image_height(png, info), {}, {}, 0};
    const std::size_t rowBytes = png_get_rowbytes(png, info);
    found.samples.resize(rowBytes * found.height);
    for (std::uint32_t y = 0; y < found.height; ++y)
        png_read_row(png, found.samples.data() + y * rowBytes, nullptr);
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(png, info, &name, &compression, &profile, &size))
        found.profile.assign(profile, profile + size);
    found.dotsPerInch = png_get_pixels_per_meter(png, info) * 0.0254;
    png_destroy_read_struct(&png, &info, nullptr);
    return found;
}

inline Found readWithLibtiff(const std::filesystem::path& path)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "r");
    Found found;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &found.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &found.height);
    const auto rowBytes = static_cast<std::size_t>(TIFFScanlineSize(tiff));
    found.samples.resize(rowBytes * found.height);
    for (std::uint32_t y = 0; y < found.height; ++y)
        TIFFReadScanline(tiff, found.samples.data() + y * rowBytes, y, 0);
    std::uint32_t size = 0;
    std::uint8_t* profile = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &profile))
        found.profile.assign(profile, profile + size);
    float resolution = 0;
    std::uint16_t unit = 0;
    TIFFGetField(tiff, TIFFTAG_RESOLUTIONUNIT, &unit);
    if (TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &resolution) && unit == RESUNIT_INCH)
        found.dotsPerInch = static_cast<double>(resolution);
    TIFFClose(tiff);
    return found;
}

inline Found readWithLibwebp(const std::filesystem::path& path, bool hasAlpha)
{
    const std::string bytes = *readTextFile(path);
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    int w = 0, h = 0;
    std::uint8_t* pixels = hasAlpha ? WebPDecodeRGBA(data, bytes.size(), &w, &h)
                                    : WebPDecodeRGB(data, bytes.size(), &w, &h);
    Found found{static_cast<std::uint32_t>(w), static_cast<std::uint32_t>(h), {}, {}, 0};
    found.samples.assign(
        pixels, pixels + std::size_t{found.width} * found.height * (hasAlpha ? 4 : 3));
    WebPFree(pixels);
    return found;
}

struct JpegFacts {
    int luminanceSampling = 0;
    bool hasAdobeMarker = false;
    int adobeTransform = 0;
    J_COLOR_SPACE stored = JCS_UNKNOWN;
    double dotsPerInch = 0;
};

inline JpegFacts readWithLibjpeg(const std::filesystem::path& path)
{
    const Stream stream(std::fopen(path.c_str(), "rb"));
    jpeg_error_mgr errors{};
    jpeg_decompress_struct info{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&info);
    jpeg_stdio_src(&info, stream.get());
    jpeg_read_header(&info, TRUE);
    const JpegFacts facts{info.comp_info[0].h_samp_factor, info.saw_Adobe_marker != 0,
        info.Adobe_transform, info.jpeg_color_space, info.density_unit == 1 ? info.X_density : 0.0};
    jpeg_destroy_decompress(&info);
    return facts;
}

} // namespace tilewright::test
