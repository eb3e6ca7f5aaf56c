#include "core/export/output_color.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <numeric>
#include <spdlog/fmt/fmt.h>

#include "core/export/dither.h"
#include "core/export/icc_profile.h"
#include "core/export/lcms_handles.h"
#include "core/export/wide_row.h"
#include "core/support/named_values.h"

namespace tilewright {
namespace {

constexpr std::pair<ColorSpace, std::string_view> spaceNames[] = {
    {ColorSpace::Srgb, "srgb"},
    {ColorSpace::AdobeRgb, "adobe-rgb"},
    {ColorSpace::Profile, "profile"},
};

constexpr std::pair<RenderingIntent, std::string_view> intentNames[] = {
    {RenderingIntent::Perceptual, "perceptual"},
    {RenderingIntent::Relative, "relative"},
    {RenderingIntent::Saturation, "saturation"},
    {RenderingIntent::Absolute, "absolute"},
};

constexpr double fullInk = 65535;

cmsUInt32Number lcmsIntent(RenderingIntent intent)
{
    switch (intent) {
    case RenderingIntent::Perceptual:
        return INTENT_PERCEPTUAL;
    case RenderingIntent::Relative:
        return INTENT_RELATIVE_COLORIMETRIC;
    case RenderingIntent::Saturation:
        return INTENT_SATURATION;
    case RenderingIntent::Absolute:
        return INTENT_ABSOLUTE_COLORIMETRIC;
    }
    return INTENT_RELATIVE_COLORIMETRIC;
}

cmsUInt32Number lcmsFormat(ColorModel model)
{
    switch (model) {
    case ColorModel::Grey:
        return TYPE_GRAY_16;
    case ColorModel::Rgb:
        return TYPE_RGB_16;
    case ColorModel::Cmyk:
        return TYPE_CMYK_16;
    }
    return TYPE_RGB_16;
}

} // namespace

std::string_view toText(ColorSpace space)
{
    return nameOf<ColorSpace>(spaceNames, space);
}

Expected<ColorSpace> parseColorSpace(std::string_view text)
{
    return valueOf<ColorSpace>(spaceNames, text, "colour space");
}

std::string_view toText(RenderingIntent intent)
{
    return nameOf<RenderingIntent>(intentNames, intent);
}

Expected<RenderingIntent> parseRenderingIntent(std::string_view text)
{
    return valueOf<RenderingIntent>(intentNames, text, "rendering intent");
}

class ColorConverter::Implementation {
public:
    static Expected<std::unique_ptr<Implementation>> create(const OutputColor& color);

    const OutputColor& color() const { return m_color; }
    const IccProfile& profile() const { return m_profile; }
    /// 16-bit sRGB to 16-bit output, both without alpha.
    void convert(const std::uint16_t* rgb, std::uint16_t* output, std::size_t pixels) const;
    void softProof(const std::uint8_t* rgb, std::uint8_t* proof, std::size_t pixels) const;

private:
    Expected<void> makeTransforms();

    OutputColor m_color;
    IccProfile m_profile;
    LcmsContext m_context;
    LcmsTransform m_output, m_proof; ///< none: sRGB stays as it is
};

Expected<std::unique_ptr<ColorConverter::Implementation>> ColorConverter::Implementation::create(
    const OutputColor& color)
{
    auto made = std::make_unique<Implementation>();
    made->m_color = color;
    switch (color.space) {
    case ColorSpace::Srgb:
        made->m_profile = srgbProfile();
        return made;
    case ColorSpace::AdobeRgb:
        made->m_profile = adobeRgbProfile();
        break;
    case ColorSpace::Profile:
        if (color.profile.empty())
            return fail(ErrorKind::BadData,
                "No colour profile is chosen; choose the one of your printing condition, or sRGB.");
        auto profile = readOutputProfile(color.profile);
        if (!profile)
            return tl::unexpected(profile.error());
        made->m_profile = std::move(*profile);
        break;
    }
    if (auto transforms = made->makeTransforms(); !transforms)
        return tl::unexpected(transforms.error());
    return made;
}

Expected<void> ColorConverter::Implementation::makeTransforms()
{
    const LcmsProfile srgb(cmsCreate_sRGBProfileTHR(m_context.get()));
    const LcmsProfile output(cmsOpenProfileFromMemTHR(m_context.get(), m_profile.bytes.data(),
        static_cast<cmsUInt32Number>(m_profile.bytes.size())));
    // What is a matrix and curves is worked out for each pixel; tables are joined to a finer one.
    const cmsUInt32Number precision
        = output && cmsIsMatrixShaper(output.get()) ? cmsFLAGS_NOOPTIMIZE : cmsFLAGS_HIGHRESPRECALC;
    const bool isAbsolute = m_color.intent == RenderingIntent::Absolute;
    const cmsUInt32Number intent = lcmsIntent(m_color.intent);
    if (output)
        m_output.reset(cmsCreateTransformTHR(m_context.get(), srgb.get(), TYPE_RGB_16, output.get(),
            lcmsFormat(m_profile.model), intent,
            precision | (m_color.blackPointCompensation ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0)));
    if (m_output) {
        // The output stands twice: colours go into it, and come out of it again.
        std::array<cmsHPROFILE, 4> chain{srgb.get(), output.get(), output.get(), srgb.get()};
        const cmsUInt32Number back
            = isAbsolute ? INTENT_ABSOLUTE_COLORIMETRIC : INTENT_RELATIVE_COLORIMETRIC;
        std::array<cmsUInt32Number, 4> intents{intent, intent, back, back};
        const cmsBool compensates = m_color.blackPointCompensation;
        std::array<cmsBool, 4> compensations{compensates, compensates, !isAbsolute, !isAbsolute};
        std::array<cmsFloat64Number, 4> adaptations{1, 1, 1, 1};
        m_proof.reset(cmsCreateExtendedTransform(m_context.get(), chain.size(), chain.data(),
            compensations.data(), intents.data(), adaptations.data(), nullptr, 0, TYPE_RGB_8,
            TYPE_RGB_8, precision & cmsFLAGS_NOOPTIMIZE));
    }
    if (!m_output || !m_proof)
        return fail(ErrorKind::BadData,
            fmt::format("The colour profile {} is damaged or has no colours for the intent "
                        "\"{}\". Choose another intent, another profile, or sRGB.",
                m_color.profile.string(), toText(m_color.intent)),
            m_context.lastError());
    return {};
}

void ColorConverter::Implementation::convert(
    const std::uint16_t* rgb, std::uint16_t* output, std::size_t pixels) const
{
    if (m_output)
        cmsDoTransform(m_output.get(), rgb, output, static_cast<cmsUInt32Number>(pixels));
    else
        std::copy_n(rgb, pixels * 3, output);
}

void ColorConverter::Implementation::softProof(
    const std::uint8_t* rgb, std::uint8_t* proof, std::size_t pixels) const
{
    if (m_proof)
        cmsDoTransform(m_proof.get(), rgb, proof, static_cast<cmsUInt32Number>(pixels));
    else
        std::copy_n(rgb, pixels * 3, proof);
}

/// Colours and alpha part before the conversion and meet after it.
class ColorConverter::Rows final : public ConvertedRows {
public:
    Rows(const Implementation& implementation, RowSource& rows, int bits)
        : m_implementation(implementation), m_rows(rows)
    {
        const IccProfile& profile = implementation.profile();
        m_header = rows.header();
        m_header.format.model = profile.model;
        m_header.format.bits = bits;
        m_header.profile = profile.bytes;
        m_rgb.resize(std::size_t{m_header.width} * 3);
        m_colors.resize(m_header.width * m_header.format.colors());
        m_samples.resize(m_header.width * m_header.format.samples());
    }

    Expected<void> readRow(std::uint8_t* row) override
    {
        const auto read = m_wideRow.read(m_rows);
        if (!read)
            return tl::unexpected(read.error());
        const bool hasAlpha = m_header.format.hasAlpha;
        const std::size_t step = hasAlpha ? 4 : 3;
        for (std::size_t x = 0; x < m_header.width; ++x)
            std::copy_n(read->data() + x * step, 3, m_rgb.data() + x * 3);
        m_implementation.convert(m_rgb.data(), m_colors.data(), m_header.width);

        const std::size_t colors = m_header.format.colors();
        std::uint16_t* sample = m_samples.data();
        for (std::size_t x = 0; x < m_header.width; ++x) {
            const std::uint16_t alpha = hasAlpha ? (*read)[x * step + 3] : std::uint16_t{65535};
            const std::uint16_t* color = m_colors.data() + x * colors;
            sample = std::copy_n(color, colors, sample);
            if (hasAlpha)
                *sample++ = alpha;
            if (m_header.format.model == ColorModel::Cmyk && alpha > 0)
                countInk(color);
        }
        if (m_header.format.bits == 16)
            std::memcpy(row, m_samples.data(), m_samples.size() * sizeof m_samples[0]);
        else
            dither(
                m_samples, m_nextRow, static_cast<std::uint32_t>(m_header.format.samples()), row);
        ++m_nextRow;
        return {};
    }

    InkUse inkUse() const override
    {
        const auto percent = [](double part, double whole) { return 100 * part / whole; };
        return {percent(m_mostInk, fullInk),
            m_covered == 0
                ? 0
                : percent(static_cast<double>(m_overLimit), static_cast<double>(m_covered))};
    }

private:
    void countInk(const std::uint16_t* inks)
    {
        const std::uint32_t ink = std::accumulate(inks, inks + 4, 0u);
        m_mostInk = std::max(m_mostInk, ink);
        ++m_covered;
        // Half a level of 16 bits is no ink: a limit of 300 % is not passed by 300.001 %.
        if (100 * (ink - 2.0) > m_implementation.color().inkLimit * fullInk)
            ++m_overLimit;
    }

    const Implementation& m_implementation;
    RowSource& m_rows;
    WideRow m_wideRow;
    std::vector<std::uint16_t> m_rgb, m_colors, m_samples;
    std::uint32_t m_nextRow = 0;
    std::uint32_t m_mostInk = 0; ///< of the four samples together
    std::uint64_t m_covered = 0, m_overLimit = 0; ///< pixels
};

Expected<std::unique_ptr<ColorConverter>> ColorConverter::create(const OutputColor& color)
{
    try {
        auto implementation = Implementation::create(color);
        if (!implementation)
            return tl::unexpected(implementation.error());
        return std::unique_ptr<ColorConverter>(new ColorConverter(std::move(*implementation)));
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable, "There is not enough memory for the colour profile.");
    }
}

ColorConverter::ColorConverter(std::unique_ptr<Implementation> implementation)
    : m_implementation(std::move(implementation))
{
}

ColorConverter::~ColorConverter() = default;

ColorModel ColorConverter::model() const
{
    return m_implementation->profile().model;
}

const std::vector<std::uint8_t>& ColorConverter::profile() const
{
    return m_implementation->profile().bytes;
}

std::string ColorConverter::profileName() const
{
    return m_implementation->profile().name;
}

std::unique_ptr<ConvertedRows> ColorConverter::convert(RowSource& rows, int bits) const
{
    return std::make_unique<Rows>(*m_implementation, rows, bits);
}

Image ColorConverter::softProof(const Image& image) const
{
    Image proof(image.width, image.height);
    m_implementation->softProof(image.rgb.data(), proof.rgb.data(), image.rgb.size() / 3);
    return proof;
}

} // namespace tilewright
