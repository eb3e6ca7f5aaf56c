#include "ui/pattern/pattern_swatches.h"

#include "ui/pattern/pattern_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

using namespace std::chrono_literals;

constexpr double swatchMillimetres = 120; // seen in one swatch
constexpr int oversampling = 2; // rendered larger and scaled down: granules of about a pixel

std::unique_ptr<GranuleShader> shaderOf(double granulePixels)
{
    GranuleSettings settings;
    settings.width = settings.height = PatternSwatches::side * oversampling;
    settings.millimetresPerPixel = swatchMillimetres / settings.width;
    settings.granuleMillimetres = granulePixels * settings.millimetresPerPixel;
    return std::make_unique<GranuleShader>(std::make_shared<const GranuleField>(settings));
}

/// Large enough to be recognised: about two cycles a swatch.
double sizeIn(PatternKind kind)
{
    switch (kind) {
    case PatternKind::Flecks:
        return swatchMillimetres / 5;
    case PatternKind::Checks:
        return swatchMillimetres / 4;
    case PatternKind::Grid:
        return swatchMillimetres / 3;
    default:
        return swatchMillimetres / 2;
    }
}

} // namespace

PatternSwatches::PatternSwatches(Palette palette, QObject* parent)
    : QObject(parent), m_palette(std::move(palette))
{
    m_thread.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(150ms);
    connect(&m_rest, &QTimer::timeout, this, &PatternSwatches::render);
}

void PatternSwatches::request(const TileDraft& draft)
{
    m_draft = draft;
    m_rest.start();
}

void PatternSwatches::render()
{
    const quint64 id = ++m_latest;
    m_thread.start([this, id, draft = *m_draft, palette = m_palette] {
        if (id != m_latest)
            return;
        const Pictures pictures = picturesOf(draft, palette);
        QMetaObject::invokeMethod(
            this,
            [this, id, pictures] {
                if (id == m_latest)
                    Q_EMIT rendered(pictures);
            },
            Qt::QueuedConnection);
    });
}

PatternSwatches::Pictures PatternSwatches::picturesOf(
    const TileDraft& draft, const Palette& palette)
{
    if (!m_coarse) {
        m_coarse = shaderOf(18);
        m_fine = shaderOf(4);
    }
    Pictures pictures;
    for (const PatternKind kind : patternKinds) {
        TileDraft shown = draft;
        shown.pattern.kind = kind;
        shown.pattern.sizeMillimetres = sizeIn(kind);
        shown.completeMixes(palette);
        const auto design = TileDesign::create(shown.mixes.front(), shown.laidPattern());
        if (!design)
            continue;
        const GranuleShader& shader = kind == PatternKind::Speckle ? *m_coarse : *m_fine;
        if (const auto picture = shader.render(*design, palette))
            pictures.insert(kind,
                toQImage(*picture).scaled(
                    side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return pictures;
}

} // namespace tilewright::ui
