#include "fidelity/contact_sheet.h"

#include "fidelity/drawing.h"

namespace tilewright::fidelity {
namespace {

constexpr int width = 1800;
constexpr double margin = 40;
constexpr double pictureSide = 512; // a tile of the starter model, pixel by pixel
constexpr double pictureGap = 24;
constexpr double headHeight = 76;
constexpr double rowHeight = headHeight + pictureSide + 44;
constexpr double barsLeft = margin + 2 * (pictureSide + pictureGap) + 16;
constexpr double barsWidth = width - margin - barsLeft;
constexpr double numberWidth = 190;
constexpr double barsScale = (barsWidth - numberWidth) / 100; // pixels per percent

void drawPicture(QPainter& painter, double left, double top, const Image& image)
{
    const QRectF target(left, top, pictureSide, pictureSide);
    painter.drawImage(target, toQImage(image));
    painter.setPen(QPen(paleLine, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(target);
}

void drawBar(QPainter& painter, double top, double height, double percent, const QColor& color)
{
    painter.setPen(QPen(QColor(0, 0, 0, 0x80), 1.2));
    painter.setBrush(color);
    painter.drawRect(QRectF(barsLeft, top, percent * barsScale, height));
}

void drawShares(QPainter& painter, double top, const Fidelity& fidelity, const Palette& palette)
{
    constexpr double pitch = 74;
    for (const ColorFidelity& share : fidelity.colors) {
        const QColor color = colorOf(palette, share.color);
        painter.setPen(ink);
        painter.setFont(textFont(23));
        drawText(painter, {barsLeft, top + 20}, QString::fromStdString(share.color));
        drawText(painter, {barsLeft + barsWidth, top + 20},
            QStringLiteral("%1 → %2 %")
                .arg(share.asked.value_or(0), 0, 'f', 0)
                .arg(share.measured, 0, 'f', 1),
            Qt::AlignRight);
        drawBar(painter, top + 30, 14, share.asked.value_or(0), color);
        drawBar(painter, top + 46, 14, share.measured, color);
        top += pitch;
    }
}

QString numbersOf(const TileRecord& record)
{
    const Reading& reading = record.reading;
    return QStringLiteral("off by %1 (mixture), %2 (nearest), %3 (granules) points · kept %4 % · "
                          "seed %5")
        .arg(mixtureError(reading), 0, 'f', 2)
        .arg(nearestError(reading), 0, 'f', 2)
        .arg(granulesError(reading), 0, 'f', 2)
        .arg(reading.fidelity.kept.value_or(0), 0, 'f', 1)
        .arg(record.request.seed);
}

void drawRow(QPainter& painter, double top, const SheetRow& row, const Palette& palette)
{
    painter.setPen(ink);
    painter.setFont(textFont(32, QFont::DemiBold));
    drawText(painter, {margin, top + 48}, QString::fromStdString(row.title));
    painter.setPen(quietInk);
    painter.setFont(textFont(24));
    drawText(painter, {width - margin, top + 48}, numbersOf(*row.record), Qt::AlignRight);
    drawPicture(painter, margin, top + headHeight, row.pictures.field);
    drawPicture(painter, margin + pictureSide + pictureGap, top + headHeight, row.pictures.tile);
    drawShares(painter, top + headHeight, row.record->reading.fidelity, palette);
}

} // namespace

Expected<std::vector<SheetRow>> sheetRows(const Results& results, Experiment& experiment)
{
    std::vector<SheetRow> rows;
    const auto records = byTruth(results);
    if (records.empty())
        return rows;
    const std::pair<std::string, const TileRecord*> chosen[] = {{"Best", records.front()},
        {"Median", records[records.size() / 2]}, {"Worst", records.back()}};
    for (const auto& [title, record] : chosen) {
        auto pictures = experiment.pictures(*record);
        if (!pictures)
            return tl::unexpected(pictures.error());
        rows.push_back({title, record, std::move(*pictures)});
    }
    return rows;
}

QImage drawContactSheet(const std::vector<SheetRow>& rows, const Palette& palette)
{
    constexpr double captionHeight = 56;
    const double height = captionHeight + static_cast<double>(rows.size()) * rowHeight;
    QImage image(width, static_cast<int>(height), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(
        QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(quietInk);
    painter.setFont(textFont(24));
    drawText(painter, {margin, captionHeight - 8}, QStringLiteral("granule picture"));
    drawText(painter, {margin + pictureSide + pictureGap, captionHeight - 8},
        QStringLiteral("guided tile"));
    drawText(painter, {barsLeft, captionHeight - 8}, QStringLiteral("asked above, measured below"));
    double top = captionHeight;
    for (const SheetRow& row : rows) {
        drawRow(painter, top, row, palette);
        top += rowHeight;
    }
    return image;
}

} // namespace tilewright::fidelity
