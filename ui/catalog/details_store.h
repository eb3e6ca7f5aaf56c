// What the designer says of the catalogue, in memory and on the disk.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QUndoStack>
#include <filesystem>
#include <memory>
#include <optional>

#include "core/catalog/catalog.h"

namespace tilewright::ui {

/// Every edit is saved at once, off the window's thread, and is a step of the undo stack. While the
/// file cannot be read nothing is edited, so that nothing in it is lost.
class DetailsStore : public QObject {
    Q_OBJECT
public:
    explicit DetailsStore(std::filesystem::path file, QObject* parent = nullptr);
    ~DetailsStore() override; ///< waits until all is saved

    const CatalogDetails& details() const { return *m_details; }
    QUndoStack* undoStack() { return &m_undo; }
    /// Why the file cannot be used; empty when it can.
    const QString& problem() const { return m_problem; }

    /// `text` names the step. False when it was refused, which failed() tells; true also where
    /// nothing changes.
    bool edit(const QString& text, CatalogDetails details);
    /// Takes over what was written by hand, if anything; what could be undone is forgotten then.
    void reload();
    /// Waits until all is saved.
    void flush();

Q_SIGNALS:
    void changed();
    /// A sentence for the user.
    void failed(const QString& reason);

private:
    class Change;
    using Details = std::shared_ptr<const CatalogDetails>;

    bool apply(const Details& details);
    void save();
    void finishSaving(const QString& problem);
    std::optional<std::filesystem::file_time_type> writtenAt() const;

    const std::filesystem::path m_file;
    Details m_details = std::make_shared<CatalogDetails>();
    QString m_problem;
    std::optional<std::filesystem::file_time_type> m_known; ///< when the file was read or written
    bool m_isSaving = false;
    bool m_isDirty = false; ///< edited since saving began
    QUndoStack m_undo;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
