// Picture files for tests, written through the libraries that define the formats.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iterator>
#include <lcms2.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

#include "core/color/color.h"
#include "core/image/image.h"

namespace tilewright::test {

using Bytes = std::vector<std::uint8_t>;
/// Fills one row of samples.
using FillRow = std::function<void(int y, std::uint8_t* row)>;

struct CloseStream {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using Stream = std::unique_ptr<std::FILE, CloseStream>;

struct PngForm {
    int colorType = PNG_COLOR_TYPE_RGB;
    int bits = 8;
    Bytes profile = {};
    Bytes exif = {};
    int gamma = 0; ///< in 1/100000; 0: none is noted
};

/// 16-bit samples are big-endian, as in the file. The EXIF data comes after the picture.
inline void writePngFile(const std::filesystem::path& path, int width, int height,
    const FillRow& fill, const PngForm& form = {})
{
    const Stream stream(std::fopen(path.c_str(), "wb"));
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_infop end = png_create_info_struct(png);
    png_init_io(png, stream.get());
    png_set_compression_level(png, 1);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height),
        form.bits, form.colorType, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
        PNG_FILTER_TYPE_DEFAULT);
    if (!form.profile.empty())
        png_set_iCCP(png, info, "profile", PNG_COMPRESSION_TYPE_BASE, form.profile.data(),
            static_cast<png_uint_32>(form.profile.size()));
    if (form.gamma != 0)
        png_set_gAMA_fixed(png, info, form.gamma);
    png_write_info(png, info);
    Bytes row(static_cast<std::size_t>(width) * 8);
    for (int y = 0; y < height; ++y) {
        fill(y, row.data());
        png_write_row(png, row.data());
    }
    Bytes exif = form.exif;
    if (!exif.empty())
        png_set_eXIf_1(png, end, static_cast<png_uint_32>(exif.size()), exif.data());
    png_write_end(png, end);
    png_destroy_info_struct(png, &end);
    png_destroy_write_struct(&png, &info);
}

struct JpegForm {
    J_COLOR_SPACE from = JCS_RGB;
    J_COLOR_SPACE stored = JCS_YCbCr;
    Bytes profile = {};
    Bytes exif = {}; ///< with "Exif\0\0"
    bool isProgressive = false;
};

/// Best quality, no subsampling.
inline void writeJpegFile(const std::filesystem::path& path, int width, int height,
    const FillRow& fill, const JpegForm& form = {})
{
    const Stream stream(std::fopen(path.c_str(), "wb"));
    jpeg_error_mgr errors{};
    jpeg_compress_struct info{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    jpeg_stdio_dest(&info, stream.get());
    info.image_width = static_cast<JDIMENSION>(width);
    info.image_height = static_cast<JDIMENSION>(height);
    info.in_color_space = form.from;
    info.input_components = form.from == JCS_CMYK ? 4 : form.from == JCS_RGB ? 3 : 1;
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, form.stored);
    jpeg_set_quality(&info, 100, TRUE);
    for (int i = 0; i < info.num_components; ++i)
        info.comp_info[i].h_samp_factor = info.comp_info[i].v_samp_factor = 1;
    if (form.isProgressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    if (!form.exif.empty())
        jpeg_write_marker(
            &info, JPEG_APP0 + 1, form.exif.data(), static_cast<unsigned>(form.exif.size()));
    if (!form.profile.empty())
        jpeg_write_icc_profile(
            &info, form.profile.data(), static_cast<unsigned>(form.profile.size()));
    Bytes row(static_cast<std::size_t>(width) * 4);
    for (int y = 0; y < height; ++y) {
        fill(y, row.data());
        JSAMPROW rows = row.data();
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
}

struct TiffForm {
    int photometric = PHOTOMETRIC_RGB;
    int samples = 3;
    int bits = 8;
    int orientation = ORIENTATION_TOPLEFT;
    Bytes profile = {};
    int sampleFormat = SAMPLEFORMAT_UINT;
    bool isPlanar = false; ///< each sample of the pixels in a plane of its own
    int tile = 0; ///< side of the tiles, a multiple of 16; 0: strips
    int rowsPerStrip = 16;
};

inline void writeTiffFile(const std::filesystem::path& path, int width, int height,
    const FillRow& fill, const TiffForm& form = {})
{
    const auto sampleBytes = static_cast<std::size_t>(form.bits) / 8;
    const auto samples = static_cast<std::size_t>(form.samples);
    const std::size_t pixelBytes = samples * sampleBytes;
    const std::size_t rowBytes = static_cast<std::size_t>(width) * pixelBytes;
    Bytes pixels(rowBytes * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y)
        fill(y, pixels.data() + static_cast<std::size_t>(y) * rowBytes);

    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, form.photometric);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, form.samples);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, form.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, form.sampleFormat);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, form.orientation);
    TIFFSetField(
        tiff, TIFFTAG_PLANARCONFIG, form.isPlanar ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    if (!form.profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(form.profile.size()),
            form.profile.data());
    const int blockWidth = form.tile > 0 ? form.tile : width;
    const int blockHeight = form.tile > 0 ? form.tile : form.rowsPerStrip;
    if (form.tile > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, form.tile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, form.tile);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, form.rowsPerStrip);
    }
    const std::size_t planes = form.isPlanar ? samples : 1;
    const std::size_t unit = form.isPlanar ? sampleBytes : pixelBytes;
    std::uint32_t index = 0;
    for (std::size_t plane = 0; plane < planes; ++plane) {
        for (int top = 0; top < height; top += blockHeight) {
            for (int left = 0; left < width; left += blockWidth) {
                const int rows = form.tile > 0 ? blockHeight : std::min(blockHeight, height - top);
                Bytes block(static_cast<std::size_t>(blockWidth * rows) * unit);
                for (int y = top; y < std::min(top + rows, height); ++y)
                    for (int x = left; x < std::min(left + blockWidth, width); ++x)
                        std::copy_n(pixels.data() + static_cast<std::size_t>(y) * rowBytes
                                + static_cast<std::size_t>(x) * pixelBytes + plane * unit,
                            unit,
                            block.data()
                                + static_cast<std::size_t>((y - top) * blockWidth + x - left)
                                    * unit);
                const auto size = static_cast<tmsize_t>(block.size());
                if (form.tile > 0)
                    TIFFWriteEncodedTile(tiff, index++, block.data(), size);
                else
                    TIFFWriteEncodedStrip(tiff, index++, block.data(), size);
            }
        }
    }
    TIFFClose(tiff);
}

/// A WebP file in the simple form, rewritten in the extended form, which has room for more. Source:
/// WebP Container Specification.
inline Bytes withProfileAndExif(
    const Bytes& webp, int width, int height, const Bytes& profile, const Bytes& exif)
{
    const auto number = [](std::size_t value, int size) {
        Bytes bytes;
        for (int i = 0; i < size; ++i)
            bytes.push_back(static_cast<std::uint8_t>(value >> 8 * i));
        return bytes;
    };
    const auto append
        = [](Bytes& to, const Bytes& more) { to.insert(to.end(), more.begin(), more.end()); };
    const auto chunk = [&](std::string_view name, const Bytes& data) {
        Bytes bytes(name.begin(), name.end());
        append(bytes, number(data.size(), 4));
        append(bytes, data);
        bytes.resize((bytes.size() + 1) / 2 * 2);
        return bytes;
    };
    Bytes extended{0x20 | 0x08, 0, 0, 0}; // has a profile, has EXIF data
    append(extended, number(static_cast<std::size_t>(width) - 1, 3));
    append(extended, number(static_cast<std::size_t>(height) - 1, 3));
    Bytes body{'W', 'E', 'B', 'P'};
    append(body, chunk("VP8X", extended));
    append(body, chunk("ICCP", profile));
    append(body, Bytes(webp.begin() + 12, webp.end()));
    append(body, chunk("EXIF", exif));
    return chunk("RIFF", body);
}

/// Every pixel the same.
inline FillRow flat(const Bytes& pixel, int width)
{
    return [=](int, std::uint8_t* row) {
        for (int x = 0; x < width; ++x)
            row = std::copy(pixel.begin(), pixel.end(), row);
    };
}

inline Bytes bytesOf(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    Bytes bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

/// Gamma 2.2 with the given corners, white D65.
inline Bytes rgbProfile(const cmsCIExyYTRIPLE& primaries)
{
    const cmsCIExyY white{0.3127, 0.3290, 1.0};
    cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const Bytes bytes = bytesOf(cmsCreateRGBProfile(&white, &primaries, curves));
    cmsFreeToneCurve(curve);
    return bytes;
}

inline Bytes greyProfile(double gamma)
{
    cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
    const Bytes bytes = bytesOf(cmsCreateGrayProfile(cmsD50_xyY(), curve));
    cmsFreeToneCurve(curve);
    return bytes;
}

/// Inks that are not what they are called: the lightness falls from 100 to 0 with the mean of all
/// four, whatever their colour.
inline Bytes greyInksProfile()
{
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 2.1);
    cmsSetDeviceClass(profile, cmsSigOutputClass);
    cmsSetColorSpace(profile, cmsSigCmykData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, 4, 3);
    cmsStage* table = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
    cmsStageSampleCLut16bit(
        table,
        [](const cmsUInt16Number* inks, cmsUInt16Number* pcs, void*) {
            const double ink = (0.0 + inks[0] + inks[1] + inks[2] + inks[3]) / 4 / 65535;
            const cmsCIELab lab{100 * (1 - ink), 0, 0};
            cmsFloat2LabEncodedV2(pcs, &lab);
            return TRUE;
        },
        nullptr, 0);
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    cmsPipelineFree(pipeline);
    return bytesOf(profile);
}

/// EXIF data that holds only the orientation.
inline Bytes exifOf(int orientation, bool isLittleEndian, bool hasPrefix)
{
    Bytes exif = hasPrefix ? Bytes{'E', 'x', 'i', 'f', 0, 0} : Bytes{};
    const auto add = [&](int value, int size) {
        for (int i = 0; i < size; ++i)
            exif.push_back(
                static_cast<std::uint8_t>(value >> 8 * (isLittleEndian ? i : size - 1 - i)));
    };
    add(isLittleEndian ? 0x4949 : 0x4d4d, 2);
    add(42, 2);
    add(8, 4); // where the directory is
    add(1, 2); // its number of entries
    add(0x112, 2); // the orientation
    add(3, 2); // of 2 bytes
    add(1, 4); // one of them
    add(orientation, 2);
    add(0, 2);
    add(0, 4); // no further directory
    return exif;
}

inline Srgb colorAt(const Image& image, int x, int y)
{
    const std::uint8_t* pixel = image.pixel(x, y);
    return {pixel[0], pixel[1], pixel[2]};
}

inline bool isNear(Srgb a, Srgb b, int tolerance = 2)
{
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance
        && std::abs(a.b - b.b) <= tolerance;
}

} // namespace tilewright::test
