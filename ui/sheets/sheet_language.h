// Words, numbers and dates of a document, in its own language whatever the window's is.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QTranslator>
#include <cstdint>
#include <memory>
#include <string>

#include "core/catalog/catalog.h"

namespace tilewright::ui {

/// No-break blanks stand between numbers and units. May be used from any thread.
class SheetLanguage {
public:
    /// "en" or "ru".
    explicit SheetLanguage(const std::string& language);

    /// Named as Qt's own, so that lupdate finds the texts. With a count "%n tile(s)" becomes "1
    /// tile" and "2 tiles".
    QString translate(
        const char* context, const char* text, const char* comment = nullptr, int count = -1) const;

    QString number(double value, int decimals) const;
    /// Without zeros at the end.
    QString shortNumber(double value, int mostDecimals) const;
    QString measure(double value, int decimals, const QString& unit) const;
    QString percent(int perMille) const; ///< "12.5 %"
    QString kilograms(std::int64_t grams) const; ///< "1,234.5", without the unit
    QString money(std::int64_t hundredths, const std::string& currency) const;
    QString size(const Product& product) const; ///< "500 × 500 × 20 mm"
    QString month(const std::string& timestamp) const; ///< "November 2026" of an ISO 8601 time
    QString day(const std::string& timestamp) const; ///< "21 November 2026"
    QString colorName(const std::string& name, const std::string& nameRu) const;
    QString familyName(ColorFamily family) const;
    QString articleName(const Article& article) const;
    /// The catalogue's, or the word for it.
    QString title(const Catalog& catalog) const;
    /// The catalogue's, or that colours on screens and paper differ.
    QString note(const Catalog& catalog) const;

private:
    const char* code() const { return m_isRussian ? "ru" : "en"; }

    bool m_isRussian;
    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator; ///< none: as it stands in the code
};

} // namespace tilewright::ui
