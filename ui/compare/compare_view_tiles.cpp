// Which tiles the view holds, and how they are arranged.
#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <algorithm>

#include "ui/canvas/canvas.h"
#include "ui/compare/compare_panel.h"
#include "ui/compare/compare_view.h"
#include "ui/compare/wipe_canvas.h"
#include "ui/jobs/message_bar.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
int layoutFor(std::size_t count)
{
    return count <= 2 ? 2 : count <= 4 ? 4 : 6;
}

int columnsFor(std::size_t count)
{
    return count <= 3 ? static_cast<int>(count) : count == 4 ? 2 : 3;
}
} // namespace

void CompareView::setTiles(const std::vector<TilePointer>& tiles)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    clear();
    const std::size_t count = cutToMaximum(tiles.size());
    for (std::size_t i = 0; i < count; ++i)
        addPane()->showTile(tiles[i]);
    countChanged();
    if (hadFocus)
        focusTiles();
}

void CompareView::setFiles(const std::vector<std::filesystem::path>& files)
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    clear();
    std::vector<std::filesystem::path> distinct;
    for (const std::filesystem::path& file : files)
        if (std::find(distinct.begin(), distinct.end(), file) == distinct.end())
            distinct.push_back(file);
    distinct.resize(cutToMaximum(distinct.size()));
    for (const std::filesystem::path& file : distinct)
        addPane()->showLoading(file);
    countChanged();
    if (hadFocus)
        focusTiles();
    m_loader.load(distinct);
}

void CompareView::clear()
{
    m_loader.cancel();
    m_messages->clear();
    for (ComparePane* pane : m_panes)
        forget(pane);
    m_panes.clear();
    m_synchronizer.setViewports({});
    m_active = 0;
    m_other = 0;
    m_mode = Mode::SideBySide;
}

std::size_t CompareView::cutToMaximum(std::size_t count)
{
    if (count > CompareActions::maximumTiles)
        m_messages->showNotice(
            tr("Six tiles can be compared at once; the first six of %1 are shown.").arg(count));
    return std::min(count, CompareActions::maximumTiles);
}

ComparePane* CompareView::addPane()
{
    auto* pane = new ComparePane(m_gridPage);
    pane->canvas()->setRepeated(m_actions.repeat->isChecked());
    pane->canvas()->setSeamShown(m_actions.seam->isChecked());
    pane->setNumber(static_cast<int>(m_panes.size()) + 1);
    pane->hide();
    m_panes.push_back(pane);
    connect(pane, &ComparePane::activated, this, [this, pane] {
        // A tile that is put out of sight hands its focus to any other.
        if (!m_isArranging)
            setActive(positionOf(pane));
    });
    connect(pane->canvas(), &Canvas::resized, this, &CompareView::showZoom);
    connect(pane, &ComparePane::removeWanted, this, [this, pane] { removePane(pane); });
    connect(pane, &ComparePane::lockToggled, this, [this, pane](bool isLocked) {
        m_synchronizer.setLocked(positionOf(pane), isLocked);
        enableActions();
    });
    connect(pane->canvas(), &Canvas::viewChanged, this,
        [this, pane](const Viewport& before) { follow(positionOf(pane), before); });
    return pane;
}

void CompareView::removePane(ComparePane* pane)
{
    const std::size_t index = positionOf(pane);
    forget(pane);
    m_panes.erase(m_panes.begin() + static_cast<std::ptrdiff_t>(index));
    const auto moved = [&](std::size_t position) {
        return position > index || (position == m_panes.size() && position > 0) ? position - 1
                                                                                : position;
    };
    m_active = moved(m_active);
    m_other = moved(m_other);
    countChanged();
    focusTiles();
}

void CompareView::countChanged()
{
    m_layout = layoutFor(m_panes.size());
    if (m_panes.size() < 2)
        m_mode = Mode::SideBySide;
    panesChanged();
}

void CompareView::forget(ComparePane* pane)
{
    // A key or a change of the focus that is still under way must not reach it any more.
    pane->disconnect(this);
    pane->canvas()->disconnect(this);
    m_isArranging = true;
    pane->hide();
    m_isArranging = false;
    pane->deleteLater();
}

void CompareView::panesChanged()
{
    std::vector<Viewport*> viewports;
    for (ComparePane* pane : m_panes)
        viewports.push_back(&pane->canvas()->viewport());
    m_synchronizer.setViewports(std::move(viewports));
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_synchronizer.setLocked(i, m_panes[i]->isLocked());
        m_panes[i]->setNumber(static_cast<int>(i) + 1);
    }
    if (m_active == m_other && m_panes.size() > 1)
        m_other = m_active == 0 ? 1 : 0;
    arrange();
    showActive();
    showTiles();
    Q_EMIT tilesChanged();
}

void CompareView::place(const TilePointer& tile)
{
    for (ComparePane* pane : m_panes) {
        if (pane->file() != tile->file)
            continue;
        pane->showTile(tile);
        if (pane != activePane() && !pane->isLocked())
            pane->canvas()->viewport().showSameAs(activePane()->canvas()->viewport());
    }
    showActive();
    showTiles();
}

void CompareView::updateTile(const TilePointer& tile)
{
    for (ComparePane* pane : m_panes)
        if (pane->tile() && pane->file() == tile->file)
            pane->showTile(tile);
    showActive();
    showTiles();
}

std::size_t CompareView::positionOf(const ComparePane* pane) const
{
    return static_cast<std::size_t>(
        std::find(m_panes.begin(), m_panes.end(), pane) - m_panes.begin());
}

std::vector<ComparePane*> CompareView::panesInSight() const
{
    const auto atOnce = static_cast<std::size_t>(m_layout);
    if (m_panes.size() <= atOnce)
        return m_panes;
    if (m_layout == 2)
        return {m_panes[pair().first], m_panes[pair().second]};
    const std::size_t begin = m_active / atOnce * atOnce;
    const std::size_t end = std::min(begin + atOnce, m_panes.size());
    return {m_panes.begin() + static_cast<std::ptrdiff_t>(begin),
        m_panes.begin() + static_cast<std::ptrdiff_t>(end)};
}

void CompareView::arrange()
{
    const QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = m_pages->currentWidget()->isAncestorOf(focused);
    m_isArranging = true;
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, 0);
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowStretch(i, 0);
    const std::vector<ComparePane*> seen = panesInSight();
    QWidget* before = nullptr; // in the order of the tab key
    const int columns = columnsFor(seen.size());
    for (ComparePane* pane : m_panes)
        pane->setVisible(std::find(seen.begin(), seen.end(), pane) != seen.end());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const int row = static_cast<int>(i) / columns, column = static_cast<int>(i) % columns;
        m_grid->addWidget(seen[i], row, column);
        m_grid->setRowStretch(row, 1);
        m_grid->setColumnStretch(column, 1);
        for (QWidget* widget :
            {static_cast<QWidget*>(seen[i]->canvas()), static_cast<QWidget*>(seen[i]->message())}) {
            if (before)
                QWidget::setTabOrder(before, widget);
            before = widget;
        }
    }
    if (before)
        QWidget::setTabOrder(before, m_panel->tableView());
    m_panel->setVisible(!m_panes.empty());
    m_panel->showLayout(m_mode == Mode::SideBySide ? m_layout : 0, m_panes.size());
    QWidget* const page = m_panes.empty() ? m_empty
        : m_mode == Mode::Wipe            ? static_cast<QWidget*>(m_wipe)
        : m_mode == Mode::Difference      ? static_cast<QWidget*>(m_difference)
                                          : m_gridPage;
    m_pages->setCurrentWidget(page);
    m_isArranging = false;
    if (hadFocus && QApplication::focusWidget() != focused)
        focusTiles();
}

void CompareView::focusTiles()
{
    if (m_panes.empty() || m_mode != Mode::SideBySide)
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    else
        activePane()->focus(Qt::OtherFocusReason);
}

void CompareView::showActive()
{
    for (std::size_t i = 0; i < m_panes.size(); ++i)
        m_panes[i]->setActive(i == m_active && m_panes.size() > 1);
    const ComparePane* pane = m_panes.empty() ? nullptr : activePane();
    m_panel->showActive(static_cast<int>(m_active) + 1, pane ? pane->tile() : nullptr,
        pane ? pane->name() : QString());
    enableActions();
    showZoom();
}

void CompareView::showTiles()
{
    std::vector<TilePointer> tiles;
    for (const ComparePane* pane : m_panes)
        tiles.push_back(pane->tile());
    m_panel->setTiles(tiles);
    showPair();
    enableActions();
}

void CompareView::enableActions()
{
    const bool isAny = !m_panes.empty(), isPair = m_panes.size() > 1;
    const bool isSeen = isAny && activePane()->tile();
    const auto [first, second] = pair();
    const bool isPairSeen = isPair && m_panes[first]->tile() && m_panes[second]->tile();
    for (std::size_t i = 0; i < m_actions.panes.size(); ++i)
        m_actions.panes[i]->setEnabled(i < m_panes.size());
    m_actions.wipe->setEnabled(isPairSeen);
    m_actions.difference->setEnabled(isPairSeen);
    m_actions.wipe->setChecked(m_mode == Mode::Wipe);
    m_actions.difference->setChecked(m_mode == Mode::Difference);
    m_actions.swap->setEnabled(isPair);
    m_actions.lock->setEnabled(isPair && m_mode == Mode::SideBySide);
    m_actions.lock->setChecked(isAny && activePane()->isLocked());
    m_actions.synced->setEnabled(isPair && m_mode == Mode::SideBySide);
    m_actions.synced->setChecked(std::none_of(
        m_panes.begin(), m_panes.end(), [](const ComparePane* pane) { return pane->isLocked(); }));
    m_actions.zoom->setEnabled(isSeen);
    m_actions.lifeSize->setEnabled(isSeen && activePane()->tile()->request.millimetresPerPixel > 0);
    m_actions.repeat->setEnabled(isAny);
    m_actions.seam->setEnabled(isAny && m_actions.repeat->isChecked());
    m_actions.remove->setEnabled(isAny);
    m_actions.keep->setEnabled(isSeen && !activePane()->file().empty());
    m_actions.rejectOthers->setEnabled(isSeen && !othersToReject().isEmpty());
}

} // namespace tilewright::ui
