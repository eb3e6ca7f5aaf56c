#include "ui/jobs/work_estimate.h"

#include <algorithm>

namespace tilewright::ui {
namespace {

/// Megapixels that pass through the model.
double workOf(const GenerationRequest& request)
{
    const double share = request.guide == Guide::Mix ? request.strength : 1.0;
    const double steps = std::max(1.0, request.steps * share);
    const double passes = request.guidance > 1 ? 2 : 1;
    return request.width * double(request.height) * 1e-6 * steps * passes;
}

double perUnit(const GenerationRequest& request, WorkEstimate::Duration duration)
{
    return std::chrono::duration<double>(duration).count() / workOf(request);
}

} // namespace

void WorkEstimate::made(const GenerationRequest& request, Duration duration)
{
    const double latest = perUnit(request, duration);
    m_made = m_made ? (*m_made + latest) / 2 : latest;
}

void WorkEstimate::seen(const GenerationRequest& request, Duration duration)
{
    m_seen = perUnit(request, duration);
}

std::optional<double> WorkEstimate::seconds(const GenerationRequest& request) const
{
    const std::optional<double>& rate = m_made ? m_made : m_seen;
    return rate ? std::optional(*rate * workOf(request)) : std::nullopt;
}

} // namespace tilewright::ui
