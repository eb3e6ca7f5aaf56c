// The sheet of keys: what can be done by which key, and how to change that.
#pragma once

#include <QDialog>

#include "ui/commands/keys_model.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace tilewright::ui {

class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(Commands& commands, QWidget* parent = nullptr);
    ~KeysDialog() override;

    QLineEdit* searchField() { return m_search; }
    QTreeView* list() { return m_list; }
    QKeySequenceEdit* keyField() { return m_key; }
    QPushButton* resetButton() { return m_reset; }
    QPushButton* resetAllButton() { return m_resetAll; }
    QPushButton* removeButton() { return m_remove; }
    QString message() const;
    void select(const QString& id);

private:
    QString selected() const;
    void showSelected();
    void takeKey();

    Commands& m_commands;
    KeysModel m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_search;
    QTreeView* m_list;
    QKeySequenceEdit* m_key;
    QPushButton* m_remove;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QLabel* m_message;
};

} // namespace tilewright::ui
