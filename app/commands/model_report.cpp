#include "app/commands/model_report.h"

#include <algorithm>

#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "app/commands/command.h"
#include "inference/weights/safetensors.h"

namespace tilewright {
namespace {

/// Names are many when a file is foreign; the first few tell what it is.
std::string nameList(const std::string& title, const std::vector<std::string>& names)
{
    constexpr std::size_t shown = 5;
    if (names.empty())
        return {};
    std::string text = fmt::format("  {}: {}\n", title, names.size());
    for (std::size_t i = 0; i < std::min(shown, names.size()); ++i)
        text += fmt::format("    {}\n", names[i]);
    if (names.size() > shown)
        text += fmt::format("    and {} more\n", names.size() - shown);
    return text;
}

nlohmann::ordered_json toJson(const PartReport& part)
{
    return {{"name", part.name}, {"class", part.className}, {"facts", part.facts},
        {"parameters", part.parameters}, {"bytes", part.bytes}, {"dtypes", part.dtypes},
        {"missing", part.missing}, {"misshapen", part.misshapen}, {"unexpected", part.unexpected},
        {"problem", part.problem}};
}

std::string rule(std::size_t columns)
{
    return std::string(columns, '-') + "\n";
}

std::string partTable(const std::vector<PartReport>& parts)
{
    std::size_t nameColumns = 4, classColumns = 5;
    for (const PartReport& part : parts) {
        nameColumns = std::max(nameColumns, part.name.size());
        classColumns = std::max(classColumns, part.className.size());
    }
    const auto row = [&](const auto&... cells) {
        std::string line = fmt::format("{:<{}}  {:<{}}  {:>13}  {:>9}  {}", cells...);
        return line.erase(line.find_last_not_of(' ') + 1) + "\n";
    };
    std::string text
        = row("part", nameColumns, "class", classColumns, "parameters", "size", "dtypes");
    text += rule(nameColumns + classColumns + 2 + 15 + 11 + 8);
    std::int64_t parameters = 0, bytes = 0;
    for (const PartReport& part : parts) {
        text += row(part.name, nameColumns, part.className, classColumns,
            part.parameters > 0 ? countText(part.parameters) : "",
            bytesText(static_cast<std::uint64_t>(part.bytes)),
            fmt::format("{}", fmt::join(part.dtypes, ", ")));
        parameters += part.parameters;
        bytes += part.bytes;
    }
    text += row("total", nameColumns, "", classColumns, countText(parameters),
        bytesText(static_cast<std::uint64_t>(bytes)), "");
    return text;
}

std::string partDetails(const PartReport& part)
{
    std::string text;
    for (const auto& [fact, value] : part.facts)
        text += fmt::format("  {}: {}\n", fact, value);
    if (!part.problem.empty())
        text += fmt::format("  problem: {}\n", part.problem);
    text += nameList("missing tensors", part.missing);
    text += nameList("tensors of another shape", part.misshapen);
    text += nameList("tensors that nothing uses", part.unexpected);
    return text.empty() ? text : "\n" + part.name + "\n" + text;
}

} // namespace

Expected<Inspection> inspectModelAt(const std::filesystem::path& path)
{
    const auto report = inference::inspectModel(path);
    if (!report)
        return tl::unexpected(report.error());
    Inspection inspection;
    inspection.usable = report->complete();
    inspection.text = fmt::format("{}: {}\n\n", path.string(), report->pipelineClass)
        + partTable(report->parts);
    auto parts = nlohmann::ordered_json::array();
    for (const PartReport& part : report->parts) {
        inspection.text += partDetails(part);
        parts.push_back(toJson(part));
    }
    inspection.text += inspection.usable
        ? "\nComplete: every tensor that the parts need is there, in the right shape.\n"
        : "\nThis model cannot be used as it is; see above for what is missing.\n";
    inspection.json = {{"kind", "model"}, {"path", path.string()},
        {"pipeline", report->pipelineClass}, {"complete", inspection.usable}, {"parts", parts}};
    return inspection;
}

Expected<Inspection> inspectLoraFile(
    const std::filesystem::path& file, const std::filesystem::path& base)
{
    const auto report = inference::inspectLora(file, base);
    if (!report)
        return tl::unexpected(report.error());
    Inspection inspection;
    inspection.text = fmt::format("{}: LoRA, {} format\n\n  modules: {}\n  largest rank: {}\n"
                                  "  parameters: {}\n",
        file.string(), report->format, report->modules, report->rank,
        countText(report->parameters));
    inspection.json = {{"kind", "lora"}, {"path", file.string()}, {"format", report->format},
        {"modules", report->modules}, {"rank", report->rank}, {"parameters", report->parameters}};
    if (base.empty()) {
        inspection.text += "\nGive --base MODEL to see whether it fits a model.\n";
        return inspection;
    }
    inspection.usable = !report->matched.empty();
    inspection.text += fmt::format(
        "  matched in {}: {} of {}\n", base.string(), report->matched.size(), report->modules);
    inspection.text += nameList("not matched", report->unmatched);
    if (!inspection.usable)
        inspection.text
            += "\nNothing in this file fits that model: it was trained on another one.\n";
    else if (!report->unmatched.empty())
        inspection.text += "\nOnly a part of this file has an effect on that model.\n";
    inspection.json["base"] = base.string();
    inspection.json["matched"] = report->matched;
    inspection.json["unmatched"] = report->unmatched;
    return inspection;
}

Expected<Inspection> inspectEmbedding(const std::filesystem::path& file)
{
    const auto tensors = inference::SafetensorsFile::open(file);
    if (!tensors)
        return tl::unexpected(tensors.error());
    Inspection inspection;
    inspection.text = fmt::format("{}: textual inversion\n\n", file.string());
    auto vectors = nlohmann::ordered_json::array();
    for (const auto& [name, tensor] : tensors->tensors()) {
        const std::int64_t count = tensor.shape.size() > 1 ? tensor.shape.front() : 1;
        const std::int64_t length = tensor.shape.empty() ? 1 : tensor.shape.back();
        inspection.text += fmt::format("  {}: {} {} of {} numbers, {}\n", name, count,
            count == 1 ? "vector" : "vectors", length, inference::toText(tensor.dtype));
        vectors.push_back({{"name", name}, {"vectors", count}, {"length", length},
            {"dtype", inference::toText(tensor.dtype)}});
    }
    inspection.json
        = {{"kind", "embedding"}, {"path", file.string()}, {"tensors", std::move(vectors)}};
    return inspection;
}

} // namespace tilewright
