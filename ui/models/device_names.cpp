#include "ui/models/device_names.h"

#include <QLocale>
#include <algorithm>

#include "ui/support/conversion.h"

namespace tilewright::ui {

const DeviceOption* resolvedDevice(
    const std::vector<DeviceOption>& devices, const DeviceChoice& choice)
{
    const DeviceOption* best = nullptr;
    for (const DeviceOption& device : devices) {
        const bool isMeant = choice.kind == DeviceChoice::Kind::Auto
            ? device.isAutomatic
            : device.choice.kind == choice.kind
                && (!choice.index || device.choice.index == choice.index);
        if (isMeant && (!best || device.memoryBytes > best->memoryBytes))
            best = &device;
    }
    return best;
}

Precision settledPrecision(const DeviceOption& device, Precision precision)
{
    return precision == Precision::Auto ? device.automatic : precision;
}

QString deviceText(const std::vector<DeviceOption>& devices, const ModelChoice& choice)
{
    const DeviceOption* device = resolvedDevice(devices, choice.device);
    if (!device)
        return toQString(toText(choice.device));
    const QString name = device->choice.kind == DeviceChoice::Kind::Cpu ? QStringLiteral("cpu")
                                                                        : toQString(device->name);
    return QStringLiteral("%1, %2").arg(
        name, toQString(toText(settledPrecision(*device, choice.precision))));
}

QString bytesText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

} // namespace tilewright::ui
