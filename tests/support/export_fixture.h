// Tiles of granules and the articles that they are.
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/catalog/catalog.h"
#include "core/export/image_export.h"
#include "core/generation/generator.h"
#include "core/generation/mix_guide.h"
#include "core/image/picture.h"
#include "support/granule_fixture.h"

namespace tilewright::test {

/// Half a millimetre to a pixel, granules of 11 pixels.
inline GenerationRequest tileRequest(int width, int height, std::uint64_t seed)
{
    GenerationRequest request;
    request.mix = threeColors();
    request.prompt = "ohwx_rubber_tile, a prompt";
    request.model = "models/of a friend";
    request.guide = Guide::Mix;
    request.millimetresPerPixel = 0.5;
    request.granuleMillimetres = 5.5;
    request.width = width;
    request.height = height;
    request.seed = seed;
    return request;
}

/// Gives the granule picture itself, as a model would that is true to it to the last pixel.
class GranuleGenerator : public Generator {
public:
    static Tile tileOf(const GenerationRequest& request)
    {
        Tile tile;
        tile.image = MixGuide::create(request, sixColors()).value()->picture();
        tile.request = request;
        tile.provenance = {"0.1.0", "granules", "cpu", "float32", "granule model",
            "2026-05-01T10:00:00Z", 0.5, 1, false};
        return tile;
    }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        requests.push_back(request);
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        if (error)
            return tl::unexpected(*error);
        observer(PhaseBegan{Phase::Denoise, 2});
        observer(Progress{Phase::Denoise, 1, 2, {}});
        if (draws)
            return tileOf(request);
        return Tile{Image(request.width, request.height), request, {}, {}};
    }

    bool draws = true; ///< false: black pictures
    std::vector<GenerationRequest> requests;
    std::optional<Error> error;
};

/// PNG as the tile is, with names that tell the article alone.
inline ImageExport plain()
{
    ImageExport settings;
    settings.kind = PictureKind::Png;
    settings.nameTemplate = "{code}";
    return settings;
}

inline Image pictureOf(const std::filesystem::path& file)
{
    const auto picture = readPicture(file);
    if (!picture)
        qFatal("%s", picture.error().message.c_str());
    return picture->image;
}

/// A folder with tiles, and one for what is made of them.
class ExportFixture {
public:
    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path output() const { return path("output"); }
    std::vector<std::string> outputNames() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(output()))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    static std::string bytes(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    Article article(const Tile& tile, const std::string& code) const
    {
        Article article;
        article.tile.file = path(code + ".png");
        if (!saveTile(article.tile.file, tile))
            qFatal("cannot save a tile");
        article.id = article.code = code;
        article.name = "Кирпич " + code;
        article.colors = {{"red", "красный", "RED", {}, {}, 500},
            {"black", "", "BLACK", {}, {}, 300}, {"pearl", "жемчужный", "PEARL", {}, {}, 200}};
        article.millimetresPerPixel = tile.request.millimetresPerPixel;
        article.isSeamless = tile.request.seamless == SeamlessAxes::XY;
        article.product.lengthMillimetres = article.product.widthMillimetres = 50;
        article.tile.seed = tile.request.seed;
        article.tile.modelName = tile.provenance.modelName;
        article.tile.created = tile.provenance.created;
        article.tile.width = tile.image.width;
        article.tile.height = tile.image.height;
        return article;
    }
    Article article(std::uint64_t seed, const std::string& code, int width = 128, int height = 128,
        SeamlessAxes seamless = SeamlessAxes::None) const
    {
        GenerationRequest request = tileRequest(width, height, seed);
        request.seamless = seamless;
        return article(GranuleGenerator::tileOf(request), code);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace tilewright::test
