#include "ui/library/thumbnail_cache.h"

#include <QImageReader>
#include <spdlog/spdlog.h>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
/// The middle of the picture as a square of `side` pixels.
QImage toSquare(const QImage& image, int side)
{
    const int edge = std::min(image.width(), image.height());
    const QRect middle((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge);
    const QImage square
        = edge == image.width() && edge == image.height() ? image : image.copy(middle);
    return square.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

QImage readSquare(const std::filesystem::path& file, int side)
{
    QImageReader reader(pathToQString(file));
    const QImage image = reader.read();
    return image.isNull() ? image : toSquare(image, side);
}

/// Larger squares than the library's thumbnails fill are read from the tile itself.
QImage readTile(TileStore& store, const WantedThumbnail& wanted)
{
    const TileRecord& tile = wanted.tile;
    if (wanted.side > Library::thumbnailSide * 5 / 4 && !tile.isMissing) {
        const QImage sharp = readSquare(tile.file, wanted.side);
        if (!sharp.isNull())
            return sharp;
    }
    const QImage image = readSquare(tile.thumbnail, wanted.side);
    if (!image.isNull() || tile.isMissing)
        return image;
    const auto made = store.ensureThumbnail(tile);
    if (!made) {
        spdlog::warn("{} {}", made.error().message, made.error().detail);
        return {};
    }
    return readSquare(*made, wanted.side);
}
} // namespace

ThumbnailCache::ThumbnailCache(TileStoreFactory factory, QObject* parent)
    : QObject(parent), m_worker(std::move(factory))
{
}

ThumbnailCache::~ThumbnailCache()
{
    const std::lock_guard lock(m_mutex);
    m_wanted.clear();
}

QPixmap ThumbnailCache::find(TileId tile) const
{
    const Entry* entry = m_entries.object(tile);
    return entry ? entry->pixmap : QPixmap();
}

void ThumbnailCache::want(const std::vector<WantedThumbnail>& wanted)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted.clear();
        for (const WantedThumbnail& each : wanted) {
            const Entry* entry = m_entries.object(each.tile.id);
            if (!entry || entry->side != each.side)
                m_wanted.push_back(each);
        }
        if (m_isWorking || m_wanted.empty())
            return;
        m_isWorking = true;
    }
    m_worker.post(
        [this](Expected<TileStore*> store, const std::stop_token& stop) { work(store, stop); });
}

void ThumbnailCache::drop(TileId tile)
{
    m_entries.remove(tile);
}

void ThumbnailCache::work(Expected<TileStore*> store, const std::stop_token& stop)
{
    while (true) {
        WantedThumbnail next;
        {
            const std::lock_guard lock(m_mutex);
            if (m_wanted.empty() || !store || stop.stop_requested()) {
                m_isWorking = false;
                return;
            }
            next = std::move(m_wanted.front());
            m_wanted.pop_front();
        }
        const QImage image = readTile(**store, next);
        QMetaObject::invokeMethod(
            this, [this, id = next.tile.id, side = next.side, image] { keep(id, side, image); },
            Qt::QueuedConnection);
    }
}

/// A tile without a readable picture is kept as such, so that it is not tried again and again.
void ThumbnailCache::keep(TileId tile, int side, const QImage& image)
{
    const auto cost = std::max<qsizetype>(image.sizeInBytes(), 1024);
    m_entries.insert(tile, new Entry{QPixmap::fromImage(image), side}, cost);
    Q_EMIT loaded(tile);
}

} // namespace tilewright::ui
