// A catalogue: tiles as articles with numbers and names, under the letterhead of their maker.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/product.h"
#include "core/library/tile_record.h"
#include "core/mix/color_family.h"
#include "core/mix/palette.h"
#include "core/recipe/recipe_book.h"

namespace tilewright {

struct ArticleColor {
    std::string name; ///< caption name
    std::string nameRu; ///< may be empty
    std::string code;
    Srgb srgb;
    Lab lab;
    int perMille = 0;
    bool operator==(const ArticleColor&) const = default;
};

struct Article {
    /// Stable: eight signs made from what makes the picture (mix, pattern, granules, seed, model,
    /// settings), not from where the file lies; two tiles of one request get "-2" and so on, by
    /// age.
    std::string id;
    std::string code; ///< article number; distinct in a catalogue; the id unless told otherwise
    /// As told, or of the recipe of this mix; empty: by its colours, in the language of the reader.
    /// Show articleName().
    std::string name;
    std::string note;
    Product product;
    std::vector<ArticleColor> colors; ///< of the whole tile, the largest share first
    ColorFamily family = ColorFamily::Greys; ///< of the mean colour
    std::string shareCode; ///< see share_code.h; empty where the tile cannot be shared so
    double millimetresPerPixel = 0; ///< of the tile's picture
    bool isSeamless = false; ///< in both directions
    TileRecord tile;
    bool operator==(const Article&) const = default;
};

/// "dark green", or "тёмно-зелёный" where the language is "ru" and the name is known.
std::string colorName(const ArticleColor& color, const std::string& language);
/// The article's name; where it has none of its colours: "Red, black, pearl", "Красный, чёрный,
/// жемчужный".
std::string articleName(const Article& article, const std::string& language);

struct Company {
    std::string name;
    std::string address; ///< may have several lines
    std::string phone;
    std::string email;
    std::string web;
    std::filesystem::path logo; ///< PNG, JPEG or SVG; empty: none
    bool operator==(const Company&) const = default;
};

/// What a designer says of one article; absent: as by default.
struct ArticleDetails {
    std::optional<std::string> code;
    std::optional<std::string> name;
    std::optional<std::string> note;
    std::optional<Product> product;
    bool operator==(const ArticleDetails&) const = default;
};

/// What a designer says of the catalogue: kept as JSON, edited in the window or by hand.
struct CatalogDetails {
    std::string title; ///< empty: the language's word for catalogue
    std::string subtitle;
    std::string note; ///< small print; empty: that colours on screens and paper differ
    Company company;
    Product product; ///< of all articles that have none of their own
    std::map<std::string, ArticleDetails> articles; ///< by id

    /// No file: as by default. A logo's path is found from the file's folder. Errors: BadData.
    static Expected<CatalogDetails> load(const std::filesystem::path& file);
    /// Errors: CannotWrite.
    Expected<void> save(const std::filesystem::path& file) const;
    bool operator==(const CatalogDetails&) const = default;
};

/// dataFolder()/catalog.json
std::filesystem::path catalogDetailsFile();

struct Catalog {
    std::string title; ///< as in CatalogDetails; show catalogTitle()
    std::string subtitle;
    std::string note;
    Company company;
    std::string created; ///< UTC, ISO 8601
    std::vector<Article> articles; ///< in the order of the tiles
    bool operator==(const Catalog&) const = default;
};

/// Its title, or the language's word for a catalogue.
std::string catalogTitle(const Catalog& catalog, const std::string& language);

/// A tile that could not be taken in.
struct CatalogProblem {
    std::filesystem::path file;
    Error error;
};
struct MadeCatalog {
    Catalog catalog;
    std::vector<CatalogProblem> problems;
};

/// Reads what the tiles say of themselves, not their pictures: about 1 KB an article, so that
/// 10,000 are no burden. Tiles that are missing, damaged, without a mix or of a colour that neither
/// they nor the palette know are told of. Of equal codes the later ones get "-2" and so on. Errors:
/// Cancelled.
Expected<MadeCatalog> makeCatalog(const std::vector<TileRecord>& tiles, const Palette& palette,
    const RecipeBook& recipes, const CatalogDetails& details,
    const std::function<void(std::size_t, std::size_t)>& progress = {}, std::stop_token stop = {});

/// Articles as one table, a row each: id, code, name, mix, colour and share columns, size, weight,
/// share code, file and, with seeds, seed, model and measured error. UTF-8, RFC 4180, with a byte
/// order mark for spreadsheets when `forSpreadsheet`, decimal comma and semicolons then too if
/// `language` is "ru". Texts that a spreadsheet would take for a formula are defused. Files are
/// told by their names: folders are nobody else's business.
std::string toCsv(const Catalog& catalog, const std::string& language, bool forSpreadsheet,
    bool withSeeds = true);
/// The whole catalogue; see docs/catalog.md for its members. Files as in toCsv().
nlohmann::ordered_json toJson(const Catalog& catalog, bool withSeeds = true);

/// "reds", "yellows", "greens", "blues", "browns", "greys": what data forms call a family.
std::string_view toText(ColorFamily family);

} // namespace tilewright
