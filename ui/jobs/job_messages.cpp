#include "ui/jobs/job_messages.h"

#include <utility>

#include "ui/jobs/message_bar.h"
#include "ui/jobs/remedies.h"

namespace tilewright::ui {

JobMessages::JobMessages(GenerationController& jobs, MessageBar& bar, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_bar(bar)
{
    connect(&jobs, &GenerationController::failed, this, &JobMessages::showFailure);
    connect(&jobs, &GenerationController::restored, this, &JobMessages::askAboutRestored);
    connect(&jobs, &GenerationController::noticed, this,
        [this](const QString& message) { m_bar.showNotice(message); });
    connect(&jobs, &GenerationController::rejected, this,
        [this](const QString& message) { m_bar.showFailure(message); });
}

void JobMessages::showFailure(const JobFailure& failure)
{
    const auto& buttons = m_bar.actionButtons();
    const bool isSeen = m_button && !buttons.empty() && buttons.front() == m_button;
    if (!isSeen || m_shown.back().message != failure.message)
        m_shown.clear();
    m_shown.push_back(failure);

    std::vector<MessageAction> actions;
    for (const Remedy& remedy : remediesFor(failure, m_hasGraphicsCard)) {
        if (remedy.kind == Remedy::Kind::ModelSettings)
            actions.push_back({remedy.text, [this] { Q_EMIT modelSettingsWanted(); }});
        else
            actions.push_back({remedy.text, [this, text = remedy.text] { retry(text); }});
    }
    m_bar.showFailure(failure.message, failure.detail, std::move(actions));
    m_button = buttons.empty() ? nullptr : buttons.front();
}

void JobMessages::retry(const QString& remedyText)
{
    std::vector<GenerationRequest> requests;
    for (const JobFailure& failure : std::exchange(m_shown, {}))
        for (Remedy& remedy : remediesFor(failure, m_hasGraphicsCard))
            if (remedy.text == remedyText)
                requests.push_back(std::move(remedy.request));
    m_jobs.submit(std::move(requests));
}

void JobMessages::askAboutRestored(int count)
{
    if (count > 0)
        m_bar.showQuestion(tr("%n tiles were waiting when Tilewright was closed.", nullptr, count),
            {{tr("Continue"), [this] { m_jobs.continueRestored(); }},
                {tr("Discard"), [this] { m_jobs.discardRestored(); }}});
    else if (m_isAsking)
        m_bar.clear(); // it was answered elsewhere
    m_isAsking = count > 0;
}

} // namespace tilewright::ui
