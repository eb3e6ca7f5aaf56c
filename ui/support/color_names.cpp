#include "ui/support/color_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/support/conversion.h"

namespace tilewright::ui {

QString displayName(const GranuleColor& color)
{
    const bool isRussian = QLocale().language() == QLocale::Russian && !color.nameRu.empty();
    QString name = toQString(isRussian ? color.nameRu : color.name);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString displayName(const Palette& palette, const std::string& name)
{
    const GranuleColor* color = palette.find(name);
    return color ? displayName(*color) : toQString(name);
}

QString displayPercent(int perMille)
{
    return QLocale().toString(perMille / 10.0, 'f', perMille % 10 == 0 ? 0 : 1);
}

QString displayMix(const Palette& palette, const Mix& mix)
{
    QStringList parts;
    for (const MixShare& share : mix.shares())
        parts += QCoreApplication::translate("ColorNames", "%1 %2 %")
                     .arg(displayName(palette, share.color), displayPercent(share.perMille));
    return parts.join(QStringLiteral(", "));
}

} // namespace tilewright::ui
