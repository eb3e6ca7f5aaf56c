#include "ui/gallery/filter/date_filter.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/library/query_words.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"

namespace tilewright::ui {
namespace {

/// A date field cannot be empty: its first day stands for none.
const QDate noDay(1999, 12, 31);

QDate toQDate(const std::string& day)
{
    return day.empty() ? noDay : QDate::fromString(toQString(day), Qt::ISODate);
}

std::string fromQDate(const QDate& day)
{
    return day == noDay ? std::string() : day.toString(Qt::ISODate).toStdString();
}

QDateEdit* dateField(const QString& name, QWidget* parent)
{
    auto* field = new QDateEdit(parent);
    field->setAccessibleName(name);
    field->setMinimumDate(noDay);
    field->setSpecialValueText(QStringLiteral("…"));
    field->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setKeyboardTracking(false);
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    new WheelGuard(field);
    return field;
}

} // namespace

DateFilter::DateFilter(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_fields(new QWidget(this))
    , m_from(dateField(tr("From day"), m_fields))
    , m_to(dateField(tr("To day"), m_fields))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_choice);
    auto* row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_from, 1);
    row->addWidget(mutedLabel(QStringLiteral("–"), m_fields));
    row->addWidget(m_to, 1);
    m_choice->addItems(
        {tr("Any", "date"), tr("Today"), tr("This week"), tr("This month"), tr("From – to")});
    m_choice->setAccessibleName(tr("Made"));
    setFocusProxy(m_choice);
    new WheelGuard(m_choice);
    m_fields->hide();

    connect(m_choice, &QComboBox::activated, this, &DateFilter::choose);
    for (QDateEdit* field : {m_from, m_to})
        connect(field, &QDateEdit::dateChanged, this, &DateFilter::tellFields);
}

void DateFilter::choose(int choice)
{
    const Day today = tilewright::today();
    std::optional<DayRange> range;
    if (choice == Today)
        range = DayRange{today, today};
    else if (choice == ThisWeek)
        range = weekOf(today);
    else if (choice == ThisMonth)
        range = monthOf(today);
    else if (choice == FromTo)
        range = DayRange{monthOf(today).first, today};
    const std::string from = range ? toIso(range->first) : std::string();
    const std::string to = range ? toIso(range->last) : std::string();
    showFields(from, to);
    m_fields->setVisible(choice == FromTo);
    Q_EMIT daysChosen(from, to);
}

void DateFilter::setDays(const std::string& from, const std::string& to)
{
    const Day today = tilewright::today();
    const auto isRange = [&](const DayRange& range) {
        return from == toIso(range.first) && to == toIso(range.last);
    };
    const bool isOwnRange = m_choice->currentIndex() == FromTo && fromQDate(m_from->date()) == from
        && fromQDate(m_to->date()) == to;
    Choice choice = FromTo;
    if (from.empty() && to.empty())
        choice = Any;
    else if (isOwnRange)
        choice = FromTo; // stays open while it is edited, whatever the days are
    else if (isRange({today, today}))
        choice = Today;
    else if (isRange(weekOf(today)))
        choice = ThisWeek;
    else if (isRange(monthOf(today)))
        choice = ThisMonth;
    m_choice->setCurrentIndex(choice);
    showFields(from, to);
    m_fields->setVisible(choice == FromTo);
}

void DateFilter::showFields(const std::string& from, const std::string& to)
{
    const QSignalBlocker blockers[]{QSignalBlocker(m_from), QSignalBlocker(m_to)};
    m_from->setDate(toQDate(from));
    m_to->setDate(toQDate(to));
}

void DateFilter::tellFields()
{
    Q_EMIT daysChosen(fromQDate(m_from->date()), fromQDate(m_to->date()));
}

} // namespace tilewright::ui
