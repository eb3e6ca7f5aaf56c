#include "ui/jobs/remedies.h"

#include <QCoreApplication>
#include <numeric>

namespace tilewright::ui {
namespace {

struct Remedies {
    Q_DECLARE_TR_FUNCTIONS(tilewright::ui::Remedies)
};

Remedy again(const GenerationRequest& request)
{
    return {Remedy::Kind::Retry, Remedies::tr("Try again"), request};
}

Remedy onCpu(GenerationRequest request)
{
    request.device = {};
    request.device.kind = DeviceChoice::Kind::Cpu;
    request.precision = Precision::Auto; // that of the card may be slow there
    return {Remedy::Kind::Retry, Remedies::tr("Try on the CPU"), std::move(request)};
}

Remedy atSize(GenerationRequest request, const QSize& size)
{
    request.width = size.width();
    request.height = size.height();
    const QString text = Remedies::tr("Try at %1 × %2").arg(size.width()).arg(size.height());
    return {Remedy::Kind::Retry, text, std::move(request)};
}

} // namespace

std::optional<QSize> smallerSize(const QSize& size)
{
    constexpr int step = 8; // what every autoencoder of the kind divides by
    constexpr int least = 256;
    const auto isUsable
        = [](const QSize& made) { return made.width() % step == 0 && made.height() % step == 0; };
    const int parts = std::gcd(size.width(), size.height());
    if (parts == 0)
        return std::nullopt;
    const QSize unit = size / parts;
    QSize made;
    for (int count = parts * 3 / 4; count * 2 >= parts && count > 0; --count) {
        made = QSize(unit.width() * count, unit.height() * count);
        if (isUsable(made))
            break;
    }
    if (!isUsable(made) || made.isEmpty())
        made = QSize(size.width() * 3 / 4 / step * step, size.height() * 3 / 4 / step * step);
    if (std::min(made.width(), made.height()) < least)
        return std::nullopt;
    return made;
}

std::vector<Remedy> remediesFor(const JobFailure& failure, bool hasGraphicsCard)
{
    const GenerationRequest& request = failure.request;
    const bool canUseCpu = hasGraphicsCard && request.device.kind != DeviceChoice::Kind::Cpu;
    std::vector<Remedy> remedies;
    switch (failure.kind) {
    case ErrorKind::Retryable: // not enough memory
        if (const auto size = smallerSize({request.width, request.height}))
            remedies.push_back(atSize(request, *size));
        if (canUseCpu)
            remedies.push_back(onCpu(request));
        remedies.push_back(again(request));
        break;
    case ErrorKind::DeviceUnavailable:
        if (request.device.kind != DeviceChoice::Kind::Cpu)
            remedies.push_back(onCpu(request));
        remedies.push_back(again(request));
        break;
    case ErrorKind::BadData:
        if (!failure.phase || *failure.phase == Phase::Load)
            remedies.push_back(
                {Remedy::Kind::ModelSettings, Remedies::tr("Model settings…"), request});
        remedies.push_back(again(request));
        break;
    case ErrorKind::Internal:
    case ErrorKind::CannotWrite:
        remedies.push_back(again(request));
        break;
    case ErrorKind::Usage:
    case ErrorKind::Cancelled:
        break;
    }
    return remedies;
}

} // namespace tilewright::ui
