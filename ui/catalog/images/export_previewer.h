// Makes the picture of an export's preview on a thread of its own.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <mutex>
#include <optional>

#include "core/export/image_export.h"

namespace tilewright::ui {

/// The ink of a picture in the colours of an export; none where they are no inks. Errors: as
/// ColorConverter::create().
Expected<std::optional<InkUse>> inkUseOf(const Image& image, const OutputColor& color);

/// What is wanted last wins: what waits is replaced by it, what comes too late is dropped.
class ExportPreviewer : public QObject {
    Q_OBJECT
public:
    using Render = std::function<Expected<Image>(const Article&, const ImageExport&, int)>;

    explicit ExportPreviewer(Render render, QObject* parent = nullptr);
    ~ExportPreviewer() override;

    void request(const Article& article, const ImageExport& settings, int longestSide);
    /// Nothing is wanted any more.
    void cancel();
    bool isBusy() const { return m_delivered != m_latest; }

Q_SIGNALS:
    /// `ink` where the picture is separated into inks.
    void rendered(const QImage& image, const std::optional<tilewright::InkUse>& ink);
    void failed(const QString& message);

private:
    struct Request {
        quint64 id;
        Article article;
        ImageExport settings;
        int longestSide;
    };
    void renderWaiting();

    const Render m_render;
    std::mutex m_mutex;
    std::optional<Request> m_waiting; ///< guarded by m_mutex
    quint64 m_latest = 0;
    quint64 m_delivered = 0;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
