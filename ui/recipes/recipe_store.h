// The user's recipes, in memory and on the disk.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <filesystem>
#include <optional>

#include "core/mix/palette.h"
#include "core/recipe/recipe_book.h"

class QUndoStack;

namespace tilewright::ui {

/// Every edit is saved at once, off the window's thread, and is a step of the undo stack. What
/// another program writes into the file is taken over. While the file cannot be read nothing is
/// edited, so that nothing in it is lost.
class RecipeStore : public QObject {
    Q_OBJECT
public:
    RecipeStore(std::filesystem::path file, Palette palette, QUndoStack* undoStack = nullptr,
        QObject* parent = nullptr);
    ~RecipeStore() override; ///< waits until all is saved

    const RecipeBook& book() const { return m_book; }
    const Palette& palette() const { return m_palette; }
    void setPalette(const Palette& palette);
    const std::filesystem::path& file() const { return m_file; }
    /// Why the file cannot be used; empty when it can.
    const QString& problem() const { return m_problem; }
    /// Why a recipe cannot be called so, which now is called `present`; empty when it can.
    QString problemOfName(const QString& name, const QString& present = {}) const;

    // Edits. False when they were refused, which failed() tells.
    bool add(Recipe recipe);
    bool rename(const std::string& name, const QString& newName);
    bool setTags(const std::string& name, const std::vector<std::string>& tags);
    bool setFavourite(const std::string& name, bool isFavourite);
    bool remove(const std::string& name);
    /// How many recipes were added; none when the file cannot be read.
    std::optional<int> importFile(const std::filesystem::path& file);
    bool exportFile(const std::filesystem::path& file);

    /// Waits until all is saved.
    void flush();

public Q_SLOTS:
    /// Takes over what another program wrote, if anything.
    void reload();

Q_SIGNALS:
    void changed();
    /// A sentence for the user.
    void failed(const QString& reason);

private:
    class Change;
    struct Signature { ///< of the file as it is known here
        std::filesystem::file_time_type time;
        std::uintmax_t size = 0;
        bool operator==(const Signature&) const = default;
    };
    static std::optional<Signature> signatureOf(const std::filesystem::path& file);

    bool edit(const QString& text, std::vector<Recipe> before, std::vector<Recipe> after);
    bool apply(const std::vector<Recipe>& before, const std::vector<Recipe>& after);
    void save();
    void finishSaving(const QString& problem, std::optional<Signature> signature);
    void watch();

    const std::filesystem::path m_file;
    Palette m_palette;
    QUndoStack* const m_undo;
    RecipeBook m_book;
    QString m_problem;
    std::optional<Signature> m_signature;
    bool m_isSaving = false;
    bool m_isDirty = false; ///< edited since saving began
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< a file that is written changes several times
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
