// What jobs have to say, in the message bar.
#pragma once

#include <QObject>
#include <QPointer>
#include <QPushButton>

#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

class MessageBar;

/// Failures with what can be done about them (for all of a batch that failed alike), and the
/// question whether tiles of the last time shall be made.
class JobMessages : public QObject {
    Q_OBJECT
public:
    /// Both outlive it, or go with it.
    JobMessages(GenerationController& jobs, MessageBar& bar, QObject* parent = nullptr);

    /// Whether a tile that fails on the graphics card may be tried on the CPU. True at first.
    void setHasGraphicsCard(bool hasOne) { m_hasGraphicsCard = hasOne; }

Q_SIGNALS:
    /// The model of a failed tile is missing or broken.
    void modelSettingsWanted();

private:
    void showFailure(const JobFailure& failure);
    void retry(const QString& remedyText);
    void askAboutRestored(int count);

    GenerationController& m_jobs;
    MessageBar& m_bar;
    bool m_hasGraphicsCard = true;
    bool m_isAsking = false;
    std::vector<JobFailure> m_shown; ///< with one message
    QPointer<QPushButton> m_button; ///< of theirs; while it is in the bar, so are they
};

} // namespace tilewright::ui
