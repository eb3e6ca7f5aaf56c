// Which processors the engine can use, and which one a request gets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/generation/settings.h"

namespace tilewright::inference {

struct CudaDevice {
    int index = 0;
    std::string name;
    std::uint64_t memoryBytes = 0;
    std::uint64_t freeBytes = 0;
};

struct DeviceReport {
    std::string engine; ///< "libtorch 2.11.0"
    bool amxBf16 = false; ///< matrix tiles in bfloat16
    bool avx512Bf16 = false;
    bool avx512 = false;
    bool avx2 = false;
    std::vector<CudaDevice> cuda;
    bool hasGpu = false; ///< the driver names one, whether libtorch can use it or not
    std::string cudaProblem; ///< why there is no CUDA device, in words; empty when there is one
};

/// Loads the CUDA part of libtorch when a driver is there. Safe to call from any thread, any number
/// of times.
const DeviceReport& deviceReport();

/// To be called once at the start of the program, before it has other threads: lets libtorch keep
/// large tensors in huge pages. Weights of several gigabytes then load in half the time, which goes
/// into page faults otherwise.
void initialiseEngine();

/// A device and a precision, both settled.
struct ResolvedDevice {
    bool cuda = false;
    int index = 0;
    Precision precision = Precision::Float32; ///< never Auto
    std::string notice; ///< set when Auto fell back from a GPU that is there but cannot be used
    std::string name() const; ///< "cpu", "cuda:0"
};

/// Auto: the CUDA device with the most memory, else the CPU. Auto precision: float16 on CUDA; on a
/// CPU bfloat16 where it has AMX or AVX512-BF16, else float32. Errors: DeviceUnavailable, saying
/// what was found.
Expected<ResolvedDevice> resolveDevice(const DeviceChoice& device, Precision precision);

} // namespace tilewright::inference
