#include "ui/pattern/pattern_names.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

/// A decimal only where it is needed.
QString displayNumber(double number)
{
    return QLocale().toString(number, 'g', 6);
}

} // namespace

QString displayName(PatternKind kind)
{
    switch (kind) {
    case PatternKind::Speckle:
        return QCoreApplication::translate("PatternNames", "Speckle");
    case PatternKind::Flecks:
        return QCoreApplication::translate("PatternNames", "Flecks");
    case PatternKind::Stripes:
        return QCoreApplication::translate("PatternNames", "Stripes");
    case PatternKind::Checks:
        return QCoreApplication::translate("PatternNames", "Checks");
    case PatternKind::Grid:
        return QCoreApplication::translate("PatternNames", "Grid");
    case PatternKind::LinearGradient:
        return QCoreApplication::translate("PatternNames", "Linear gradient");
    case PatternKind::RadialGradient:
        return QCoreApplication::translate("PatternNames", "Radial gradient");
    case PatternKind::Mask:
        return QCoreApplication::translate("PatternNames", "Mask");
    }
    return {};
}

QString explanation(PatternKind kind)
{
    switch (kind) {
    case PatternKind::Speckle:
        return QCoreApplication::translate("PatternNames", "Every granule on its own");
    case PatternKind::Flecks:
        return QCoreApplication::translate(
            "PatternNames", "Granules of one colour lie together in flecks");
    case PatternKind::Stripes:
        return QCoreApplication::translate(
            "PatternNames", "The colours of the mix in stripes, or stripes of several mixes");
    case PatternKind::Checks:
        return QCoreApplication::translate(
            "PatternNames", "The colours of the mix in squares, or squares of several mixes");
    case PatternKind::Grid:
        return QCoreApplication::translate(
            "PatternNames", "Squares and the joints between them; the last one fills the joints");
    case PatternKind::LinearGradient:
        return QCoreApplication::translate("PatternNames", "From mix A over to mix B");
    case PatternKind::RadialGradient:
        return QCoreApplication::translate(
            "PatternNames", "Mix A in the middle, mix B in the corners");
    case PatternKind::Mask:
        return QCoreApplication::translate("PatternNames",
            "The regions of a picture of flat colours, from dark to light, with a mix each");
    }
    return {};
}

bool hasSize(PatternKind kind)
{
    return kind == PatternKind::Flecks || kind == PatternKind::Stripes
        || kind == PatternKind::Checks || kind == PatternKind::Grid;
}

bool hasAngle(PatternKind kind)
{
    return kind == PatternKind::Stripes || kind == PatternKind::Checks || kind == PatternKind::Grid
        || kind == PatternKind::LinearGradient;
}

QString displayPattern(const Pattern& pattern)
{
    QStringList parts{displayName(pattern.kind)};
    if (hasSize(pattern.kind))
        parts += QCoreApplication::translate("PatternNames", "%1 mm")
                     .arg(displayNumber(pattern.sizeMillimetres));
    if (hasAngle(pattern.kind) && pattern.angleDegrees != 0)
        parts += QCoreApplication::translate("PatternNames", "%1°")
                     .arg(displayNumber(pattern.angleDegrees));
    return parts.join(QStringLiteral(", "));
}

QString displayGranules(const GenerationRequest& request)
{
    return request.fractions.empty() ? QCoreApplication::translate("PatternNames", "%1 mm")
                                           .arg(displayNumber(request.granuleMillimetres))
                                     : toQString(formatGrading(request.fractions));
}

QString displayMixes(const Palette& palette, const GenerationRequest& request)
{
    const Palette known = palette.with(request.colors).value_or(palette);
    QStringList mixes{displayMix(known, *request.mix)};
    for (const Mix& mix : request.pattern.mixes)
        mixes += displayMix(known, mix);
    return mixes.join(QStringLiteral(" / "));
}

} // namespace tilewright::ui
