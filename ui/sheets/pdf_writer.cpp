#include <QCoreApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <algorithm>

#include "core/support/atomic_file.h"
#include "core/support/version.h"
#include "ui/sheets/sheet_document.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

constexpr int unitsPerInch = 1200;
constexpr double pictureDpi = 300;

tl::unexpected<Error> cannotWrite(const std::filesystem::path& file, const QSaveFile& target)
{
    return fail(ErrorKind::CannotWrite,
        QCoreApplication::translate("Sheets", "Cannot write %1: %2.")
            .arg(pathToQString(file), target.errorString())
            .toStdString());
}

QPageLayout pageLayout(const QSizeF& size)
{
    const bool isLandscape = size.width() > size.height();
    return {QPageSize(isLandscape ? size.transposed() : size, QPageSize::Point),
        isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(),
        QPageLayout::Point};
}

} // namespace

Expected<void> writePdf(const std::filesystem::path& file, const SheetDocument& document,
    const std::function<void(int, int)>& progress, std::stop_token stop)
{
    if (const auto writable = checkWritable(file); !writable)
        return tl::unexpected(writable.error());
    QSaveFile target(pathToQString(file));
    if (!target.open(QIODevice::WriteOnly))
        return cannotWrite(file, target);
    {
        QPdfWriter writer(&target);
        writer.setResolution(unitsPerInch);
        writer.setPageLayout(pageLayout(document.pageSize()));
        writer.setTitle(document.title());
        writer.setCreator(
            QStringLiteral("%1 %2").arg(toQString(applicationName), toQString(applicationVersion)));
        QPainter painter(&writer);
        painter.scale(unitsPerInch / 72.0, unitsPerInch / 72.0);
        for (int page = 0; page < document.pageCount(); ++page) {
            if (stop.stop_requested()) {
                painter.end();
                return fail(ErrorKind::Cancelled,
                    QCoreApplication::translate("Sheets", "Cancelled. No file was written.")
                        .toStdString());
            }
            if (page > 0)
                writer.newPage();
            document.paint(painter, page, pictureDpi);
            // What is written after an error is thrown away: there is no use in going on.
            if (target.error() != QFileDevice::NoError) {
                painter.end();
                return cannotWrite(file, target);
            }
            if (progress)
                progress(page + 1, document.pageCount());
        }
        painter.end();
    }
    if (!target.commit())
        return cannotWrite(file, target);
    return {};
}

QImage renderPage(const SheetDocument& document, int page, int longestSide)
{
    const QSizeF size = document.pageSize();
    const double scale = longestSide / std::max(size.width(), size.height());
    QImage image((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    document.paint(painter, page, 72 * scale);
    return image;
}

} // namespace tilewright::ui
