#include "app/commands/doctor_checks.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>

#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/command.h"
#include "app/support/checksum.h"
#include "core/generation/model_profile.h"
#include "core/generation/request.h"
#include "core/support/log.h"
#include "core/support/paths.h"
#include "core/support/version.h"
#include "inference/device/device.h"
#include "inference/pipeline/torch_generator.h"
#ifdef TILEWRIGHT_STUDIO
#include "app/studio.h"
#endif

namespace tilewright {
namespace {

using State = Finding::State;

std::vector<Finding> checkVersions()
{
#ifdef TILEWRIGHT_STUDIO
    const std::string studio = "Qt " + toolkitVersion();
#else
    const std::string studio = "built without the studio";
#endif
    return {{State::Ok, "program", fmt::format("{} {}", applicationName, applicationVersion), ""},
        {State::Ok, "compiler", fmt::format("{} {}", TILEWRIGHT_COMPILER, __VERSION__), ""},
        {State::Ok, "studio", studio, ""},
        {State::Ok, "engine", inference::deviceReport().engine, ""}};
}

std::vector<Finding> checkProcessor()
{
    const inference::DeviceReport& report = inference::deviceReport();
    std::string sets;
    for (const auto& [there, name] : {std::pair(report.avx2, "AVX2"), {report.avx512, "AVX-512"},
             {report.avx512Bf16, "AVX512-BF16"}, {report.amxBf16, "AMX-BF16"}}) {
        if (there)
            sets += (sets.empty() ? "" : ", ") + std::string(name);
    }
    const std::string cores
        = fmt::format("{} cores, {}", sysconf(_SC_NPROCESSORS_ONLN), sets.empty() ? "none" : sets);
    if (!report.avx2)
        return {{State::Warning, "processor", cores,
            "Without AVX2 the model runs very slowly. Use a processor made after 2013 or a GPU."}};
    return {{State::Ok, "processor", cores, ""}};
}

/// What can be had without swapping, in bytes; 0 when the kernel does not tell.
std::uint64_t availableMemory()
{
    std::ifstream file("/proc/meminfo");
    std::string key, unit;
    std::uint64_t kibibytes = 0;
    while (file >> key >> kibibytes && std::getline(file, unit)) {
        if (key == "MemAvailable:")
            return kibibytes * 1024;
    }
    return 0;
}

std::vector<Finding> checkMemory()
{
    constexpr std::uint64_t starterNeeds = 1'000'000'000, sdxlNeeds = 12'000'000'000;
    const std::uint64_t total = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES))
        * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    const std::uint64_t available = availableMemory();
    const std::string text
        = fmt::format("{}, of which {} free", bytesText(total), bytesText(available));
    if (available < starterNeeds)
        return {{State::Warning, "memory", text,
            "Close other programs: even the starter model wants about 1 GB."}};
    if (available < sdxlNeeds)
        return {{State::Ok, "memory", text + "; SDXL on the CPU wants about 12 GB", ""}};
    return {{State::Ok, "memory", text, ""}};
}

std::vector<Finding> checkDevices()
{
    const inference::DeviceReport& report = inference::deviceReport();
    std::vector<Finding> findings;
    for (const inference::CudaDevice& device : report.cuda)
        findings.push_back({State::Ok, fmt::format("cuda:{}", device.index),
            fmt::format("{}, {} of {} free", device.name, bytesText(device.freeBytes),
                bytesText(device.memoryBytes)),
            ""});
    if (findings.empty())
        findings.push_back({State::Ok, "GPU",
            fmt::format("none: {}; tiles are made on the CPU", report.cudaProblem), ""});
    const auto automatic = inference::resolveDevice(DeviceChoice(), Precision::Auto);
    if (!automatic)
        findings.push_back({State::Problem, "device", automatic.error().message,
            "Reinstall the engine's libraries with packaging/bootstrap."});
    else if (!automatic->notice.empty())
        findings.push_back({State::Warning, "device", automatic->notice,
            "Update the graphics driver to use the GPU."});
    else
        findings.push_back({State::Ok, "device",
            fmt::format(
                "{} in {} is used by default", automatic->name(), toText(automatic->precision)),
            ""});
    return findings;
}

/// A folder is made when it is first needed, so its nearest existing parent must allow that.
Finding checkWritableFolder(const std::string& subject, const std::filesystem::path& folder)
{
    std::filesystem::path existing = folder;
    std::error_code error;
    while (!std::filesystem::exists(existing, error) && existing.has_relative_path())
        existing = existing.parent_path();
    if (access(existing.c_str(), W_OK | X_OK) == 0)
        return {State::Ok, subject, folder.string(), ""};
    return {State::Warning, subject, fmt::format("{} cannot be written", folder.string()),
        fmt::format("Give yourself write access to {}.", existing.string())};
}

std::vector<Finding> checkPaths()
{
    std::vector<Finding> findings;
    const auto palette = loadPalette(ModelProfile::defaults().palette, {});
    if (palette)
        findings.push_back({State::Ok, "resources",
            fmt::format(
                "{}, palette of {} colours", resourceFolder().string(), palette->colors().size()),
            ""});
    else
        findings.push_back({State::Problem, "resources", palette.error().message,
            "Reinstall Tilewright, or set TILEWRIGHT_RESOURCES to its resources folder."});
    findings.push_back(checkWritableFolder("tiles", tileFolder()));
    findings.push_back(checkWritableFolder("log", logFile().parent_path()));
    return findings;
}

std::vector<Finding> checkStarterFiles()
{
    const char* advice = "Restore the folder from the download or with git checkout.";
    const auto report = verifyChecksums(starterModelFolder() / "SHA256SUMS");
    if (!report)
        return {{State::Problem, "starter model", report.error().message, advice}};
    if (report->intact())
        return {{State::Ok, "starter model",
            fmt::format("{} files, all as released", report->files), ""}};
    const auto& first = report->missing.empty() ? report->changed : report->missing;
    return {{State::Problem, "starter model",
        fmt::format("{} files missing and {} changed, first {}", report->missing.size(),
            report->changed.size(), first.front()),
        advice}};
}

/// Standard deviation of all colour values, 0…255.
double contrast(const Image& image)
{
    double sum = 0, squares = 0;
    for (const std::uint8_t value : image.rgb) {
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const auto count = static_cast<double>(image.rgb.size());
    return std::sqrt(std::max(0.0, squares / count - (sum / count) * (sum / count)));
}

std::vector<Finding> checkSelfTest()
{
    constexpr int side = 128;
    constexpr double flat = 4; // a picture of granules has about 50
    const char* subject = "self test";
    const char* advice = "Run it again with --verbose and look into the log named above.";
    const auto problem = [&](const Error& error) {
        logError(error);
        return std::vector<Finding>{{State::Problem, subject, error.message, advice}};
    };

    const auto profile = ModelProfile::load(starterModelFolder());
    if (!profile)
        return problem(profile.error());
    const auto mix = Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
    if (!mix)
        return problem(mix.error());
    auto request = GenerationRequest::forMix(*profile, starterModelFolder().string(), *mix);
    request.width = request.height = side;
    request.seed = 1;

    const auto start = std::chrono::steady_clock::now();
    const auto tile = inference::makeTorchGenerator()->generate(
        request, [](const GenerationEvent&) {}, std::stop_token());
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (!tile)
        return problem(tile.error());
    if (tile->image.width != side || tile->image.height != side || contrast(tile->image) < flat)
        return problem(Error{ErrorKind::Internal, "The tile of the self test is empty or flat.",
            fmt::format("{} x {}, contrast {:.2f}", tile->image.width, tile->image.height,
                contrast(tile->image))});
    return {{State::Ok, subject,
        fmt::format("a tile of {} x {} in {:.1f} s on {}", side, side, taken.count(),
            tile->provenance.device),
        ""}};
}

} // namespace

std::vector<DoctorCheck> doctorChecks()
{
    return {&checkVersions, &checkProcessor, &checkMemory, &checkDevices, &checkPaths,
        &checkStarterFiles, &checkSelfTest};
}

} // namespace tilewright
