#include "core/granule/lighting.h"

#include <algorithm>
#include <cmath>

#include "core/granule/random.h"
#include "core/granule/relief.h"
#include "core/granule/wrap.h"

namespace tilewright {

namespace {

// Direction to the lamp; x to the right, y down, z to the viewer. Equal in x and y, so that a
// transposed picture is as possible as the picture itself. Length 1.
constexpr float lampX = -0.40f;
constexpr float lampY = -0.40f;
constexpr float lampZ = 0.82462113f; // sqrt(1 - x² - y²)
// Halfway between lamp and viewer, for Blinn's gloss: (x, y, z + 1) / sqrt(2 (z + 1)).
constexpr float halfLength = 1.91029377f;
constexpr float halfX = lampX / halfLength;
constexpr float halfY = lampY / halfLength;
constexpr float halfZ = (lampZ + 1) / halfLength;
constexpr float towardsLamp = 0.70710678f; // on each of x and y
constexpr float raySlope = 1.45773797f; // lampZ / sqrt(x² + y²)

// Fitted to photographs of one-colour tiles, one ingredient at a time.
constexpr float exposure = 1.32f; // a lit flat facet comes out at about the palette colour
constexpr float sky = 0.55f; // share of the light that comes from everywhere
constexpr float rounding = 0.25f; // of the facet normals, towards those of the blurred surface
constexpr float bump = 0.12f;
constexpr float occlusion = 3.8f; // per diameter of depth
constexpr float deepOcclusion = 0.35f * occlusion; // below the pressed face
constexpr float shadow = 6.0f; // per diameter that the lamp's ray runs below an obstacle
constexpr float shadowStep = 0.10f; // diameters
constexpr float meanGloss = 0.08f;
constexpr float glossSpread = 0.8f; // standard deviation of its logarithm between granules
constexpr float glossMottle = 0.8f;
constexpr float albedoMottle = 0.05f;
constexpr float fineBlur = 0.12f; // diameters
constexpr float coarseBlur = 0.38f;

/// exp(-x) for x >= 0, to 1 %: one short series instead of a call, so that loops vectorise.
inline float decay(float x)
{
    const float y = x * (1.0f / 16);
    float value = 1 / (1 + y * (1 + y * (0.5f + y * (1.0f / 6))));
    value *= value;
    value *= value;
    value *= value;
    return value * value;
}

/// Blinn's exponent, 20.
inline float shininess(float cosine)
{
    const float squared = cosine * cosine;
    const float fourth = squared * squared;
    const float eighth = fourth * fourth;
    return eighth * eighth * fourth;
}

/// All that the light on one row depends on.
struct Row {
    explicit Row(std::size_t width)
        : normalX(width)
        , normalY(width)
        , normalZ(width)
        , gloss(width)
        , mottle(width)
        , obstacle(width)
    {
    }
    std::vector<float> normalX, normalY, normalZ; ///< of the facet, with bumps
    std::vector<float> gloss;
    std::vector<float> mottle;
    std::vector<float> obstacle; ///< how far the ray to the lamp runs below the highest thing
};

/// Plain restricted pointers: with vectors the compiler cannot tell that the arrays are apart, and
/// the loop stays scalar.
struct Surface {
    const float* __restrict height;
    const float* __restrict fine; ///< blurred a little
    const float* __restrict fineAbove;
    const float* __restrict fineBelow;
    const float* __restrict coarse; ///< blurred more
};

void shade(const Row& row, const Surface& surface, float diameter, int width,
    float* __restrict diffuse, float* __restrict gloss)
{
    const float* __restrict const normalX = row.normalX.data();
    const float* __restrict const normalY = row.normalY.data();
    const float* __restrict const normalZ = row.normalZ.data();
    const float* __restrict const glossiness = row.gloss.data();
    const float* __restrict const mottle = row.mottle.data();
    const float* __restrict const obstacle = row.obstacle.data();
    const float perDiameter = 1 / diameter;
    for (int x = 0; x < width; ++x) {
        constexpr float steepest = 2;
        const float slopeX
            = std::clamp(0.5f * (surface.fine[x + 1] - surface.fine[x - 1]), -steepest, steepest);
        const float slopeY
            = std::clamp(0.5f * (surface.fineBelow[x] - surface.fineAbove[x]), -steepest, steepest);
        const float round = rounding / std::sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        float nx = normalX[x] - slopeX * round;
        float ny = normalY[x] - slopeY * round;
        float nz = normalZ[x] + round;
        const float unit = 1 / std::sqrt(nx * nx + ny * ny + nz * nz);
        nx *= unit;
        ny *= unit;
        nz *= unit;

        const float height = surface.height[x];
        const float sunken = 1.2f * (surface.fine[x] - height) + 0.8f * (surface.coarse[x] - height)
            + 0.02f * diameter;
        const float open = decay(perDiameter
            * (occlusion * std::max(sunken, 0.0f) + deepOcclusion * std::max(-height, 0.0f)));
        const float lit = 1 / (1 + shadow * perDiameter * obstacle[x]);

        const float facing = std::max(nx * lampX + ny * lampY + nz * lampZ, 0.0f);
        const float light
            = sky * (0.55f + 0.45f * nz) * open + (1 - sky) * facing * lit * (0.45f + 0.55f * open);
        diffuse[x] = exposure * light * (1 + albedoMottle * mottle[x]);

        const float mirrored = std::max(nx * halfX + ny * halfY + nz * halfZ, 0.0f);
        gloss[x] = std::max(
            glossiness[x] * shininess(mirrored) * lit * open * (1 + glossMottle * mottle[x]), 0.0f);
    }
}

} // namespace

Lighting::Lighting(const GranuleField& field)
    : m_field(field)
    , m_diameter(static_cast<float>(field.fineDiameter()))
    , m_fineRadius(std::max(1, static_cast<int>(std::lround(fineBlur * m_diameter))))
    , m_coarseRadius(std::max(2, static_cast<int>(coarseBlur * m_diameter)))
    // Cut rubber is rough at every scale: seen nearer, its grain grows only half as fast (in the
    // logarithm) as the granules. 44 fine pixels is the size at which it was fitted.
    , m_texture(std::sqrt(m_diameter / 44))
{
    m_margin = std::max(m_coarseRadius, m_fineRadius + 1);
    for (std::size_t i = 0; i < m_shadowX.size(); ++i) {
        const float distance = shadowStep * m_diameter * static_cast<float>(i + 1);
        m_shadowX[i] = m_shadowY[i] = -static_cast<int>(std::lround(towardsLamp * distance));
        m_margin = std::max(m_margin, -m_shadowX[i]);
    }
    m_finish.resize(field.granuleCount());
    for (std::size_t granule = 0; granule < m_finish.size(); ++granule) {
        Random random(field.settings().seed, RandomPurpose::Finish, granule);
        Finish& finish = m_finish[granule];
        finish.gloss = meanGloss * static_cast<float>(std::exp(glossSpread * random.gaussian()));
        const std::uint64_t place = random.bits();
        finish.textureX = static_cast<std::uint8_t>(place);
        finish.textureY = static_cast<std::uint8_t>(place >> 8);
    }
}

int Lighting::bandRows() const
{
    constexpr int least = 64;
    return std::max(least, 2 * m_margin) / GranuleField::supersampling
        * GranuleField::supersampling;
}

Lighting::Band Lighting::band(int top, int rows) const
{
    const int width = m_field.fineWidth();
    const ReliefBand relief(m_field.heightMap(), width, m_field.fineHeight(), top, rows, m_margin);
    const ReliefBand fine = relief.blurred(m_fineRadius, 1);
    const ReliefBand coarse = relief.blurred(m_coarseRadius, 0);

    const std::size_t length = static_cast<std::size_t>(width);
    Band band;
    band.diffuse.resize(length * static_cast<std::size_t>(rows));
    band.gloss.resize(band.diffuse.size());
    Row row(length);
    for (int y = 0; y < rows; ++y) {
        const std::size_t first = static_cast<std::size_t>(top + y) * length;
        const std::uint32_t* const granules = m_field.granuleMap().data() + first;
        const std::uint32_t* const facets = m_field.facetMap().data() + first;
        for (std::size_t x = 0; x < length; ++x) {
            if (granules[x] == GranuleField::gap) {
                row.normalX[x] = row.normalY[x] = row.gloss[x] = row.mottle[x] = 0;
                row.normalZ[x] = 1;
                continue;
            }
            const Finish& finish = m_finish[granules[x]];
            const std::array<float, 3>& normal = m_field.normals()[facets[x]];
            // Counted from the middle of the granule, so that the pattern runs on across the edges.
            const std::array<int, 2>& center = m_field.centers()[granules[x]];
            const SurfaceTexture::Texel& texel
                = m_texture.at(shortWay(static_cast<int>(x) - center[0], width) + finish.textureX,
                    shortWay(top + y - center[1], m_field.fineHeight()) + finish.textureY);
            row.normalX[x] = (1 - rounding) * normal[0] + bump * texel.slopeX;
            row.normalY[x] = (1 - rounding) * normal[1] + bump * texel.slopeY;
            row.normalZ[x] = (1 - rounding) * normal[2];
            row.gloss[x] = finish.gloss;
            row.mottle[x] = texel.mottle;
        }

        const float* const height = relief.row(y);
        std::fill(row.obstacle.begin(), row.obstacle.end(), 0.0f);
        for (std::size_t i = 0; i < m_shadowX.size(); ++i) {
            const float rise = raySlope * shadowStep * m_diameter * static_cast<float>(i + 1);
            const float* const towards = relief.row(y + m_shadowY[i]) + m_shadowX[i];
            float* const obstacle = row.obstacle.data();
            for (std::size_t x = 0; x < length; ++x) {
                obstacle[x] = std::max(obstacle[x], towards[x] - height[x] - rise);
            }
        }

        const Surface surface{height, fine.row(y), fine.row(y - 1), fine.row(y + 1), coarse.row(y)};
        const std::size_t out = static_cast<std::size_t>(y) * length;
        shade(row, surface, m_diameter, width, band.diffuse.data() + out, band.gloss.data() + out);
    }
    return band;
}

} // namespace tilewright
