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

std::string retinting(const Results& results, const GenerationRequest& own)
{
    Table table({"one attempt", "tiles", "mixture", "95 % within", "nearest", "granules", "kept, %",
        "fine detail", "PSNR, dB"});
    for (const double retint : {0.0, 1.0}) {
        const auto records = trials(results, {own.strength, own.hold, retint});
        const Summary mixture = summaryOf(records, mixtureError);
        table.add({retint > 0 ? "with re-tinting" : "without", count(records.size()),
            number(mixture.mean), number(mixture.percentile95),
            number(summaryOf(records, nearestError).mean),
            number(summaryOf(records, granulesError).mean), number(kept(records), 1),
            fmt::format("{:+.2f}", fineDetail(records)), number(signalToNoise(records), 1)});
    }
    return "## What re-tinting does\n\nThe same pictures before and after granules that drifted "
           "got "
           "their own colour back. The mixture reading, which knows\nno granules, has to agree "
           "that "
           "it helped.\n\n"
        + table.text() + "\n";
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
        table.add({fmt::format("{:g}", setting.strength), fmt::format("{:g}", setting.hold),
            fmt::format("{:g}", setting.retint), number(summaryOf(records, mixtureError).mean),
            number(summaryOf(records, nearestError).mean),
            number(summaryOf(records, granulesError).mean), number(kept(records), 1),
            fmt::format("{:+.2f}", fineDetail(records)), number(signalToNoise(records), 1)});
    }
    return fmt::format("## How the defaults were chosen\n\nMean errors, {} mixes, one attempt "
                       "each. *Strength* is how far the model may go from the granule picture,\n"
                       "*hold* how much of the layout is held in each step.\n\n",
               tiles)
        + table.text() + "\n";
}

} // namespace

std::string trialReport(const Results& results)
{
    const auto guided = select(results, inSeries(Series::Guided));
    const GenerationRequest& own = guided.front()->request;
    return sharpness(results, own) + retinting(results, own) + grid(results);
}

} // namespace tilewright::fidelity
