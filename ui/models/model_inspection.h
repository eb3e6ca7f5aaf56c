// Looks into models off the window's thread.
#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <stop_token>

#include "core/generation/model_report.h"

namespace tilewright::ui {

/// What the composition root lends.
struct ModelServices {
    ModelInspector inspect;
    DeviceLister devices;
};

/// Only what was asked for last is delivered; an older task is told to stop.
class ModelInspection : public QObject {
    Q_OBJECT
public:
    explicit ModelInspection(ModelServices services, QObject* parent = nullptr);
    ~ModelInspection() override;

    /// Whether these models are still where they were. Beside all else: answers with surveyed().
    void survey(const QStringList& models);
    /// Reads the profile of a model, then looks into it: profileRead(), then inspected(); or
    /// failed().
    void open(const ModelChoice& choice);
    /// Looks into a model with the profile given: inspected() or failed().
    void inspect(const ModelChoice& choice);
    /// Nothing more is delivered of what was asked for.
    void cancel();
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void surveyed(const QStringList& missing);
    void profileRead(const tilewright::ModelProfile& profile);
    void devicesListed(const std::vector<tilewright::DeviceOption>& devices);
    void inspected(const tilewright::ModelReport& report);
    void failed(const QString& message);
    void busyChanged(bool isBusy);

private:
    void start(const ModelChoice& choice, bool readProfile);
    void run(quint64 id, ModelChoice choice, bool readProfile, const std::stop_token& stop);
    template <typename Send> void deliver(quint64 id, Send send);
    void setBusy(bool isBusy);

    const ModelServices m_services;
    std::atomic<quint64> m_latest{0};
    std::stop_source m_stop;
    bool m_isBusy = false;
    QThreadPool m_surveyor;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
