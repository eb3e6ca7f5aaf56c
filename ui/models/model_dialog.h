// The models that the studio knows, and all about the one that is selected. Nothing is kept before
// a model is chosen for use.
#pragma once

#include <QDialog>
#include <QTimer>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/generation/model_list.h"
#include "ui/models/model_inspection.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace tilewright::ui {

class ModelEditor;

class ModelDialog : public QDialog {
    Q_OBJECT
public:
    /// `listFile`: where the known models are kept. `current`: the model in use; it is known from
    /// then on. `mix` is for the example of the prompt.
    ModelDialog(ModelServices services, std::filesystem::path listFile, const ModelChoice& current,
        const Mix& mix, QWidget* parent = nullptr);

    /// Adds a folder or file, unless it is known, and selects it.
    void addModel(const QString& path);
    void removeModel();
    /// Tells where the selected model is now.
    void relocate(const QString& path);
    void select(int index);
    /// Keeps the profiles that were changed and the list, tells modelChosen() and closes; an error
    /// is told and leaves the dialog open.
    void accept() override;

    ModelInspection& inspection() { return m_inspection; }
    QListWidget* list() { return m_list; }
    ModelEditor* editor() { return m_editor; }
    QPushButton* useButton() { return m_use; }
    QPushButton* removeButton() { return m_remove; }
    QLabel* problem() { return m_problem; }

Q_SIGNALS:
    void modelChosen(const tilewright::ModelChoice& choice);

private:
    struct Entry {
        ModelChoice choice;
        QString name; ///< remembered, for as long as the profile is not known
        std::optional<ModelProfile> saved; ///< as it is in the file; nothing: not read yet
        bool isMissing = false;
        bool isBroken = false; ///< as far as it was looked into
        bool isStarter = false;
    };
    void loadList(const ModelChoice& current);
    void createLayout();
    void connectInspection();
    void chooseFolder();
    void chooseFile();
    void locate();
    void look();
    void showNames();
    void showVerdict(bool isUsable);
    QString nameOf(const Entry& entry) const;
    void tell(const QString& problem);
    Entry& selected() { return m_entries[static_cast<std::size_t>(m_selected)]; }

    const std::filesystem::path m_listFile;
    std::vector<Entry> m_entries;
    int m_selected = -1;
    QTimer m_settled; ///< edits come to rest before the model is looked into again
    QListWidget* m_list;
    QPushButton* m_remove;
    ModelEditor* m_editor;
    QLabel* m_problem;
    QPushButton* m_use;
    ModelInspection m_inspection;
};

} // namespace tilewright::ui
