#include "ui/sheets/sheet_language.h"

#include <QDateTime>
#include <cmath>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr QChar noBreakBlank(0x00a0);

QDate dateOf(const std::string& timestamp)
{
    return QDateTime::fromString(toQString(timestamp), Qt::ISODate).toLocalTime().date();
}
} // namespace

SheetLanguage::SheetLanguage(const std::string& language)
    : m_isRussian(language == "ru")
    , m_locale(m_isRussian ? QLocale(QLocale::Russian, QLocale::Russia)
                           : QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    if (!m_isRussian)
        return;
    m_translator = std::make_unique<QTranslator>();
    if (!m_translator->load(QStringLiteral(":/tilewright/translations/tilewright_ru.qm")))
        m_translator.reset();
}

QString SheetLanguage::translate(
    const char* context, const char* text, const char* comment, int count) const
{
    QString result;
    if (m_translator)
        result = m_translator->translate(context, text, comment, count);
    if (result.isEmpty()) {
        result = QString::fromUtf8(text);
        result.replace(QLatin1String("(s)"), QLatin1String(count == 1 ? "" : "s"));
    }
    if (count >= 0)
        result.replace(QLatin1String("%n"), m_locale.toString(count));
    return result;
}

QString SheetLanguage::number(double value, int decimals) const
{
    return m_locale.toString(value, 'f', decimals);
}

QString SheetLanguage::shortNumber(double value, int mostDecimals) const
{
    int decimals = 0;
    for (double scale = 1; decimals < mostDecimals; ++decimals, scale *= 10)
        if (std::abs(value * scale - std::round(value * scale)) < 1e-6)
            break;
    return number(value, decimals);
}

QString SheetLanguage::measure(double value, int decimals, const QString& unit) const
{
    return number(value, decimals) + noBreakBlank + unit;
}

QString SheetLanguage::percent(int perMille) const
{
    return shortNumber(perMille / 10.0, 1) + noBreakBlank + QLatin1Char('%');
}

QString SheetLanguage::kilograms(std::int64_t grams) const
{
    return number(static_cast<double>(grams) / 1000, 1);
}

QString SheetLanguage::money(std::int64_t hundredths, const std::string& currency) const
{
    return number(static_cast<double>(hundredths) / 100, 2) + noBreakBlank + toQString(currency);
}

QString SheetLanguage::size(const Product& product) const
{
    const QString times = QStringLiteral("%1×%1").arg(noBreakBlank);
    return shortNumber(product.lengthMillimetres, 1) + times
        + shortNumber(product.widthMillimetres, 1) + times
        + shortNumber(product.thicknessMillimetres, 1) + noBreakBlank + translate("Sheets", "mm");
}

QString SheetLanguage::month(const std::string& timestamp) const
{
    const QDate date = dateOf(timestamp);
    if (!date.isValid())
        return {};
    QString name = m_locale.standaloneMonthName(date.month());
    name[0] = name[0].toUpper();
    return QStringLiteral("%1 %2").arg(name).arg(date.year());
}

QString SheetLanguage::day(const std::string& timestamp) const
{
    const QDate date = dateOf(timestamp);
    if (!date.isValid())
        return {};
    return QString::number(date.day()) + noBreakBlank
        + m_locale.toString(date, QStringLiteral("MMMM yyyy"));
}

QString SheetLanguage::colorName(const std::string& name, const std::string& nameRu) const
{
    QString result = toQString(m_isRussian && !nameRu.empty() ? nameRu : name);
    if (!result.isEmpty())
        result[0] = result[0].toUpper();
    return result;
}

QString SheetLanguage::familyName(ColorFamily family) const
{
    switch (family) {
    case ColorFamily::Reds:
        return translate("Sheets", "Reds");
    case ColorFamily::Yellows:
        return translate("Sheets", "Yellows");
    case ColorFamily::Greens:
        return translate("Sheets", "Greens");
    case ColorFamily::Blues:
        return translate("Sheets", "Blues");
    case ColorFamily::Browns:
        return translate("Sheets", "Browns");
    case ColorFamily::Greys:
        return translate("Sheets", "Greys");
    }
    return {};
}

QString SheetLanguage::articleName(const Article& article) const
{
    return toQString(tilewright::articleName(article, code()));
}

QString SheetLanguage::title(const Catalog& catalog) const
{
    return toQString(catalogTitle(catalog, code()));
}

QString SheetLanguage::note(const Catalog& catalog) const
{
    return catalog.note.empty()
        ? translate("Sheets",
            "Colours on screens and on paper differ from those of the rubber. Granules vary from "
            "batch to batch: please decide by a sample.")
        : toQString(catalog.note);
}

} // namespace tilewright::ui
