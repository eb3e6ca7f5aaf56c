#include "ui/catalog/images/image_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <map>

#include "ui/catalog/article_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
QString sizeInWords(const PlannedSize& size, const ImageExport& settings)
{
    const QLocale locale;
    constexpr double millimetresPerInch = 25.4;
    const auto millimetres = [&](int pixels) {
        return locale.toString(pixels / settings.dotsPerInch * millimetresPerInch, 'f', 1);
    };
    QString words = QCoreApplication::translate("ImageWords", "%1 × %2 px, %3 × %4 mm at %5 dpi")
                        .arg(locale.toString(size.width), locale.toString(size.height),
                            millimetres(size.width), millimetres(size.height),
                            locale.toString(settings.dotsPerInch, 'f', 0));
    if (size.isEnlarged)
        words += QLatin1Char('\n')
            + (settings.enlarging == Enlarging::Regenerate
                    ? QCoreApplication::translate("ImageWords",
                        "More than the tile has: made "
                        "again by its model.")
                    : QCoreApplication::translate(
                        "ImageWords", "More than the tile has: enlarged."));
    return words;
}

QString inkWarning(const InkUse& ink, const OutputColor& color)
{
    const QLocale locale;
    return QCoreApplication::translate(
        "ImageWords", "%1 % of the picture take more than %2 % of ink.")
        .arg(locale.toString(ink.overLimit, 'f', 1), locale.toString(color.inkLimit, 'f', 0));
}

TaskResult resultInWords(const ExportReport& report, const std::vector<Article>& articles,
    const ImageExport& settings, const std::filesystem::path& folder)
{
    std::map<std::string, QString> names;
    for (const Article& article : articles)
        names[article.id] = displayName(article) + QStringLiteral(" (") + toQString(article.code)
            + QLatin1Char(')');
    TaskResult result;
    result.path = pathToQString(folder);
    const auto written = int(report.files.size());
    const QString place = pathToQString(folder.filename());
    result.summary = (written == 1
            ? QCoreApplication::translate("ImageWords", "1 picture in %1")
            : QCoreApplication::translate("ImageWords", "%n pictures in %1", nullptr, written))
                         .arg(place);
    if (report.wasCancelled)
        result.summary = QCoreApplication::translate("ImageWords", "Cancelled: %1", "what was done")
                             .arg(result.summary);
    int enlarged = 0;
    int inky = 0;
    for (const ExportedFile& file : report.files) {
        enlarged += file.wasResampled ? 1 : 0;
        inky += file.ink.overLimit > 0 ? 1 : 0;
    }
    if (enlarged > 0)
        result.summary += QStringLiteral(" · ")
            + QCoreApplication::translate("ImageWords", "%n enlarged", nullptr, enlarged);
    if (inky > 0)
        result.summary += QStringLiteral(" · ")
            + QCoreApplication::translate(
                "ImageWords", "%n over the ink limit of %1 %", nullptr, inky)
                  .arg(QLocale().toString(settings.color.inkLimit, 'f', 0));
    for (const ExportedFile& file : report.files)
        if (!file.note.empty())
            result.problems
                += QCoreApplication::translate("ImageWords", "%1: %2", "article, what is wrong")
                       .arg(names[file.article], toQString(file.note));
    for (const ExportFailure& failure : report.failures)
        result.problems
            += QCoreApplication::translate("ImageWords", "%1: %2", "article, what is wrong")
                   .arg(names[failure.article], toQString(failure.error.message));
    for (const std::string& skipped : report.skipped)
        result.problems
            += QCoreApplication::translate("ImageWords", "%1: its file was there already.")
                   .arg(names[skipped]);
    return result;
}

} // namespace tilewright::ui
