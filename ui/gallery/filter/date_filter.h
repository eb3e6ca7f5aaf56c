// When tiles were made.
#pragma once

#include <QDate>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace tilewright::ui {

/// Any day, today, this week, this month, or from one day to another; each end may be open.
class DateFilter : public QWidget {
    Q_OBJECT
public:
    explicit DateFilter(QWidget* parent = nullptr);

    /// Days in ISO 8601, empty where open; shows without signalling.
    void setDays(const std::string& from, const std::string& to);

    /// The two days, to be laid out below; hidden while there is nothing to choose.
    QWidget* fields() { return m_fields; }
    QComboBox* choice() { return m_choice; }
    QDateEdit* fromField() { return m_from; }
    QDateEdit* toField() { return m_to; }

Q_SIGNALS:
    void daysChosen(const std::string& from, const std::string& to);

private:
    enum Choice { Any, Today, ThisWeek, ThisMonth, FromTo };

    void choose(int choice);
    void showFields(const std::string& from, const std::string& to);
    void tellFields();

    QComboBox* m_choice;
    QWidget* m_fields;
    QDateEdit* m_from;
    QDateEdit* m_to;
};

} // namespace tilewright::ui
