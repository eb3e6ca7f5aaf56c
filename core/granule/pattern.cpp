#include "core/granule/pattern.h"

#include <array>
#include <cmath>

#include "core/support/named_values.h"

namespace tilewright {

namespace {

constexpr std::array<std::pair<PatternKind, std::string_view>, 8> kinds{{
    {PatternKind::Speckle, "speckle"},
    {PatternKind::Flecks, "flecks"},
    {PatternKind::Stripes, "stripes"},
    {PatternKind::Checks, "checks"},
    {PatternKind::Grid, "grid"},
    {PatternKind::LinearGradient, "linear-gradient"},
    {PatternKind::RadialGradient, "radial-gradient"},
    {PatternKind::Mask, "mask"},
}};

tl::unexpected<Error> refused(const std::string& sentence)
{
    return fail(ErrorKind::Usage, sentence);
}

} // namespace

Expected<void> Pattern::check() const
{
    // Written so that a NaN fails.
    if (!(sizeMillimetres >= smallestSize && sizeMillimetres <= largestSize)) {
        return refused(fmt::format("The size of the pattern is {:g} mm; it must lie between {:g} "
                                   "and {:g} mm.",
            sizeMillimetres, smallestSize, largestSize));
    }
    if (!(angleDegrees >= -360 && angleDegrees <= 360)) {
        return refused(
            fmt::format("The angle of the pattern is {:g}°; it must lie between -360° and 360°.",
                angleDegrees));
    }
    if (mixes.size() >= maximumMixes) {
        return refused(fmt::format(
            "The pattern has {} mixes; {} are the most.", mixes.size() + 1, maximumMixes));
    }
    const bool isGradient
        = kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient;
    if (isGradient && mixes.size() != 1) {
        return refused(
            fmt::format("A gradient goes from one mix to another, so it needs two mixes; "
                        "there {}.",
                mixes.empty() ? "is one" : fmt::format("are {}", mixes.size() + 1)));
    }
    if ((kind == PatternKind::Speckle || kind == PatternKind::Flecks) && !mixes.empty()) {
        return refused(fmt::format("The pattern \"{}\" has one mix; there are {}. Stripes, checks, "
                                   "grids, gradients and masks take several.",
            toText(kind), mixes.size() + 1));
    }
    if (kind == PatternKind::Mask && mask.empty()) {
        return refused("The pattern \"mask\" needs a picture that shows the regions.");
    }
    if (kind != PatternKind::Mask && !mask.empty()) {
        return refused(fmt::format(
            "The picture {} is a mask, but the pattern is \"{}\"; choose the pattern \"mask\".",
            mask, toText(kind)));
    }
    return {};
}

std::string_view toText(PatternKind value)
{
    return nameOf<PatternKind>(kinds, value);
}

Expected<PatternKind> parsePatternKind(std::string_view text)
{
    return valueOf<PatternKind>(kinds, text, "pattern");
}

} // namespace tilewright
