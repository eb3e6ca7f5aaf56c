#include "ui/library/tile_loader.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

TileLoader::TileLoader(QObject* parent) : QObject(parent)
{
    m_threads.setMaxThreadCount(2);
}

void TileLoader::load(const std::vector<std::filesystem::path>& files)
{
    const quint64 id = ++m_latest;
    for (const std::filesystem::path& file : files) {
        m_threads.start([this, id, file] {
            if (id != m_latest)
                return;
            const Expected<Tile> tile = loadTile(file);
            const TilePointer result = tile ? toLoadedTile(*tile, file) : nullptr;
            const QString error = tile ? QString() : toQString(tile.error().message);
            QMetaObject::invokeMethod(
                this,
                [this, id, file, result, error] {
                    if (id != m_latest)
                        return;
                    if (result)
                        Q_EMIT loaded(result);
                    else
                        Q_EMIT failed(pathToQString(file), error);
                },
                Qt::QueuedConnection);
        });
    }
}

} // namespace tilewright::ui
