#include "ui/compare/compare_panel.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include "ui/compare/difference_controls.h"
#include "ui/fidelity/fidelity_view.h"
#include "ui/support/labels.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int panelWidth = 344;
constexpr int rowHeight = 24;
constexpr int maximumTableRows = 10;
constexpr int panelMargin = 16;
constexpr int smallestColumn = 40;
constexpr int largestName = 104;
constexpr std::array layouts{2, 4, 6};

QVBoxLayout* section(QVBoxLayout& column, int spacing)
{
    auto* layout = new QVBoxLayout;
    layout->setSpacing(spacing);
    column.addLayout(layout);
    return layout;
}

QTableView* settingsTable(DifferenceTable* model, QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setAccessibleName(QCoreApplication::translate("ComparePanel", "What differs"));
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    view->verticalHeader()->setHighlightSections(false);
    view->setCornerButtonEnabled(false);
    return view;
}
} // namespace

ComparePanel::ComparePanel(Palette palette, const CompareActions& actions, QWidget* parent)
    : QFrame(parent)
    , m_palette(std::move(palette))
    , m_table(new DifferenceTable(m_palette, this))
    , m_tableView(settingsTable(m_table, this))
    , m_differs(headingLabel(tr("What differs"), this))
    , m_nothing(mutedLabel(tr("Nothing: all were made alike."), this))
    , m_same(captionLabel({}, this))
    , m_activeHeading(headingLabel({}, this))
    , m_fidelityLayout(nullptr)
    , m_notMeasured(mutedLabel(tr("This tile was not measured."), this))
    , m_layouts(new QButtonGroup(this))
    , m_pairRow(new QWidget(this))
    , m_differenceControls(new DifferenceControls(this))
    , m_keep(new QPushButton(actions.keep->text(), this))
    , m_reject(new QPushButton(actions.rejectOthers->text(), this))
{
    setProperty("kind", QStringLiteral("panel"));
    setFixedWidth(panelWidth);
    m_same->setWordWrap(true);
    m_notMeasured->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_keep->setProperty("kind", QStringLiteral("primary"));
    for (const auto& [button, action] :
        {std::pair(m_keep, actions.keep), std::pair(m_reject, actions.rejectOthers)}) {
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button,
            [button = button, action = action] { button->setEnabled(action->isEnabled()); });
    }

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(panelMargin, 12, panelMargin, 8);
    column->setSpacing(16);
    QVBoxLayout* differs = section(*column, 8);
    differs->addWidget(m_differs);
    differs->addWidget(m_tableView);
    differs->addWidget(m_nothing);
    differs->addWidget(m_same);
    m_fidelityLayout = section(*column, 8);
    m_fidelityLayout->addWidget(m_activeHeading);
    m_fidelityLayout->addWidget(m_notMeasured);
    column->addWidget(createView(actions));
    column->addWidget(m_differenceControls);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(panelMargin, 0, panelMargin, 0);
    footer->setSpacing(8);
    footer->addWidget(m_reject, 1);
    footer->addWidget(m_keep, 1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 12);
    outer->setSpacing(8);
    outer->addWidget(scroll, 1);
    outer->addLayout(footer);

    m_layouts->setExclusive(false); // none is chosen in a wipe or a difference
    connect(m_layouts, &QButtonGroup::idClicked, this, &ComparePanel::layoutChosen);
    setTiles({});
    showActive(0, nullptr, {});
    showPair(0, 0, 0);
    m_differenceControls->hide();
}

QPushButton* ComparePanel::segment(const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("segment"));
    return button;
}

QPushButton* ComparePanel::segmentFor(QAction* action)
{
    QPushButton* button = segment(action->text());
    button->setCheckable(action->isCheckable());
    const auto follow = [button, action] {
        button->setToolTip(action->toolTip());
        button->setChecked(action->isChecked());
        button->setEnabled(action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QWidget* ComparePanel::createView(const CompareActions& actions)
{
    auto* view = new QWidget(this);
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(headingLabel(tr("View"), view));
    column->addSpacing(4);
    const auto addRow = [&](const QList<QPushButton*>& buttons) {
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        for (QPushButton* button : buttons)
            row->addWidget(button);
        row->addStretch(1);
        column->addLayout(row);
    };
    QList<QPushButton*> layoutButtons;
    for (const int tiles : layouts) {
        QPushButton* button = segment(tr("%1 up").arg(tiles));
        button->setCheckable(true);
        button->setToolTip(tr("Up to %1 tiles at once").arg(tiles));
        m_layouts->addButton(button, tiles);
        layoutButtons += button;
    }
    addRow(layoutButtons);
    addRow({segmentFor(actions.wipe), segmentFor(actions.difference), segmentFor(actions.swap)});
    m_synced = segmentFor(actions.synced);
    addRow({m_synced, segmentFor(actions.lock)});
    addRow({segmentFor(actions.lifeSize), segmentFor(actions.repeat), segmentFor(actions.seam)});

    auto* pair = new QHBoxLayout(m_pairRow);
    pair->setContentsMargins(0, 4, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(mutedLabel(tr("Tiles"), m_pairRow));
    for (std::size_t i = 0; i < m_pairButtons.size(); ++i) {
        QPushButton* button = segment(QString::number(i + 1));
        button->setCheckable(true);
        button->setAccessibleName(tr("Tile %1").arg(i + 1));
        button->setToolTip(tr("Compare this tile with the one chosen before"));
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT pairChosen(i); });
        pair->addWidget(button);
        m_pairButtons[i] = button;
    }
    pair->addStretch(1);
    column->addWidget(m_pairRow);
    return view;
}

QPushButton* ComparePanel::layoutButton(int tiles) const
{
    return static_cast<QPushButton*>(m_layouts->button(tiles));
}

void ComparePanel::setTiles(const std::vector<TilePointer>& tiles)
{
    m_table->setTiles(tiles);
    const bool differs = m_table->rowCount() > 0;
    m_tableView->setVisible(differs);
    const bool isCompared = m_table->columnCount() > 1;
    m_differs->setVisible(isCompared);
    m_nothing->setVisible(!differs && isCompared);
    m_same->setText(m_table->sameLine());
    m_same->setVisible(!m_same->text().isEmpty());
    fitTable();
}

void ComparePanel::fitTable()
{
    const int rows = std::min(m_table->rowCount(), maximumTableRows);
    const int columns = m_table->columnCount();
    const int names = std::clamp(m_tableView->verticalHeader()->sizeHint().width(), 0, largestName);
    m_tableView->verticalHeader()->setFixedWidth(names);
    const int available = panelWidth - 2 * panelMargin - names;
    const int width = columns > 0 ? std::max(available / columns, smallestColumn) : 0;
    for (int column = 0; column < columns; ++column)
        m_tableView->setColumnWidth(column, width);
    const int bar
        = width * columns > available ? m_tableView->horizontalScrollBar()->sizeHint().height() : 0;
    m_tableView->setFixedHeight(
        m_tableView->horizontalHeader()->sizeHint().height() + rows * rowHeight + bar);
}

void ComparePanel::showActive(int number, const TilePointer& tile, const QString& name)
{
    m_table->setActive(number);
    m_activeHeading->setVisible(tile != nullptr);
    m_activeHeading->setText(tr("Asked and measured, %1").arg(name));
    delete m_fidelity;
    m_fidelity = nullptr;
    m_notMeasured->setVisible(tile && !tile->fidelity);
    if (!tile || !tile->fidelity)
        return;
    m_fidelity = new FidelityView(*tile->fidelity, m_palette, this);
    m_fidelityLayout->addWidget(m_fidelity);
}

void ComparePanel::showLayout(int atOnce, std::size_t count)
{
    for (const int tiles : layouts) {
        QPushButton* button = layoutButton(tiles);
        button->setEnabled(count > 0 && (tiles == layouts.front() || int(count) > tiles - 2));
        button->setChecked(tiles == atOnce);
    }
}

void ComparePanel::showPair(std::size_t first, std::size_t second, std::size_t count)
{
    m_pairRow->setVisible(count > 2);
    for (std::size_t i = 0; i < m_pairButtons.size(); ++i) {
        m_pairButtons[i]->setVisible(i < count);
        m_pairButtons[i]->setChecked(i == first || i == second);
    }
}

void ComparePanel::showZoom(const QString& zoom)
{
    m_synced->setText(zoom.isEmpty() ? tr("Zoom synced") : tr("Zoom synced, %1").arg(zoom));
}

} // namespace tilewright::ui
