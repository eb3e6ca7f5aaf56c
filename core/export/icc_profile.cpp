#include "core/export/icc_profile.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <spdlog/fmt/fmt.h>
#include <utf8proc.h>

#include "core/color/color.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr cmsCIExyY d65{0.3127, 0.3290, 1};

/// `make` gets the tone curve in a context that lives as long as it is needed.
IccProfile matrixProfile(
    const char* name, const cmsCIExyYTRIPLE& primaries, cmsToneCurve* (*make)(cmsContext context))
{
    const LcmsContext context;
    const LcmsCurve curve(make(context.get()));
    cmsToneCurve* curves[3] = {curve.get(), curve.get(), curve.get()};
    const LcmsProfile profile(cmsCreateRGBProfileTHR(context.get(), &d65, &primaries, curves));
    cmsSetProfileVersion(profile.get(), 2.1);
    const auto setText = [&](cmsTagSignature tag, const char* text) {
        const LcmsText words(cmsMLUalloc(context.get(), 1));
        cmsMLUsetASCII(words.get(), "en", "US", text);
        cmsWriteTag(profile.get(), tag, words.get());
    };
    setText(cmsSigProfileDescriptionTag, name);
    setText(cmsSigCopyrightTag, "No copyright; free to use and to pass on");
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    IccProfile made{std::vector<std::uint8_t>(size), name, ColorModel::Rgb};
    cmsSaveProfileToMem(profile.get(), made.bytes.data(), &size);
    // lcms notes the time of day; equal pictures are to be equal files: 1 January 2000, 0:00.
    constexpr std::array<std::uint8_t, 12> date{7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::copy(date.begin(), date.end(), made.bytes.begin() + 24);
    return made;
}

/// Language and country codes of the user's messages, e.g. "ru" and "RU".
std::pair<std::string, std::string> userLanguage()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (!value || !*value)
            continue;
        const std::string_view locale = value;
        if (locale.size() >= 5 && locale[2] == '_')
            return {std::string(locale.substr(0, 2)), std::string(locale.substr(3, 2))};
        if (locale.size() == 2)
            return {std::string(locale), std::string()};
        break;
    }
    return {"en", "US"};
}

std::string utf8(const std::wstring& text)
{
    std::string result;
    for (const wchar_t sign : text) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        // Control signs are blanks; halves of surrogate pairs, which lcms leaves apart, are
        // nothing.
        const auto code = static_cast<utf8proc_int32_t>(sign);
        if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            result += ' ';
        else if (utf8proc_codepoint_valid(code))
            result.append(reinterpret_cast<const char*>(bytes.data()),
                static_cast<std::size_t>(utf8proc_encode_char(code, bytes.data())));
    }
    const auto first = result.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return result.substr(first, result.find_last_not_of(' ') - first + 1);
}

std::optional<ColorModel> modelOf(cmsHPROFILE profile)
{
    switch (cmsGetColorSpace(profile)) {
    case cmsSigGrayData:
        return ColorModel::Grey;
    case cmsSigRgbData:
        return ColorModel::Rgb;
    case cmsSigCmykData:
        return ColorModel::Cmyk;
    default:
        return std::nullopt;
    }
}

/// What stands in the way of a profile of this class; nothing: it may be an output.
std::string_view objectionTo(cmsProfileClassSignature kind)
{
    switch (kind) {
    case cmsSigDisplayClass:
    case cmsSigOutputClass:
    case cmsSigColorSpaceClass:
        return {};
    case cmsSigInputClass:
        return "describes a camera or a scanner";
    case cmsSigLinkClass:
        return "links one device to another";
    case cmsSigAbstractClass:
        return "changes colours and describes no device";
    case cmsSigNamedColorClass:
        return "is a list of named colours";
    default:
        return "is of an unknown kind";
    }
}

bool hasWay(cmsHPROFILE profile, std::initializer_list<cmsTagSignature> tables)
{
    return cmsIsMatrixShaper(profile)
        || std::any_of(tables.begin(), tables.end(),
            [&](cmsTagSignature tag) { return cmsIsTag(profile, tag); });
}

} // namespace

IccProfile srgbProfile()
{
    static constexpr cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    return matrixProfile("sRGB", primaries, [](cmsContext context) {
        std::array<cmsUInt16Number, 1024> curve{};
        for (std::size_t i = 0; i < curve.size(); ++i)
            curve[i] = static_cast<cmsUInt16Number>(
                65535 * srgbToLinear(static_cast<double>(i) / (curve.size() - 1)) + 0.5);
        return cmsBuildTabulatedToneCurve16(
            context, static_cast<cmsUInt32Number>(curve.size()), curve.data());
    });
}

IccProfile adobeRgbProfile()
{
    static constexpr cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    return matrixProfile("Adobe RGB (1998)-compatible", primaries,
        [](cmsContext context) { return cmsBuildGamma(context, 563.0 / 256); });
}

std::size_t sizeInHeader(std::string_view begin)
{
    if (begin.size() < profileHeaderSize || begin.substr(36, 4) != "acsp")
        return 0;
    return std::accumulate(begin.begin(), begin.begin() + 4, std::size_t{0},
        [](std::size_t size, char byte) { return size << 8 | static_cast<std::uint8_t>(byte); });
}

std::string descriptionOf(cmsHPROFILE profile)
{
    const auto [language, country] = userLanguage();
    const cmsUInt32Number size = cmsGetProfileInfo(
        profile, cmsInfoDescription, language.c_str(), country.c_str(), nullptr, 0);
    std::wstring text(size / sizeof(wchar_t), L'\0');
    if (text.empty()
        || cmsGetProfileInfo(
               profile, cmsInfoDescription, language.c_str(), country.c_str(), text.data(), size)
            == 0)
        return {};
    text.resize(text.find_last_not_of(L'\0') + 1);
    return utf8(text);
}

Expected<ColorModel> checkOutputProfile(cmsHPROFILE profile, const std::string& file)
{
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorKind::BadData,
            fmt::format("{} cannot be used for export: it {}. Choose the profile of a printing "
                        "condition, a printer or a display, for example Coated FOGRA39.",
                file, why));
    };
    if (const auto objection = objectionTo(cmsGetDeviceClass(profile)); !objection.empty())
        return refuse(objection);
    const auto model = modelOf(profile);
    if (!model)
        return refuse("is for other colours than RGB, grey or CMYK");
    const cmsColorSpaceSignature between = cmsGetPCS(profile);
    if ((between != cmsSigLabData && between != cmsSigXYZData)
        || !hasWay(profile, {cmsSigAToB0Tag, cmsSigAToB1Tag, cmsSigDToB0Tag, cmsSigDToB1Tag}))
        return refuse("does not say how its colours look, so it is damaged");
    if (!hasWay(profile, {cmsSigBToA0Tag, cmsSigBToA1Tag, cmsSigBToD0Tag, cmsSigBToD1Tag}))
        return refuse("says how colours look but not how to make them");
    return *model;
}

Expected<IccProfile> readOutputProfile(const std::filesystem::path& path)
{
    const auto damaged = [&](std::string_view why, std::string detail = {}) {
        return fail(ErrorKind::BadData,
            fmt::format("The colour profile {} {}. Get the file again, or choose another profile "
                        "or sRGB.",
                path.string(), why),
            std::move(detail));
    };
    auto text = readTextFile(path, largestProfile);
    if (!text)
        return fail(ErrorKind::BadData,
            text.error().message + " Choose another colour profile or sRGB.", text.error().detail);
    const std::size_t size = sizeInHeader(*text);
    if (size < profileHeaderSize)
        return damaged("is no ICC profile or is damaged");
    // lcms passes over what lies behind the end of a file that is cut off, and so loses tables.
    if (size > text->size())
        return damaged(fmt::format("is cut off: {} of its {} bytes are there", text->size(), size));
    IccProfile result;
    result.bytes.assign(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(size));

    const LcmsContext context;
    const LcmsProfile profile(cmsOpenProfileFromMemTHR(
        context.get(), result.bytes.data(), static_cast<cmsUInt32Number>(size)));
    if (!profile)
        return damaged("is damaged", context.lastError());
    const auto model = checkOutputProfile(profile.get(), path.string());
    if (!model)
        return tl::unexpected(model.error());
    result.model = *model;
    result.name = descriptionOf(profile.get());
    if (result.name.empty())
        result.name = path.stem().string();
    return result;
}

} // namespace tilewright
