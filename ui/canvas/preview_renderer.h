// Renders the procedural preview on a thread of its own.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "core/granule/granule_field.h"
#include "core/granule/tile_design.h"
#include "core/image/image.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// The latest request wins: those that wait are replaced by it. A picture is stale, and dropped,
/// once a newer one was delivered or another geometry was asked for. Pictures of a mix that has
/// moved on by a slider's step are shown all the same: otherwise a fast hand would see nothing
/// move.
class PreviewRenderer : public QObject {
    Q_OBJECT
public:
    /// Called on the rendering thread, one call at a time.
    using Render = std::function<Expected<Image>(const GranuleSettings&, const TileDesign&)>;

    explicit PreviewRenderer(Render render, QObject* parent = nullptr);
    ~PreviewRenderer() override;

    /// For pictures that are requested from now on.
    void setRender(Render render);
    void request(const GranuleSettings& settings, const TileDesign& design);
    /// Whether a requested picture is still to come.
    bool isBusy() const { return m_latest != m_delivered; }

Q_SIGNALS:
    void rendered(const QImage& image);
    void failed(const QString& message);

private:
    struct Request {
        quint64 id;
        GranuleSettings settings;
        TileDesign design;
        std::shared_ptr<Render> render;
    };
    void renderWaiting();
    void deliver(const Request& request, const QImage& image, const QString& error);

    std::shared_ptr<Render> m_render;
    std::mutex m_mutex;
    std::optional<Request> m_waiting; ///< guarded by m_mutex
    GranuleSettings m_latestSettings;
    quint64 m_latest = 0;
    quint64 m_delivered = 0;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

/// Renders with GranuleShader; field and shader are kept while the geometry stays.
PreviewRenderer::Render cachingGranuleRender(Palette palette);

} // namespace tilewright::ui
