// The type of printed pages: sizes in points, measured without a device.
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <vector>

namespace tilewright::ui {

namespace ink {
inline constexpr QColor text{29, 29, 27};
inline constexpr QColor muted{104, 104, 100};
inline constexpr QColor rule{214, 214, 209};
inline constexpr QColor field{241, 241, 238};
} // namespace ink

struct TextStyle {
    double size = 8; ///< points
    QFont::Weight weight = QFont::Normal;
    QColor color = ink::text;
    bool isTabular = false; ///< figures of one width, of another typeface where need be
    double tracking = 0; ///< wider letters, in percent of their widths

    double leading() const { return size * 1.36; }
    /// From the top of a line to its baseline.
    double ascent() const { return size * 1.04; }
    /// Of the whole font, so that one of fractional size keeps its widths; see fontScale.
    QFont font() const;
    QFont figureFont() const; ///< the same in numberFont()

    TextStyle in(const QColor& other) const;
    TextStyle bold() const;
    TextStyle tabular() const;
};

/// Fonts are set this many times as large and the painter as many times smaller, so that widths
/// are those of print whatever the device.
inline constexpr double fontScale = 20;

/// A part of a line that is drawn at once.
struct TextRun {
    QString text;
    QFont font;
    double x = 0; ///< from the left of the line, points
    double width = 0;
};
/// Signs between words and figures stand alone: where a typeface would take another form of them
/// beside capitals and figures, a PDF could not tell any more what they are.
std::vector<TextRun> textRuns(const QString& text, const TextStyle& style);

/// In points.
double textWidth(const QString& text, const TextStyle& style);
/// The text itself, or its beginning with an ellipsis.
QString elided(const QString& text, const TextStyle& style, double width);
/// Lines that are no wider than asked, at most so many; the last one ends with an ellipsis where
/// more follows. Words that are too long are broken. Line ends in the text count.
QStringList brokenLines(
    const QString& text, const TextStyle& style, double width, int mostLines = 100);

} // namespace tilewright::ui
