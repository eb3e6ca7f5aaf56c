#include "fidelity/results.h"

#include <algorithm>
#include <cmath>

namespace tilewright::fidelity {

Records select(const Results& results, const Condition& condition)
{
    Records selected;
    for (const TileRecord& record : results.records) {
        if (condition(record))
            selected.push_back(&record);
    }
    return selected;
}

Records select(const Records& records, const Condition& condition)
{
    Records selected;
    for (const TileRecord* record : records) {
        if (condition(*record))
            selected.push_back(record);
    }
    return selected;
}

std::size_t colorCount(const TileRecord& record)
{
    return record.request.mix->size();
}

bool isMix(const TileRecord& record)
{
    return colorCount(record) > 1;
}

Condition inSeries(Series series)
{
    return [series](const TileRecord& record) { return record.series == series; };
}

double mixtureError(const Reading& reading)
{
    return reading.fidelity.meanError();
}

double nearestError(const Reading& reading)
{
    return reading.fidelity.meanErrorOfNearest();
}

double granulesError(const Reading& reading)
{
    return reading.fidelity.meanErrorOfGranules().value_or(0);
}

double crossCheckError(const Reading& reading)
{
    return reading.crossCheck;
}

const Reading& readingOf(const TileRecord& record, Subject subject)
{
    return subject == Subject::Field ? *record.field : record.reading;
}

Summary summaryOf(const Records& records, Error error, Subject subject)
{
    return summaryOf(
        records, [&](const TileRecord& record) { return error(readingOf(record, subject)); });
}

Summary summaryOf(const Records& records, const std::function<double(const TileRecord&)>& value)
{
    std::vector<double> values;
    for (const TileRecord* record : records)
        values.push_back(value(*record));
    return summarize(std::move(values));
}

Summary colorSummary(const Records& records,
    const std::function<double(const ColorFidelity&)>& share, Subject subject)
{
    std::vector<double> values;
    for (const TileRecord* record : records) {
        for (const ColorFidelity& color : readingOf(*record, subject).fidelity.colors) {
            if (color.asked)
                values.push_back(std::abs(share(color) - *color.asked));
        }
    }
    return summarize(std::move(values));
}

Records byTruth(const Results& results)
{
    auto records = select(results,
        [](const TileRecord& record) { return record.series == Series::Guided && isMix(record); });
    std::stable_sort(records.begin(), records.end(), [](const auto* first, const auto* second) {
        const auto miss = [](const Reading& reading) {
            return std::max(mixtureError(reading), granulesError(reading));
        };
        return miss(first->reading) < miss(second->reading);
    });
    return records;
}

} // namespace tilewright::fidelity
