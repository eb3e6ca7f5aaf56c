#include "core/measure/fidelity.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/support/json_fields.h"

namespace tilewright {
namespace {

using nlohmann::json;

// Points. What people see in a tile begins at about two; see also ARCHITECTURE.md.
constexpr double trueError = 1;
constexpr double closeError = 2;

/// Of the colours that were asked for; `read` gives the share that counts.
template <typename Read> double meanErrorOf(const std::vector<ColorFidelity>& colors, Read read)
{
    double sum = 0;
    int count = 0;
    for (const ColorFidelity& color : colors) {
        if (color.asked) {
            sum += std::abs(read(color) - *color.asked);
            ++count;
        }
    }
    return count > 0 ? sum / count : 0;
}

void readOptional(JsonFields& fields, const char* key, std::optional<double>& value)
{
    if (!fields.has(key))
        return;
    double number = 0;
    fields.read(key, number);
    value = number;
}

} // namespace

std::string_view toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::True:
        return "true";
    case Verdict::Close:
        return "close";
    case Verdict::Off:
        return "off";
    }
    return "";
}

double Fidelity::meanError() const
{
    return meanErrorOf(colors, [](const ColorFidelity& color) { return color.measured; });
}

double Fidelity::meanErrorOfNearest() const
{
    return meanErrorOf(colors, [](const ColorFidelity& color) { return color.nearest; });
}

std::optional<double> Fidelity::meanErrorOfGranules() const
{
    const bool known = std::any_of(colors.begin(), colors.end(),
        [](const ColorFidelity& color) { return color.granules.has_value(); });
    if (!known)
        return std::nullopt;
    return meanErrorOf(
        colors, [](const ColorFidelity& color) { return color.granules.value_or(*color.asked); });
}

double Fidelity::worstError() const
{
    double worst = 0;
    for (const ColorFidelity& color : colors)
        worst = std::max(worst, std::abs(color.difference()));
    return worst;
}

Verdict Fidelity::verdict() const
{
    return verdictOf(std::max(meanError(), meanErrorOfGranules().value_or(0)));
}

Verdict verdictOf(double error)
{
    return error <= trueError ? Verdict::True : error <= closeError ? Verdict::Close : Verdict::Off;
}

json toJson(const Fidelity& fidelity)
{
    json shares = json::object(), colors = json::array();
    for (const ColorFidelity& color : fidelity.colors) {
        shares[color.color] = color.measured;
        json entry
            = {{"color", color.color}, {"measured", color.measured}, {"nearest", color.nearest}};
        if (color.asked)
            entry["asked"] = *color.asked;
        if (color.granules)
            entry["granules"] = *color.granules;
        if (color.deltaE)
            entry["deltaE"] = *color.deltaE;
        colors.push_back(std::move(entry));
    }
    json result = {{"shares", shares}, {"unexplained", fidelity.unexplained}, {"colors", colors}};
    if (std::any_of(fidelity.colors.begin(), fidelity.colors.end(),
            [](const ColorFidelity& color) { return color.asked.has_value(); })) {
        result["meanError"] = fidelity.meanError();
        result["verdict"] = toText(fidelity.verdict());
    }
    if (fidelity.kept)
        result["kept"] = *fidelity.kept;
    return result;
}

Expected<Fidelity> fidelityFromJson(const json& source)
{
    Fidelity fidelity;
    std::string problem;
    JsonFields fields(source, problem);
    fields.readEach("colors", [&](JsonFields& entry) {
        ColorFidelity color;
        entry.read("color", color.color);
        readOptional(entry, "asked", color.asked);
        entry.read("measured", color.measured);
        entry.read("nearest", color.nearest);
        readOptional(entry, "granules", color.granules);
        readOptional(entry, "deltaE", color.deltaE);
        fidelity.colors.push_back(std::move(color));
    });
    fields.read("unexplained", fidelity.unexplained);
    readOptional(fields, "kept", fidelity.kept);
    if (!problem.empty())
        return fail(ErrorKind::BadData, fmt::format("The fidelity cannot be used: {}.", problem));
    return fidelity;
}

} // namespace tilewright
