#include "ui/catalog/article_names.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

QString displayName(const ArticleColor& color)
{
    const bool isRussian = QLocale().language() == QLocale::Russian && !color.nameRu.empty();
    QString name = toQString(isRussian ? color.nameRu : color.name);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString displayName(const Article& article)
{
    return article.name.empty() ? displayColors(article) : toQString(article.name);
}

QString displayColors(const Article& article)
{
    QStringList parts;
    for (const ArticleColor& color : article.colors)
        parts += QCoreApplication::translate("ColorNames", "%1 %2 %")
                     .arg(displayName(color), displayPercent(color.perMille));
    return parts.join(QStringLiteral(", "));
}

} // namespace tilewright::ui
