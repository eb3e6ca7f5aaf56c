#include "ui/canvas/preview_renderer.h"

#include <memory>

#include "core/granule/granule_shader.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

PreviewRenderer::PreviewRenderer(Render render, QObject* parent)
    : QObject(parent), m_render(std::make_shared<Render>(std::move(render)))
{
    m_thread.setMaxThreadCount(1);
}

PreviewRenderer::~PreviewRenderer()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
}

void PreviewRenderer::setRender(Render render)
{
    m_render = std::make_shared<Render>(std::move(render));
}

void PreviewRenderer::request(const GranuleSettings& settings, const TileDesign& design)
{
    ++m_latest;
    m_latestSettings = settings;
    {
        const std::lock_guard lock(m_mutex);
        const bool isScheduled = m_waiting.has_value();
        m_waiting = Request{m_latest, settings, design, m_render};
        if (isScheduled)
            return;
    }
    m_thread.start([this] { renderWaiting(); });
}

void PreviewRenderer::renderWaiting()
{
    std::optional<Request> request;
    {
        const std::lock_guard lock(m_mutex);
        request.swap(m_waiting);
    }
    if (!request)
        return;
    const Expected<Image> image = (*request->render)(request->settings, request->design);
    const QImage picture = image ? toQImage(*image) : QImage();
    const QString error = image ? QString() : toQString(image.error().message);
    QMetaObject::invokeMethod(
        this, [this, done = *request, picture, error] { deliver(done, picture, error); },
        Qt::QueuedConnection);
}

void PreviewRenderer::deliver(const Request& request, const QImage& image, const QString& error)
{
    if (request.id < m_delivered || request.settings != m_latestSettings)
        return;
    m_delivered = request.id;
    if (error.isEmpty())
        Q_EMIT rendered(image);
    else
        Q_EMIT failed(error);
}

PreviewRenderer::Render cachingGranuleRender(Palette palette)
{
    return [palette = std::move(palette), shader = std::shared_ptr<const GranuleShader>()](
               const GranuleSettings& settings, const TileDesign& design) mutable {
        if (!shader || shader->field().settings() != settings)
            shader = std::make_shared<GranuleShader>(std::make_shared<GranuleField>(settings));
        return shader->render(design, palette);
    };
}

} // namespace tilewright::ui
