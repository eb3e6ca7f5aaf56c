#include "ui/compare/compare_synchronizer.h"

namespace tilewright::ui {

void CompareSynchronizer::setViewports(std::vector<Viewport*> viewports)
{
    m_isLocked.assign(viewports.size(), false);
    m_viewports = std::move(viewports);
}

void CompareSynchronizer::follow(std::size_t source, const Viewport& before)
{
    const Viewport& now = *m_viewports[source];
    if (m_isLocked[source] || before.isEmpty() || now.isEmpty())
        return;
    const double factor = now.zoom() / before.zoom();
    const QPointF offset = now.center() - before.center();
    for (std::size_t i = 0; i < m_viewports.size(); ++i) {
        Viewport& other = *m_viewports[i];
        if (i == source || m_isLocked[i] || other.isEmpty())
            continue;
        const QPointF center = other.center();
        const double zoom = other.zoom();
        const bool wasFitted = other.isFitted();
        other.setRepeats(now.repeats());
        if (now.isFitted()) {
            other.fit();
            continue;
        }
        const QSizeF view = other.viewSize();
        // Two that were fitted show equal pictures equally large, though one view may be larger.
        const bool begins = before.isFitted() && wasFitted;
        const double share = now.pictureSize().width() / other.pictureSize().width()
            * other.devicePixelRatio() / now.devicePixelRatio();
        other.zoomTo(
            {view.width() / 2, view.height() / 2}, begins ? now.zoom() * share : zoom * factor);
        other.setCenter(center + offset);
    }
}

} // namespace tilewright::ui
