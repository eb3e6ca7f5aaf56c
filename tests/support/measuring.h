// What tests of measuring have in common.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/measure/calibration.h"
#include "support/arbitrary_mix.h"

namespace tilewright::test {

/// Of granule pictures that no test measures.
inline const Calibration& granules()
{
    static const Calibration calibration = [] {
        GranuleSettings settings;
        settings.seed = 777;
        return Calibration::fromGranules(bundledPalette(), settings);
    }();
    return calibration;
}

/// Of shares against the percentages that are right, in points.
struct Errors {
    double sum = 0, worst = 0;
    int count = 0;

    void add(const std::vector<double>& shares, const std::vector<double>& percent)
    {
        for (std::size_t i = 0; i < percent.size(); ++i) {
            const double error = std::abs(100 * shares[i] - percent[i]);
            sum += error;
            worst = std::max(worst, error);
            ++count;
        }
    }
    double mean() const { return sum / std::max(count, 1); }
};

} // namespace tilewright::test
