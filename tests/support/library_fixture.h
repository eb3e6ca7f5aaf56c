// What tests of the library share: small tiles, a folder, and a look at the index from outside.
#pragma once

#include <QTemporaryDir>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <fstream>

#include "core/library/library.h"
#include "core/support/atomic_file.h"
#include "support/fake_generator.h"

namespace tilewright::test {

inline const Palette& rubberPalette()
{
    static const Palette palette = *Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
    return palette;
}

inline Mix mixFrom(std::vector<MixShare> shares)
{
    return *Mix::create(std::move(shares));
}

/// 64 pixels a side, measured.
inline Tile smallTile(std::uint64_t seed,
    std::vector<MixShare> shares = {{"red", 500}, {"black", 300}, {"pearl", 200}})
{
    Tile tile;
    tile.request.mix = mixFrom(std::move(shares));
    tile.request.prompt = "ohwx_rubber_tile <s0><s1>, a prompt";
    tile.request.seed = seed;
    tile.request.width = tile.request.height = 64;
    tile.image = FakeGenerator::picture(tile.request, 64, 64);
    tile.provenance
        = {"0.1.0", "fake", "cpu", "float32", "fake model", "2026-05-01T10:00:00Z", 0.5, 1, false};
    tile.fidelity = Fidelity{{{"red", 50.0, 51.0, 50.5, {}, {}}}, 0.5, {}};
    return tile;
}

/// A library in a folder of its own.
class LibraryFixture {
public:
    std::filesystem::path folder() const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "tiles";
    }
    std::filesystem::path indexFile() const { return folder() / ".tilewright" / "library.db"; }
    std::filesystem::path trashFolder() const { return folder() / ".tilewright" / "trash"; }
    /// A path outside the library.
    std::filesystem::path outside(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    Expected<std::unique_ptr<Library>> tryOpen() const
    {
        return Library::open(folder(), rubberPalette());
    }
    std::unique_ptr<Library> open() const
    {
        auto library = tryOpen();
        if (!library)
            qFatal("%s [%s]", library.error().message.c_str(), library.error().detail.c_str());
        return std::move(*library);
    }

    /// One number from the index, read by another connection.
    std::int64_t number(const std::string& sql) const
    {
        SQLite::Database database(indexFile().string(), SQLite::OPEN_READWRITE, 30000);
        return database.execAndGet(sql).getInt64();
    }
    std::string text(const std::string& sql) const
    {
        SQLite::Database database(indexFile().string(), SQLite::OPEN_READWRITE, 30000);
        return database.execAndGet(sql).getString();
    }
    void exec(const std::string& sql) const
    {
        SQLite::Database database(indexFile().string(), SQLite::OPEN_READWRITE, 30000);
        database.exec(sql);
    }

private:
    QTemporaryDir m_folder;
};

/// Makes a file or folder look as if nobody had touched it for so long.
inline void makeOlder(const std::filesystem::path& path, std::chrono::hours age)
{
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - age);
}

} // namespace tilewright::test
