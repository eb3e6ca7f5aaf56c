#include "ui/gallery/group_title.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPalette>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "core/generation/design_json.h"
#include "ui/pattern/pattern_names.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int chipHeight = 22;
constexpr int swatch = 10;

QString patternOfKey(const std::string& json)
{
    const auto parsed = parseJson(json, "the key of a mix");
    if (!parsed)
        return {};
    const nlohmann::json object{{"pattern", *parsed}};
    std::string problem;
    JsonFields fields(object, problem);
    Pattern pattern;
    readPattern(fields, pattern);
    return problem.empty() ? displayPattern(pattern) : QString();
}

/// "50% dark green"; the palette may lack the colour, then it is shown as it is.
GroupTitle::Chip chipOf(const QString& part, const Palette& palette)
{
    const qsizetype sign = part.indexOf(QLatin1Char('%'));
    const int perMille = static_cast<int>(std::lround(part.left(sign).trimmed().toDouble() * 10));
    const QString name = part.mid(sign + 1).trimmed();
    const GranuleColor* color = palette.find(name.toStdString());
    return {QCoreApplication::translate("GroupTitle", "%1 %2")
                .arg(displayPercent(perMille), (color ? displayName(*color) : name).toLower()),
        color ? toQColor(color->srgb) : QColor(), perMille};
}
} // namespace

GroupTitle GroupTitle::ofKey(const std::string& mixKey, const Palette& palette)
{
    GroupTitle title;
    if (mixKey.empty()) {
        title.name = QCoreApplication::translate("GroupTitle", "Without a mix");
        return title;
    }
    const auto bracket = mixKey.find(" [");
    const QString mix = toQString(mixKey.substr(0, bracket));
    for (const QString& part : mix.split(QLatin1Char(','), Qt::SkipEmptyParts))
        title.chips.push_back(chipOf(part.trimmed(), palette));
    if (bracket != std::string::npos)
        title.pattern = patternOfKey(mixKey.substr(bracket + 2, mixKey.size() - bracket - 3));
    else // A pattern lays its colours in their order; in a speckled tile the largest share leads.
        std::stable_sort(title.chips.begin(), title.chips.end(),
            [](const Chip& a, const Chip& b) { return a.perMille > b.perMille; });
    return title;
}

QString GroupTitle::spoken() const
{
    QStringList parts;
    if (!name.isEmpty())
        parts += name;
    for (const Chip& chip : chips)
        parts += chip.text;
    for (const QString& part : {pattern, count})
        if (!part.isEmpty())
            parts += part;
    return parts.join(QStringLiteral(", "));
}

void drawGroupTitle(
    QPainter& painter, const QRect& place, const GroupTitle& title, const QPalette& palette)
{
    QFont nameFont = textFont();
    nameFont.setWeight(QFont::DemiBold);
    const QFont captions = captionFont();
    const QFontMetrics captionMetrics(captions);
    int x = place.left();
    const int end = place.right() - captionMetrics.horizontalAdvance(title.count) - 12;
    const auto line
        = [&](int left, int width) { return QRect(left, place.top(), width, place.height()); };
    if (!title.name.isEmpty()) {
        const QFontMetrics metrics(nameFont);
        const QString name = metrics.elidedText(title.name, Qt::ElideRight, std::max(0, end - x));
        painter.setFont(nameFont);
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(line(x, end - x), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += metrics.horizontalAdvance(name) + 12;
    }
    painter.setFont(textFont());
    const QFontMetrics metrics = painter.fontMetrics();
    for (const GroupTitle::Chip& chip : title.chips) {
        const int width = metrics.horizontalAdvance(chip.text) + swatch + 24;
        if (x + width > end)
            break;
        QRectF pill(x, 0, width, chipHeight);
        pill.moveTop(place.center().y() + 1 - chipHeight / 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(QPalette::Button));
        painter.drawRoundedRect(pill, chipHeight / 2.0, chipHeight / 2.0);
        QColor edge = palette.color(QPalette::WindowText);
        edge.setAlphaF(0.25F);
        painter.setPen(edge);
        painter.setBrush(chip.color.isValid() ? chip.color : palette.color(role::groove));
        painter.drawEllipse(QRectF(x + 8, pill.center().y() - swatch / 2.0, swatch, swatch));
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(
            line(x + 8 + swatch + 6, width), Qt::AlignLeft | Qt::AlignVCenter, chip.text);
        x += width + 6;
    }
    painter.setFont(captions);
    painter.setPen(palette.color(role::mutedText));
    for (const QString& text : {title.pattern, title.count}) {
        if (text.isEmpty())
            continue;
        const int width = captionMetrics.horizontalAdvance(text);
        if (x + 4 + width > place.right() + 1)
            break;
        painter.drawText(line(x + 4, width), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += width + 12;
    }
}

} // namespace tilewright::ui
