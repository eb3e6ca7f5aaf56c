#include "inference/device/device.h"

#include <ATen/ATen.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>
#include <torch/headeronly/version.h>

namespace tilewright::inference {

namespace {

/// A handful of driver entry points, called before libtorch's 1.5 GB of CUDA code is loaded, so
/// that a machine without a GPU never pays for it. Signatures after the CUDA driver API reference.
struct CudaDriver {
    using Init = int (*)(unsigned);
    using DeviceCount = int (*)(int*);
    using DeviceName = int (*)(char*, int, int);
    using DeviceMemory = int (*)(std::size_t*, int);

    /// Devices, or why there are none.
    static std::vector<CudaDevice> list(std::string& problem)
    {
        void* library = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
        if (!library) {
            problem = "no NVIDIA driver is installed";
            return {};
        }
        const auto initialise = reinterpret_cast<Init>(dlsym(library, "cuInit"));
        const auto count = reinterpret_cast<DeviceCount>(dlsym(library, "cuDeviceGetCount"));
        const auto name = reinterpret_cast<DeviceName>(dlsym(library, "cuDeviceGetName"));
        const auto memory = reinterpret_cast<DeviceMemory>(dlsym(library, "cuDeviceTotalMem_v2"));
        int devices = 0;
        if (!initialise || !count || !name || !memory || initialise(0) != 0 || count(&devices) != 0
            || devices == 0) {
            problem = "the NVIDIA driver finds no device";
            return {};
        }
        std::vector<CudaDevice> found;
        for (int index = 0; index < devices; ++index) {
            std::array<char, 256> text{};
            std::size_t bytes = 0;
            name(text.data(), static_cast<int>(text.size()), index);
            memory(&bytes, index);
            found.push_back({index, text.data(), bytes, 0});
        }
        return found;
    }
};

/// The devices of the driver that libtorch can use too, or why there are none.
std::vector<CudaDevice> usable(const std::vector<CudaDevice>& devices, std::string& problem)
{
    // RTLD_GLOBAL: its operators register themselves with the libtorch that is linked already.
    if (!dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL)) {
        const char* reason = dlerror();
        problem = fmt::format("{} is there, but the CUDA part of libtorch cannot be loaded; run "
                              "the set-up with GPU=1",
            devices.front().name);
        spdlog::info("libtorch_cuda: {}", reason ? reason : "unknown");
        return {};
    }
    try {
        if (!at::globalContext().hasCUDA() || at::detail::getCUDAHooks().deviceCount() == 0) {
            problem = "libtorch finds no CUDA device that it can use";
            return {};
        }
        // One allocation and one kernel: a driver too old or a chip not supported shows here, not
        // in the first tile.
        for (const auto& device : devices) {
            const at::Tensor probe
                = at::ones({8}, at::Device(at::kCUDA, static_cast<at::DeviceIndex>(device.index)));
            if ((probe + probe).sum().item<float>() != 16)
                throw std::runtime_error("wrong result");
        }
    } catch (const std::exception& error) {
        spdlog::warn("CUDA probe: {}", error.what());
        problem = fmt::format(
            "{} does not work with this libtorch; its driver may be too old", devices.front().name);
        return {};
    }
    return devices;
}

DeviceReport probe()
{
    DeviceReport report;
    report.engine = fmt::format(
        "libtorch {}.{}.{}", TORCH_VERSION_MAJOR, TORCH_VERSION_MINOR, TORCH_VERSION_PATCH);
    report.avx2 = __builtin_cpu_supports("avx2") != 0;
    report.avx512 = __builtin_cpu_supports("avx512f") != 0;
    report.avx512Bf16 = __builtin_cpu_supports("avx512bf16") != 0;
    report.amxBf16 = __builtin_cpu_supports("amx-bf16") != 0;
    const auto devices = CudaDriver::list(report.cudaProblem);
    report.hasGpu = !devices.empty();
    if (report.hasGpu)
        report.cuda = usable(devices, report.cudaProblem);
    return report;
}

std::string describe(const DeviceReport& report)
{
    if (report.cuda.empty())
        return report.cudaProblem;
    std::string list;
    for (const auto& device : report.cuda)
        list += fmt::format("{}cuda:{} {}", list.empty() ? "" : ", ", device.index, device.name);
    return list;
}

} // namespace

void initialiseEngine()
{
    // Read by libtorch's allocator when it is used first. What the user has set stays.
    ::setenv("THP_MEM_ALLOC_ENABLE", "1", 0);
}

const DeviceReport& deviceReport()
{
    static const DeviceReport report = probe();
    return report;
}

std::string ResolvedDevice::name() const
{
    return cuda ? fmt::format("cuda:{}", index) : "cpu";
}

Expected<ResolvedDevice> resolveDevice(const DeviceChoice& device, Precision precision)
{
    ResolvedDevice resolved;
    resolved.precision = precision;
    if (device.kind != DeviceChoice::Kind::Cpu) {
        const auto& report = deviceReport();
        const CudaDevice* chosen = nullptr;
        for (const auto& candidate : report.cuda) {
            const bool wanted = device.index ? candidate.index == *device.index : true;
            if (wanted && (!chosen || candidate.memoryBytes > chosen->memoryBytes))
                chosen = &candidate;
        }
        if (chosen) {
            resolved.cuda = true;
            resolved.index = chosen->index;
        } else if (device.kind == DeviceChoice::Kind::Cuda) {
            return fail(ErrorKind::DeviceUnavailable,
                fmt::format("The device {} is not available: {}. Use --device cpu, or auto.",
                    toText(device), describe(report)));
        } else if (report.hasGpu) {
            resolved.notice = fmt::format("Working on the CPU: {}.", report.cudaProblem);
        }
    }
    if (resolved.precision == Precision::Auto) {
        const auto& report = deviceReport();
        const bool fastBf16 = report.amxBf16 || report.avx512Bf16;
        resolved.precision = resolved.cuda ? Precision::Float16
            : fastBf16                     ? Precision::BFloat16
                                           : Precision::Float32;
    }
    return resolved;
}

} // namespace tilewright::inference
