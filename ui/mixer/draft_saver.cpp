#include "ui/mixer/draft_saver.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

DraftSaver::DraftSaver(DraftStore store, std::function<GenerationRequest()> draft, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_draft(std::move(draft))
{
    m_thread.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &DraftSaver::save);
}

DraftSaver::~DraftSaver()
{
    m_thread.waitForDone();
    m_store.end();
}

void DraftSaver::touch()
{
    // Not started anew: a slider that never rests is saved all the same.
    if (!m_timer.isActive())
        m_timer.start();
}

void DraftSaver::save()
{
    m_thread.start([this, request = m_draft()] {
        const auto saved = m_store.save(request);
        const QString problem = saved ? QString() : toQString(saved.error().message);
        QMetaObject::invokeMethod(
            this,
            [this, problem] {
                if (!problem.isEmpty() && !m_hasFailed)
                    Q_EMIT failed(problem);
                m_hasFailed = !problem.isEmpty();
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilewright::ui
