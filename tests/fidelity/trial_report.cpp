#include "fidelity/trial_report.h"

#include <algorithm>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "fidelity/markdown.h"

namespace tilewright::fidelity {
namespace {

double fineDetail(const Records& records)
{
    return summaryOf(records, [](const TileRecord& record) { return *record.fineDetail; }).mean;
}

double signalToNoise(const Records& records)
{
    return summaryOf(records, [](const TileRecord& record) { return *record.signalToNoise; }).mean;
}

double kept(const Records& records)
{
    return summaryOf(records, [](const TileRecord& record) {
        return record.reading.fidelity.kept.value_or(0);
    }).mean;
}

std::vector<std::string> joined(
    std::vector<std::string> first, const std::vector<std::string>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

struct TrialSettings {
    double strength = 0;
    double hold = 0;
    double retint = 0;

    static TrialSettings of(const TileRecord& record)
    {
        return {record.request.strength, record.request.hold, record.request.retint};
    }
    auto operator<=>(const TrialSettings&) const = default;
};

Records trials(const Results& results, const TrialSettings& settings)
{
    return select(results, [&](const TileRecord& record) {
        return record.series == Series::Trial && TrialSettings::of(record) == settings;
    });
}

std::string sharpness(const Results& results, const GenerationRequest& own)
{
    const auto guided = select(results,
        [](const TileRecord& record) { return record.series == Series::Guided && isMix(record); });
    const auto roundTrip = trials(results, {0, own.hold, 0});
    Table table({"against the granule picture", "tiles", "fine detail, points", "PSNR, dB"});
    const auto add = [&](const std::string& name, const Records& records) {
        table.add({name, count(records.size()), fmt::format("{:+.2f}", fineDetail(records)),
            number(signalToNoise(records), 1)});
    };
    add("guided", guided);
    add("through the autoencoder and back, nothing else", roundTrip);
    return "## Sharpness, and what the model adds\n\nFine detail is the share of a picture's power "
           "(luma, Hann window) between 0.25 and 0.5\ncycles per pixel, here above or below that "
           "of "
           "the granule picture. What the autoencoder loses by itself is a bound for\nall that is "
           "drawn through it. The lower the PSNR, the more of the picture is the model's "
           "work.\n\n"
        + table.text() + "\n";
}

std::vector<std::string> readingCells(const Records& records)
{
    return {number(summaryOf(records, mixtureError).mean),
        number(summaryOf(records, nearestError).mean),
        number(summaryOf(records, granulesError).mean), number(kept(records), 1),
        fmt::format("{:+.2f}", fineDetail(records)), number(signalToNoise(records), 1)};
}

std::string retinting(const Results& results, const GenerationRequest& own)
{
    const auto before = trials(results, {own.strength, own.hold, 0});
    const auto after = trials(results, {own.strength, own.hold, 1});
    const std::vector<std::string> heads{
        "mixture", "nearest", "granules", "kept, %", "fine detail", "PSNR, dB"};
    Table table(joined({"one attempt", "tiles"}, heads));
    table.add(joined({"without", count(before.size())}, readingCells(before)));
    table.add(joined({"with re-tinting", count(after.size())}, readingCells(after)));
    const auto change
        = [&](Error error) { return summaryOf(after, error).mean - summaryOf(before, error).mean; };
    return fmt::format(
        "## What re-tinting does\n\nThe same pictures before and after granules that drifted got "
        "their own colour back, at the model's own strength\nand hold. It works on granules, so "
        "that the granule reading improves is no proof. The readings that know no granules\nchange "
        "by {:+.2f} points of error (mixture) and {:+.2f} (nearest).\n\n{}\n",
        change(mixtureError), change(nearestError), table.text());
}

/// The settings in which the mixture reading says that re-tinting did harm.
std::string harmfulRetinting(const Records& compared, const std::set<TrialSettings>& settings)
{
    const auto error = [&](const TrialSettings& wanted) {
        return summaryOf(
            select(compared,
                [&](const TileRecord& record) { return TrialSettings::of(record) == wanted; }),
            mixtureError)
            .mean;
    };
    std::string list;
    for (const TrialSettings& setting : settings) {
        if (setting.retint == 0 && error({setting.strength, setting.hold, 1}) > error(setting))
            list += fmt::format("{}strength {:g} with hold {:g}", list.empty() ? "" : ", ",
                setting.strength, setting.hold);
    }
    return list.empty() ? "By the mixture reading re-tinting helped at every setting.\n"
                        : "By the mixture reading re-tinting did harm at " + list + ".\n";
}

std::string grid(const Results& results)
{
    const auto compared = select(results, [](const TileRecord& record) {
        return record.series == Series::Trial && record.mix < trialMixes
            && record.request.strength > 0;
    });
    std::set<TrialSettings> settings;
    for (const TileRecord* record : compared)
        settings.insert(TrialSettings::of(*record));
    Table table({"strength", "hold", "re-tinting", "mixture", "nearest", "granules", "kept, %",
        "fine detail", "PSNR, dB"});
    std::size_t tiles = 0;
    for (const TrialSettings& setting : settings) {
        const auto records = select(compared,
            [&](const TileRecord& record) { return TrialSettings::of(record) == setting; });
        tiles = std::max(tiles, records.size());
        table.add(joined({fmt::format("{:g}", setting.strength), fmt::format("{:g}", setting.hold),
                             fmt::format("{:g}", setting.retint)},
            readingCells(records)));
    }
    return fmt::format("## How the defaults were chosen\n\nMean errors, {} mixes, one attempt "
                       "each. *Strength* is how far the model may go from the granule picture,\n"
                       "*hold* how much of the layout is held in each step.\n{}\n{}\n",
        tiles, harmfulRetinting(compared, settings), table.text());
}

} // namespace

std::string trialReport(const Results& results)
{
    const auto guided = select(results, inSeries(Series::Guided));
    const GenerationRequest& own = guided.front()->request;
    return sharpness(results, own) + retinting(results, own) + grid(results);
}

} // namespace tilewright::fidelity
