#include "ui/compare/compare_view.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

#include "ui/compare/compare_panel.h"
#include "ui/compare/difference_controls.h"
#include "ui/compare/wipe_canvas.h"
#include "ui/jobs/message_bar.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

CompareView::CompareView(Palette palette, QWidget* parent)
    : QWidget(parent)
    , m_palette(std::move(palette))
    , m_actions(*this)
    , m_pages(new QStackedLayout)
    , m_empty(new QLabel(tr("Select two to six tiles in the gallery and press C"), this))
    , m_gridPage(new QWidget(this))
    , m_grid(new QGridLayout(m_gridPage))
    , m_wipe(new WipeCanvas(this))
    , m_difference(new Canvas(this))
    , m_messages(new MessageBar(this))
    , m_panel(new ComparePanel(m_palette, m_actions, this))
{
    createLayout();
    connectActions();
    connect(&m_loader, &TileLoader::loaded, this, &CompareView::place);
    connect(&m_loader, &TileLoader::failed, this, [this](const QString& file, const QString& text) {
        for (ComparePane* pane : m_panes)
            if (pathToQString(pane->file()) == file)
                pane->showFailure(text);
        showTiles();
    });
    connect(m_panel, &ComparePanel::layoutChosen, this, &CompareView::setTilesAtOnce);
    connect(m_panel, &ComparePanel::pairChosen, this, [this](std::size_t index) {
        setActive(index);
        showPair();
    });
    DifferenceControls* controls = m_panel->differenceControls();
    m_renderer.setFull(controls->full());
    connect(controls, &DifferenceControls::metricChanged, this, &CompareView::showPair);
    connect(controls, &DifferenceControls::fullChanged, &m_renderer, &DifferenceRenderer::setFull);
    connect(&m_renderer, &DifferenceRenderer::rendered, this,
        [this, controls](const QImage& image, double mean, double largest) {
            const auto [first, second] = pair();
            m_difference->show(image, tr("Difference of %1 and %2").arg(first + 1).arg(second + 1));
            controls->showResult(mean, largest);
        });
    for (Canvas* canvas : {static_cast<Canvas*>(m_wipe), m_difference}) {
        connect(canvas, &Canvas::viewChanged, this, &CompareView::showZoom);
        connect(canvas, &Canvas::resized, this, &CompareView::showZoom);
    }
    countChanged();
}

CompareView::~CompareView()
{
    // The tiles go before what their signals reach.
    for (ComparePane* pane : m_panes) {
        forget(pane);
        delete pane;
    }
    m_panes.clear();
}

void CompareView::createLayout()
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_grid->setContentsMargins(12, 12, 12, 8);
    m_grid->setSpacing(8);
    m_difference->setMargin(16);
    for (QWidget* page : {static_cast<QWidget*>(m_empty), m_gridPage, static_cast<QWidget*>(m_wipe),
             static_cast<QWidget*>(m_difference)})
        m_pages->addWidget(page);
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addLayout(m_pages, 1);
    auto* message = new QVBoxLayout;
    message->setContentsMargins(12, 0, 12, 8);
    message->addWidget(m_messages);
    left->addLayout(message);
    auto* line = new QFrame(this);
    line->setProperty("kind", QStringLiteral("separator"));
    line->setFixedWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(line);
    row->addWidget(m_panel);
    // Its search by typing would swallow the keys.
    m_panel->tableView()->installEventFilter(this);
}

void CompareView::connectActions()
{
    for (std::size_t i = 0; i < m_actions.panes.size(); ++i)
        connect(m_actions.panes[i], &QAction::triggered, this, [this, i] {
            setActive(i);
            if (m_mode == Mode::SideBySide)
                activePane()->focus(Qt::ShortcutFocusReason);
        });
    connect(m_actions.wipe, &QAction::triggered, this,
        [this] { setMode(m_mode == Mode::Wipe ? Mode::SideBySide : Mode::Wipe); });
    connect(m_actions.difference, &QAction::triggered, this,
        [this] { setMode(m_mode == Mode::Difference ? Mode::SideBySide : Mode::Difference); });
    connect(m_actions.swap, &QAction::triggered, this, &CompareView::swapPair);
    connect(m_actions.lock, &QAction::triggered, this,
        [this](bool isLocked) { activePane()->setLocked(isLocked); });
    connect(m_actions.synced, &QAction::triggered, this, &CompareView::setSynced);
    connect(m_actions.zoom, &QAction::triggered, this, [this] { seenCanvas()->toggleZoom(); });
    connect(
        m_actions.lifeSize, &QAction::triggered, this, [this] { seenCanvas()->showLifeSize(); });
    connect(m_actions.repeat, &QAction::triggered, this, [this](bool isRepeated) {
        for (ComparePane* pane : m_panes)
            pane->canvas()->setRepeated(isRepeated);
        m_wipe->setRepeated(isRepeated);
        m_difference->setRepeated(isRepeated);
        enableActions();
    });
    connect(m_actions.seam, &QAction::triggered, this, [this](bool isShown) {
        for (ComparePane* pane : m_panes)
            pane->canvas()->setSeamShown(isShown);
        m_wipe->setSeamShown(isShown);
        m_difference->setSeamShown(isShown);
    });
    connect(m_actions.remove, &QAction::triggered, this, [this] { removePane(activePane()); });
    connect(m_actions.keep, &QAction::triggered, this, &CompareView::keep);
    connect(m_actions.rejectOthers, &QAction::triggered, this, &CompareView::rejectOthers);
}

std::pair<std::size_t, std::size_t> CompareView::pair() const
{
    return std::minmax(m_active, m_other);
}

ComparePane* CompareView::activePane() const
{
    return m_panes[m_active];
}

Canvas* CompareView::seenCanvas() const
{
    switch (m_mode) {
    case Mode::SideBySide:
        break;
    case Mode::Wipe:
        return m_wipe;
    case Mode::Difference:
        return m_difference;
    }
    return activePane()->canvas();
}

void CompareView::setMark(const QString& file, CompareMark mark)
{
    for (ComparePane* pane : m_panes)
        if (pathToQString(pane->file()) == file)
            pane->setMark(mark);
}

void CompareView::keep()
{
    const QString file = pathToQString(activePane()->file());
    setMark(file, CompareMark::Kept);
    Q_EMIT keepWanted(file);
}

QStringList CompareView::othersToReject() const
{
    QStringList files;
    for (const ComparePane* pane : m_panes)
        if (pane != activePane() && pane->tile() && !pane->file().empty())
            files += pathToQString(pane->file());
    return files;
}

void CompareView::rejectOthers()
{
    const QStringList files = othersToReject();
    for (const QString& file : files)
        setMark(file, CompareMark::Rejected);
    if (!files.isEmpty())
        Q_EMIT rejectWanted(files);
}

QAction* CompareView::actionFor(const QKeyEvent& event) const
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
    for (QAction* action : actions())
        if (action->isEnabled() && action->shortcuts().contains(pressed))
            return action;
    return nullptr;
}

bool CompareView::event(QEvent* event)
{
    // Here the keys mean what they mean here, whatever other modes of the window use them for.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool isTab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
        if ((isTab && m_panes.size() > 1) || actionFor(key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool CompareView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        if (QAction* action = actionFor(*static_cast<QKeyEvent*>(event))) {
            action->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    if (QAction* action = actionFor(*event))
        action->trigger();
    else
        QWidget::keyPressEvent(event);
}

void CompareView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(role::canvas));
}

} // namespace tilewright::ui
