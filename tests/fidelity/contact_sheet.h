// The best, the median and the worst guided tile beside the granule pictures they were made from.
#pragma once

#include <QImage>
#include <string>
#include <vector>

#include "fidelity/results.h"

namespace tilewright::fidelity {

struct SheetRow {
    std::string title;
    const TileRecord* record = nullptr;
    Experiment::Pictures pictures;
};

/// Makes the pictures once more. Empty when there is no guided mix. Errors: as Experiment::run().
Expected<std::vector<SheetRow>> sheetRows(const Results& results, Experiment& experiment);
/// To be shown at half its size. Needs a QGuiApplication for its fonts.
QImage drawContactSheet(const std::vector<SheetRow>& rows, const Palette& palette);

} // namespace tilewright::fidelity
