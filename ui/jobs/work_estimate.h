// How long a tile will take, by what others took.
#pragma once

#include <chrono>
#include <optional>

#include "core/generation/request.h"

namespace tilewright::ui {

/// Time goes with pixels, steps that run, and passes of the model in each. What tiles took before
/// counts by half against the last one, so that a change of device or model is soon followed.
class WorkEstimate {
public:
    using Duration = std::chrono::steady_clock::duration;

    /// A tile was made, without loading the model.
    void made(const GenerationRequest& request, Duration duration);
    /// The steps of a tile are foreseen to take so long; counts until one was made.
    void seen(const GenerationRequest& request, Duration duration);
    /// None before anything is known.
    std::optional<double> seconds(const GenerationRequest& request) const;

private:
    std::optional<double> m_made; ///< seconds per unit of work
    std::optional<double> m_seen;
};

} // namespace tilewright::ui
