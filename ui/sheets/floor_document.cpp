#include <algorithm>

#include "ui/sheets/sheet_flow.h"
#include "ui/sheets/sheet_pages.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

const TextStyle labelStyle{7, QFont::Normal, ink::muted};
const TextStyle valueStyle{10, QFont::DemiBold, ink::text};

class FloorPages : public SheetPages {
public:
    FloorPages(const Catalog& catalog, const FloorLayout& layout,
        const std::vector<Article>& recipes, const QImage& picture, double wastePercent,
        const SheetTemplate& design)
        : SheetPages(
            catalog, design, SheetLanguage(design.language).translate("Sheets", "Floor plan"))
        , m_picture(picture)
        , m_flow(32 + letterheadHeight() + 14, content().top(), content().bottom())
    {
        m_flow.block(50, [this](SheetPen& pen, double top) {
            drawHeading(pen, top, title());
            pen.textRight(content().right(), top + 22, language().day(created()), labelStyle);
        });
        addMeasures(layout.plan);
        addPicture();
        addCounts(layout, recipes, wastePercent);
        for (int i = 0; i < m_flow.pageCount(); ++i)
            addPage([this, i](SheetPen& pen) {
                if (i == 0)
                    drawLetterhead(pen);
                else
                    drawRunningHead(pen, language().day(created()));
                m_flow.draw(pen, i);
                drawFoot(pen, i, i + 1 == m_flow.pageCount() ? note() : QString());
            });
    }

private:
    void addMeasures(const FloorPlan& plan)
    {
        const auto& l = language();
        const QString times = QStringLiteral("%1×%1").arg(QChar(0x00a0));
        const QString metre = l.translate("Sheets", "m");
        const std::vector<std::pair<QString, QString>> facts{
            {l.translate("Sheets", "Room"),
                l.number(plan.roomLengthMetres, 2) + times
                    + l.measure(plan.roomWidthMetres, 2, metre)},
            {l.translate("Sheets", "Area"),
                l.measure(
                    plan.roomLengthMetres * plan.roomWidthMetres, 2, l.translate("Sheets", "m²"))},
            {l.translate("Sheets", "Tiles"),
                l.shortNumber(plan.tileLengthMillimetres, 1) + times
                    + l.shortNumber(plan.tileWidthMillimetres, 1) + QChar(0x00a0)
                    + l.translate("Sheets", "mm")},
            {l.translate("Sheets", "Laid"),
                plan.bond == FloorBond::HalfBond ? l.translate("Sheets", "half-bond")
                                                 : l.translate("Sheets", "straight")}};
        m_flow.block(38, [this, facts](SheetPen& pen, double top) {
            const double width = content().width() / static_cast<double>(facts.size());
            double x = content().left();
            for (const auto& [label, value] : facts) {
                pen.text(x, top, label, labelStyle);
                pen.text(x, top + 10, elided(value, valueStyle, width - 8), valueStyle);
                x += width;
            }
        });
    }

    void addPicture()
    {
        if (m_picture.isNull())
            return;
        const QRectF area = content();
        // Beside it the table shall find room on the first page.
        const double most = design().isLandscape ? area.height() * 0.5 : area.height() * 0.55;
        const QSizeF size
            = QSizeF(m_picture.size()).scaled(area.width(), most, Qt::KeepAspectRatio);
        m_flow.block(size.height() + 8, [this, size](SheetPen& pen, double top) {
            const int longest
                = static_cast<int>(std::max(size.width(), size.height()) / 72 * pen.dotsPerInch());
            const QImage fitting = std::max(m_picture.width(), m_picture.height()) > longest
                ? m_picture.scaled(longest, longest, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                : m_picture;
            pen.picture(
                QRectF(QPointF(content().left(), top), size), fitting, SheetPen::Fit::Inside);
        });
    }

    void addCounts(
        const FloorLayout& layout, const std::vector<Article>& recipes, double wastePercent)
    {
        const auto& l = language();
        const auto figure = [](int count) { return QString::number(count); };
        std::vector<TableRow> rows;
        FloorCount sum;
        int order = 0;
        for (std::size_t i = 0; i < layout.counts.size(); ++i) {
            const FloorCount& count = layout.counts[i];
            const Article article = i < recipes.size() ? recipes[i] : Article{};
            rows.push_back(
                {{l.articleName(article), toQString(article.code), l.number(count.squareMetres, 2),
                     figure(count.whole), figure(count.cut), figure(count.needed()),
                     figure(count.toOrder(wastePercent))},
                    std::nullopt, article.colors, false});
            sum.whole += count.whole;
            sum.cut += count.cut;
            sum.tilesForCuts += count.tilesForCuts;
            sum.squareMetres += count.squareMetres;
            order += count.toOrder(wastePercent);
        }
        if (rows.size() > 1)
            rows.push_back(
                {{l.translate("Sheets", "Together"), {}, l.number(sum.squareMetres, 2),
                     figure(sum.whole), figure(sum.cut), figure(sum.needed()), figure(order)},
                    std::nullopt, {}, true});
        m_flow.space(8);
        m_flow.table(content().left(),
            SheetTable(
                {{l.translate("Sheets", "Tile")}, {l.translate("Sheets", "Article no."), 84},
                    {l.translate("Sheets", "m²"), 44, true},
                    {l.translate("Sheets", "Whole"), 44, true},
                    {l.translate("Sheets", "Cut pieces"), 44, true},
                    {l.translate("Sheets", "Tiles needed"), 50, true},
                    {l.translate("Sheets", "With %1 waste")
                            .arg(l.shortNumber(wastePercent, 1) + QChar(0x00a0) + QLatin1Char('%')),
                        60, true}},
                std::move(rows), content().width()));
        m_flow.space(6);
        m_flow.block(labelStyle.leading(), [this](SheetPen& pen, double top) {
            pen.text(content().left(), top,
                elided(language().translate("Sheets",
                           "Needed are whole tiles and those that the pieces are cut from."),
                    labelStyle, content().width()),
                labelStyle);
        });
    }

    QImage m_picture;
    SheetFlow m_flow;
};

} // namespace

Expected<SheetDocumentPointer> floorDocument(const Catalog& catalog, const FloorLayout& layout,
    const std::vector<Article>& recipes, const QImage& picture, double wastePercent,
    const SheetTemplate& design)
{
    if (const auto valid = design.check(); !valid)
        return tl::unexpected(valid.error());
    if (layout.counts.empty() || recipes.size() < layout.counts.size())
        return fail(ErrorKind::Usage, "The floor has no tiles. Choose a tile for each recipe.");
    return std::make_shared<const FloorPages>(
        catalog, layout, recipes, picture, wastePercent, design);
}

} // namespace tilewright::ui
