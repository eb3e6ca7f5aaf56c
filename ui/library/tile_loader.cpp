#include "ui/library/tile_loader.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

TileLoader::TileLoader(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

void TileLoader::load(const std::filesystem::path& file)
{
    const quint64 id = ++m_latest;
    m_thread.start([this, id, file] {
        if (id != m_latest)
            return;
        const Expected<Tile> tile = loadTile(file);
        const TilePointer result = tile ? toLoadedTile(*tile, file) : nullptr;
        const QString error = tile ? QString() : toQString(tile.error().message);
        QMetaObject::invokeMethod(
            this,
            [this, id, result, error] {
                if (id != m_latest)
                    return;
                if (result)
                    Q_EMIT loaded(result);
                else
                    Q_EMIT failed(error);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilewright::ui
