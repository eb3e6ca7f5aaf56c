#include "ui/pattern/pattern_swatches.h"

#include "ui/pattern/pattern_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

using namespace std::chrono_literals;

constexpr double swatchMillimetres = 120; // seen in one swatch
constexpr double granule = 7; // of these millimetres: as small as can be told apart

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
    m_thread.start([this, id, draft = *m_draft] {
        if (id != m_latest)
            return;
        const Pictures pictures = picturesOf(draft);
        QMetaObject::invokeMethod(
            this,
            [this, id, pictures] {
                if (id == m_latest)
                    Q_EMIT rendered(pictures);
            },
            Qt::QueuedConnection);
    });
}

PatternSwatches::Pictures PatternSwatches::picturesOf(const TileDraft& draft)
{
    if (!m_shader) {
        GranuleSettings settings;
        settings.width = settings.height = side;
        settings.millimetresPerPixel = swatchMillimetres / side;
        settings.granuleMillimetres = granule;
        m_shader = std::make_unique<GranuleShader>(std::make_shared<const GranuleField>(settings));
    }
    Pictures pictures;
    for (const PatternKind kind : patternKinds) {
        TileDraft shown = draft;
        shown.pattern.kind = kind;
        shown.pattern.sizeMillimetres = sizeIn(kind);
        shown.completeMixes(m_palette);
        const auto design = TileDesign::create(shown.mixes.front(), shown.laidPattern());
        if (!design)
            continue;
        if (const auto picture = m_shader->render(*design, m_palette))
            pictures.insert(kind, toQImage(*picture));
    }
    return pictures;
}

} // namespace tilewright::ui
