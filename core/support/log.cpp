#include "core/support/log.h"

#include <memory>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <string>
#include <vector>

#include "core/support/paths.h"

namespace tilewright {

std::filesystem::path logFile()
{
    return stateFolder() / "log" / "tilewright.log";
}

void initialiseLog(bool verbose)
{
    const auto level = verbose ? spdlog::level::debug : spdlog::level::info;

    const auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    console->set_level(verbose ? spdlog::level::debug : spdlog::level::warn);
    console->set_pattern("%n: %l: %v");
    std::vector<spdlog::sink_ptr> sinks{console};

    std::string problem;
    try {
        std::filesystem::create_directories(logFile().parent_path());
        constexpr std::size_t bytes = std::size_t{2} << 20;
        constexpr std::size_t files = 3;
        const auto file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            logFile().string(), bytes, files - 1);
        file->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %P %t %l: %v");
        sinks.push_back(file);
    } catch (const std::exception& error) {
        problem = error.what();
    }

    const auto logger = std::make_shared<spdlog::logger>("tilewright", sinks.begin(), sinks.end());
    logger->set_level(level);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(logger);
    if (!problem.empty())
        spdlog::info("no log file: {}", problem);
}

} // namespace tilewright
