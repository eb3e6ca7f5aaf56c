#include "fidelity/report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <spdlog/fmt/fmt.h>
#include <thread>

#include "fidelity/markdown.h"
#include "fidelity/trial_report.h"

namespace tilewright::fidelity {
namespace {

/// The records that most tables are about.
struct Groups {
    Records guided; ///< of random mixes
    Records guidedSingle;
    Records free; ///< of random mixes
    Records freeSingle;

    explicit Groups(const Results& results)
    {
        const auto all = select(results, inSeries(Series::Guided));
        const auto allFree = select(results, inSeries(Series::Free));
        guided = select(all, isMix);
        guidedSingle = select(all, std::not_fn(isMix));
        free = select(allFree, isMix);
        freeSingle = select(allFree, std::not_fn(isMix));
    }
};

std::string introduction(const Results& results, const Groups& groups)
{
    const Summary mixture = summaryOf(groups.guided, mixtureError);
    return fmt::format(
        R"(# How true a tile is to its mix

Tilewright promises that the mix you dial is the tile you get. This page tells how far that holds, by how much it was
missed at worst, and how it was measured. `make fidelity` makes all tiles anew and writes this page, its pictures and
[every single result](fidelity.csv); no number in it was entered by hand.

**Guided tiles miss the shares of their mix by {:.1f} percentage points on average. 95 of 100 tiles stay within {:.1f}; the
worst is off by {:.1f}. Tiles made from the prompt alone miss by {:.1f}.**

These are {} guided tiles of {} random mixes, two to six colours each, made with {} on {}.

)",
        mixture.mean, mixture.percentile95, mixture.worst,
        summaryOf(groups.free, mixtureError).mean, mixture.count, results.extent.mixes,
        results.provenance.modelName, results.provenance.device);
}

std::string aims(const Groups& groups)
{
    const Summary mixture = summaryOf(groups.guided, mixtureError);
    const Summary granules = summaryOf(groups.guided, granulesError);
    const double nearest = summaryOf(groups.guided, nearestError).mean
        - summaryOf(groups.guided, nearestError, Subject::Field).mean;
    const double detail = summaryOf(groups.guided, [](const TileRecord& record) {
        return *record.fineDetail;
    }).mean;
    const double strength = groups.guided.front()->request.strength;
    Table table({"guided tiles of random mixes", "aim", "reached", "held"});
    const auto add
        = [&](const std::string& what, const std::string& aim, double reached, bool held) {
              table.add({what, aim, number(reached), held ? "yes" : "**no**"});
          };
    add("mixture, mean, points", "≤ 1", mixture.mean, mixture.mean <= 1);
    add("mixture, 95 % within", "≤ 3", mixture.percentile95, mixture.percentile95 <= 3);
    add("granules, mean; after re-tinting nearly by construction", "≤ 1", granules.mean,
        granules.mean <= 1);
    add("granules, 95 % within", "≤ 3", granules.percentile95, granules.percentile95 <= 3);
    add("nearest colour, mean, above that of the bare granule pictures", "≤ 1", nearest,
        nearest <= 1);
    add("sharpness: power of fine detail above that of the granule pictures, points", "±2", detail,
        std::abs(detail) <= 2);
    add("strength: how far the model may go from the granule picture", "≥ 0.4", strength,
        strength >= 0.4);
    return table.text() + "\n";
}

std::string method(const Results& results)
{
    std::uint64_t first = results.records.front().request.seed;
    std::uint64_t last = first;
    for (const TileRecord& record : results.records) {
        first = std::min(first, record.request.seed);
        last = std::max(last, record.request.seed);
    }
    const GenerationRequest& request = results.records.front().request;
    const std::string calibration = results.isModelCalibrated
        ? fmt::format("the calibration that comes with the model (“{}”)", results.calibrationSource)
        : std::string("bare granule pictures, because this model brings no calibration of its own");
    return fmt::format(
        R"(## What was measured

- **Mixes**: {} random ones, in turn of two, three, four, five and six of the {} colours, in steps of 5 %, seeds
  per mix: {}; and single colours with one. The draw is fixed; the seeds lie between {} and {}, and every tile
  of a mix has a granule layout of its own.
- **Tiles**: {} × {} pixels, {:.2f} mm a pixel, granules of {:g} mm. *Guided* is what `tilewright render --mix` does with
  the model's own settings: strength {:g}, hold {:g}, re-tinting {:g}, at most {} attempts until within {:g} points.
  *Free* (`--guide none`) gives the model the same words and nothing else.
- **Error of a tile**: the mean over its colours of |measured − asked|, in percentage points.
- **Three readings**, which fail in different ways. *Mixture*: expectation maximisation over the colours of all pixels,
  blind to places. *Nearest*: the nearest of the asked colours, pixel by pixel, once shading
  is removed. *Granules*: the colour
  of each granule in its own outline, which only a guided tile has; *kept* is the area whose granules are still what they
  were asked to be. Attempts are judged by all three; none steers alone. Re-tinting works on the granules' outlines, so
  the granule reading cannot judge it alone; the other two know nothing of outlines.
- **Bare granule pictures** have exact shares. What a reading gets wrong there is its own fault, so it is shown beside
  what it says of the tiles.
- **Calibration** of the mixture: {}.
  The cross-check uses bare granule pictures of seed {} instead. No tile that is measured has a seed that calibrated.
- A single colour, alone, would always be read as 100 % by mixture and nearest. For these tiles both have to choose
  among all {} colours of the palette.

)",
        results.extent.mixes, results.palette.colors().size(), results.extent.seeds, first, last,
        request.width, request.height, request.millimetresPerPixel, request.granuleMillimetres,
        request.strength, request.hold, request.retint, request.attempts, request.tolerance,
        calibration, calibrationSeed, results.palette.colors().size());
}

/// CIEDE2000 of the colours of all pictures against the palette, where it was measured.
Summary deltaE(const Records& records, Subject subject = Subject::Tile)
{
    std::vector<double> values;
    for (const TileRecord* record : records) {
        for (const ColorFidelity& color : readingOf(*record, subject).fidelity.colors) {
            if (color.deltaE)
                values.push_back(*color.deltaE);
        }
    }
    return summarize(std::move(values));
}

std::string colorDifferences(const Groups& groups)
{
    const Summary guided = deltaE(groups.guided);
    if (guided.count == 0)
        return {};
    return fmt::format(
        "\nThe colours themselves are {:.1f} ΔE2000 from the palette in guided tiles, "
        "{:.1f} in bare granule pictures and {:.1f} in\nfree tiles, on average.",
        guided.mean, deltaE(groups.guided, Subject::Field).mean, deltaE(groups.free).mean);
}

std::string overallTables(const Groups& groups)
{
    Table tiles(summaryHeads());
    tiles.add(summaryCells("**guided**, mixture", summaryOf(groups.guided, mixtureError)));
    tiles.add(summaryCells("guided, nearest", summaryOf(groups.guided, nearestError)));
    tiles.add(summaryCells("guided, granules", summaryOf(groups.guided, granulesError)));
    const auto field = Subject::Field;
    tiles.add(
        summaryCells("bare granules, mixture", summaryOf(groups.guided, mixtureError, field)));
    tiles.add(
        summaryCells("bare granules, nearest", summaryOf(groups.guided, nearestError, field)));
    tiles.add(
        summaryCells("bare granules, granules", summaryOf(groups.guided, granulesError, field)));
    tiles.add(summaryCells("**free**, mixture", summaryOf(groups.free, mixtureError)));
    tiles.add(summaryCells("free, nearest", summaryOf(groups.free, nearestError)));

    const auto granules = [](const ColorFidelity& color) { return color.granules.value_or(0); };
    const auto measured = &ColorFidelity::measured;
    const auto nearest = &ColorFidelity::nearest;
    Table colors(summaryHeads());
    colors.add(summaryCells("**guided**, mixture", colorSummary(groups.guided, measured)));
    colors.add(summaryCells("guided, nearest", colorSummary(groups.guided, nearest)));
    colors.add(summaryCells("guided, granules", colorSummary(groups.guided, granules)));
    colors.add(
        summaryCells("bare granules, mixture", colorSummary(groups.guided, measured, field)));
    colors.add(summaryCells("**free**, mixture", colorSummary(groups.free, measured)));
    colors.add(summaryCells("free, nearest", colorSummary(groups.free, nearest)));

    std::vector<double> kept;
    for (const TileRecord* record : groups.guided)
        kept.push_back(record->reading.fidelity.kept.value_or(0));
    return "## Tile by tile\n\nMean error over the colours of a tile, random mixes.\n\n"
        + tiles.text()
        + fmt::format(
            "\nOf the area of a guided tile, granules that cover {:.1f} % kept their colour "
            "(in the worst tile {:.1f} %).{}\n\n",
            summarize(kept).mean, *std::min_element(kept.begin(), kept.end()),
            colorDifferences(groups))
        + "## Colour by colour\n\nError of every single colour of every tile, random mixes.\n\n"
        + colors.text() + "\n";
}

std::string byColorCount(const Results& results)
{
    Table table({"colours", "tiles", "guided: mixture mean", "median", "95 % within", "worst",
        "nearest", "bare, nearest", "granules", "free: mixture"});
    for (std::size_t colors = 1; colors <= Mix::maximumColors; ++colors) {
        const auto ofCount = [&](Series series) {
            return select(results, [&](const TileRecord& record) {
                return record.series == series && colorCount(record) == colors;
            });
        };
        const auto guided = ofCount(Series::Guided);
        if (guided.empty())
            continue;
        const Summary mixture = summaryOf(guided, mixtureError);
        table.add({count(colors), count(mixture.count), number(mixture.mean),
            number(mixture.median), number(mixture.percentile95), number(mixture.worst),
            number(summaryOf(guided, nearestError).mean),
            number(summaryOf(guided, nearestError, Subject::Field).mean),
            number(summaryOf(guided, granulesError).mean),
            number(summaryOf(ofCount(Series::Free), mixtureError).mean)});
    }
    return "## By number of colours\n\nOne colour: told from all others of the palette by "
           "mixture and nearest.\n\n"
        + table.text() + "\n";
}

std::string crossCheck(const Results& results, const Groups& groups)
{
    Table table({"mixture, mean error (95 % within)", "as the program calibrates",
        "by other granule pictures"});
    const auto add
        = [&](const std::string& name, const Records& records, Subject subject = Subject::Tile) {
              const auto cell = [&](Error error) {
                  const Summary summary = summaryOf(records, error, subject);
                  return fmt::format("{:.2f} ({:.2f})", summary.mean, summary.percentile95);
              };
              table.add({name, cell(mixtureError), cell(crossCheckError)});
          };
    add("guided", groups.guided);
    add("guided, single colours", groups.guidedSingle);
    add("bare granules", groups.guided, Subject::Field);
    add("free", groups.free);
    add("free, single colours", groups.freeSingle);
    const std::string why = results.isModelCalibrated
        ? "A model's own calibration knows how that model shows a colour, and could flatter it. "
          "Granule pictures know nothing of any model:"
        : "Both columns are calibrated by granule pictures, of different seeds:";
    return "## Another calibration\n\n" + why + "\n\n" + table.text() + "\n";
}

std::string timeTable(const Groups& groups)
{
    Table table({"", "seconds a tile", "95 % within", "attempts", "made more than once"});
    const auto add = [&](const std::string& name, const Records& records) {
        const Summary seconds
            = summaryOf(records, [](const TileRecord& record) { return record.seconds; });
        const Summary attempts
            = summaryOf(records, [](const TileRecord& record) { return double(record.attempts); });
        const auto repeated
            = select(records, [](const TileRecord& record) { return record.attempts > 1; });
        table.add({name, number(seconds.mean), number(seconds.percentile95), number(attempts.mean),
            fmt::format("{} of {}", repeated.size(), records.size())});
    };
    add("guided", groups.guided);
    add("guided, single colours", groups.guidedSingle);
    add("free", groups.free);
    return fmt::format("## Time\n\nOn {} processor cores, with measuring, without loading the "
                       "model. Other work on the machine counts.\n\n",
               std::thread::hardware_concurrency())
        + table.text() + "\n";
}

/// The colours whose share is read worst.
std::string hardestColors(const Groups& groups)
{
    struct Errors {
        double absolute = 0;
        double difference = 0;
        int count = 0;
    };
    std::map<std::string, Errors> errors;
    for (const TileRecord* record : groups.guided) {
        for (const ColorFidelity& color : record->reading.fidelity.colors) {
            Errors& sum = errors[color.color];
            sum.absolute += std::abs(color.difference());
            sum.difference += color.difference();
            ++sum.count;
        }
    }
    std::vector<std::pair<std::string, Errors>> sorted(errors.begin(), errors.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& first, const auto& second) {
        return first.second.absolute / first.second.count
            > second.second.absolute / second.second.count;
    });
    sorted.resize(std::min<std::size_t>(sorted.size(), 5));
    std::string list;
    for (const auto& [name, sum] : sorted)
        list += fmt::format("{}{} ({:.1f} points, {:+.1f} on balance)", list.empty() ? "" : ", ",
            name, sum.absolute / sum.count, sum.difference / sum.count);
    return list;
}

std::string weaknesses(const Results& results, const Groups& groups)
{
    const Summary field = summaryOf(groups.guided, nearestError, Subject::Field);
    return fmt::format(
        R"(## What to keep in mind

- The hardest colours for the mixture reading in guided tiles: {}.
- The nearest-colour reading errs by {:.1f} points on granule pictures whose shares are exact: some colours
  differ by little more than their shading. It tells a tile that went wrong, not tenths of a point.
- The granules' outlines serve both for re-tinting and for the granule reading. That one is a check on what happened, not
  a second opinion; trust it only together with the others.
- Mixture and nearest can choose only among the colours that were asked for, and so are kind to tiles with foreign colours. They
  show as unexplained area in [the table of all tiles](fidelity.csv).
- One model ({}), one size, one pattern (random speckle), one machine. Another model has to be measured for itself:
  `build/release/tests/fidelity_protocol --model FOLDER --out FOLDER`.
- All pictures were read in the computer. How a pressed tile looks under your lamp is not a matter of these numbers.

Made with Tilewright {}, {}, {}, {}.
)",
        hardestColors(groups), field.mean, results.provenance.modelName, results.provenance.version,
        results.provenance.engine, results.provenance.device, results.provenance.precision);
}

} // namespace

std::string fidelityDocument(const Results& results)
{
    const Groups groups(results);
    return introduction(results, groups)
        + "![Asked against measured share of every colour, guided and from the prompt "
          "alone](fidelity.png)\n\n"
        + aims(groups) + method(results) + overallTables(groups) + byColorCount(results)
        + crossCheck(results, groups) + trialReport(results) + timeTable(groups)
        + "## Best, median, worst\n\nThe guided tile that is truest to its mix, the one in the "
          "middle and the worst, by the worse of the mixture and the granule reading.\n\n"
          "![Three guided tiles beside their granule pictures, with asked and measured "
          "shares](fidelity-sheet.jpg)\n\n"
        + weaknesses(results, groups);
}

} // namespace tilewright::fidelity
