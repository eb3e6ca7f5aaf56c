#include "ui/recipes/recipe_store.h"

#include <QCoreApplication>
#include <QPointer>
#include <QUndoStack>
#include <spdlog/spdlog.h>

#include "core/recipe/recipe_name.h"
#include "core/support/atomic_file.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int settleTime = 60; // milliseconds
}

/// Recipes that go and recipes that come. It was done before it is pushed.
class RecipeStore::Change : public QUndoCommand {
public:
    Change(RecipeStore& store, const QString& text, std::vector<Recipe> before,
        std::vector<Recipe> after)
        : QUndoCommand(text)
        , m_store(&store)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { setObsolete(!m_store || !m_store->apply(m_after, m_before)); }
    void redo() override
    {
        if (m_isDone)
            setObsolete(!m_store || !m_store->apply(m_before, m_after));
        m_isDone = true;
    }

private:
    const QPointer<RecipeStore> m_store; // the stack may live longer
    const std::vector<Recipe> m_before;
    const std::vector<Recipe> m_after;
    bool m_isDone = false;
};

RecipeStore::RecipeStore(
    std::filesystem::path file, Palette palette, QUndoStack* undoStack, QObject* parent)
    : QObject(parent), m_file(std::move(file)), m_palette(std::move(palette)), m_undo(undoStack)
{
    m_thread.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        watch();
        reload();
    });
    const auto restart = [this] { m_settle.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, restart);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, restart);
    reload();
    watch();
}

RecipeStore::~RecipeStore()
{
    flush();
}

void RecipeStore::setPalette(const Palette& palette)
{
    m_palette = palette;
    Q_EMIT changed();
}

QString RecipeStore::problemOfName(const QString& name, const QString& present) const
{
    RecipeBook others = m_book;
    if (!present.isEmpty())
        if (const auto removed = others.remove(present.toStdString()); !removed)
            return toQString(removed.error().message);
    const auto checked = others.checkName(name.toStdString(), m_palette);
    return checked ? QString() : toQString(checked.error().message);
}

bool RecipeStore::add(Recipe recipe)
{
    if (recipe.created.empty())
        recipe.created = currentTimestamp();
    const QString text = tr("save recipe %1").arg(toQString(recipe.name));
    return edit(text, {}, {std::move(recipe)});
}

bool RecipeStore::rename(const std::string& name, const QString& newName)
{
    const Recipe* recipe = m_book.find(name);
    if (!recipe)
        return false;
    Recipe renamed = *recipe;
    renamed.name = newName.toStdString();
    const auto kept = checkedRecipeName(renamed.name);
    if (kept && *kept == recipe->name)
        return true;
    return edit(tr("rename recipe %1").arg(toQString(name)), {*recipe}, {std::move(renamed)});
}

bool RecipeStore::setTags(const std::string& name, const std::vector<std::string>& tags)
{
    const Recipe* recipe = m_book.find(name);
    if (!recipe)
        return false;
    Recipe tagged = *recipe;
    tagged.tags = tags;
    return edit(tr("tags of recipe %1").arg(toQString(name)), {*recipe}, {std::move(tagged)});
}

bool RecipeStore::setFavourite(const std::string& name, bool isFavourite)
{
    const Recipe* recipe = m_book.find(name);
    if (!recipe)
        return false;
    Recipe marked = *recipe;
    marked.isFavourite = isFavourite;
    return edit(isFavourite ? tr("recipe %1 as favourite").arg(toQString(name))
                            : tr("recipe %1 no favourite").arg(toQString(name)),
        {*recipe}, {std::move(marked)});
}

bool RecipeStore::remove(const std::string& name)
{
    const Recipe* recipe = m_book.find(name);
    return recipe && edit(tr("delete recipe %1").arg(toQString(name)), {*recipe}, {});
}

std::optional<int> RecipeStore::importFile(const std::filesystem::path& file)
{
    const auto other = readTextFile(file).and_then([&](const std::string& text) {
        return RecipeBook::fromJson(text, "The recipe file " + file.string());
    });
    if (!other) {
        Q_EMIT failed(toQString(other.error().message));
        return std::nullopt;
    }
    reload();
    RecipeBook merged = m_book;
    merged.merge(*other);
    std::vector<Recipe> added;
    for (const Recipe& recipe : merged.recipes())
        if (!m_book.find(recipe.name) && !findColor(m_palette, recipe.name))
            added.push_back(recipe);
    const int count = static_cast<int>(added.size());
    if (count > 0 && !edit(tr("import recipes"), {}, std::move(added)))
        return std::nullopt;
    return count;
}

bool RecipeStore::exportFile(const std::filesystem::path& file)
{
    const auto written = writeFileAtomically(file, m_book.toJson());
    if (!written)
        Q_EMIT failed(toQString(written.error().message));
    return written.has_value();
}

bool RecipeStore::edit(const QString& text, std::vector<Recipe> before, std::vector<Recipe> after)
{
    if (!apply(before, after))
        return false;
    if (m_undo)
        m_undo->push(new Change(*this, text, std::move(before), std::move(after)));
    return true;
}

bool RecipeStore::apply(const std::vector<Recipe>& before, const std::vector<Recipe>& after)
{
    reload();
    if (!m_problem.isEmpty()) {
        Q_EMIT failed(m_problem);
        return false;
    }
    RecipeBook book = m_book;
    for (const Recipe& recipe : before)
        if (const auto removed = book.remove(recipe.name); !removed)
            spdlog::info("{} Another program may have removed it.", removed.error().message);
    for (const Recipe& recipe : after) {
        if (const auto added = book.add(recipe, m_palette); !added) {
            Q_EMIT failed(toQString(added.error().message));
            return false;
        }
    }
    if (book == m_book)
        return true;
    m_book = std::move(book);
    save();
    Q_EMIT changed();
    return true;
}

void RecipeStore::save()
{
    m_isDirty = true;
    if (m_isSaving)
        return;
    m_isSaving = true;
    m_isDirty = false;
    m_thread.start([this, book = m_book] {
        const auto saved = book.save(m_file);
        QMetaObject::invokeMethod(
            this,
            [this, problem = saved ? QString() : toQString(saved.error().message),
                signature = signatureOf(m_file)] { finishSaving(problem, signature); },
            Qt::QueuedConnection);
    });
}

void RecipeStore::finishSaving(const QString& problem, std::optional<Signature> signature)
{
    m_isSaving = false;
    m_signature = signature;
    watch();
    if (m_isDirty)
        save();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
}

void RecipeStore::flush()
{
    while (m_isSaving) {
        m_thread.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

void RecipeStore::reload()
{
    if (m_isSaving)
        return;
    const auto signature = signatureOf(m_file);
    if (signature == m_signature && (signature || m_problem.isEmpty()))
        return;
    m_signature = signature;
    auto loaded = RecipeBook::load(m_file);
    m_problem = loaded ? QString() : toQString(loaded.error().message);
    if (!loaded) {
        spdlog::warn("{} [{}]", loaded.error().message, loaded.error().detail);
        Q_EMIT failed(m_problem);
        Q_EMIT changed();
        return;
    }
    if (*loaded == m_book)
        return;
    m_book = std::move(*loaded);
    Q_EMIT changed();
}

void RecipeStore::watch()
{
    // A file that was replaced is another file to the system, and is watched anew.
    for (const std::filesystem::path& path : {m_file.parent_path(), m_file}) {
        const QString name = pathToQString(path);
        std::error_code error;
        if (std::filesystem::exists(path, error) && !m_watcher.files().contains(name)
            && !m_watcher.directories().contains(name))
            m_watcher.addPath(name);
    }
}

std::optional<RecipeStore::Signature> RecipeStore::signatureOf(const std::filesystem::path& file)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file, error);
    if (error)
        return std::nullopt;
    const auto size = std::filesystem::file_size(file, error);
    return Signature{time, error ? 0 : size};
}

} // namespace tilewright::ui
