// Searches that were given a name, kept with the settings.
#pragma once

#include <QString>
#include <QStringList>

namespace tilewright::ui {

/// The text of a search is that of parseQuery().
class SavedSearches {
public:
    /// In the order of the alphabet.
    static QStringList names();
    /// Empty when there is none of this name.
    static QString text(const QString& name);
    /// Replaces the one of the same name.
    static void save(const QString& name, const QString& text);
    static void remove(const QString& name);
};

} // namespace tilewright::ui
