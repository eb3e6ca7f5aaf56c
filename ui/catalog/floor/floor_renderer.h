// Draws floors off the window's thread: a small picture at once, the full one after it.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <map>
#include <memory>
#include <stop_token>

#include "core/floor/floor_recipes.h"

namespace tilewright::ui {

using FloorRecipesPointer = std::shared_ptr<const std::vector<FloorRecipe>>;
using FloorLayoutPointer = std::shared_ptr<const FloorLayout>;

struct FloorOrder {
    FloorLayoutPointer layout;
    FloorRecipesPointer recipes;
    FloorPictureSettings settings;
};

class FloorRenderer : public QObject {
    Q_OBJECT
public:
    static constexpr int quickSide = 480; ///< pixels

    explicit FloorRenderer(QObject* parent = nullptr);
    ~FloorRenderer() override;

    /// What was asked before is given up.
    void request(const FloorOrder& order);
    void cancel();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void rendered(const QImage& image, const tilewright::ui::FloorOrder& order, bool isFull);
    void failed(const QString& message);

private:
    void render(quint64 id, const FloorOrder& order, const std::stop_token& stop);
    /// On the thread of m_thread.
    Expected<Image> pictureOf(const Article& article, int pixels);

    bool m_isBusy = false;
    std::atomic<quint64> m_latest{0};
    std::stop_source m_stop;
    // Used on the thread of m_thread only: tiles are decoded once.
    std::map<std::string, Image> m_pictures;
    std::size_t m_pictureBytes = 0;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
