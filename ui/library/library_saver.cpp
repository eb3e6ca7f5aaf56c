#include "ui/library/library_saver.h"

#include <QMetaObject>
#include <spdlog/spdlog.h>

#include "core/library/library.h"
#include "ui/jobs/generation_controller.h"
#include "ui/library/tile_library.h"

namespace tilewright::ui {
namespace {

class LibrarySaver {
public:
    LibrarySaver(std::filesystem::path folder, Palette palette, TileLibrary& told)
        : m_folder(std::move(folder))
        , m_palette(std::move(palette))
        , m_told(told)
        , m_saveFile(GenerationController::savingIn(m_folder))
    {
    }

    Expected<std::filesystem::path> save(const Tile& tile)
    {
        if (!m_library) {
            auto library = Library::open(m_folder, m_palette);
            if (!library) {
                spdlog::warn("Saving without the library: {} ({})", library.error().message,
                    library.error().detail);
                return m_saveFile(tile);
            }
            m_library = std::move(*library);
        }
        const auto record = m_library->add(tile);
        if (!record)
            return tl::unexpected(record.error());
        QMetaObject::invokeMethod(
            &m_told, [&told = m_told, record = *record] { told.announce(record); },
            Qt::QueuedConnection);
        return record->file;
    }

private:
    const std::filesystem::path m_folder;
    const Palette m_palette;
    TileLibrary& m_told;
    const JobQueue::Save m_saveFile;
    std::unique_ptr<Library> m_library;
};

} // namespace

JobQueue::Save savingInLibrary(std::filesystem::path folder, Palette palette, TileLibrary& told)
{
    const auto saver = std::make_shared<LibrarySaver>(std::move(folder), std::move(palette), told);
    return [saver](const Tile& tile) { return saver->save(tile); };
}

} // namespace tilewright::ui
