#include "core/granule/granule_shader.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/granule/lighting.h"
#include "core/granule/random.h"
#include "core/granule/tone_curve.h"

namespace tilewright {

namespace {

constexpr int supersampling = GranuleField::supersampling;
constexpr float samples = supersampling * supersampling;

constexpr float lightnessSpread = 0.09f; // standard deviations of logarithms between granules
constexpr float hueSpread = 0.012f;
constexpr float darkestAlbedo = 0.003f; // colours just outside sRGB would get a channel of no light
constexpr float binderLight = 0.012f; // in gaps between granules
constexpr float sensorNoise = 1.2f; // levels

using Albedo = std::array<float, 4>; // linear red, green, blue and nothing: one vector register

Albedo albedoOf(const GranuleColor& color)
{
    const LinearRgb linear = toLinear(color.lab);
    Albedo albedo{};
    for (std::size_t i = 0; i < linear.size(); ++i) {
        albedo[i] = std::clamp(static_cast<float>(linear[i]), darkestAlbedo, 1.0f);
    }
    return albedo;
}

Expected<std::vector<Albedo>> albedosOf(
    const std::vector<std::string>& colors, const Palette& palette)
{
    std::vector<Albedo> albedos;
    for (const std::string& name : colors) {
        const GranuleColor* const color = palette.find(name);
        if (color == nullptr) {
            return fail(ErrorKind::Usage,
                fmt::format("The palette “{}” has no colour “{}”. The nearest are: {}.",
                    palette.name(), name, fmt::join(palette.nearestNames(name), ", ")));
        }
        albedos.push_back(albedoOf(*color));
    }
    return albedos;
}

/// Triangular noise of one pixel, in levels.
std::array<float, 3> sensorNoiseAt(std::uint64_t seed, std::size_t pixel)
{
    // Two uniform numbers of ten bits for each channel; 418 is the standard deviation of their sum.
    constexpr float scale = sensorNoise / 418.0f;
    std::uint64_t bits = Random(seed, RandomPurpose::Sensor, pixel).bits();
    std::array<float, 3> noise{};
    for (float& value : noise) {
        const int sum = static_cast<int>(bits & 1023) + static_cast<int>(bits >> 10 & 1023);
        value = static_cast<float>(sum - 1023) * scale;
        bits >>= 20;
    }
    return noise;
}

} // namespace

GranuleShader::GranuleShader(std::shared_ptr<const GranuleField> field) : m_field(std::move(field))
{
    const GranuleSettings& settings = m_field->settings();
    const std::size_t width = static_cast<std::size_t>(settings.width);
    const std::size_t fineWidth = width * supersampling;
    const std::size_t pixels = width * static_cast<std::size_t>(settings.height);

    m_tint.reserve(m_field->granuleCount());
    for (std::size_t granule = 0; granule < m_field->granuleCount(); ++granule) {
        Random random(settings.seed, RandomPurpose::Tint, granule);
        const float lightness = lightnessSpread * random.gaussian();
        std::array<float, 3> tint{};
        for (float& channel : tint) {
            channel = static_cast<float>(std::exp(lightness + hueSpread * random.gaussian()));
        }
        m_tint.push_back(tint);
    }

    m_meanLight.resize(m_field->granuleCount());
    m_contributors.reserve(pixels);
    m_gloss.reserve(pixels);
    m_contributions.reserve(pixels + pixels / 4);
    const Lighting lighting(*m_field);
    for (int top = 0; top < m_field->fineHeight(); top += lighting.bandRows()) {
        const int rows = std::min(lighting.bandRows(), m_field->fineHeight() - top);
        const Lighting::Band band = lighting.band(top, rows);
        const std::uint32_t* const granules
            = m_field->granuleMap().data() + static_cast<std::size_t>(top) * fineWidth;
        for (std::size_t y = 0; y < static_cast<std::size_t>(rows); y += supersampling) {
            for (std::size_t x = 0; x < fineWidth; x += supersampling) {
                const std::size_t corner = y * fineWidth + x;
                addPixel(granules + corner, band.diffuse.data() + corner,
                    band.gloss.data() + corner, fineWidth);
            }
        }
        for (std::size_t i = 0; i < band.diffuse.size(); ++i) {
            if (granules[i] != GranuleField::gap) {
                m_meanLight[granules[i]].diffuse += band.diffuse[i];
                m_meanLight[granules[i]].gloss += band.gloss[i];
            }
        }
    }
    for (std::size_t granule = 0; granule < m_meanLight.size(); ++granule) {
        const auto area = static_cast<float>(std::max(m_field->visibleArea()[granule], 1u));
        m_meanLight[granule].diffuse /= area;
        m_meanLight[granule].gloss /= area;
    }
}

void GranuleShader::addPixel(
    const std::uint32_t* granules, const float* diffuse, const float* gloss, std::size_t fineWidth)
{
    const std::size_t first = m_contributions.size();
    float light = 0;
    for (std::size_t y = 0; y < supersampling; ++y) {
        for (std::size_t x = 0; x < supersampling; ++x) {
            const std::size_t i = y * fineWidth + x;
            if (granules[i] == GranuleField::gap) {
                light += binderLight / samples;
                continue;
            }
            light += gloss[i] / samples;
            std::size_t known = first;
            while (
                known < m_contributions.size() && m_contributions[known].granule != granules[i]) {
                ++known;
            }
            if (known == m_contributions.size()) {
                m_contributions.push_back({granules[i], 0.0f});
            }
            m_contributions[known].diffuse += diffuse[i] / samples;
        }
    }
    m_contributors.push_back(static_cast<std::uint8_t>(m_contributions.size() - first));
    m_gloss.push_back(light);
}

Expected<Image> GranuleShader::render(const TileDesign& design, const Palette& palette) const
{
    const Expected<std::vector<Albedo>> colors = albedosOf(design.colors(), palette);
    if (!colors) {
        return tl::unexpected(colors.error());
    }
    const std::vector<std::uint8_t> assignment = m_field->assignColors(design);
    std::vector<Albedo> albedos(assignment.size());
    for (std::size_t granule = 0; granule < albedos.size(); ++granule) {
        albedos[granule] = (*colors)[assignment[granule]];
        for (std::size_t i = 0; i < m_tint[granule].size(); ++i) {
            albedos[granule][i] *= m_tint[granule][i];
        }
    }

    static const ToneCurve toneCurve;
    const GranuleSettings& settings = m_field->settings();
    Image image(settings.width, settings.height);
    const Contribution* contribution = m_contributions.data();
    for (std::size_t pixel = 0; pixel < m_gloss.size(); ++pixel) {
        const float gloss = m_gloss[pixel];
        Albedo light{gloss, gloss, gloss, 0};
        for (int rest = m_contributors[pixel]; rest > 0; --rest, ++contribution) {
            const Albedo& albedo = albedos[contribution->granule];
            for (std::size_t i = 0; i < light.size(); ++i) {
                light[i] += albedo[i] * contribution->diffuse;
            }
        }
        const std::array<float, 3> noise = sensorNoiseAt(settings.seed, pixel);
        for (std::size_t i = 0; i < noise.size(); ++i) {
            const float level = std::clamp(toneCurve(light[i]) + noise[i], 0.0f, 255.0f);
            image.rgb[pixel * 3 + i] = static_cast<std::uint8_t>(level + 0.5f);
        }
    }
    return image;
}

std::vector<std::array<float, 3>> GranuleShader::granuleLight(const GranuleColor& color) const
{
    const Albedo albedo = albedoOf(color);
    std::vector<std::array<float, 3>> result(m_meanLight.size());
    for (std::size_t granule = 0; granule < result.size(); ++granule) {
        for (std::size_t i = 0; i < result[granule].size(); ++i) {
            result[granule][i] = albedo[i] * m_tint[granule][i] * m_meanLight[granule].diffuse
                + m_meanLight[granule].gloss;
        }
    }
    return result;
}

Expected<Image> renderGranules(
    const GranuleSettings& settings, const TileDesign& design, const Palette& palette)
{
    return GranuleShader(std::make_shared<const GranuleField>(settings)).render(design, palette);
}

} // namespace tilewright
