// A button that turns into a field for parts such as 5:3:2.
#pragma once

#include <QStackedWidget>

#include "core/mix/mix.h"

class QLineEdit;
class QPushButton;

namespace tilewright::ui {

class PartsField : public QStackedWidget {
    Q_OBJECT
public:
    explicit PartsField(QWidget* parent = nullptr);

    /// Offers the mix in its smallest whole parts.
    void setMix(const Mix& mix);
    QPushButton* button() { return m_button; }
    QLineEdit* field() { return m_field; }

Q_SIGNALS:
    void partsEntered(const QString& parts);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void close();

    QPushButton* m_button;
    QLineEdit* m_field;
};

/// "5:3:2" for 50, 30 and 20 %: the shares without their common divisor.
QString formatParts(const Mix& mix);

} // namespace tilewright::ui
