// Picture files for tests, written through the libraries that define the formats.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <lcms2.h>
#include <memory>
#include <string>
#include <vector>

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

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
};

inline void writeTiffFile(const std::filesystem::path& path, int width, int height,
    const FillRow& fill, const TiffForm& form = {})
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, height);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, form.photometric);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, form.samples);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, form.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, form.sampleFormat);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, form.orientation);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 16);
    if (!form.profile.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(form.profile.size()),
            form.profile.data());
    Bytes row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    for (int y = 0; y < height; ++y) {
        fill(y, row.data());
        TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0);
    }
    TIFFClose(tiff);
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
    const auto value = static_cast<std::uint8_t>(orientation);
    const Bytes little{
        'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0, 0, 0, 0, 0};
    const Bytes big{
        'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0};
    Bytes exif = hasPrefix ? Bytes{'E', 'x', 'i', 'f', 0, 0} : Bytes{};
    const Bytes& numbers = isLittleEndian ? little : big;
    exif.insert(exif.end(), numbers.begin(), numbers.end());
    return exif;
}

} // namespace tilewright::test
