// Draws the parts that pages are made of, in points.
#pragma once

#include <QImage>
#include <QPainter>
#include <vector>

#include "core/catalog/catalog.h"
#include "ui/sheets/sheet_type.h"

namespace tilewright::ui {

class SheetPen {
public:
    /// How a picture fills its place.
    enum class Fit { Inside, Cover };

    /// `dotsPerInch`: what pictures may have at most.
    SheetPen(QPainter& painter, double dotsPerInch);

    QPainter& painter() { return m_painter; }
    double dotsPerInch() const { return m_dotsPerInch; }

    /// One line; `top` is the upper edge of the line, not its baseline.
    void text(double x, double top, const QString& text, const TextStyle& style);
    void textRight(double right, double top, const QString& text, const TextStyle& style);
    /// Returns where the next line would begin.
    double lines(double x, double top, const QStringList& lines, const TextStyle& style);

    void rule(
        double x, double y, double width, const QColor& color = ink::rule, double thickness = 0.5);
    void fill(const QRectF& place, const QColor& color);
    /// With a hairline around it, so that white shows on white.
    void swatch(const QRectF& place, Srgb color);
    /// One field a colour, as wide as its share.
    void mixBar(const QRectF& place, const std::vector<ArticleColor>& colors);
    /// In its proportions, from the place's upper left corner. Returns what it covers.
    QRectF picture(const QRectF& place, const QImage& image, Fit fit);

private:
    QPainter& m_painter;
    double m_dotsPerInch;
};

} // namespace tilewright::ui
