#include "ui/sheets/tile_grid.h"

#include <algorithm>

#include "ui/sheets/mix_words.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr double columnGap = 16;
constexpr double rowGap = 20;
constexpr double besideGap = 12;
constexpr double barHeight = 3.5;
constexpr double barGap = 4;
constexpr double captionGap = 6;
constexpr double codeGap = 2; ///< below the article number
constexpr double narrowest = 92; ///< of a caption beside its picture
constexpr int productLines = 3; ///< where a page holds one tile
} // namespace

TileGrid::CaptionStyle TileGrid::captionStyle(int tiles)
{
    const auto style = [](double name, double text, int nameLines) {
        return CaptionStyle{{name, QFont::DemiBold, ink::text, false, name > 14 ? -1.5 : -0.5},
            {text, QFont::Normal, ink::text}, nameLines, 3};
    };
    switch (tiles) {
    case 1:
        return style(20, 9, 2);
    case 4:
        return style(11, 8, 2);
    case 9:
        return style(8.5, 7, 2);
    default:
        return style(7.8, 6.5, 2);
    }
}

TileGrid::TileGrid(const SheetTemplate& design, const SheetLanguage& language,
    const SheetPictures& pictures, const QRectF& area)
    : m_design(design)
    , m_language(language)
    , m_pictures(pictures)
    , m_area(area)
    , m_style(captionStyle(design.tilesPerPage))
{
    const int tiles = design.tilesPerPage;
    for (int columns = 1; columns <= tiles; ++columns) {
        if (tiles % columns != 0)
            continue;
        for (const bool isBeside : {false, true}) {
            const double side = sideOf(columns, tiles / columns, isBeside);
            if (side <= m_side + 0.5)
                continue;
            m_side = side;
            m_columns = columns;
            m_rows = tiles / columns;
            m_isBeside = isBeside;
        }
    }
}

QSizeF TileGrid::cell(int columns, int rows) const
{
    return {(m_area.width() - (columns - 1) * columnGap) / columns,
        (m_area.height() - (rows - 1) * rowGap) / rows};
}

double TileGrid::captionHeight() const
{
    double height = captionGap + m_style.nameLines * m_style.name.leading() + m_style.text.leading()
        + codeGap;
    if (m_design.showsMix)
        height += barGap + barHeight + m_style.mixLines * mixWordLeading(m_style.text);
    height += ((m_design.showsSeed ? 1 : 0) + (m_design.showsFidelity ? 1 : 0))
        * m_style.text.leading();
    if (m_design.tilesPerPage == 1)
        height += productLines * m_style.text.leading() + 12;
    return height;
}

double TileGrid::sideOf(int columns, int rows, bool isBeside) const
{
    const QSizeF size = cell(columns, rows);
    if (!isBeside)
        return std::min(size.width(), size.height() - captionHeight());
    if (size.height() < captionHeight())
        return 0;
    return std::min(size.height(), size.width() - narrowest - besideGap);
}

double TileGrid::captionWidth() const
{
    const double width = cell(m_columns, m_rows).width();
    return m_isBeside ? width - m_side - besideGap : std::min(width, std::max(m_side, narrowest));
}

void TileGrid::draw(SheetPen& pen, std::span<const Article> articles) const
{
    const QSizeF size = cell(m_columns, m_rows);
    for (int row = 0; row < m_rows; ++row) {
        const auto first = static_cast<std::size_t>(row * m_columns);
        if (first >= articles.size())
            return;
        const auto inRow = articles.subspan(
            first, std::min(static_cast<std::size_t>(m_columns), articles.size() - first));
        // Names of one row take the same room, so that what is below them stands in line.
        int nameLines = 1;
        for (const Article& article : inRow)
            nameLines = std::max(nameLines,
                static_cast<int>(brokenLines(m_language.articleName(article), m_style.name,
                    captionWidth(), m_style.nameLines)
                                     .size()));
        for (std::size_t i = 0; i < inRow.size(); ++i)
            drawCell(pen,
                m_area.topLeft()
                    + QPointF(static_cast<double>(i) * (size.width() + columnGap),
                        row * (size.height() + rowGap)),
                inRow[i], nameLines);
    }
}

void TileGrid::drawCell(
    SheetPen& pen, const QPointF& corner, const Article& article, int nameLines) const
{
    const QRectF place(corner, QSizeF(m_side, m_side));
    m_pictures.drawTile(pen, place, article, SheetPen::Fit::Inside, m_language);
    const QPointF caption
        = m_isBeside ? corner + QPointF(m_side + besideGap, 0) : corner + QPointF(0, m_side);
    drawCaption(pen, caption, captionWidth(), article, nameLines);
}

void TileGrid::drawCaption(
    SheetPen& pen, QPointF corner, double width, const Article& article, int nameLines) const
{
    const double x = corner.x();
    double top = corner.y();
    if (m_design.showsMix) {
        if (!m_isBeside)
            top += barGap;
        pen.mixBar(QRectF(x, top, m_isBeside ? width : m_side, barHeight), article.colors);
        top += barHeight;
    }
    if (m_design.showsMix || !m_isBeside)
        top += captionGap;
    pen.lines(x, top,
        brokenLines(m_language.articleName(article), m_style.name, width, m_style.nameLines),
        m_style.name);
    top += nameLines * m_style.name.leading();

    const TextStyle muted = m_style.text.in(ink::muted);
    QString price;
    if (m_design.showsPrices && article.product.price)
        price = m_language.number(*article.product.price, 2) + QChar(0x00a0)
            + toQString(article.product.currency);
    const double priceWidth = price.isEmpty() ? 0 : textWidth(price, m_style.text.bold()) + 8;
    pen.text(x, top, elided(toQString(article.code), muted, width - priceWidth), muted);
    pen.textRight(x + width, top, price, m_style.text.bold());
    top += m_style.text.leading() + codeGap;

    if (m_design.showsMix)
        top = drawMixWords(pen, x, top,
            mixWords(article.colors, m_language, m_style.text, width, m_style.mixLines),
            m_style.text);
    top = pen.lines(x, top, smallPrint(article, width), muted);
    if (m_design.tilesPerPage != 1)
        return;
    const Product& product = article.product;
    QStringList facts{m_language.size(product),
        m_language.measure(product.pieceWeight(), 1, m_language.translate("Sheets", "kg"))};
    if (!product.granuleSize.empty())
        facts += m_language.translate("Sheets", "granules %1").arg(toQString(product.granuleSize));
    QString text = facts.join(QStringLiteral("  ·  "));
    if (!article.note.empty())
        text += QLatin1Char('\n') + toQString(article.note);
    pen.lines(x, top + 8, brokenLines(text, muted, width, productLines), muted);
}

QStringList TileGrid::smallPrint(const Article& article, double width) const
{
    const TextStyle& style = m_style.text;
    QStringList parts;
    if (m_design.showsSeed)
        parts += m_language.translate("Sheets", "Seed %1").arg(QString::number(article.tile.seed));
    if (m_design.showsFidelity && article.tile.error)
        parts += m_language.translate("Sheets", "%1 points off the mix")
                     .arg(m_language.number(*article.tile.error, 1));
    const QString line = parts.join(QStringLiteral("  ·  "));
    if (textWidth(line, style) <= width)
        return line.isEmpty() ? QStringList() : QStringList{line};
    for (QString& part : parts)
        part = elided(part, style, width);
    return parts;
}

} // namespace tilewright::ui
