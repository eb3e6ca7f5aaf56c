#include "ui/strip/thumbnail_loader.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

ThumbnailLoader::ThumbnailLoader(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

ThumbnailLoader::~ThumbnailLoader()
{
    const std::lock_guard lock(m_mutex);
    m_wanted.clear();
}

void ThumbnailLoader::want(std::deque<std::filesystem::path> files)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = std::move(files);
        if (m_isWorking || m_wanted.empty())
            return;
        m_isWorking = true;
    }
    m_thread.start([this] { work(); });
}

void ThumbnailLoader::work()
{
    while (true) {
        std::filesystem::path file;
        {
            const std::lock_guard lock(m_mutex);
            if (m_wanted.empty()) {
                m_isWorking = false;
                return;
            }
            file = std::move(m_wanted.front());
            m_wanted.pop_front();
        }
        const Expected<Tile> tile = loadTile(file);
        if (!tile) {
            QMetaObject::invokeMethod(
                this, [this, name = pathToQString(file)] { Q_EMIT foreign(name); },
                Qt::QueuedConnection);
            continue;
        }
        const QImage small = toQImage(tile->image)
                                 .scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        auto loadedTile = std::make_shared<const LoadedTile>(
            LoadedTile{small, tile->request, tile->provenance, file, tile->fidelity});
        QMetaObject::invokeMethod(
            this, [this, loadedTile] { Q_EMIT loaded(loadedTile); }, Qt::QueuedConnection);
    }
}

} // namespace tilewright::ui
