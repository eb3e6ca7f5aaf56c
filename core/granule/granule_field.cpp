#include "core/granule/granule_field.h"

#include <algorithm>
#include <cmath>

#include "core/granule/granule_canvas.h"
#include "core/granule/granule_shape.h"
#include "core/granule/random.h"
#include "core/granule/wrap.h"

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
constexpr float bedding = 0.35f; // a finer granule beside a coarse one hides what lies deeper

constexpr double smallestDiameter = 4; // pixels; bounds the number of granules
constexpr double largestDiameter = 512; // pixels; bounds the reach of shadows

/// A whole number of cells on each axis, so that the grid closes at the edges.
int cellCount(int length, double diameter)
{
    return std::max(1, static_cast<int>(std::lround(length / (pitch * diameter))));
}

double finePixels(const GranuleSettings& settings, double millimetres)
{
    const double pixels = millimetres / (settings.millimetresPerPixel * settings.enlarge);
    // Written so that a diameter that is no number takes the smallest size.
    const double bounded
        = pixels > smallestDiameter ? std::min(pixels, largestDiameter) : smallestDiameter;
    return bounded * GranuleField::supersampling * settings.enlarge;
}

/// Diameters of one fraction of the grading, fine pixels.
struct SizeRange {
    double smallest = 0;
    double largest = 0;
    double share = 0; ///< of the visible area

    double typical() const { return (smallest + largest) / 2; }
};

/// The fractions from coarse to fine.
std::vector<SizeRange> sizeRanges(const GranuleSettings& settings)
{
    std::vector<SizeRange> ranges;
    double percent = 0;
    for (const GranuleFraction& fraction : settings.fractions) {
        ranges.push_back({finePixels(settings, fraction.fromMillimetres),
            finePixels(settings, fraction.toMillimetres), fraction.percent});
        percent += fraction.percent;
    }
    for (SizeRange& range : ranges) {
        range.share /= percent;
    }
    std::stable_sort(ranges.begin(), ranges.end(),
        [](const SizeRange& a, const SizeRange& b) { return a.typical() > b.typical(); });
    return ranges;
}

} // namespace

GranuleSettings GranuleSettings::laid() const
{
    GranuleSettings result = *this;
    result.width = std::max(1, static_cast<int>(std::lround(width / enlarge)));
    result.height = std::max(1, static_cast<int>(std::lround(height / enlarge)));
    result.millimetresPerPixel = millimetresPerPixel * enlarge;
    result.enlarge = 1;
    return result;
}

struct GranuleField::LaidGranule {
    Random random; ///< as its shape begins with it
    float x = 0, y = 0; ///< fine pixels
    float diameter = 0;
    float radius = 0;
    int layer = 0;
};

/// Lays granule by granule; each has a sequence of random numbers of its own.
class GranuleField::Builder {
public:
    explicit Builder(GranuleField& field)
        : m_field(field)
        , m_settings(field.m_settings)
        , m_canvas(field.fineWidth(), field.fineHeight(),
              -binderDepth * static_cast<float>(field.fineDiameter()))
    {
    }

    /// What is laid from now on is noted in `list`, which has to outlive the builder.
    void note(std::vector<LaidGranule>& list) { m_list = &list; }

    void layAll()
    {
        if (m_settings.fractions.empty()) {
            layEven();
        } else {
            layGraded();
        }
    }

    /// The granules of a smaller field; whether there was room for one is not asked again, because
    /// finer pixels would now and then give another answer, and the next granules another place.
    void layAgain(const std::vector<LaidGranule>& list, const GranuleField& laid)
    {
        const float across
            = static_cast<float>(m_field.fineWidth()) / static_cast<float>(laid.fineWidth());
        const float down
            = static_cast<float>(m_field.fineHeight()) / static_cast<float>(laid.fineHeight());
        const float scale = static_cast<float>(m_settings.enlarge);
        for (const LaidGranule& one : list) {
            Random random = one.random;
            lay(random, across * one.x, down * one.y, scale * one.diameter, scale * one.radius,
                one.layer);
        }
    }

    /// Layers of granules of about one size.
    void layEven()
    {
        const float diameter = static_cast<float>(m_field.fineDiameter());
        layLayers(diameter, [&](Random& random) {
            return 0.5f * diameter
                * static_cast<float>(std::exp(m_settings.sizeSpread * random.gaussian()));
        });
    }

    /// Coarse granules are strewn on the face one by one until they cover their share, then finer
    /// ones where there is still room, and layers of the finest fill what is left.
    void layGraded()
    {
        std::vector<SizeRange> ranges = sizeRanges(m_settings);
        const SizeRange finest = ranges.back();
        ranges.pop_back();
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            m_bed = bedOf(ranges[i]);
            strew(ranges[i], bedOf(i + 1 < ranges.size() ? ranges[i + 1] : finest));
        }
        m_bed = bedOf(finest);
        m_coarserFacets = static_cast<std::uint32_t>(m_field.m_normals.size());
        layLayers(static_cast<float>(finest.typical()), [&](Random& random) {
            return static_cast<float>(
                0.5 * (finest.smallest + (finest.largest - finest.smallest) * random.uniform()));
        });
    }

    void finish()
    {
        m_field.m_height = std::move(m_canvas.heights());
        m_field.m_facet = std::move(m_canvas.facets());
        m_field.m_area.assign(m_granule, 0);
        m_field.m_granule.resize(m_field.m_facet.size());
        std::vector<std::array<std::int64_t, 2>> sums(m_granule); // distances from the middle
        const int width = m_field.fineWidth();
        const int height = m_field.fineHeight();
        std::size_t i = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x, ++i) {
                const std::uint32_t facet = m_field.m_facet[i];
                const std::uint32_t granule = facet == gap ? gap : m_granuleOfFacet[facet];
                m_field.m_granule[i] = granule;
                if (granule != gap) {
                    const std::array<int, 2>& center = m_field.m_center[granule];
                    ++m_field.m_area[granule];
                    sums[granule][0] += shortWay(x - center[0], width);
                    sums[granule][1] += shortWay(y - center[1], height);
                }
            }
        }
        m_field.m_visibleCenter.reserve(m_granule);
        for (std::uint32_t granule = 0; granule < m_granule; ++granule) {
            const auto middle = [&](std::size_t axis, int period) {
                const float area = static_cast<float>(std::max(m_field.m_area[granule], 1u));
                const float place = static_cast<float>(m_field.m_center[granule][axis])
                    + static_cast<float>(sums[granule][axis]) / area;
                const float length = static_cast<float>(period);
                const float inside = place < 0 ? place + length : place;
                return inside < length ? inside : inside - length;
            };
            m_field.m_visibleCenter.push_back({middle(0, width), middle(1, height)});
        }
    }

private:
    template <typename RadiusOf> void layLayers(float diameter, RadiusOf radiusOf)
    {
        const int columns = cellCount(m_canvas.width(), diameter);
        const int rows = cellCount(m_canvas.height(), diameter);
        const float cellWidth = static_cast<float>(m_canvas.width()) / static_cast<float>(columns);
        const float cellHeight = static_cast<float>(m_canvas.height()) / static_cast<float>(rows);
        for (int layer = 0; layer < layers; ++layer) {
            const float shift = layer % 2 == 0 ? 0.0f : 0.5f;
            for (int row = 0; row < rows; ++row) {
                for (int column = 0; column < columns; ++column) {
                    Random random(m_settings.seed, RandomPurpose::Shape, m_sequence++);
                    // Anywhere within its cell: no grid is visible, no two granules share all of a
                    // place.
                    const float x
                        = (static_cast<float>(column) + shift + random.uniform()) * cellWidth;
                    const float y
                        = (static_cast<float>(row) + shift + random.uniform()) * cellHeight;
                    if (hasRoom(x, y)) {
                        lay(random, x, y, diameter, radiusOf(random), layer);
                    }
                }
            }
        }
    }

    /// Coarser granules that lie deeper are a bed for those of a size; higher ones are in the way.
    static float bedOf(const SizeRange& range)
    {
        return -bedding * static_cast<float>(range.typical());
    }

    /// Until the share of the size rises above the bed of the next finer one.
    void strew(const SizeRange& range, float nextBed)
    {
        const double pixels
            = static_cast<double>(m_canvas.width()) * static_cast<double>(m_canvas.height());
        const double wanted = range.share * pixels;
        // So many that every place was tried often.
        const double attempts = 64 * (1 + pixels / (range.typical() * range.typical()));
        double risen = 0;
        for (double attempt = 0; attempt < attempts && risen < wanted; ++attempt) {
            Random random(m_settings.seed, RandomPurpose::Shape, m_sequence++);
            const float x = random.uniform() * static_cast<float>(m_canvas.width());
            const float y = random.uniform() * static_cast<float>(m_canvas.height());
            if (hasRoom(x, y)) {
                const float diameter = static_cast<float>(
                    range.smallest + (range.largest - range.smallest) * random.uniform());
                risen += static_cast<double>(
                    lay(random, x, y, diameter, 0.5f * diameter, 0, nextBed));
            }
        }
    }

    bool hasRoom(float x, float y) const
    {
        const int column = static_cast<int>(x);
        const int row = static_cast<int>(y);
        const std::uint32_t facet = m_canvas.facetAt(column, row);
        return facet == gap || facet >= m_coarserFacets || m_canvas.heightAt(column, row) <= m_bed;
    }

    /// How many fine pixels it is the first to lift above a level.
    std::size_t lay(
        Random& random, float x, float y, float diameter, float radius, int layer, float level = 0)
    {
        if (m_list) {
            m_list->push_back({random, x, y, diameter, radius, layer});
        }
        GranuleCanvas::Position position;
        position.x = x;
        position.y = y;
        const float sag = topJitter * random.gaussian();
        m_shape.form(random, std::min(radius, largestRadius * diameter));
        position.lift = diameter * (sag - layerDrop * static_cast<float>(layer)) - m_shape.top();

        const std::size_t lifted = m_canvas.draw(
            m_shape, position, static_cast<std::uint32_t>(m_field.m_normals.size()), level);
        m_field.m_center.push_back({wrapped(static_cast<int>(x), m_canvas.width()),
            wrapped(static_cast<int>(y), m_canvas.height())});
        for (const GranuleShape::Facet& facet : m_shape.facets()) {
            m_field.m_normals.push_back(facet.normal);
            m_granuleOfFacet.push_back(m_granule);
        }
        ++m_granule;
        return lifted;
    }

    GranuleField& m_field;
    const GranuleSettings& m_settings;
    GranuleCanvas m_canvas;
    GranuleShape m_shape;
    std::vector<std::uint32_t> m_granuleOfFacet;
    std::uint32_t m_granule = 0; ///< the next
    std::uint64_t m_sequence = 0; ///< of random numbers, the next
    std::uint32_t m_coarserFacets = 0; ///< of granules that were there first
    float m_bed = 0; ///< height
    std::vector<LaidGranule>* m_list = nullptr;
};

double GranuleField::fineDiameter() const
{
    return finePixels(m_settings,
        m_settings.fractions.empty() ? m_settings.granuleMillimetres
                                     : meanMillimetres(m_settings.fractions));
}

GranuleField::GranuleField(const GranuleSettings& settings) : m_settings(settings)
{
    m_settings.width = std::max(1, m_settings.width);
    m_settings.height = std::max(1, m_settings.height);
    m_settings.enlarge = std::max(1.0, m_settings.enlarge);
    if (m_settings.enlarge == 1) {
        Builder builder(*this);
        builder.layAll();
        builder.finish();
        return;
    }
    std::vector<LaidGranule> list;
    m_laid.reset(new GranuleField(m_settings.laid(), list));
    Builder builder(*this);
    builder.layAgain(list, *m_laid);
    builder.finish();
}

GranuleField::GranuleField(const GranuleSettings& settings, std::vector<LaidGranule>& list)
    : m_settings(settings)
{
    Builder builder(*this);
    builder.note(list);
    builder.layAll();
    builder.finish();
}

} // namespace tilewright
