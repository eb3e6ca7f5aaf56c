// Small pictures of tiles, read and scaled on a thread of their own.
#pragma once

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <deque>
#include <mutex>

#include "ui/library/store_worker.h"

namespace tilewright::ui {

/// A thumbnail that was asked for.
struct WantedThumbnail {
    TileRecord tile;
    int side = 0; ///< pixels of the square that it fills
};

class ThumbnailCache : public QObject {
    Q_OBJECT
public:
    static constexpr int memoryLimit = 128 << 20; ///< bytes

    explicit ThumbnailCache(TileStoreFactory factory, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// The newest picture of the tile, maybe of another size than the one asked for last; null if
    /// there is none. Square, cut from the middle of a tile that is not.
    QPixmap find(TileId tile) const;
    /// What is to be read, most wanted first. Replaces what was wanted before and is not read yet;
    /// what is here already in that size is not read again.
    void want(const std::vector<WantedThumbnail>& wanted);
    /// Forgets a picture, because the tile's file is another one.
    void drop(TileId tile);

Q_SIGNALS:
    void loaded(tilewright::TileId tile);

private:
    struct Entry {
        QPixmap pixmap;
        int side = 0;
    };
    void work(Expected<TileStore*> store, const std::stop_token& stop);
    void keep(TileId tile, int side, const QImage& image);

    QCache<TileId, Entry> m_entries{memoryLimit};
    std::mutex m_mutex;
    std::deque<WantedThumbnail> m_wanted; ///< guarded by m_mutex
    bool m_isWorking = false; ///< guarded by m_mutex
    StoreWorker m_worker; // last member: ends before anything that its work uses goes
};

} // namespace tilewright::ui
