// Esc empties a field before it means anything else.
#pragma once

#include <QObject>

class QLineEdit;

namespace tilewright::ui {

/// While there is text in the field Esc clears it; in an empty field the key goes on to the window.
/// Owned by the field.
class EscapeClears : public QObject {
    Q_OBJECT
public:
    explicit EscapeClears(QLineEdit* field);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* const m_field;
};

} // namespace tilewright::ui
