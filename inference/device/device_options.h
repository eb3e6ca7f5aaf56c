// The processors a designer can choose from.
#pragma once

#include <vector>

#include "core/generation/model_choice.h"

namespace tilewright::inference {

/// The CPU with the memory of the machine, then the CUDA devices that can be used, with what is
/// free now. A DeviceLister.
std::vector<DeviceOption> deviceOptions();

} // namespace tilewright::inference
