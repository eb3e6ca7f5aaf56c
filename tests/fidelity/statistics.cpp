#include "fidelity/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tilewright::fidelity {

double percentile(const std::vector<double>& sorted, double percent)
{
    const double place = percent / 100 * static_cast<double>(sorted.size() - 1);
    const auto lower = static_cast<std::size_t>(place);
    const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
    return std::lerp(sorted[lower], sorted[upper], place - static_cast<double>(lower));
}

Summary summarize(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return {values.size(), sum / static_cast<double>(values.size()), percentile(values, 50),
        percentile(values, 95), values.back()};
}

} // namespace tilewright::fidelity
