// All that was measured, and the views of it that the report, the figure and the sheet share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "fidelity/experiment.h"
#include "fidelity/statistics.h"

namespace tilewright::fidelity {

struct Results {
    Provenance provenance;
    Palette palette;
    std::string calibrationSource;
    bool isModelCalibrated = false;
    Extent extent;
    std::vector<TileRecord> records;
};

using Records = std::vector<const TileRecord*>;
using Condition = std::function<bool(const TileRecord&)>;

Records select(const Results& results, const Condition& condition);
Records select(const Records& records, const Condition& condition);

bool isMix(const TileRecord& record); ///< of two colours or more
std::size_t colorCount(const TileRecord& record);
Condition inSeries(Series series);

// The three readings of one picture, as points of mean absolute error per asked colour.
double mixtureError(const Reading& reading);
double nearestError(const Reading& reading);
double granulesError(const Reading& reading); ///< 0 where no field is known
double crossCheckError(const Reading& reading);
using Error = double (*)(const Reading& reading);

/// Which picture of a record: the tile's, or the bare granule picture's that it was made from.
enum class Subject { Tile, Field };
const Reading& readingOf(const TileRecord& record, Subject subject);

Summary summaryOf(const Records& records, Error error, Subject subject = Subject::Tile);
Summary summaryOf(const Records& records, const std::function<double(const TileRecord&)>& value);
/// Absolute error of every asked colour for itself, by one of a colour's shares.
Summary colorSummary(const Records& records,
    const std::function<double(const ColorFidelity&)>& share, Subject subject = Subject::Tile);

/// The guided mixes from the truest to the least true, by the worse of mixture and granules.
Records byTruth(const Results& results);

} // namespace tilewright::fidelity
