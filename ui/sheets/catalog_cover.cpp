#include "ui/sheets/catalog_cover.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tilewright::ui {
namespace {
constexpr std::size_t mostTiles = 40;
constexpr std::size_t enoughMixes = 6;
constexpr double joint = 2; ///< white lines between the tiles, points
constexpr double widest = 8;

double lightness(const Article& article)
{
    double sum = 0;
    for (const ArticleColor& color : article.colors)
        sum += color.lab.L * color.perMille;
    return sum;
}

struct Mosaic {
    int columns = 1;
    int rows = 1;
};

/// The finest whole grid of squares, as wide as the paper, that the tiles fill.
Mosaic mosaicFor(std::size_t tiles, const QSizeF& band)
{
    for (int columns = static_cast<int>(widest); columns > 1; --columns) {
        const int rows
            = static_cast<int>(std::floor(band.height() / (band.width() / columns) + 0.05));
        if (rows > 0 && static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows) <= tiles)
            return {columns, rows};
    }
    return {};
}
} // namespace

std::vector<Article> coverArticles(std::span<const Article> articles)
{
    // One of each mix where there are enough of them: the cover shows how much there is.
    std::vector<std::size_t> distinct;
    std::set<std::string> mixes;
    for (std::size_t i = 0; i < articles.size(); ++i)
        if (mixes.insert(articles[i].tile.mixKey).second)
            distinct.push_back(i);
    const bool isVaried = distinct.size() >= enoughMixes;
    const std::size_t all = isVaried ? distinct.size() : articles.size();
    const std::size_t count = std::min(all, mostTiles);
    std::vector<Article> chosen;
    for (std::size_t i = 0; i < count; ++i)
        chosen.push_back(articles[isVaried ? distinct[i * all / count] : i * all / count]);
    std::stable_sort(chosen.begin(), chosen.end(), [](const Article& a, const Article& b) {
        return a.family != b.family ? a.family < b.family : lightness(a) < lightness(b);
    });
    return chosen;
}

void drawCover(SheetPen& pen, const QSizeF& paper, const QRectF& content, const CoverText& text,
    const QColor& accent, const std::filesystem::path& logo, std::span<const Article> articles,
    const SheetPictures& pictures, const SheetLanguage& language)
{
    const TextStyle small{9, QFont::Normal, ink::muted};
    double top = 44;
    const QRectF logoPlace(content.left(), top, 160, 46);
    if (pictures.drawLogo(pen, logoPlace, logo, false).isEmpty())
        pen.text(content.left(), top, elided(text.company, {12, QFont::DemiBold}, 300),
            {12, QFont::DemiBold, ink::text, false, -1});
    pen.textRight(content.right(), top + 2, text.date, small);

    top = paper.height() * (paper.width() < paper.height() ? 0.17 : 0.2);
    pen.fill(QRectF(content.left(), top, 40, 4), accent);
    top += 20;
    TextStyle title{44, QFont::Bold, ink::text, false, -2.5};
    QStringList lines = brokenLines(text.title, title, content.width(), 4);
    while (title.size > 18 && lines.size() > 2) {
        title.size -= 2;
        lines = brokenLines(text.title, title, content.width(), 4);
    }
    for (const QString& line : lines) {
        pen.text(content.left() - title.size * 0.04, top, line, title);
        top += title.size * 1.12;
    }
    const TextStyle subtitle{14, QFont::Normal, ink::muted};
    top = pen.lines(content.left(), top + 8,
        brokenLines(text.subtitle, subtitle, content.width(), 2), subtitle);
    pen.text(content.left(), top + 8, text.count, small);
    top += 8 + small.leading() + 24;

    const QSizeF band(paper.width(), paper.height() - top);
    const Mosaic mosaic = mosaicFor(articles.size(), band);
    const double side = (paper.width() - (mosaic.columns - 1) * joint) / mosaic.columns;
    const double height = mosaic.rows == 1 && mosaic.columns == 1
        ? band.height()
        : mosaic.rows * side + (mosaic.rows - 1) * joint;
    const double rowHeight = mosaic.rows == 1 ? std::min(height, band.height()) : side;
    const double first = paper.height() - std::min(height, band.height());
    const auto cells = static_cast<std::size_t>(mosaic.columns * mosaic.rows);
    for (int row = 0; row < mosaic.rows; ++row)
        for (int column = 0; column < mosaic.columns; ++column)
            pictures.drawTile(pen,
                QRectF(column * (side + joint), first + row * (side + joint), side, rowHeight),
                articles[static_cast<std::size_t>(row * mosaic.columns + column) * articles.size()
                    / cells],
                SheetPen::Fit::Cover, language);
    // Once more above the pictures, whose edges viewers round to whole pixels.
    for (int row = 1; row < mosaic.rows; ++row)
        pen.fill(QRectF(0, first + row * (side + joint) - joint, paper.width(), joint), Qt::white);
    for (int column = 1; column < mosaic.columns; ++column)
        pen.fill(QRectF(column * (side + joint) - joint, first, joint, paper.height() - first),
            Qt::white);
}

} // namespace tilewright::ui
