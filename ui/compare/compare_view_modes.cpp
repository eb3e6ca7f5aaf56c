// How the tiles are seen: side by side and moved as one, or two of them over each other.
#include <QStackedLayout>
#include <utility>

#include "ui/canvas/canvas.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/difference_controls.h"
#include "ui/compare/wipe_canvas.h"

namespace tilewright::ui {

void CompareView::setTilesAtOnce(int count)
{
    m_layout = count;
    if (m_mode != Mode::SideBySide)
        setMode(Mode::SideBySide);
    else
        arrange();
}

void CompareView::setActive(std::size_t index)
{
    if (index == m_active || index >= m_panes.size())
        return;
    m_other = std::exchange(m_active, index);
    if (panesInSight().size() < m_panes.size())
        arrange();
    showActive();
    showPair();
}

void CompareView::setMode(Mode mode)
{
    if (mode == m_mode || m_panes.empty() || (mode != Mode::SideBySide && m_panes.size() < 2))
        return enableActions();
    const Viewport view = seenCanvas()->viewport();
    const QSize size = m_pages->currentWidget()->size();
    m_mode = mode;
    arrange();
    showPair();
    if (mode == Mode::SideBySide) {
        shareView(view);
    } else {
        Canvas* canvas = seenCanvas();
        canvas->resize(size);
        canvas->viewport().setViewSize(QSizeF(size), devicePixelRatioF());
        canvas->viewport().showSameAs(view);
        canvas->update();
    }
    enableActions();
    showZoom();
}

void CompareView::showPair()
{
    m_panel->differenceControls()->setVisible(m_mode == Mode::Difference);
    m_panel->showPair(
        pair().first, pair().second, m_mode == Mode::SideBySide ? std::size_t{0} : m_panes.size());
    if (m_mode == Mode::SideBySide) {
        m_renderer.cancel();
        return;
    }
    ComparePane* first = m_panes[pair().first];
    ComparePane* second = m_panes[pair().second];
    const double scale = first->tile() ? first->tile()->request.millimetresPerPixel : 0.0;
    m_wipe->setMillimetresPerPixel(scale);
    m_difference->setMillimetresPerPixel(scale);
    const QImage one = first->tile() ? first->tile()->image : QImage();
    const QImage other = second->tile() ? second->tile()->image : QImage();
    if (m_mode == Mode::Wipe) {
        m_wipe->showPair(one, first->name(), other, second->name());
        return;
    }
    // The difference of another pair must not stand there meanwhile.
    m_difference->show({}, tr("Difference: computing…"), one.size());
    m_panel->differenceControls()->showBusy();
    if (!one.isNull() && !other.isNull())
        m_renderer.request(one, other, m_panel->differenceControls()->metric());
}

void CompareView::swapPair()
{
    const auto [first, second] = pair();
    std::swap(m_panes[first], m_panes[second]);
    // The tile that was active stays so, at its new place.
    std::swap(m_active, m_other);
    panesChanged();
}

void CompareView::follow(std::size_t source, const Viewport& before)
{
    m_synchronizer.follow(source, before);
    for (ComparePane* pane : m_panes)
        pane->canvas()->update();
    showZoom();
}

void CompareView::shareView(const Viewport& view)
{
    // The panes move from where they are, so that locks and shifts are kept.
    Viewport& own = activePane()->canvas()->viewport();
    const Viewport before = own;
    own.showSameAs(view);
    follow(m_active, before);
}

void CompareView::setSynced(bool isSynced)
{
    for (ComparePane* pane : m_panes)
        pane->setLocked(!isSynced);
    if (isSynced)
        for (ComparePane* pane : m_panes)
            if (pane != activePane()) {
                pane->canvas()->viewport().showSameAs(activePane()->canvas()->viewport());
                pane->canvas()->update();
            }
    enableActions();
}

void CompareView::showZoom()
{
    m_panel->showZoom(m_panes.empty() ? QString() : seenCanvas()->zoomText());
}

} // namespace tilewright::ui
