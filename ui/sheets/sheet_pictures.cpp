#include "ui/sheets/sheet_pictures.h"

#include <QFile>
#include <QSvgRenderer>
#include <algorithm>
#include <cmath>

#include "core/image/picture.h"
#include "core/library/thumbnail.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
int pixelsOf(double points, double dotsPerInch)
{
    return std::max(1, static_cast<int>(std::ceil(points / 72 * dotsPerInch)));
}

/// Its longer side has `side` pixels at most.
Expected<Picture> readAtMost(const std::filesystem::path& file, int side)
{
    // Twice what is needed: files are made smaller by whole factors while they are read.
    auto picture = readPicture(file, {.longestSide = std::max(64, 2 * side)});
    if (picture && picture->coverage.empty()
        && std::max(picture->image.width, picture->image.height) > side)
        picture->image = scaledDown(picture->image, side);
    return picture;
}

QImage onWhite(const Picture& picture)
{
    QImage image = toQImage(picture.image);
    if (picture.coverage.empty())
        return image;
    QImage result = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x)
            line[x] = qRgba(qRed(line[x]), qGreen(line[x]), qBlue(line[x]),
                picture
                    .coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(result.width())
                        + static_cast<std::size_t>(x)]);
    }
    QImage ground(result.size(), QImage::Format_RGB32);
    ground.fill(Qt::white);
    QPainter(&ground).drawImage(0, 0, result);
    return ground;
}

bool isSvg(const std::filesystem::path& file)
{
    const QString suffix = pathToQString(file.extension()).toLower();
    return suffix == QLatin1String(".svg") || suffix == QLatin1String(".svgz");
}
} // namespace

QRectF SheetPictures::drawTile(SheetPen& pen, const QRectF& place, const Article& article,
    SheetPen::Fit fit, const SheetLanguage& language) const
{
    const double longer = std::max(place.width(), place.height());
    const auto picture = readAtMost(article.tile.file, pixelsOf(longer, pen.dotsPerInch()));
    if (picture)
        return pen.picture(place, toQImage(picture->image), fit);
    remember(article.tile.file,
        QCoreApplication::translate("Sheets", "There is no picture of %1: %2")
            .arg(toQString(article.code), toQString(picture.error().message)));
    const double side = std::min(place.width(), place.height());
    const QRectF field
        = fit == SheetPen::Fit::Cover ? place : QRectF(place.topLeft(), QSizeF(side, side));
    pen.fill(field, ink::field);
    const TextStyle style{7, QFont::Normal, ink::muted};
    const QStringList words
        = brokenLines(language.translate("Sheets", "Picture missing"), style, side - 8, 2);
    double top = field.center().y() - style.leading() * static_cast<double>(words.size()) / 2;
    for (const QString& line : words) {
        pen.text(field.center().x() - textWidth(line, style) / 2, top, line, style);
        top += style.leading();
    }
    return field;
}

QRectF SheetPictures::drawLogo(
    SheetPen& pen, const QRectF& place, const std::filesystem::path& file, bool isRight) const
{
    if (file.empty())
        return {};
    const auto inside = [&](const QSizeF& size) {
        QRectF covered(place.topLeft(), size.scaled(place.size(), Qt::KeepAspectRatio));
        if (isRight)
            covered.moveRight(place.right());
        return covered;
    };
    if (isSvg(file)) {
        QSvgRenderer drawing(pathToQString(file));
        if (!drawing.isValid()) {
            remember(file,
                QCoreApplication::translate("Sheets", "The logo %1 cannot be read.")
                    .arg(pathToQString(file)));
            return {};
        }
        const QRectF covered = inside(drawing.viewBoxF().size());
        drawing.render(&pen.painter(), covered);
        return covered;
    }
    const auto picture = readAtMost(file,
        pixelsOf(std::max(place.width(), place.height()), std::max(pen.dotsPerInch(), 150.0)));
    if (!picture) {
        remember(file,
            QCoreApplication::translate("Sheets", "The logo %1 cannot be read.")
                .arg(pathToQString(file)));
        return {};
    }
    const QImage image = onWhite(*picture);
    const QRectF covered = inside(image.size());
    pen.picture(covered, image, SheetPen::Fit::Inside);
    return covered;
}

QStringList SheetPictures::problems() const
{
    const std::scoped_lock lock(m_mutex);
    QStringList sentences;
    for (const auto& [file, sentence] : m_problems)
        sentences += sentence;
    return sentences;
}

void SheetPictures::remember(const std::filesystem::path& file, const QString& sentence) const
{
    const std::scoped_lock lock(m_mutex);
    m_problems.try_emplace(file, sentence);
}

} // namespace tilewright::ui
