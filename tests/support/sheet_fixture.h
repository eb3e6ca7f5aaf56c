// What tests of sheets share: articles with pictures, and what poppler reads from a PDF.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <cmath>
#include <filesystem>

#include "core/catalog/catalog.h"
#include "core/image/png.h"
#include "core/mix/palette.h"
#include "core/support/paths.h"

namespace tilewright::test {

inline const Palette& sheetPalette()
{
    static const Palette palette = *Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
    return palette;
}

/// Articles of "Granite 0001" with the code "TW-0001" and so on, all of one small picture.
class SheetFixture {
public:
    SheetFixture()
    {
        Image image(48, 48);
        for (int y = 0; y < 48; ++y)
            for (int x = 0; x < 48; ++x)
                std::fill_n(image.pixel(x, y), 3, static_cast<std::uint8_t>(40 + 3 * x + y));
        static_cast<void>(writePng(picture(), PngPicture{image, {}}));
    }

    std::filesystem::path path(const std::string& name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QString file(const std::string& name) const { return QString::fromStdString(path(name)); }
    std::filesystem::path picture() const { return path("tile.png"); }

    static ArticleColor color(const std::string& name, int perMille)
    {
        const GranuleColor* found = sheetPalette().find(name);
        return {found->name, found->nameRu, found->code, found->srgb, found->lab, perMille};
    }

    Article article(int number) const
    {
        Article article;
        article.id = QStringLiteral("id%1").arg(number).toStdString();
        article.code = QStringLiteral("TW-%1").arg(number, 4, 10, QLatin1Char('0')).toStdString();
        article.name
            = QStringLiteral("Granite%1").arg(number, 4, 10, QLatin1Char('0')).toStdString();
        article.colors = {color("red", 500), color("black", 375), color("pearl", 125)};
        article.family = static_cast<ColorFamily>(number % static_cast<int>(colorFamilies.size()));
        article.shareCode = "TW-8K3M-4T7Q-ZX2P";
        article.product.price = 24.9;
        article.tile.file = picture();
        article.tile.seed = 1704233;
        article.tile.error = 0.64;
        article.tile.width = article.tile.height = 48;
        return article;
    }

    Catalog catalog(int articles) const
    {
        Catalog catalog;
        catalog.title = "Rubber tiles";
        catalog.subtitle = "Playgrounds and terraces";
        catalog.created = "2026-11-21T10:00:00Z";
        catalog.company.name = "Granule & Sons";
        catalog.company.address = "1 Mill Lane\nTiletown";
        catalog.company.web = "granule.example";
        for (int i = 1; i <= articles; ++i)
            catalog.articles.push_back(article(i));
        return catalog;
    }

private:
    QTemporaryDir m_folder;
};

inline QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// The text of each page, as poppler reads it.
inline QStringList pdfPages(const QString& file)
{
    QStringList pages
        = QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
                                {QStringLiteral("-layout"), file, QStringLiteral("-")}))
              .split(QLatin1Char('\f'));
    pages.removeLast(); // behind the last form feed
    for (QString& page : pages) {
        page.replace(QChar(0x00a0), QLatin1Char(' '));
        page = page.simplified();
    }
    return pages;
}

struct PdfWord {
    QString text;
    QRectF box; ///< points
    int page = 0;
};
struct PdfWords {
    std::vector<PdfWord> words;
    std::vector<QSizeF> pages;
};
inline PdfWords pdfWords(const QString& file)
{
    PdfWords result;
    QXmlStreamReader xml(outputOf(
        QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), file, QStringLiteral("-")}));
    const auto number
        = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toDouble(); };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("page"))
            result.pages.emplace_back(number("width"), number("height"));
        else if (xml.name() == QLatin1String("word")) {
            const QRectF box(
                QPointF(number("xMin"), number("yMin")), QPointF(number("xMax"), number("yMax")));
            result.words.push_back(
                {xml.readElementText(), box, static_cast<int>(result.pages.size()) - 1});
        }
    }
    return result;
}

} // namespace tilewright::test
