#include "ui/sheets/sheet_pages.h"

#include <QPageSize>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr double side = 48; ///< left and right margin
constexpr double above = 64;
constexpr double below = 58;
constexpr double headTop = 32;
constexpr double logoWidth = 150;
constexpr double logoHeight = 42;
const TextStyle headStyle{7, QFont::Normal, ink::muted};
const TextStyle headingStyle{20, QFont::DemiBold, ink::text, false, -1.5};

QSizeF sizeOf(const SheetTemplate& design)
{
    const QSizeF size
        = QPageSize(design.paper == PaperSize::A4 ? QPageSize::A4 : QPageSize::Letter).sizePoints();
    return design.isLandscape ? size.transposed() : size;
}
} // namespace

SheetPages::SheetPages(const Catalog& catalog, const SheetTemplate& design, QString title)
    : m_design(design)
    , m_language(design.language)
    , m_company(catalog.company)
    , m_title(std::move(title))
    , m_note(m_language.note(catalog))
    , m_created(catalog.created)
    , m_accent(toQString(design.accent))
    , m_size(sizeOf(design))
{
}

void SheetPages::paint(QPainter& painter, int page, double pictureDpi) const
{
    painter.save();
    SheetPen pen(painter, pictureDpi);
    m_pages.at(static_cast<std::size_t>(page))(pen);
    painter.restore();
}

QRectF SheetPages::content() const
{
    return QRectF(QPointF(), m_size).adjusted(side, above, -side, -below);
}

void SheetPages::drawRunningHead(SheetPen& pen, const QString& right) const
{
    const QRectF area = content();
    const double rightWidth = std::min(textWidth(right, headStyle), area.width() / 2);
    pen.text(area.left(), headTop,
        elided(m_title, headStyle.bold().in(ink::text), area.width() - rightWidth - 16),
        headStyle.bold().in(ink::text));
    pen.textRight(area.right(), headTop, elided(right, headStyle, area.width() / 2), headStyle);
    pen.rule(area.left(), headTop + 15, area.width());
}

void SheetPages::drawFoot(SheetPen& pen, int page, const QString& smallPrint) const
{
    const QRectF area = content();
    double top = m_size.height() - 34;
    const QString number = QString::number(page + 1);
    pen.textRight(area.right(), top, number, headStyle.bold().tabular().in(ink::text));
    QStringList parts;
    for (const std::string& part : {m_company.name, m_company.phone, m_company.web})
        if (!part.empty())
            parts += toQString(part);
    pen.text(area.left(), top,
        elided(parts.join(QStringLiteral("  ·  ")), headStyle, area.width() - 40), headStyle);
    if (smallPrint.isEmpty())
        return;
    const TextStyle style{5.8, QFont::Normal, ink::muted};
    const QStringList print = brokenLines(smallPrint, style, area.width(), 2);
    top -= 4 + style.leading() * static_cast<double>(print.size());
    pen.lines(area.left(), top, print, style);
}

double SheetPages::drawHeading(SheetPen& pen, double top, const QString& text) const
{
    const QRectF area = content();
    pen.fill(QRectF(area.left(), top, 26, 2.5), m_accent);
    return pen.lines(area.left(), top + 10, brokenLines(text, headingStyle, area.width(), 2),
               headingStyle)
        + 12;
}

QStringList SheetPages::addressLines() const
{
    QStringList lines;
    for (const QString& line : toQString(m_company.address).split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            lines += line.trimmed();
    for (const std::string& line : {m_company.phone, m_company.email, m_company.web})
        if (!line.empty())
            lines += toQString(line);
    return lines;
}

double SheetPages::letterheadHeight() const
{
    const auto lines = static_cast<double>(std::min<qsizetype>(addressLines().size(), 6));
    return std::max(logoHeight, headStyle.leading() * (lines + 1)) + 14;
}

double SheetPages::drawLetterhead(SheetPen& pen) const
{
    const QRectF area = content();
    const double top = headTop;
    const QRectF logo = m_pictures.drawLogo(
        pen, QRectF(area.left(), top, logoWidth, logoHeight), m_company.logo, false);
    const TextStyle name{12, QFont::DemiBold, ink::text, false, -1};
    if (logo.isEmpty())
        pen.lines(area.left(), top,
            brokenLines(toQString(m_company.name), name, area.width() / 2 - 12, 2), name);
    QStringList address = addressLines().mid(0, 6);
    if (!logo.isEmpty() && !m_company.name.empty())
        address.prepend(toQString(m_company.name));
    double line = top;
    for (const QString& text : address) {
        const bool isName = line == top && !logo.isEmpty();
        const TextStyle style = isName ? headStyle.bold().in(ink::text) : headStyle;
        pen.textRight(area.right(), line, elided(text, style, area.width() / 2 - 12), style);
        line += style.leading();
    }
    const double bottom = top + letterheadHeight();
    pen.rule(area.left(), bottom - 4, area.width());
    return bottom;
}

} // namespace tilewright::ui
