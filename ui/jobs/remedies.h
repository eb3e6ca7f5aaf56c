// What can be done about a tile that was not made.
#pragma once

#include <QString>
#include <vector>

#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

struct Remedy {
    enum class Kind { Retry, ModelSettings };
    Kind kind = Kind::Retry;
    QString text; ///< of a button
    GenerationRequest request; ///< what to ask for; of Retry
};

/// The most promising first; none where the same request cannot but fail again. Without a graphics
/// card the CPU is no way out.
std::vector<Remedy> remediesFor(const JobFailure& failure, bool hasGraphicsCard);

/// About three quarters of a size, in the same proportion where that can be, sides multiples of 8;
/// nothing when a side would be under 256 pixels.
std::optional<QSize> smallerSize(const QSize& size);

} // namespace tilewright::ui
