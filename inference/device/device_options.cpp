#include "inference/device/device_options.h"

#include <fstream>
#include <string>

#include "inference/device/device.h"

namespace tilewright::inference {
namespace {

/// A line of /proc/meminfo ("MemAvailable"), in bytes; 0 if there is none.
std::uint64_t systemMemory(const std::string& name)
{
    std::ifstream file("/proc/meminfo");
    std::string word;
    std::uint64_t kibibytes = 0;
    while (file >> word) {
        if (word == name + ":" && file >> kibibytes)
            return kibibytes << 10;
    }
    return 0;
}

Precision automaticOn(const DeviceChoice& device)
{
    const auto resolved = resolveDevice(device, Precision::Auto);
    return resolved ? resolved->precision : Precision::Float32;
}

} // namespace

std::vector<DeviceOption> deviceOptions()
{
    const DeviceChoice cpu{DeviceChoice::Kind::Cpu, {}};
    std::vector<DeviceOption> options{{cpu, "CPU", systemMemory("MemTotal"),
        systemMemory("MemAvailable"), automaticOn(cpu), false}};
    for (const CudaDevice& device : deviceReport().cuda) {
        const DeviceChoice choice{DeviceChoice::Kind::Cuda, device.index};
        options.push_back({choice, device.name, device.memoryBytes, device.freeBytes,
            automaticOn(choice), false});
    }
    const auto automatic = resolveDevice({}, Precision::Auto);
    for (DeviceOption& option : options) {
        option.isAutomatic = automatic && automatic->cuda
            ? option.choice.index == automatic->index
            : option.choice.kind == DeviceChoice::Kind::Cpu;
    }
    return options;
}

} // namespace tilewright::inference
