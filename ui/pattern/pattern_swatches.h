// Small pictures of every pattern in the present mixes, rendered off the window's thread.
#pragma once

#include <QImage>
#include <QMap>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <memory>

#include "core/granule/granule_shader.h"
#include "core/mix/palette.h"
#include "ui/mixer/tile_draft.h"

namespace tilewright::ui {

/// A moving slider leaves them as they are; they follow when it rests.
class PatternSwatches : public QObject {
    Q_OBJECT
public:
    static constexpr int side = 76; ///< pixels; sharp at twice the 38 they take on screen
    using Pictures = QMap<PatternKind, QImage>;

    PatternSwatches(Palette palette, QObject* parent = nullptr);

    void setPalette(const Palette& palette) { m_palette = palette; }
    void request(const TileDraft& draft);

Q_SIGNALS:
    /// Of every pattern but a mask that was not chosen yet.
    void rendered(const tilewright::ui::PatternSwatches::Pictures& pictures);

private:
    void render();
    /// On the thread of m_thread.
    Pictures picturesOf(const TileDraft& draft, const Palette& palette);

    Palette m_palette;
    std::optional<TileDraft> m_draft;
    // Used on the thread of m_thread only.
    std::unique_ptr<GranuleShader> m_coarse; ///< granules that are told apart
    std::unique_ptr<GranuleShader> m_fine; ///< granules that blend into the colour of their mix
    std::atomic<quint64> m_latest{0};
    QTimer m_rest;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
