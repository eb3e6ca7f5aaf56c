#include "core/library/library.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <cerrno>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>
#include <system_error>

#include "core/library/library_error.h"
#include "core/library/library_index.h"
#include "core/library/library_lock.h"
#include "core/library/thumbnail.h"
#include "core/library/tile_file_name.h"
#include "core/library/tile_row.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto rebuildPatience = 30s;

/// A copy that is on the disk when this returns. Errors: BadData, CannotWrite.
Expected<void> copyTo(const fs::path& target, const fs::path& source)
{
    constexpr std::size_t largest = std::size_t{1} << 30;
    const auto bytes = readTextFile(source, largest);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeFileAtomically(target, *bytes);
}

/// Moves a whole file out of the way of whatever has its name.
Expected<fs::path> place(const fs::path& incoming, const std::function<fs::path()>& freeName)
{
    while (true) {
        const fs::path path = freeName();
        const int error = moveWithoutReplacing(incoming, path);
        if (error == 0)
            return path;
        if (error == EEXIST)
            continue;
        std::error_code ignored;
        fs::remove(incoming, ignored);
        return fail(ErrorKind::CannotWrite,
            fmt::format(
                "Cannot write {}: {}.", path.string(), std::generic_category().message(error)));
    }
}

/// A temporary name in a sentence would puzzle.
Error renamed(Error error, const fs::path& from, const fs::path& to)
{
    if (const auto at = error.message.find(from.string()); at != std::string::npos)
        error.message.replace(at, from.string().size(), to.string());
    return error;
}

} // namespace

Library::Library(LibraryFolder folder, Palette palette)
    : m_folder(std::move(folder)), m_palette(std::move(palette))
{
}

Library::~Library() = default;

Expected<std::unique_ptr<Library>> Library::open(const fs::path& folder, const Palette& palette)
{
    std::unique_ptr<Library> library(new Library(LibraryFolder::at(folder), palette));
    if (const auto made = library->m_folder.make(); !made)
        return tl::unexpected(made.error());
    auto lock = LibraryLock::take(library->m_folder, LibraryLock::Kind::Shared, rebuildPatience);
    if (!lock)
        return tl::unexpected(lock.error());
    library->m_lock = std::move(*lock);
    auto database = openIndex(library->m_folder);
    if (!database)
        return tl::unexpected(database.error());
    library->m_database = std::move(*database);
    return library;
}

Expected<TileRecord> Library::add(const Tile& tile)
{
    const fs::path incoming = m_folder.newIncoming(".png");
    const auto freeName = [&] { return freePath(tileFileStem(tile.request), ".png"); };
    if (const auto saved = saveTile(incoming, tile); !saved)
        return tl::unexpected(renamed(saved.error(), incoming, freeName()));
    const auto path = place(incoming, freeName);
    if (!path)
        return tl::unexpected(path.error());

    return indexSaved(*path, tile);
}

Expected<TileRecord> Library::import(const fs::path& file)
{
    const auto tile = loadTile(file);
    if (!tile)
        return tl::unexpected(tile.error());
    std::error_code error;
    if (fs::equivalent(fs::absolute(file, error).parent_path(), m_folder.root, error)) {
        auto row = readRow(m_folder, file.filename().string(), m_palette);
        if (!row)
            return tl::unexpected(row.error());
        return indexFile(std::move(*row));
    }
    // The sweep takes visible .png files.
    std::string stem = file.stem().string();
    if (stem.front() == '.' || file.extension() != ".png")
        stem = tileFileStem(tile->request);
    const auto freeName = [&] { return freePath(stem, ".png"); };
    const fs::path incoming = m_folder.newIncoming(".png");
    if (const auto copied = copyTo(incoming, file); !copied)
        return tl::unexpected(renamed(copied.error(), incoming, freeName()));
    const auto path = place(incoming, freeName);
    if (!path)
        return tl::unexpected(path.error());
    return indexSaved(*path, *tile);
}

Expected<TileRecord> Library::refresh(TileId tile)
{
    const auto known = records({tile});
    if (!known)
        return tl::unexpected(known.error());
    if (known->empty())
        return fail(ErrorKind::Usage,
            fmt::format("There is no tile {} in the library {}.", tile, m_folder.root.string()));
    auto row = readRow(
        m_folder, known->front().file.lexically_relative(m_folder.root).string(), m_palette);
    if (!row)
        return tl::unexpected(row.error());
    auto record = indexFile(std::move(*row));
    if (record && record->thumbnail != known->front().thumbnail) {
        std::error_code ignored;
        fs::remove(known->front().thumbnail, ignored);
    }
    return record;
}

fs::path Library::freePath(const std::string& stem, const std::string& suffix) const
{
    const auto isTaken = [&](const fs::path& path) {
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(path, ignored)))
            return true;
        // A tile is saved whatever the index says.
        return guarded(m_folder.root, [&]() -> Expected<bool> {
            return idOfFile(*m_database, path.filename().string()) != 0;
        }).value_or(false);
    };
    fs::path path = m_folder.root / (stem + suffix);
    for (int i = 2; isTaken(path); ++i)
        path = m_folder.root / fmt::format("{}-{}{}", stem, i, suffix);
    return path;
}

TileRecord Library::indexSaved(const fs::path& file, const Tile& tile)
{
    const TileRow row
        = rowOf(tile, file.filename().string(), stampOf(file).value_or(FileStamp{}), m_palette);
    const auto record = indexFile(row);
    if (!record) {
        spdlog::warn("{} is saved, but not in the index yet: {} [{}]", file.string(),
            record.error().message, record.error().detail);
        return recordOf(m_folder, row);
    }
    if (const auto made = writeThumbnail(record->thumbnail, tile.image, thumbnailSide); !made)
        spdlog::warn("{} [{}]", made.error().message, made.error().detail);
    return *record;
}

Expected<TileRecord> Library::indexFile(TileRow row)
{
    return guarded(m_folder.root, [&]() -> Expected<TileRecord> {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        row.id = insertRow(*m_database, row);
        if (row.id == 0) { // a sweep was faster, or it is read anew
            row.id = idOfFile(*m_database, row.file);
            const TileRow known = selectRows(*m_database, {row.id}).at(0);
            row.marks = known.marks;
            row.trash = known.trash;
            updateRow(*m_database, row);
        }
        transaction.commit();
        return recordOf(m_folder, row);
    });
}

} // namespace tilewright
