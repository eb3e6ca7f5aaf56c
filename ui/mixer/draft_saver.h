// Keeps what is dialled while it changes.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <chrono>
#include <functional>

#include "core/generation/draft_store.h"

namespace tilewright::ui {

/// Saves off the window's thread, half a second after the first of some changes.
class DraftSaver : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds pause{500};

    /// `draft` tells what would be asked for now; called in the window's thread.
    DraftSaver(
        DraftStore store, std::function<GenerationRequest()> draft, QObject* parent = nullptr);
    /// Ends the session in order.
    ~DraftSaver() override;

public Q_SLOTS:
    /// Something changed.
    void touch();

Q_SIGNALS:
    /// A sentence for the user; once, until saving works again.
    void failed(const QString& message);

private:
    void save();

    DraftStore m_store; ///< used on the thread of m_thread
    const std::function<GenerationRequest()> m_draft;
    QTimer m_timer;
    bool m_hasFailed = false;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
