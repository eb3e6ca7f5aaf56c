#include "core/image/srgb_converter.h"

#include <cstring>
#include <lcms2.h>
#include <spdlog/spdlog.h>

namespace tilewright {
namespace {

/// A sample as 8 bits, rounded.
template <typename Sample> std::uint8_t byteOf(const std::uint8_t* samples, std::size_t index)
{
    Sample sample = 0;
    std::memcpy(&sample, samples + index * sizeof sample, sizeof sample);
    if constexpr (sizeof sample == 1)
        return sample;
    else
        return static_cast<std::uint8_t>((sample * 255u + 32895u) >> 16);
}

template <typename Sample>
void convertPlainly(
    const PixelFormat& format, const std::uint8_t* row, std::size_t pixels, std::uint8_t* rgb)
{
    const std::size_t step = format.samples();
    for (std::size_t i = 0; i < pixels; ++i, rgb += 3) {
        const std::size_t first = i * step;
        const auto sample = [&](std::size_t index) { return byteOf<Sample>(row, first + index); };
        switch (format.model) {
        case ColorModel::Grey:
            rgb[0] = rgb[1] = rgb[2] = sample(0);
            break;
        case ColorModel::Rgb:
            for (std::size_t channel = 0; channel < 3; ++channel)
                rgb[channel] = sample(channel);
            break;
        case ColorModel::Cmyk:
            const unsigned paper = 255u - sample(3);
            for (std::size_t channel = 0; channel < 3; ++channel)
                rgb[channel]
                    = static_cast<std::uint8_t>(((255u - sample(channel)) * paper + 127u) / 255u);
            break;
        }
    }
}

cmsUInt32Number lcmsFormat(const PixelFormat& format)
{
    const cmsUInt32Number space = format.model == ColorModel::Grey ? PT_GRAY
        : format.model == ColorModel::Rgb                          ? PT_RGB
                                                                   : PT_CMYK;
    return COLORSPACE_SH(space) | CHANNELS_SH(static_cast<cmsUInt32Number>(format.colors()))
        | EXTRA_SH(format.hasAlpha ? 1u : 0u) | BYTES_SH(static_cast<unsigned>(format.bits) / 8);
}

cmsColorSpaceSignature spaceOf(ColorModel model)
{
    switch (model) {
    case ColorModel::Grey:
        return cmsSigGrayData;
    case ColorModel::Rgb:
        return cmsSigRgbData;
    case ColorModel::Cmyk:
        return cmsSigCmykData;
    }
    return cmsSigRgbData;
}

} // namespace

/// A context of its own keeps what lcms reports apart from other threads.
class SrgbConverter::Transform {
public:
    Transform(const PixelFormat& format, std::span<const std::uint8_t> profile)
        : m_context(cmsCreateContext(nullptr, nullptr))
    {
        if (!m_context)
            return;
        cmsSetLogErrorHandlerTHR(m_context,
            [](cmsContext, cmsUInt32Number, const char* text) { spdlog::debug("lcms: {}", text); });
        const cmsHPROFILE source = cmsOpenProfileFromMemTHR(
            m_context, profile.data(), static_cast<cmsUInt32Number>(profile.size()));
        if (!source)
            return;
        if (cmsGetColorSpace(source) == spaceOf(format.model)) {
            const cmsHPROFILE srgb = cmsCreate_sRGBProfileTHR(m_context);
            m_transform = cmsCreateTransformTHR(m_context, source, lcmsFormat(format), srgb,
                TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
            cmsCloseProfile(srgb);
        }
        cmsCloseProfile(source);
    }
    Transform(const Transform&) = delete;
    Transform& operator=(const Transform&) = delete;
    ~Transform()
    {
        if (m_transform)
            cmsDeleteTransform(m_transform);
        if (m_context)
            cmsDeleteContext(m_context);
    }

    bool isUsable() const { return m_transform != nullptr; }

    void apply(const std::uint8_t* row, std::size_t pixels, std::uint8_t* rgb) const
    {
        cmsDoTransform(m_transform, row, rgb, static_cast<cmsUInt32Number>(pixels));
    }

private:
    cmsContext m_context;
    cmsHTRANSFORM m_transform = nullptr;
};

SrgbConverter::SrgbConverter(const PixelFormat& format, std::span<const std::uint8_t> profile)
    : m_format(format)
{
    if (profile.empty())
        return;
    m_transform = std::make_unique<Transform>(format, profile);
    if (!m_transform->isUsable()) {
        spdlog::warn("The picture's colour profile is damaged or not for its kind of colours; it "
                     "is left aside.");
        m_transform.reset();
    }
}

SrgbConverter::~SrgbConverter() = default;

void SrgbConverter::convert(const std::uint8_t* row, std::size_t pixels, std::uint8_t* rgb) const
{
    if (m_transform)
        m_transform->apply(row, pixels, rgb);
    else if (m_format.bits == 8)
        convertPlainly<std::uint8_t>(m_format, row, pixels, rgb);
    else
        convertPlainly<std::uint16_t>(m_format, row, pixels, rgb);
}

void SrgbConverter::readCoverage(
    const std::uint8_t* row, std::size_t pixels, std::uint8_t* coverage) const
{
    const std::size_t step = m_format.samples(), alpha = m_format.colors();
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::size_t index = i * step + alpha;
        coverage[i] = m_format.bits == 8 ? byteOf<std::uint8_t>(row, index)
                                         : byteOf<std::uint16_t>(row, index);
    }
}

} // namespace tilewright
