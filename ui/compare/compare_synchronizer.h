// Moves several views as one.
#pragma once

#include <vector>

#include "ui/canvas/viewport.h"

namespace tilewright::ui {

/// What one view does the others do from where they are: they zoom by the same factor and move by
/// the same part of their pictures, so that views that were shifted against each other stay so. A
/// locked view keeps its place, and the others keep theirs while it is moved.
class CompareSynchronizer {
public:
    /// They must outlive this, or the next call. Unlocked.
    void setViewports(std::vector<Viewport*> viewports);
    void setLocked(std::size_t index, bool isLocked) { m_isLocked[index] = isLocked; }
    bool isLocked(std::size_t index) const { return m_isLocked[index]; }
    /// The view at `source` was changed by hand from `before` to what it is.
    void follow(std::size_t source, const Viewport& before);

private:
    std::vector<Viewport*> m_viewports;
    std::vector<bool> m_isLocked;
};

} // namespace tilewright::ui
