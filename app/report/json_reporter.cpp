#include <nlohmann/json.hpp>

#include "app/report/reporter.h"

namespace tilewright {
namespace {

class JsonReporter final : public Reporter {
public:
    JsonReporter(std::ostream& out, RunFacts facts) : m_out(out), m_facts(facts) { }

    void event(int job, const GenerationEvent& event) override
    {
        nlohmann::ordered_json line;
        line["event"] = std::visit([](const auto& e) { return name(e); }, event);
        line["job"] = job + 1;
        line["seed"] = m_facts.firstSeed + static_cast<std::uint64_t>(job);
        std::visit([&](const auto& e) { describe(line, e); }, event);
        if (const auto* phase = std::get_if<PhaseBegan>(&event))
            m_attempt = phase->attempt;
        const bool isProgress
            = std::holds_alternative<PhaseBegan>(event) || std::holds_alternative<Progress>(event);
        if (isProgress && m_attempt > 1)
            line["attempt"] = m_attempt;
        // A stray byte in a file name must not end the stream.
        m_out << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << std::endl;
    }

    void end(const RunSummary&) override { m_out << std::flush; }

private:
    static const char* name(const Queued&) { return "queued"; }
    static const char* name(const PhaseBegan&) { return "phase"; }
    static const char* name(const Progress&) { return "progress"; }
    static const char* name(const Notice&) { return "notice"; }
    static const char* name(const Finished&) { return "finished"; }
    static const char* name(const Failed&) { return "failed"; }
    static const char* name(const Cancelled&) { return "cancelled"; }

    static void describe(nlohmann::ordered_json&, const Queued&) { }
    static void describe(nlohmann::ordered_json&, const Cancelled&) { }
    static void describe(nlohmann::ordered_json& line, const PhaseBegan& phase)
    {
        line["phase"] = toText(phase.phase);
        line["units"] = phase.units;
    }
    static void describe(nlohmann::ordered_json& line, const Progress& progress)
    {
        line["phase"] = toText(progress.phase);
        line["done"] = progress.done;
        line["units"] = progress.units;
    }
    static void describe(nlohmann::ordered_json& line, const Notice& notice)
    {
        line["message"] = notice.message;
    }
    static void describe(nlohmann::ordered_json& line, const Finished& finished)
    {
        line["file"] = finished.file.string();
        line["request"] = toJson(finished.tile.request);
        line["provenance"] = toJson(finished.tile.provenance);
        if (finished.tile.fidelity)
            line["fidelity"] = toJson(*finished.tile.fidelity);
    }
    static void describe(nlohmann::ordered_json& line, const Failed& failed)
    {
        line["error"] = errorJson(failed.error);
    }

    std::ostream& m_out;
    RunFacts m_facts;
    int m_attempt = 1; ///< of the phase that runs
};

} // namespace

nlohmann::ordered_json errorJson(const Error& error)
{
    return {{"kind", toText(error.kind)}, {"message", error.message}, {"detail", error.detail},
        {"exitCode", exitCode(error.kind)}};
}

std::unique_ptr<Reporter> makeJsonReporter(std::ostream& out, RunFacts facts)
{
    return std::make_unique<JsonReporter>(out, facts);
}

} // namespace tilewright
