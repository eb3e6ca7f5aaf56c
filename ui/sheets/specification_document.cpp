#include <algorithm>

#include "ui/sheets/sheet_pages.h"
#include "ui/sheets/sheet_table.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

constexpr double columnGap = 24;
const TextStyle labelStyle{7, QFont::Normal, ink::muted};
const TextStyle kickerStyle{7.5, QFont::DemiBold, ink::text, false, 4};
const TextStyle nameStyle{24, QFont::Bold, ink::text, false, -2};
const TextStyle codeStyle{9, QFont::Normal, ink::muted};
const TextStyle noteStyle{8, QFont::Normal, ink::text};

class SpecificationPages : public SheetPages {
public:
    SpecificationPages(
        const Catalog& catalog, const std::vector<Article>& articles, const SheetTemplate& design)
        : SheetPages(catalog, design, titleFor(articles, design)), m_articles(articles)
    {
        for (std::size_t i = 0; i < m_articles.size(); ++i)
            addPage([this, i](SheetPen& pen) { drawPage(pen, static_cast<int>(i)); });
    }

private:
    static QString titleFor(const std::vector<Article>& articles, const SheetTemplate& design)
    {
        const SheetLanguage language(design.language);
        const QString word = language.translate("Sheets", "Specification sheet");
        return articles.size() == 1
            ? word + QStringLiteral(" – ") + language.articleName(articles.front())
            : word;
    }

    QString words(const char* text) const { return language().translate("Sheets", text); }

    void drawPage(SheetPen& pen, int page) const
    {
        const Article& article = m_articles[static_cast<std::size_t>(page)];
        const QRectF area = content();
        double top = drawLetterhead(pen) + 14;
        pen.fill(QRectF(area.left(), top, 26, 2.5), accent());
        top += 9;
        pen.text(area.left(), top, words(QT_TRANSLATE_NOOP("Sheets", "Specification sheet")),
            kickerStyle.in(accent()));
        pen.textRight(area.right(), top, language().day(created()), labelStyle);
        top += kickerStyle.leading() + 2;
        top = pen.lines(area.left(), top,
            brokenLines(language().articleName(article), nameStyle, area.width(), 2), nameStyle);
        pen.text(area.left(), top + 2,
            elided(
                words(QT_TRANSLATE_NOOP("Sheets", "Article no. %1")).arg(toQString(article.code)),
                codeStyle, area.width()),
            codeStyle);
        top += 2 + codeStyle.leading() + 14;

        const double bottom = drawClosing(pen, article, page) - 12;
        if (design().isLandscape)
            drawLandscape(pen, article, top, bottom);
        else
            drawPortrait(pen, article, top, bottom);
    }

    void drawPortrait(SheetPen& pen, const Article& article, double top, double bottom) const
    {
        const QRectF area = content();
        const double half = (area.width() - columnGap) / 2;
        const QRectF picture = pictures().drawTile(
            pen, QRectF(area.left(), top, half, half), article, SheetPen::Fit::Inside, language());
        pen.mixBar(
            QRectF(picture.left(), picture.bottom() + 4, picture.width(), 4), article.colors);
        const double mixBottom
            = drawMixTable(pen, article, area.left() + half + columnGap, top - 3, half);
        top = std::max(picture.bottom() + 8, mixBottom) + 22;
        drawFacts(pen, article, QRectF(area.left(), top, area.width(), bottom - top), 2);
    }

    void drawLandscape(SheetPen& pen, const Article& article, double top, double bottom) const
    {
        const QRectF area = content();
        const double width = (area.width() - 2 * columnGap) / 3;
        const double side = std::min(bottom - top - 8, width);
        const QRectF picture = pictures().drawTile(
            pen, QRectF(area.left(), top, side, side), article, SheetPen::Fit::Inside, language());
        pen.mixBar(
            QRectF(picture.left(), picture.bottom() + 4, picture.width(), 4), article.colors);
        drawMixTable(pen, article, area.left() + width + columnGap, top - 3, width);
        const double left = area.left() + 2 * (width + columnGap);
        drawFacts(pen, article, QRectF(left, top, width, bottom - top), 1);
    }

    double drawMixTable(
        SheetPen& pen, const Article& article, double x, double top, double width) const
    {
        const Product& product = article.product;
        const double mass = product.weightPerSquareMetre();
        const double granules = mass / (1 + product.binderPercent / 100);
        const double area = product.areaSquareMetres();
        const auto& l = language();
        std::vector<TableRow> rows;
        for (const ArticleColor& color : article.colors) {
            const double kilograms = granules * color.perMille / 1000;
            rows.push_back({{l.colorName(color.name, color.nameRu), toQString(color.code),
                                l.percent(color.perMille), l.number(kilograms, 2),
                                l.number(kilograms * area, 2)},
                color.srgb, {}, false});
        }
        const double binder = mass - granules;
        rows.push_back(
            {{l.translate("Sheets", "Binder %1").arg(toQString(product.binder)), {},
                 l.shortNumber(product.binderPercent, 1) + QChar(0x00a0) + QLatin1Char('%'),
                 l.number(binder, 2), l.number(binder * area, 2)},
                std::nullopt, {}, false});
        rows.push_back({{l.translate("Sheets", "Together"), {}, {}, l.number(mass, 2),
                            l.number(mass * area, 2)},
            std::nullopt, {}, true});
        const SheetTable table(
            {{l.translate("Sheets", "Colour")}, {l.translate("Sheets", "Code"), 46},
                {l.translate("Sheets", "Share"), 36, true},
                {l.translate("Sheets", "kg/m²"), 36, true},
                {l.translate("Sheets", "kg/tile"), 36, true}},
            std::move(rows), width, 7.5);
        const double bottom = table.draw(pen, x, top, 0, table.rowCount());
        pen.rule(x, bottom, width);
        return bottom;
    }

    void drawFacts(SheetPen& pen, const Article& article, const QRectF& place, int columns) const
    {
        const std::vector<std::pair<QString, QString>> facts = factsOf(article);
        const double width = (place.width() - (columns - 1) * columnGap) / columns;
        const auto perColumn = (facts.size() + static_cast<std::size_t>(columns) - 1)
            / static_cast<std::size_t>(columns);
        double bottom = place.top();
        for (int column = 0; column < columns; ++column) {
            const double x = place.left() + column * (width + columnGap);
            std::vector<TableRow> rows;
            for (std::size_t i = perColumn * static_cast<std::size_t>(column);
                 i < std::min(facts.size(), perColumn * (static_cast<std::size_t>(column) + 1));
                 ++i)
                rows.push_back({{facts[i].first, facts[i].second}, std::nullopt, {}, false});
            if (rows.empty())
                continue;
            pen.rule(x, place.top(), width, ink::text, 0.7);
            // Long texts get fewer lines where the page has no room for them.
            for (int lines = 3; lines > 0; --lines) {
                const SheetTable table({{{}, width * 0.46}, {}}, rows, width, 8, lines);
                if (lines > 1 && table.height() > place.height())
                    continue;
                bottom = std::max(bottom, table.draw(pen, x, place.top(), 0, table.rowCount()));
                break;
            }
        }
        if (article.note.empty())
            return;
        bottom += 16;
        const auto room = static_cast<int>((place.bottom() - bottom) / noteStyle.leading());
        if (room > 0)
            pen.lines(place.left(), bottom,
                brokenLines(
                    toQString(article.note), noteStyle, std::min(place.width(), 420.0), room),
                noteStyle);
    }

    std::vector<std::pair<QString, QString>> factsOf(const Article& article) const
    {
        const Product& product = article.product;
        const auto& l = language();
        std::vector<std::pair<QString, QString>> facts;
        const auto add = [&](const QString& label, const QString& value) {
            if (!value.isEmpty())
                facts.emplace_back(label, value);
        };
        const QString kilogram = words(QT_TRANSLATE_NOOP("Sheets", "kg"));
        const QString millimetre = words(QT_TRANSLATE_NOOP("Sheets", "mm"));
        const QString times = QStringLiteral("%1×%1").arg(QChar(0x00a0));
        add(l.translate("Sheets", "Size"),
            l.shortNumber(product.lengthMillimetres, 1) + times
                + l.measure(product.widthMillimetres, 0, millimetre));
        add(l.translate("Sheets", "Thickness"),
            l.shortNumber(product.thicknessMillimetres, 1) + QChar(0x00a0) + millimetre);
        add(l.translate("Sheets", "Weight of a tile"),
            l.measure(product.pieceWeight(), 2, kilogram));
        add(l.translate("Sheets", "Weight per square metre"),
            l.measure(product.weightPerSquareMetre(), 1, kilogram));
        add(l.translate("Sheets", "Granules"), toQString(product.granuleSize));
        add(l.translate("Sheets", "Hardness"), toQString(product.hardness));
        add(l.translate("Sheets", "Fire class, EN 13501-1"), toQString(product.fireClass));
        add(l.translate("Sheets", "Critical fall height, EN 1177"), toQString(product.fallHeight));
        if (product.price && design().showsPrices)
            add(l.translate("Sheets", "Price of a tile"),
                l.number(*product.price, 2) + QChar(0x00a0) + toQString(product.currency));
        if (design().showsSeed)
            add(l.translate("Sheets", "Seed"), QString::number(article.tile.seed));
        if (design().showsFidelity && article.tile.error)
            add(l.translate("Sheets", "Measured off the mix"),
                l.translate("Sheets", "%1 points").arg(l.number(*article.tile.error, 1)));
        return facts;
    }

    /// Share code and small print above the foot. Returns the upper edge.
    double drawClosing(SheetPen& pen, const Article& article, int page) const
    {
        const QRectF area = content();
        const QStringList print = brokenLines(note(), labelStyle, area.width(), 3);
        double top = area.bottom() + 8 - labelStyle.leading() * static_cast<double>(print.size());
        pen.lines(area.left(), top, print, labelStyle);
        drawFoot(pen, page);
        if (article.shareCode.empty())
            return top;
        const TextStyle code{8.5, QFont::DemiBold, ink::text, false, 2};
        const QStringList codes
            = brokenLines(toQString(article.shareCode), code, area.width() - 20, 2);
        const double height
            = 10 + labelStyle.leading() + code.leading() * static_cast<double>(codes.size()) + 8;
        top -= height + 10;
        pen.fill(QRectF(area.left(), top, area.width(), height), ink::field);
        pen.text(area.left() + 10, top + 9,
            elided(language().translate("Sheets", "Share code – opens this tile in Tilewright"),
                labelStyle, area.width() - 20),
            labelStyle);
        pen.lines(area.left() + 10, top + 9 + labelStyle.leading(), codes, code);
        return top;
    }

    std::vector<Article> m_articles;
};

} // namespace

Expected<SheetDocumentPointer> specificationDocument(
    const Catalog& catalog, const std::vector<Article>& articles, const SheetTemplate& design)
{
    if (const auto valid = design.check(); !valid)
        return tl::unexpected(valid.error());
    if (articles.empty())
        return fail(ErrorKind::Usage, "There is no tile to make a sheet of. Choose some first.");
    return std::make_shared<const SpecificationPages>(catalog, articles, design);
}

} // namespace tilewright::ui
