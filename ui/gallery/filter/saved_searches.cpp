#include "ui/gallery/filter/saved_searches.h"

#include <QCollator>
#include <QSettings>
#include <QVariantMap>
#include <algorithm>

namespace tilewright::ui {
namespace {

// One value, because names may hold the signs that part the keys of settings.
const QString key = QStringLiteral("gallery/savedSearches");

QVariantMap stored()
{
    return QSettings().value(key).toMap();
}

} // namespace

QStringList SavedSearches::names()
{
    QStringList names = stored().keys();
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(names.begin(), names.end(), collator);
    return names;
}

QString SavedSearches::text(const QString& name)
{
    return stored().value(name).toString();
}

void SavedSearches::save(const QString& name, const QString& text)
{
    QVariantMap searches = stored();
    searches.insert(name, text);
    QSettings().setValue(key, searches);
}

void SavedSearches::remove(const QString& name)
{
    QVariantMap searches = stored();
    searches.remove(name);
    QSettings().setValue(key, searches);
}

} // namespace tilewright::ui
