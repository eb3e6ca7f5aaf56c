#include <algorithm>

#include "ui/sheets/catalog_cover.h"
#include "ui/sheets/catalog_index.h"
#include "ui/sheets/color_legend.h"
#include "ui/sheets/sheet_pages.h"
#include "ui/sheets/tile_grid.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

class CatalogPages : public SheetPages {
public:
    CatalogPages(const Catalog& catalog, const SheetTemplate& sheetTemplate)
        : SheetPages(catalog, sheetTemplate, SheetLanguage(sheetTemplate.language).title(catalog))
        , m_articles(catalog.articles)
        , m_grid(design(), language(), pictures(), content())
    {
        if (design().hasCover)
            addCover(catalog);
        if (design().hasIndex)
            addIndex();
        addTiles();
        if (design().hasLegend)
            addLegend();
    }

private:
    void addCover(const Catalog& catalog)
    {
        const auto tiles = static_cast<int>(m_articles.size());
        const QString count = language().translate("Sheets", "%n tile(s)", nullptr, tiles);
        CoverText text{title(), toQString(catalog.subtitle), language().month(created()), count,
            toQString(company().name)};
        addPage([this, text = std::move(text), chosen = coverArticles(m_articles)](SheetPen& pen) {
            drawCover(pen, pageSize(), content(), text, accent(), company().logo, chosen,
                pictures(), language());
        });
    }

    void addIndex()
    {
        m_index = std::make_unique<CatalogIndex>(
            m_articles, content(), language(), design().isLandscape ? 3 : 2, design().showsMix);
        const int firstTilePage = nextPage() + m_index->pageCount();
        for (int i = 0; i < m_index->pageCount(); ++i)
            addPage([this, i, page = nextPage(), firstTilePage](SheetPen& pen) {
                const QString heading = language().translate("Sheets", "Index");
                drawRunningHead(pen, heading);
                double top = content().top();
                if (i == 0)
                    drawHeading(pen, top, heading);
                m_index->draw(pen, i, [&](std::size_t article) {
                    return firstTilePage + static_cast<int>(article) / m_grid.tiles() + 1;
                });
                drawFoot(pen, page);
            });
    }

    void addTiles()
    {
        const auto perPage = static_cast<std::size_t>(m_grid.tiles());
        for (std::size_t first = 0; first < m_articles.size(); first += perPage)
            addPage([this, first, perPage, page = nextPage()](SheetPen& pen) {
                const std::span<const Article> all = m_articles;
                const auto shown = all.subspan(first, std::min(perPage, all.size() - first));
                QString range = toQString(shown.front().code);
                if (shown.size() > 1)
                    range += QStringLiteral(" – ") + toQString(shown.back().code);
                drawRunningHead(pen, range);
                m_grid.draw(pen, shown);
                drawFoot(pen, page, design().hasLegend ? QString() : note());
            });
    }

    void addLegend()
    {
        m_legend = std::make_unique<ColorLegend>(m_articles, content(), language(), note());
        for (int i = 0; i < m_legend->pageCount(); ++i)
            addPage([this, i, page = nextPage()](SheetPen& pen) {
                const QString heading = language().translate("Sheets", "Colours");
                drawRunningHead(pen, heading);
                if (i == 0)
                    drawHeading(pen, content().top(), heading);
                m_legend->draw(pen, i);
                drawFoot(pen, page);
            });
    }

    std::vector<Article> m_articles;
    TileGrid m_grid;
    std::unique_ptr<CatalogIndex> m_index;
    std::unique_ptr<ColorLegend> m_legend;
};

} // namespace

Expected<SheetDocumentPointer> catalogDocument(const Catalog& catalog, const SheetTemplate& design)
{
    if (const auto valid = design.check(); !valid)
        return tl::unexpected(valid.error());
    if (catalog.articles.empty())
        return fail(ErrorKind::Usage, "The catalogue has no tiles. Choose some first.");
    return std::make_shared<const CatalogPages>(catalog, design);
}

} // namespace tilewright::ui
