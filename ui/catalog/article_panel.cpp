#include "ui/catalog/article_panel.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/catalog/article_delegate.h"
#include "ui/catalog/article_list_model.h"
#include "ui/catalog/details/article_dialog.h"
#include "ui/catalog/details/catalog_dialog.h"
#include "ui/catalog/details_store.h"
#include "ui/catalog/problem_dialog.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
QString countedTiles(TileChoice choice, int count)
{
    switch (choice) {
    case TileChoice::Chosen:
        return count == 1 ? ArticlePanel::tr("1 chosen tile")
                          : ArticlePanel::tr("%n chosen tiles", nullptr, count);
    case TileChoice::Picked:
        return count == 1 ? ArticlePanel::tr("1 picked tile")
                          : ArticlePanel::tr("%n picked tiles", nullptr, count);
    case TileChoice::Rated:
        return count == 1 ? ArticlePanel::tr("1 tile with 4 stars or 5")
                          : ArticlePanel::tr("%n tiles with 4 stars or 5", nullptr, count);
    case TileChoice::Found:
        return count == 1 ? ArticlePanel::tr("1 tile of the gallery")
                          : ArticlePanel::tr("%n tiles of the gallery", nullptr, count);
    }
    return {};
}

QString reasonOfNone(TileChoice choice)
{
    switch (choice) {
    case TileChoice::Chosen:
        return ArticlePanel::tr("Choose tiles in the gallery and press K.");
    case TileChoice::Picked:
        return ArticlePanel::tr(
            "No tile is picked yet. Pick tiles in the gallery with P, or choose "
            "other ones above.");
    case TileChoice::Rated:
        return ArticlePanel::tr("No tile has four stars yet. Rate tiles in the gallery with the "
                                "keys 1 to 5.");
    case TileChoice::Found:
        return ArticlePanel::tr("The gallery shows no tile. Clear its filter, or make some tiles.");
    }
    return {};
}
} // namespace

ArticlePanel::ArticlePanel(
    CatalogMaker& maker, DetailsStore& details, TileStoreFactory factory, QWidget* parent)
    : QWidget(parent)
    , m_maker(maker)
    , m_details(details)
    , m_model(new ArticleListModel(std::move(factory), this))
    , m_choice(new QPushButton(this))
    , m_choices(new QMenu(m_choice))
    , m_state(captionLabel({}, this))
    , m_list(new QListView(this))
    , m_empty(mutedLabel({}, m_list))
    , m_problems(new QPushButton(this))
    , m_edit(new QPushButton(tr("Edit…"), this))
    , m_catalog(new QPushButton(tr("Title and maker…"), this))
{
    createLayout();
    createChoices();
    connect(&maker, &CatalogMaker::choiceChanged, this, &ArticlePanel::showChoice);
    connect(&maker, &CatalogMaker::made, this, &ArticlePanel::showCatalog);
    connect(&maker, &CatalogMaker::busyChanged, this, &ArticlePanel::showState);
    connect(&maker, &CatalogMaker::progressed, this, [this](double fraction) {
        m_state->setText(tr("Reading the tiles: %1\u00a0%").arg(int(fraction * 100)));
    });
    connect(m_edit, &QPushButton::clicked, this, &ArticlePanel::editArticles);
    connect(m_catalog, &QPushButton::clicked, this, &ArticlePanel::editCatalog);
    connect(m_problems, &QPushButton::clicked, this,
        [this] { ProblemDialog(tr("What was left out"), m_maker.problems(), this).exec(); });
    connect(m_list, &QListView::activated, this, &ArticlePanel::editArticles);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ArticlePanel::openMenu);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &ArticlePanel::tellSeen);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isShowing)
            return;
        showState();
        Q_EMIT selectionChanged(selected());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT selectionChanged(selected());
    });
    showChoice();
    showCatalog();
}

void ArticlePanel::createLayout()
{
    m_choice->setProperty("kind", QStringLiteral("choice"));
    m_choice->setToolTip(tr("Which tiles make the catalogue"));
    m_choice->setMenu(m_choices);
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_problems->setProperty("kind", QStringLiteral("flat"));
    m_problems->setIcon(themedIcon(QStringLiteral("warning")));
    m_edit->setToolTip(tr("Number, name, note and product of the selected articles (Enter)"));
    m_catalog->setToolTip(tr("Title, company, logo and product of the catalogue"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ArticleDelegate(m_list));
    m_list->setAccessibleName(tr("Articles"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->verticalScrollBar()->setSingleStep(ArticleDelegate::rowHeight / 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(8, 0, 12, 0);
    head->setSpacing(0);
    head->addWidget(m_choice);
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(16, 0, 16, 0);
    notes->setSpacing(4);
    notes->addWidget(m_state);
    notes->addWidget(m_problems, 0, Qt::AlignLeft);
    auto* listRow = new QHBoxLayout;
    listRow->setContentsMargins(8, 0, 2, 0);
    listRow->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 0, 16, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_edit, 1);
    buttons->addWidget(m_catalog, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addLayout(listRow, 1);
    column->addLayout(notes);
    column->addLayout(buttons);
    setFocusProxy(m_list);
}

void ArticlePanel::createChoices()
{
    auto* group = new QActionGroup(m_choices);
    const std::pair<TileChoice, QString> choices[]{
        {TileChoice::Chosen, tr("Tiles chosen in the gallery")},
        {TileChoice::Picked, tr("Picked tiles")},
        {TileChoice::Rated, tr("Tiles with 4 stars or 5")},
        {TileChoice::Found, tr("What the gallery shows")}};
    for (const auto& [choice, text] : choices) {
        QAction* action = m_choices->addAction(text);
        action->setCheckable(true);
        action->setData(int(choice));
        group->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, chosen = choice] { m_maker.setChoice(chosen); });
    }
}

QString ArticlePanel::emptyText() const
{
    return m_empty->isVisibleTo(m_list) ? m_empty->text() : QString();
}

void ArticlePanel::showChoice()
{
    for (QAction* action : m_choices->actions())
        action->setChecked(action->data().toInt() == int(m_maker.choice()));
    showState();
}

void ArticlePanel::showCatalog()
{
    // What is selected stays so, and what is current.
    QStringList ids;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        ids += index.data(ArticleListModel::IdRole).toString();
    const QString current = m_list->currentIndex().data(ArticleListModel::IdRole).toString();
    const int place = m_list->verticalScrollBar()->value();
    m_isShowing = true;
    m_model->setCatalog(m_maker.catalog());
    const QSet<QString> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    QModelIndex currentNow = m_model->index(0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const QString id = index.data(ArticleListModel::IdRole).toString();
        if (wanted.contains(id))
            selection.select(index, index);
        if (id == current)
            currentNow = index;
    }
    if (selection.isEmpty() && currentNow.isValid())
        selection.select(currentNow, currentNow);
    m_list->selectionModel()->setCurrentIndex(currentNow, QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_list->verticalScrollBar()->setValue(place);
    m_isShowing = false;
    tellSeen();
    showState();
}

void ArticlePanel::showState()
{
    const int count = m_model->rowCount();
    m_choice->setText(countedTiles(m_maker.choice(), count) + QStringLiteral("  ▾"));
    m_choice->setAccessibleName(
        tr("%1; choose other tiles").arg(countedTiles(m_maker.choice(), count)));
    const bool isBusy = m_maker.isBusy();
    if (!isBusy)
        m_state->clear();
    m_state->setVisible(isBusy && !m_state->text().isEmpty());
    const auto problems = int(m_maker.problems().size());
    m_problems->setText(
        problems == 1 ? tr("1 tile left out…") : tr("%n tiles left out…", nullptr, problems));
    m_problems->setVisible(problems > 0);
    m_empty->setText(isBusy ? tr("Reading the tiles…") : reasonOfNone(m_maker.choice()));
    m_empty->setVisible(count == 0);
    const bool hasSelection = m_list->selectionModel()->hasSelection();
    m_edit->setEnabled(hasSelection);
}

void ArticlePanel::tellSeen()
{
    const int first = std::max(0, m_list->indexAt(QPoint(4, 1)).row());
    const int rows = m_list->viewport()->height() / ArticleDelegate::rowHeight + 1;
    m_model->show(first, first + rows, qRound(ArticleDelegate::pictureSide * devicePixelRatioF()));
}

std::vector<std::size_t> ArticlePanel::selected() const
{
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedRows())
        rows.push_back(std::size_t(index.row()));
    std::sort(rows.begin(), rows.end());
    const auto current
        = std::find(rows.begin(), rows.end(), std::size_t(m_list->currentIndex().row()));
    if (current != rows.end())
        std::rotate(rows.begin(), current, current + 1);
    return rows;
}

void ArticlePanel::editArticles()
{
    std::vector<std::size_t> articles = selected();
    if (articles.empty() || !m_maker.catalog())
        return;
    std::sort(articles.begin(), articles.end()); // numbers count on in the order of the list
    ArticleDialog dialog(m_maker.catalog(), articles, m_details.details(), this);
    if (dialog.exec() == QDialog::Accepted)
        apply(articles, dialog);
}

void ArticlePanel::apply(const std::vector<std::size_t>& articles, const ArticleDialog& dialog)
{
    const auto& all = m_maker.catalog()->articles;
    m_details.edit(articles.size() == 1
            ? tr("article %1").arg(toQString(all[articles.front()].name))
            : tr("%n articles", nullptr, int(articles.size())),
        withEdit(m_details.details(), all, articles, dialog.edit()));
}

void ArticlePanel::editCatalog()
{
    CatalogDialog dialog(m_details.details(), this);
    if (dialog.exec() == QDialog::Accepted)
        apply(dialog);
}

void ArticlePanel::apply(const CatalogDialog& dialog)
{
    m_details.edit(tr("title and maker"), dialog.details());
}

void ArticlePanel::removeSelected()
{
    if (m_maker.choice() != TileChoice::Chosen)
        return;
    std::vector<TileId> tiles;
    for (const std::size_t row : selected())
        tiles.push_back(m_maker.catalog()->articles[row].tile.id);
    m_maker.removeTiles(tiles);
}

void ArticlePanel::selectAll()
{
    m_list->selectAll();
}

void ArticlePanel::openMenu(const QPoint& point)
{
    const bool hasSelection = m_list->selectionModel()->hasSelection();
    QMenu menu;
    menu.addAction(tr("Edit…"), this, &ArticlePanel::editArticles)->setEnabled(hasSelection);
    menu.addAction(tr("Select all"), this, &ArticlePanel::selectAll);
    menu.addSeparator();
    menu.addAction(tr("Take out of the catalogue"), this, &ArticlePanel::removeSelected)
        ->setEnabled(hasSelection && m_maker.choice() == TileChoice::Chosen);
    menu.exec(m_list->viewport()->mapToGlobal(point));
}

bool ArticlePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize) {
        m_empty->setGeometry(m_list->viewport()->rect().adjusted(16, 0, -16, 0));
        tellSeen();
    } else if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete) {
            removeSelected();
            return true;
        }
        if (key->key() == Qt::Key_F2) {
            editArticles();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tilewright::ui
