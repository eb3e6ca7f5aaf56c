#include "core/granule/granule_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace tilewright {

namespace {

// Fitted to photographs of one-colour tiles: lightness percentiles, autocorrelation, spectrum.
constexpr std::uint64_t fewestPlanes = 9;
constexpr std::uint64_t mostPlanes = 13;
constexpr double nearestPlane = 0.62; // distance from the centre in radii
constexpr double farthestPlane = 1.00;
constexpr double longestReach = 1.75; // in radii
constexpr double tilt = 0.20; // radians, standard deviation

struct Vector {
    double x = 0, y = 0, z = 0;
};

/// Turns about z, then tilts about x, then about y.
class Attitude {
public:
    Attitude(double turn, double tiltX, double tiltY)
        : m_turn{std::cos(turn), std::sin(turn)}
        , m_tiltX{std::cos(tiltX), std::sin(tiltX)}
        , m_tiltY{std::cos(tiltY), std::sin(tiltY)}
    {
    }

    Vector operator()(const Vector& v) const
    {
        const auto [x, y] = rotate(m_turn, v.x, v.y);
        const auto [yTilted, z] = rotate(m_tiltX, y, v.z);
        const auto [zTilted, xTilted] = rotate(m_tiltY, z, x);
        return {xTilted, yTilted, zTilted};
    }

private:
    struct Angle {
        double cosine, sine;
    };
    static std::pair<double, double> rotate(const Angle& angle, double a, double b)
    {
        return {angle.cosine * a - angle.sine * b, angle.sine * a + angle.cosine * b};
    }

    Angle m_turn, m_tiltX, m_tiltY;
};

} // namespace

void GranuleShape::form(Random& random, float radius)
{
    m_facets.clear();
    m_undersides.clear();
    m_reach = static_cast<float>(longestReach * radius);

    // Cutting mills leave pieces that are longer than wide and lie on their flat side.
    const double length = 1.00 + 0.35 * random.uniform();
    const double width = 0.75 + 0.30 * random.uniform();
    const double thickness = 0.65 + 0.35 * random.uniform();
    const double turn = 2 * std::numbers::pi * random.uniform();
    const double tiltX = tilt * random.gaussian();
    const double tiltY = tilt * random.gaussian();
    const Attitude attitude(turn, tiltX, tiltY);

    // Directions from a jittered golden-angle spiral: even enough to close the body, never regular.
    const std::uint64_t planes = fewestPlanes + random.bits() % (mostPlanes - fewestPlanes + 1);
    for (std::uint64_t i = 0; i < planes; ++i) {
        const double z
            = 1 - 2 * (static_cast<double>(i) + random.uniform()) / static_cast<double>(planes);
        const double angle = 2 * std::numbers::pi
            * (static_cast<double>(i) / std::numbers::phi + 0.35 * random.uniform());
        const double distance
            = radius * (nearestPlane + (farthestPlane - nearestPlane) * random.uniform());
        const double around = std::sqrt(1 - z * z);
        // The body is stretched, so its normals are shrunk.
        Vector n = attitude(
            {around * std::cos(angle) / length, around * std::sin(angle) / width, z / thickness});
        constexpr double leastZ = 1e-3; // an upright plane would have no height
        n.z = std::copysign(std::max(std::abs(n.z), leastZ), n.z);

        const double norm = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z);
        Facet facet;
        facet.normal = {static_cast<float>(n.x / norm), static_cast<float>(n.y / norm),
            static_cast<float>(n.z / norm)};
        facet.slopeX = static_cast<float>(-n.x / n.z);
        facet.slopeY = static_cast<float>(-n.y / n.z);
        facet.height = static_cast<float>(distance / n.z);
        (n.z > 0 ? m_facets : m_undersides).push_back(facet);
    }
    findOutline();
}

float GranuleShape::top() const
{
    float top = std::numeric_limits<float>::max();
    for (const Facet& facet : m_facets) {
        top = std::min(top, facet.height);
    }
    return top;
}

void GranuleShape::findOutline()
{
    // There is rubber where every upper plane lies above every lower one; for one pair that is a
    // half plane, bounded by the line in which the two meet.
    m_left.clear();
    m_right.clear();
    for (const Facet& above : m_facets) {
        for (const Facet& below : m_undersides) {
            constexpr float leastSlope = 1e-6f;
            float slope = above.slopeX - below.slopeX;
            slope = std::copysign(std::max(std::abs(slope), leastSlope), slope);
            const Edge edge{
                -(above.height - below.height) / slope, -(above.slopeY - below.slopeY) / slope};
            (slope > 0 ? m_left : m_right).push_back(edge);
        }
    }
}

} // namespace tilewright
