#include "ui/catalog/details_store.h"

#include <QCoreApplication>
#include <spdlog/spdlog.h>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int undoLimit = 100; // each step holds what is said of all articles
}

/// It was done before it is pushed.
class DetailsStore::Change : public QUndoCommand {
public:
    Change(DetailsStore& store, const QString& text, Details before, Details after)
        : QUndoCommand(text), m_store(store), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { setObsolete(!m_store.apply(m_before)); }
    void redo() override
    {
        if (m_isDone)
            setObsolete(!m_store.apply(m_after));
        m_isDone = true;
    }

private:
    DetailsStore& m_store; // owns the stack
    const Details m_before;
    const Details m_after;
    bool m_isDone = false;
};

DetailsStore::DetailsStore(std::filesystem::path file, QObject* parent)
    : QObject(parent), m_file(std::move(file))
{
    m_undo.setUndoLimit(undoLimit);
    m_thread.setMaxThreadCount(1);
}

DetailsStore::~DetailsStore()
{
    flush();
}

bool DetailsStore::edit(const QString& text, CatalogDetails details)
{
    reload();
    if (details == *m_details)
        return true;
    const Details before = m_details;
    const auto after = std::make_shared<const CatalogDetails>(std::move(details));
    if (!apply(after))
        return false;
    m_undo.push(new Change(*this, text, before, after));
    return true;
}

bool DetailsStore::apply(const Details& details)
{
    if (!m_problem.isEmpty()) {
        Q_EMIT failed(m_problem);
        return false;
    }
    m_details = details;
    save();
    Q_EMIT changed();
    return true;
}

void DetailsStore::save()
{
    m_isDirty = true;
    if (m_isSaving)
        return;
    m_isSaving = true;
    m_isDirty = false;
    m_thread.start([this, details = m_details] {
        std::error_code error; // saving tells it better
        std::filesystem::create_directories(m_file.parent_path(), error);
        const auto saved = details->save(m_file);
        QMetaObject::invokeMethod(
            this,
            [this, problem = saved ? QString() : toQString(saved.error().message)] {
                finishSaving(problem);
            },
            Qt::QueuedConnection);
    });
}

void DetailsStore::finishSaving(const QString& problem)
{
    m_isSaving = false;
    m_known = writtenAt();
    if (m_isDirty)
        save();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
}

void DetailsStore::flush()
{
    while (m_isSaving) {
        m_thread.waitForDone();
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
}

void DetailsStore::reload()
{
    if (m_isSaving)
        return;
    const auto written = writtenAt();
    if (written == m_known)
        return;
    m_known = written;
    auto loaded = CatalogDetails::load(m_file);
    m_problem = loaded ? QString() : toQString(loaded.error().message);
    if (!loaded) {
        spdlog::warn("{} [{}]", loaded.error().message, loaded.error().detail);
        Q_EMIT failed(m_problem);
        return;
    }
    if (*loaded == *m_details)
        return;
    m_details = std::make_shared<const CatalogDetails>(std::move(*loaded));
    m_undo.clear();
    Q_EMIT changed();
}

std::optional<std::filesystem::file_time_type> DetailsStore::writtenAt() const
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(m_file, error);
    return error ? std::nullopt : std::optional(time);
}

} // namespace tilewright::ui
