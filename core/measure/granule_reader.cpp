#include "core/measure/granule_reader.h"

#include <algorithm>
#include <limits>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

// A new light on a granule changes its lightness more than its hue.
constexpr double lightnessWeight = 0.6;
// Of smaller ones the blurred edges of the neighbours are the greater part.
constexpr std::uint32_t fewestPixels = 6;

Lab labOf(const std::array<float, 3>& light)
{
    return toLab(LinearRgb{light[0], light[1], light[2]});
}

double squaredDistance(const Lab& x, const Lab& y)
{
    const double lightness = lightnessWeight * (x.L - y.L);
    return lightness * lightness + (x.a - y.a) * (x.a - y.a) + (x.b - y.b) * (x.b - y.b);
}

} // namespace

Expected<GranuleReader> GranuleReader::create(const GranuleShader& shader, const GranuleMask& mask,
    const TileDesign& design, const Palette& palette, const Image& original)
{
    GranuleReader reader;
    const GranuleField& field = shader.field();
    reader.m_area = field.visibleArea();
    reader.m_assignment = field.assignColors(design);
    std::vector<std::vector<std::array<float, 3>>> light;
    for (const GranuleColor& color : palette.colors()) {
        reader.m_colors.push_back(color.name);
        light.push_back(shader.granuleLight(color));
    }
    for (const std::string& name : design.colors()) {
        const GranuleColor* const color = palette.find(name);
        if (color == nullptr)
            return fail(ErrorKind::Usage,
                fmt::format("The palette “{}” has no colour “{}”.", palette.name(), name));
        reader.m_asked.push_back(color->name);
        reader.m_place.push_back(static_cast<std::size_t>(color - palette.colors().data()));
    }

    const auto means = granuleMeans(original, mask, field.granuleCount());
    reader.m_expected.resize(field.granuleCount() * reader.m_colors.size());
    for (std::size_t granule = 0; granule < means.size(); ++granule) {
        if (means[granule].pixels < fewestPixels)
            continue;
        const auto& own = light[reader.m_place[reader.m_assignment[granule]]][granule];
        for (std::size_t color = 0; color < light.size(); ++color) {
            // As the original shows it, but of another colour.
            std::array<float, 3> expected = means[granule].light;
            for (std::size_t i = 0; i < expected.size(); ++i)
                expected[i] = std::min(
                    1.0f, expected[i] * light[color][granule][i] / std::max(own[i], 1e-4f));
            reader.m_expected[granule * light.size() + color] = labOf(expected);
        }
    }
    return reader;
}

GranuleReading GranuleReader::read(const Image& picture, const GranuleMask& mask) const
{
    const auto means = granuleMeans(picture, mask, m_area.size());
    const std::size_t colors = m_colors.size();
    GranuleReading reading{m_asked, m_colors, std::vector<double>(m_asked.size() * colors),
        std::vector<double>(m_asked.size()), 0};
    std::vector<double> askedArea(m_asked.size()), readArea(m_asked.size());
    for (std::size_t granule = 0; granule < means.size(); ++granule) {
        const std::size_t asked = m_assignment[granule];
        const double area = m_area[granule];
        askedArea[asked] += area;
        if (means[granule].pixels < fewestPixels)
            continue;
        const Lab seen = labOf(means[granule].light);
        std::size_t nearest = 0;
        double least = std::numeric_limits<double>::max();
        for (std::size_t color = 0; color < colors; ++color) {
            const double distance = squaredDistance(seen, m_expected[granule * colors + color]);
            if (distance < least) {
                least = distance;
                nearest = color;
            }
        }
        reading.confusion[asked * colors + nearest] += area;
        readArea[asked] += area;
    }

    double total = 0;
    for (const double area : askedArea)
        total += area;
    for (std::size_t asked = 0; asked < m_asked.size(); ++asked) {
        double* const row = reading.confusion.data() + asked * colors;
        // Those too small to be read are taken to have fared as the others of their colour, or
        // well where there are no others.
        if (readArea[asked] == 0)
            row[m_place[asked]] = readArea[asked] = 1;
        for (std::size_t color = 0; color < colors; ++color)
            row[color] *= askedArea[asked] / (readArea[asked] * std::max(total, 1.0));
        for (std::size_t other = 0; other < m_asked.size(); ++other)
            reading.shares[other] += row[m_place[other]];
        reading.kept += row[m_place[asked]];
    }
    return reading;
}

} // namespace tilewright
