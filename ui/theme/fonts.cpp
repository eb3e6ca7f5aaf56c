#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace tilewright::ui {
namespace {
bool hasTabularFigures(const QFont& font)
{
    const QFontMetricsF metrics(font);
    for (QChar figure = QLatin1Char('0'); figure <= QLatin1Char('9');
         figure = QChar(figure.unicode() + 1))
        if (!qFuzzyCompare(
                metrics.horizontalAdvance(figure), metrics.horizontalAdvance(QLatin1Char('0'))))
            return false;
    return true;
}

QFont ofFamily(const QString& family)
{
    QFont font(family);
    font.setPixelSize(textPixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}
} // namespace

QFont textFont()
{
    const QString inter = QStringLiteral("Inter");
    return ofFamily(QFontDatabase::hasFamily(inter)
            ? inter
            : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family());
}

QFont captionFont()
{
    QFont font = textFont();
    font.setPixelSize(captionPixels);
    return font;
}

QFont numberFont()
{
    const QFont text = textFont();
    if (hasTabularFigures(text))
        return text;
    for (const QString& family :
        {QStringLiteral("Noto Sans"), QStringLiteral("Roboto"), QStringLiteral("Liberation Sans"),
            QStringLiteral("DejaVu Sans Condensed"), QStringLiteral("DejaVu Sans")})
        if (QFontDatabase::hasFamily(family) && hasTabularFigures(ofFamily(family)))
            return ofFamily(family);
    return text;
}

} // namespace tilewright::ui
