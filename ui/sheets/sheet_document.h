// Pages for customers: catalogue, specification sheet, order, floor. Drawn on any paint device, so
// that the window's preview, the PDF and the tests show the same.
#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/floor/floor_plan.h"
#include "core/order/granule_order.h"

class QPainter;

namespace tilewright::ui {

enum class PaperSize { A4, Letter };

/// How pages look and what they tell; a JSON file.
struct SheetTemplate {
    PaperSize paper = PaperSize::A4;
    bool isLandscape = false;
    std::string language = "en"; ///< or "ru"; also for numbers
    std::string accent = "#c8452f"; ///< of rules and headings
    int tilesPerPage = 9; ///< 1, 4, 9 or 12
    bool hasCover = true;
    bool hasIndex = true; ///< articles by colour family, with page numbers
    bool hasLegend = true; ///< every colour that is used, with its code
    bool showsMix = true;
    bool showsSeed = false;
    bool showsFidelity = false;
    bool showsPrices = false;

    /// Errors: Usage.
    static Expected<SheetTemplate> fromJson(const nlohmann::json& json);
    nlohmann::json toJson() const;
    /// Errors: BadData.
    static Expected<SheetTemplate> load(const std::filesystem::path& file);
    /// Errors: CannotWrite.
    Expected<void> save(const std::filesystem::path& file) const;
    /// Errors: Usage, the first thing that cannot be.
    Expected<void> check() const;
    bool operator==(const SheetTemplate&) const = default;
};

/// Immutable once made; pages may be drawn from any thread, one at a time.
class SheetDocument {
public:
    virtual ~SheetDocument() = default;

    virtual int pageCount() const = 0;
    virtual QString title() const = 0; ///< of the file
    /// `page` from 0. The painter's unit is a point (1/72 inch), its origin the paper's upper left
    /// corner. `pictureDpi` bounds the pictures that are read. A picture that cannot be read leaves
    /// a field that says so; those are told by problems().
    virtual void paint(QPainter& painter, int page, double pictureDpi) const = 0;
    virtual QSizeF pageSize() const = 0; ///< points
    /// Sentences about what could not be shown so far.
    virtual QStringList problems() const = 0;
};
using SheetDocumentPointer = std::shared_ptr<const SheetDocument>;

/// Cover, index, tiles, legend. Errors: Usage (no articles).
Expected<SheetDocumentPointer> catalogDocument(const Catalog& catalog, const SheetTemplate& design);
/// One page an article.
Expected<SheetDocumentPointer> specificationDocument(
    const Catalog& catalog, const std::vector<Article>& articles, const SheetTemplate& design);
Expected<SheetDocumentPointer> orderDocument(
    const Catalog& catalog, const GranuleOrder& order, const SheetTemplate& design);
/// The picture of the floor (as drawFloor() makes it), the plan's measures, tiles per recipe.
Expected<SheetDocumentPointer> floorDocument(const Catalog& catalog, const FloorLayout& layout,
    const std::vector<Article>& recipes, const QImage& picture, double wastePercent,
    const SheetTemplate& design);

/// Vector text with embedded fonts, pictures at 300 dpi, title and creator inside. Writes beside
/// and renames. Errors: CannotWrite, Cancelled.
Expected<void> writePdf(const std::filesystem::path& file, const SheetDocument& document,
    const std::function<void(int, int)>& progress = {}, std::stop_token stop = {});
/// One page as it will look, at most `longestSide` pixels.
QImage renderPage(const SheetDocument& document, int page, int longestSide);

} // namespace tilewright::ui
