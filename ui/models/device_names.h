// Devices and precisions as the studio calls them.
#pragma once

#include <QString>
#include <vector>

#include "core/generation/model_choice.h"

namespace tilewright::ui {

/// The processor that a choice means; null when it is not in the list.
const DeviceOption* resolvedDevice(
    const std::vector<DeviceOption>& devices, const DeviceChoice& choice);
/// Auto is what the device does by itself.
Precision settledPrecision(const DeviceOption& device, Precision precision);
/// "cpu, bfloat16", "NVIDIA H100, float16"
QString deviceText(const std::vector<DeviceOption>& devices, const ModelChoice& choice);
/// "6.9 GB"
QString bytesText(std::uint64_t bytes);

} // namespace tilewright::ui
