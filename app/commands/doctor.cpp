#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/commands/doctor_checks.h"

namespace tilewright {
namespace {

std::string_view toText(Finding::State state)
{
    switch (state) {
    case Finding::State::Ok:
        return "ok";
    case Finding::State::Warning:
        return "warning";
    case Finding::State::Problem:
        return "problem";
    }
    return "";
}

void print(const Finding& finding)
{
    std::cout << fmt::format(
        "{:<8} {:<15} {}\n", toText(finding.state), finding.subject, finding.text);
    if (!finding.advice.empty())
        std::cout << fmt::format("{:<8} {:<15} {}\n", "", "", finding.advice);
    std::cout << std::flush;
}

Expected<int> diagnose(bool json)
{
    auto list = nlohmann::ordered_json::array();
    bool healthy = true;
    for (const DoctorCheck check : doctorChecks()) {
        for (const Finding& finding : check()) {
            healthy = healthy && finding.state != Finding::State::Problem;
            if (json)
                list.push_back({{"state", toText(finding.state)}, {"subject", finding.subject},
                    {"text", finding.text}, {"advice", finding.advice}});
            else
                print(finding);
        }
    }
    if (json)
        std::cout << nlohmann::ordered_json{{"healthy", healthy}, {"findings", list}}.dump(2)
                  << "\n";
    else
        std::cout << (healthy
                ? "\nReady to make tiles.\n"
                : "\nSomething is wrong; the lines marked \"problem\" say what to do.\n");
    return healthy ? 0 : exitCode(ErrorKind::Internal);
}

} // namespace

void addDoctorCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& command = *root.add_subcommand(
        "doctor", "Check this installation, and make a small tile to be sure");
    addJsonOption(command, invocation, "Write JSON");
    addVerboseOption(command, invocation);
    command.footer("Exit status: 0 when tiles can be made, 70 when there is a problem.");
    command.callback(
        [&invocation] { invocation.run = [&invocation] { return diagnose(invocation.json); }; });
}

} // namespace tilewright
