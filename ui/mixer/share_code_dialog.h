// Asks for the share code of a tile.
#pragma once

#include <QDialog>
#include <optional>

#include "core/catalog/share_code.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tilewright::ui {

/// Whether a text wants to be a share code, good or not.
bool looksLikeShareCode(const QString& text);

/// Proposes what the clipboard holds, if that is a code. Says at once what a code tells, or what is
/// wrong with it.
class ShareCodeDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShareCodeDialog(Palette palette, QWidget* parent = nullptr);

    QString code() const;
    QLineEdit* field() { return m_field; }
    QPushButton* openButton() { return m_open; }
    QString words() const;

private:
    void check();

    const Palette m_palette;
    QLineEdit* m_field;
    QLabel* m_words;
    QLabel* m_problem;
    QPushButton* m_open;
};

} // namespace tilewright::ui
