#include "ui/models/model_inspection.h"

#include <utility>

#include "ui/support/conversion.h"

namespace tilewright::ui {

ModelInspection::ModelInspection(ModelServices services, QObject* parent)
    : QObject(parent), m_services(std::move(services))
{
    m_surveyor.setMaxThreadCount(1);
    m_thread.setMaxThreadCount(1);
}

ModelInspection::~ModelInspection()
{
    m_stop.request_stop();
    m_thread.waitForDone();
    m_surveyor.waitForDone();
}

void ModelInspection::survey(const QStringList& models)
{
    m_surveyor.start([this, models] {
        QStringList missing;
        for (const QString& model : models) {
            std::error_code error;
            if (!std::filesystem::exists(qStringToPath(model), error))
                missing += model;
        }
        QMetaObject::invokeMethod(
            this, [this, missing] { Q_EMIT surveyed(missing); }, Qt::QueuedConnection);
    });
}

void ModelInspection::open(const ModelChoice& choice)
{
    start(choice, true);
}

void ModelInspection::inspect(const ModelChoice& choice)
{
    start(choice, false);
}

void ModelInspection::cancel()
{
    ++m_latest;
    m_stop.request_stop();
    setBusy(false);
}

void ModelInspection::start(const ModelChoice& choice, bool readProfile)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 id = ++m_latest;
    setBusy(true);
    m_thread.start([this, id, choice, readProfile, stop = m_stop.get_token()] {
        if (!stop.stop_requested())
            run(id, choice, readProfile, stop);
    });
}

void ModelInspection::run(
    quint64 id, ModelChoice choice, bool readProfile, const std::stop_token& stop)
{
    const auto fail = [this, id](const Error& error) {
        deliver(id, [this, message = toQString(error.message)] {
            setBusy(false);
            Q_EMIT failed(message);
        });
    };
    if (readProfile) {
        auto profile = ModelProfile::load(choice.model);
        if (!profile)
            return fail(profile.error());
        choice.profile = std::move(*profile);
        deliver(id, [this, read = choice.profile] { Q_EMIT profileRead(read); });
    }
    deliver(id, [this, devices = m_services.devices()] { Q_EMIT devicesListed(devices); });
    const auto report = m_services.inspect(choice, stop);
    if (!report)
        return fail(report.error());
    deliver(id, [this, found = *report] {
        setBusy(false);
        Q_EMIT inspected(found);
    });
}

template <typename Send> void ModelInspection::deliver(quint64 id, Send send)
{
    QMetaObject::invokeMethod(
        this,
        [this, id, send] {
            if (id == m_latest)
                send();
        },
        Qt::QueuedConnection);
}

void ModelInspection::setBusy(bool isBusy)
{
    if (std::exchange(m_isBusy, isBusy) != isBusy)
        Q_EMIT busyChanged(isBusy);
}

} // namespace tilewright::ui
