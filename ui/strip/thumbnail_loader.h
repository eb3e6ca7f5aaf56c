// Reads tiles and scales them down, off the window's thread.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <deque>
#include <filesystem>
#include <mutex>

#include "core/support/error.h"
#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

class ThumbnailLoader : public QObject {
    Q_OBJECT
public:
    static constexpr int side = 192; ///< pixels; sharp at twice the 96 they take on screen

    explicit ThumbnailLoader(QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /// What is to be read, most wanted first. Replaces what was wanted before and is not read yet.
    void want(std::deque<std::filesystem::path> files);

Q_SIGNALS:
    /// The picture of the tile is scaled down to fit `side` by `side`.
    void loaded(const tilewright::ui::TilePointer& tile);
    /// Not readable, or not a tile of this program.
    void foreign(const QString& file);

private:
    void work();

    std::mutex m_mutex;
    std::deque<std::filesystem::path> m_wanted; ///< guarded by m_mutex
    bool m_isWorking = false; ///< guarded by m_mutex
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
