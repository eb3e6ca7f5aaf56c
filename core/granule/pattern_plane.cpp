#include "core/granule/pattern_plane.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tilewright {

namespace {

PatternPlane::Layout layoutOf(const TileDesign& design)
{
    switch (design.pattern().kind) {
    case PatternKind::Speckle:
    case PatternKind::Flecks:
        break;
    case PatternKind::LinearGradient:
    case PatternKind::RadialGradient:
        return PatternPlane::Layout::Blend;
    case PatternKind::Stripes:
    case PatternKind::Checks:
    case PatternKind::Grid:
        return design.mixes().size() == 1 ? PatternPlane::Layout::Order
                                          : PatternPlane::Layout::Regions;
    case PatternKind::Mask:
        return PatternPlane::Layout::Regions;
    }
    return PatternPlane::Layout::Even;
}

/// Position within a period, in [0, 1).
double phase(double cycles)
{
    const double rest = cycles - std::floor(cycles);
    return rest >= 0 && rest < 1 ? rest : 0; // rounding, and numbers that are none
}

/// The number of the cycle, counted from 0 to kinds - 1 over and over.
std::size_t turn(double cycles, std::size_t kinds)
{
    const double period = static_cast<double>(kinds);
    const double rest = std::fmod(std::floor(cycles), period);
    const double number = rest < 0 ? rest + period : rest;
    return number < period ? static_cast<std::size_t>(number) : 0; // also for no number
}

} // namespace

PatternPlane::PatternPlane(const TileDesign& design, const TileExtent& extent)
    : m_design(design), m_extent(extent), m_layout(layoutOf(design))
{
    const Pattern& pattern = design.pattern();
    const double angle = pattern.angleDegrees * std::numbers::pi / 180;
    double cycle = pattern.sizeMillimetres;
    if (pattern.kind == PatternKind::LinearGradient) {
        // From corner to corner.
        cycle = std::abs(std::cos(angle)) * extent.widthMillimetres
            + std::abs(std::sin(angle)) * extent.heightMillimetres;
    }
    m_waves[0] = {std::cos(angle) / cycle, std::sin(angle) / cycle};
    m_waves[1] = {-std::sin(angle) / cycle, std::cos(angle) / cycle};
    if (extent.seamless) {
        fitWaves();
    }
}

/// How many kinds of cells follow each other before the first comes again.
std::size_t PatternPlane::cellKinds() const
{
    const std::size_t mixes = m_design.mixes().size();
    switch (m_design.pattern().kind) {
    case PatternKind::Checks:
        return std::max<std::size_t>(mixes, 2);
    case PatternKind::Grid:
        return std::max<std::size_t>(mixes, 2) - 1; // the last is that of the joints
    default:
        return 1;
    }
}

void PatternPlane::fitWaves()
{
    const double width = m_extent.widthMillimetres;
    const double height = m_extent.heightMillimetres;
    const double step = static_cast<double>(cellKinds());
    const auto fitted = [&](const Wave& wave) {
        double across = step * std::round(wave.x * width / step);
        double down = step * std::round(wave.y * height / step);
        if (across == 0 && down == 0) {
            (std::abs(wave.x * width) >= std::abs(wave.y * height) ? across : down) = step;
        }
        return Wave{across / width, down / height};
    };
    m_waves = {fitted(m_waves[0]), fitted(m_waves[1])};
    if (m_waves[0].x * m_waves[1].y == m_waves[0].y * m_waves[1].x) {
        // A coarse, slanted lattice has no place on the tile: straight on then.
        const double cycle = m_design.pattern().sizeMillimetres;
        m_waves = {fitted({1 / cycle, 0}), fitted({0, 1 / cycle})};
    }
}

std::size_t PatternPlane::regionAt(double x, double y) const
{
    const std::size_t mixes = m_design.mixes().size();
    switch (m_design.pattern().kind) {
    case PatternKind::Stripes: {
        const double cycles = m_waves[0].at(x, y);
        return turn(cycles * static_cast<double>(mixes), mixes);
    }
    case PatternKind::Checks:
        return cellAt(x, y).parity;
    case PatternKind::Grid: {
        const Cell cell = cellAt(x, y);
        const double joint = std::sqrt(1 - Pattern::jointShare);
        return cell.distance > joint ? mixes - 1 : cell.parity;
    }
    case PatternKind::Mask:
        return m_design.mask()->at(x / m_extent.widthMillimetres, y / m_extent.heightMillimetres);
    default:
        return 0;
    }
}

double PatternPlane::orderAt(double x, double y) const
{
    switch (m_design.pattern().kind) {
    case PatternKind::Stripes:
        return phase(m_waves[0].at(x, y));
    case PatternKind::Checks: {
        // From the middle of one kind of cell over its border to the middle of the other kind:
        // half the area lies on each side, and every other share makes one kind smaller.
        const Cell cell = cellAt(x, y);
        return cell.parity == 0 ? cell.distance / 2 : 1 - cell.distance / 2;
    }
    case PatternKind::Grid:
        return cellAt(x, y).distance;
    default:
        return 0;
    }
}

double PatternPlane::blendAt(double x, double y) const
{
    const double fromMiddleX = x - m_extent.widthMillimetres / 2;
    const double fromMiddleY = y - m_extent.heightMillimetres / 2;
    if (m_design.pattern().kind == PatternKind::RadialGradient) {
        const double corner = std::hypot(m_extent.widthMillimetres, m_extent.heightMillimetres) / 2;
        return std::clamp(std::hypot(fromMiddleX, fromMiddleY) / corner, 0.0, 1.0);
    }
    if (m_extent.seamless) {
        return 1 - std::abs(2 * phase(m_waves[0].at(x, y)) - 1);
    }
    return std::clamp(0.5 + m_waves[0].at(fromMiddleX, fromMiddleY), 0.0, 1.0);
}

PatternPlane::Cell PatternPlane::cellAt(double x, double y) const
{
    const double along = m_waves[0].at(x, y);
    const double across = m_waves[1].at(x, y);
    const double fromMiddle = std::max(std::abs(phase(along) - 0.5), std::abs(phase(across) - 0.5));
    return {turn(std::floor(along) + std::floor(across), cellKinds()), 2 * fromMiddle};
}

} // namespace tilewright
