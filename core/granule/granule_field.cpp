#include "core/granule/granule_field.h"

#include <algorithm>
#include <cmath>

#include "core/granule/granule_shape.h"
#include "core/granule/random.h"

namespace tilewright {

namespace {

// Fitted to photographs. The fourth layer is seen in 1 % of the picture; without it as much of the
// dark binder would be, which reads as black granules that nobody asked for.
constexpr int layers = 4;
// In granule diameters:
constexpr double pitch = 0.90;
constexpr float layerDrop = 0.42f;
constexpr float topJitter = 0.10f; // the press leaves the tops nearly level
constexpr float binderDepth = layerDrop * layers + 0.6f; // what shows where no granule lies
constexpr float largestRadius = 1.1f;

constexpr double smallestDiameter = 4; // pixels; bounds the number of granules
constexpr double largestDiameter = 512; // pixels; bounds the reach of shadows

int wrapped(int position, int period)
{
    const int rest = position % period;
    return rest < 0 ? rest + period : rest;
}

/// The height map and the facet map while granules are laid.
struct Canvas {
    int width = 0;
    int height = 0;
    float* heights = nullptr;
    std::uint32_t* facets = nullptr;
};

struct Position {
    float x = 0, y = 0;
    float lift = 0; ///< height of the origin of the shape
};

/// One facet along a row, from x = first to x = last, across the edge where need be.
void drawRun(const Canvas& canvas, int y, int first, int last, float height, float slope,
    std::uint32_t facet)
{
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(canvas.width);
    while (first <= last) {
        const int start = wrapped(first, canvas.width);
        const int count = std::min(last - first + 1, canvas.width - start);
        float* const heights = canvas.heights + row + start;
        std::uint32_t* const facets = canvas.facets + row + start;
        for (int i = 0; i < count; ++i) {
            const float here = height + slope * static_cast<float>(i);
            const bool seen = here > heights[i];
            heights[i] = seen ? here : heights[i];
            facets[i] = seen ? facet : facets[i];
        }
        height += slope * static_cast<float>(count);
        first += count;
    }
}

/// The visible surface along a row is the lower envelope of the planes: walks from one facet to the
/// next where they cross.
void drawRow(const Canvas& canvas, const GranuleShape& shape, const Position& position, int y,
    int first, int last, std::uint32_t firstFacet)
{
    const std::vector<GranuleShape::Facet>& facets = shape.facets();
    const float dy = static_cast<float>(y) - position.y;
    const auto heightAt = [&](std::size_t i, float dx) {
        return facets[i].height + facets[i].slopeX * dx + facets[i].slopeY * dy;
    };
    const int row = wrapped(y, canvas.height);
    while (first <= last) {
        const float dx = static_cast<float>(first) - position.x;
        std::size_t current = 0;
        for (std::size_t i = 1; i < facets.size(); ++i) {
            if (heightAt(i, dx) < heightAt(current, dx)) {
                current = i;
            }
        }
        const float height = heightAt(current, dx);
        float run = static_cast<float>(last - first);
        for (std::size_t i = 0; i < facets.size(); ++i) {
            const float approach = facets[current].slopeX - facets[i].slopeX;
            if (approach > 0) {
                run = std::min(run, (heightAt(i, dx) - height) / approach);
            }
        }
        const int end = first + static_cast<int>(std::max(run, 0.0f));
        drawRun(canvas, row, first, end, height + position.lift, facets[current].slopeX,
            firstFacet + static_cast<std::uint32_t>(current));
        first = end + 1;
    }
}

void draw(const Canvas& canvas, const GranuleShape& shape, const Position& position,
    std::uint32_t firstFacet)
{
    const int top = static_cast<int>(std::ceil(position.y - shape.reach()));
    const int bottom = static_cast<int>(std::floor(position.y + shape.reach()));
    for (int y = top; y <= bottom; ++y) {
        const float dy = static_cast<float>(y) - position.y;
        float left = -shape.reach();
        float right = shape.reach();
        for (const GranuleShape::Edge& edge : shape.leftEdges()) {
            left = std::max(left, edge.offset + edge.slope * dy);
        }
        for (const GranuleShape::Edge& edge : shape.rightEdges()) {
            right = std::min(right, edge.offset + edge.slope * dy);
        }
        if (left < right) {
            drawRow(canvas, shape, position, y, static_cast<int>(std::ceil(position.x + left)),
                static_cast<int>(std::floor(position.x + right)), firstFacet);
        }
    }
}

/// A whole number of cells on each axis, so that the grid closes at the edges.
int cellCount(int length, double diameter)
{
    return std::max(1, static_cast<int>(std::lround(length / (pitch * diameter))));
}

} // namespace

double GranuleField::fineDiameter() const
{
    const double pixels = m_settings.granuleMillimetres / m_settings.millimetresPerPixel;
    // Written so that a diameter that is no number takes the smallest size.
    const double bounded
        = pixels > smallestDiameter ? std::min(pixels, largestDiameter) : smallestDiameter;
    return bounded * supersampling;
}

GranuleField::GranuleField(const GranuleSettings& settings) : m_settings(settings)
{
    m_settings.width = std::max(1, m_settings.width);
    m_settings.height = std::max(1, m_settings.height);
    const float diameter = static_cast<float>(fineDiameter());
    const std::size_t pixels
        = static_cast<std::size_t>(fineWidth()) * static_cast<std::size_t>(fineHeight());
    m_height.assign(pixels, -binderDepth * diameter);
    m_facet.assign(pixels, gap);
    const Canvas canvas{fineWidth(), fineHeight(), m_height.data(), m_facet.data()};

    const int columns = cellCount(fineWidth(), diameter);
    const int rows = cellCount(fineHeight(), diameter);
    const float cellWidth = static_cast<float>(fineWidth()) / static_cast<float>(columns);
    const float cellHeight = static_cast<float>(fineHeight()) / static_cast<float>(rows);

    std::vector<std::uint32_t> granuleOfFacet;
    GranuleShape shape;
    std::uint32_t granule = 0;
    for (int layer = 0; layer < layers; ++layer) {
        const float shift = layer % 2 == 0 ? 0.0f : 0.5f;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column, ++granule) {
                Random random(m_settings.seed, RandomPurpose::Shape, granule);
                Position position;
                // Anywhere within its cell: no grid is visible, no two granules share all of a
                // place.
                position.x = (static_cast<float>(column) + shift + random.uniform()) * cellWidth;
                position.y = (static_cast<float>(row) + shift + random.uniform()) * cellHeight;
                const float radius = 0.5f * diameter
                    * static_cast<float>(std::exp(m_settings.sizeSpread * random.gaussian()));
                const float sag = topJitter * random.gaussian();
                shape.form(random, std::min(radius, largestRadius * diameter));
                position.lift
                    = diameter * (sag - layerDrop * static_cast<float>(layer)) - shape.top();

                draw(canvas, shape, position, static_cast<std::uint32_t>(m_normals.size()));
                m_center.push_back({wrapped(static_cast<int>(position.x), fineWidth()),
                    wrapped(static_cast<int>(position.y), fineHeight())});
                for (const GranuleShape::Facet& facet : shape.facets()) {
                    m_normals.push_back(facet.normal);
                    granuleOfFacet.push_back(granule);
                }
            }
        }
    }

    m_area.assign(granule, 0);
    m_granule.resize(pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        m_granule[i] = m_facet[i] == gap ? gap : granuleOfFacet[m_facet[i]];
        if (m_granule[i] != gap) {
            ++m_area[m_granule[i]];
        }
    }
}

} // namespace tilewright
