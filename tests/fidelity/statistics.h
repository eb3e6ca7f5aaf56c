// Numbers that stand for many.
#pragma once

#include <cstddef>
#include <vector>

namespace tilewright::fidelity {

struct Summary {
    std::size_t count = 0;
    double mean = 0;
    double median = 0;
    double percentile95 = 0;
    double worst = 0; ///< the greatest
};

/// Of no values: all zero.
Summary summarize(std::vector<double> values);

/// The value below which `percent` of the sorted values lie, linear between neighbours (definition
/// 7 of Hyndman and Fan, Sample Quantiles in Statistical Packages, 1996). Needs at least one value.
double percentile(const std::vector<double>& sorted, double percent);

} // namespace tilewright::fidelity
