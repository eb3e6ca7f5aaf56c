#include "fidelity/figure.h"

#include <QPolygonF>

#include "core/granule/random.h"
#include "fidelity/drawing.h"

namespace tilewright::fidelity {
namespace {

constexpr int width = 1800;
constexpr int height = 1090;
constexpr double side = 760; // of a panel
constexpr double top = 190;
constexpr double band = 2; // points
constexpr double jitter = 1.3; // points to either side
constexpr double dotRadius = 7;

/// From percent to the pixels of one panel. A margin keeps the dots at 0 and 100 whole.
struct Panel {
    double left;

    QPointF at(double asked, double measured) const
    {
        constexpr double margin = 24;
        const double scale = (side - 2 * margin) / 100;
        return {left + margin + asked * scale, top + side - margin - measured * scale};
    }
    QRectF frame() const { return {left, top, side, side}; }
};

void drawAxes(QPainter& painter, const Panel& panel)
{
    painter.fillRect(panel.frame(), Qt::white);
    const QPolygonF within({panel.at(0, -band), panel.at(100, 100 - band),
        panel.at(100, 100 + band), panel.at(0, band)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xe4, 0xe8, 0xed));
    painter.drawPolygon(within);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(textFont(24));
    for (int tick = 0; tick <= 100; tick += 20) {
        painter.setPen(QPen(QColor(0xee, 0xf0, 0xf3), 1.5));
        painter.drawLine(QPointF(panel.left, panel.at(0, tick).y()),
            QPointF(panel.left + side, panel.at(0, tick).y()));
        painter.drawLine(
            QPointF(panel.at(tick, 0).x(), top), QPointF(panel.at(tick, 0).x(), top + side));
        painter.setPen(quietInk);
        const QString text = QString::number(tick);
        drawText(painter, {panel.at(tick, 0).x(), top + side + 34}, text, Qt::AlignHCenter);
        drawText(painter, {panel.left - 12, panel.at(0, tick).y() + 8}, text, Qt::AlignRight);
    }
    painter.setPen(QPen(QColor(0x8c, 0x95, 0x9f), 1.5));
    painter.drawLine(panel.at(0, 0), panel.at(100, 100));
    painter.setPen(QPen(paleLine, 1.5));
    painter.drawRect(panel.frame());
}

void drawDots(QPainter& painter, const Panel& panel, const Records& records, const Palette& palette)
{
    painter.save();
    painter.setClipRect(panel.frame());
    painter.setPen(QPen(QColor(0, 0, 0, 0x90), 1.2));
    // Shares go in steps; pushed aside a little, dots of one step do not hide one another.
    Random random(1, RandomPurpose::Texture, 0);
    for (const TileRecord* record : records) {
        for (const ColorFidelity& color : record->reading.fidelity.colors) {
            if (!color.asked)
                continue;
            const double aside = jitter * (2 * double(random.uniform()) - 1);
            painter.setBrush(colorOf(palette, color.color));
            painter.drawEllipse(
                panel.at(*color.asked + aside, color.measured), dotRadius, dotRadius);
        }
    }
    painter.restore();
}

void drawPanel(QPainter& painter, const Panel& panel, const QString& title, const Results& results,
    Series series)
{
    const auto records = select(results, inSeries(series));
    const double mean = colorSummary(records, &ColorFidelity::measured).mean;
    painter.setPen(ink);
    painter.setFont(textFont(30, QFont::DemiBold));
    drawText(painter, {panel.left, top - 24}, title);
    painter.setPen(quietInk);
    painter.setFont(textFont(26));
    drawText(painter, {panel.left + side, top - 24},
        QStringLiteral("off by %1 points on average").arg(mean, 0, 'f', 1), Qt::AlignRight);
    drawAxes(painter, panel);
    drawDots(painter, panel, records, results.palette);
    painter.setPen(quietInk);
    painter.setFont(textFont(24));
    drawText(painter, {panel.left + side / 2, top + side + 78}, QStringLiteral("asked, %"),
        Qt::AlignHCenter);
}

} // namespace

QImage drawFigure(const Results& results)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setPen(ink);
    painter.setFont(textFont(40, QFont::DemiBold));
    drawText(painter, {100, 66}, QStringLiteral("Asked and measured share of every colour"));
    painter.setPen(quietInk);
    painter.setFont(textFont(26));
    drawText(painter, {100, 110},
        QStringLiteral("Every dot is one colour of one tile, by the mixture reading. On the line "
                       "the tile has what was asked; the band is ±%1 points.")
            .arg(band));
    const Panel guided{100};
    const Panel free{1000};
    drawPanel(painter, guided, QStringLiteral("Guided"), results, Series::Guided);
    drawPanel(painter, free, QStringLiteral("From the prompt alone"), results, Series::Free);
    painter.save();
    painter.translate(36, top + side / 2);
    painter.rotate(-90);
    drawText(painter, {0, 0}, QStringLiteral("measured, %"), Qt::AlignHCenter);
    painter.restore();
    drawText(painter, {100, height - 22},
        QStringLiteral("Dots are pushed sideways by up to %1 points, so that they do not hide one "
                       "another.")
            .arg(jitter));
    return image;
}

} // namespace tilewright::fidelity
