// Which model makes the tiles, with what profile and on which device.
#pragma once

#include <cstdint>
#include <string>

#include "core/generation/model_profile.h"
#include "core/generation/settings.h"

namespace tilewright {

struct ModelChoice {
    std::string model; ///< folder in diffusers layout, or SDXL in one file
    ModelProfile profile; ///< LoRAs and textual inversions are part of it
    DeviceChoice device;
    Precision precision = Precision::Auto;

    /// What a designer calls it: the profile's name, else that of the folder or file.
    std::string name() const;
    bool operator==(const ModelChoice&) const = default;
};

/// A processor that models can run on.
struct DeviceOption {
    DeviceChoice choice; ///< never Auto
    std::string name; ///< "CPU", "NVIDIA H100 PCIe"
    std::uint64_t memoryBytes = 0;
    std::uint64_t freeBytes = 0; ///< when the list was made; 0: not known
    Precision automatic = Precision::Float32; ///< what Precision::Auto is there
    bool isAutomatic = false; ///< what DeviceChoice Auto is; exactly one of a list
};

} // namespace tilewright
