// What tests of catalogues share: tiles in files with their records, without a library.
#pragma once

#include <QTemporaryDir>
#include <filesystem>

#include "core/catalog/catalog.h"
#include "core/generation/tile.h"
#include "core/support/paths.h"
#include "support/fake_generator.h"

namespace tilewright::test {

inline const Palette& catalogPalette()
{
    static const Palette palette = *Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
    return palette;
}

inline Mix catalogMix(std::vector<MixShare> shares)
{
    return *Mix::create(std::move(shares));
}

/// 64 pixels a side.
inline Tile catalogTile(std::uint64_t seed,
    std::vector<MixShare> shares = {{"red", 500}, {"black", 300}, {"pearl", 200}})
{
    Tile tile;
    tile.request.model = "/somewhere/starter";
    tile.request.mix = catalogMix(std::move(shares));
    tile.request.prompt = "a prompt";
    tile.request.seed = seed;
    tile.request.width = tile.request.height = 64;
    tile.image = FakeGenerator::picture(tile.request, 64, 64);
    tile.provenance
        = {"0.1.0", "fake", "cpu", "float32", "starter", "2026-05-01T10:00:00Z", 0.5, 1, false};
    return tile;
}

/// What a library would know of it.
inline TileRecord catalogRecord(const Tile& tile, const std::filesystem::path& file, TileId id = 1)
{
    TileRecord record;
    record.id = id;
    record.file = file;
    record.mixKey = mixKey(tile.request);
    if (tile.request.mix)
        record.mix = tile.request.design()->overallMix();
    record.seed = tile.request.seed;
    record.prompt = tile.request.prompt;
    record.modelName = tile.provenance.modelName;
    record.created = tile.provenance.created;
    record.width = tile.image.width;
    record.height = tile.image.height;
    record.error = 0.8;
    return record;
}

/// A folder with tiles.
class CatalogFixture {
public:
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    /// Saves the tile; ids count from 1.
    TileRecord add(const Tile& tile, const std::string& name)
    {
        const auto saved = saveTile(path(name), tile);
        if (!saved)
            qFatal("%s", saved.error().message.c_str());
        m_records.push_back(
            catalogRecord(tile, path(name), static_cast<TileId>(m_records.size()) + 1));
        return m_records.back();
    }
    const std::vector<TileRecord>& records() const { return m_records; }

    MadeCatalog make(const CatalogDetails& details = {}, const RecipeBook& recipes = {}) const
    {
        auto made = makeCatalog(m_records, catalogPalette(), recipes, details);
        if (!made)
            qFatal("%s", made.error().message.c_str());
        return std::move(*made);
    }

private:
    QTemporaryDir m_folder;
    std::vector<TileRecord> m_records;
};

} // namespace tilewright::test
