// The line that a query is typed into, with what can be typed and which searches were saved.
#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace tilewright::ui {

class SearchField : public QWidget {
    Q_OBJECT
public:
    /// After the last key, before the text is looked at.
    static constexpr int settleMilliseconds = 150;

    explicit SearchField(QWidget* parent = nullptr);

    QString text() const;
    /// Shows without signalling.
    void setText(const QString& text);
    /// One line each; hides them when there are none.
    void setNotes(const QStringList& notes);
    /// Whether there is something that could be saved.
    void setSavable(bool savable);

    QLineEdit* lineEdit() { return m_line; }
    QLabel* notes() { return m_notes; }
    QMenu* exampleMenu() { return m_examples; }
    /// As it opens.
    QMenu* savedMenu();

Q_SIGNALS:
    /// The text was changed by hand, and rests.
    void textSettled(const QString& text);
    /// Enter was pressed.
    void accepted(const QString& text);
    void savedSearchChosen(const QString& name);
    void saveAsked();

private:
    void fillExamples();
    void fillSaved();
    void append(const QString& part);

    QLineEdit* m_line;
    QAction* m_clear;
    QToolButton* m_help;
    QToolButton* m_saved;
    QLabel* m_notes;
    QMenu* m_examples;
    QMenu* m_savedMenu;
    QTimer m_settle;
    bool m_isSavable = false;
};

} // namespace tilewright::ui
