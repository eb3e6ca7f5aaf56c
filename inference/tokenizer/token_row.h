// The row of ids that a text encoder takes.
#pragma once

#include <vector>

namespace tilewright::inference {

/// Cuts `ids`, which end with `end`, to `length` so that the end token stays last, or fills them up
/// with `padding`. `length` must be positive.
inline std::vector<int> toRow(std::vector<int> ids, int length, int end, int padding)
{
    const auto size = static_cast<std::size_t>(length);
    const bool isCut = ids.size() > size;
    ids.resize(size, padding);
    if (isCut)
        ids.back() = end;
    return ids;
}

} // namespace tilewright::inference
