// The catalogue mode, and share codes.
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>

#include "core/catalog/share_code.h"
#include "ui/catalog/article_panel.h"
#include "ui/catalog/catalog_view.h"
#include "ui/catalog/data/data_page.h"
#include "ui/catalog/floor/floor_page.h"
#include "ui/catalog/images/images_page.h"
#include "ui/catalog/order/order_page.h"
#include "ui/catalog/sheets/sheets_page.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/gallery.h"
#include "ui/jobs/message_bar.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/share_code_dialog.h"
#include "ui/shell/saved_state.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
const QString choiceKey = QStringLiteral("choice");
const QString tilesKey = QStringLiteral("tiles");
const QString pageKey = QStringLiteral("page");
} // namespace

CatalogView* StudioWindow::createCatalog()
{
    auto* view = new CatalogView(m_middle);
    ImageServices images;
    images.presetFile = m_context.dataFolder / "image-presets.json";
    images.generator = [this] { return m_jobs.borrowGenerator(); };
    view->addPage(QStringLiteral("images"), tr("Images"), new ImagesPage(std::move(images), view));
    view->addPage(QStringLiteral("sheets"), tr("Sheets"), new SheetsPage(view));
    view->addPage(QStringLiteral("order"), tr("Order"), new OrderPage(view));
    view->addPage(QStringLiteral("floor"), tr("Floor"), new FloorPage(m_editor.palette(), view));
    view->addPage(QStringLiteral("data"), tr("Data"), new DataPage(view));
    return view;
}

void StudioWindow::connectCatalog()
{
    connect(&m_catalogDetails, &DetailsStore::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    connect(&m_catalogMaker, &CatalogMaker::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    connect(m_catalog, &CatalogView::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    connect(&m_catalogMaker, &CatalogMaker::made, m_catalog, [this] {
        m_catalog->setCatalog(m_catalogMaker.catalog());
        m_catalog->setChosen(m_articles->selected()); // which has shown it already
    });
    connect(m_articles, &ArticlePanel::selectionChanged, m_catalog, &CatalogView::setChosen);
    connect(m_catalog, &CatalogView::taskEnded, this, [this] {
        if (m_isClosing && !m_jobs.isBusy())
            close();
    });
    connect(m_filter, &FilterPanel::queryChanged, &m_catalogMaker, &CatalogMaker::setQuery);
    m_catalogMaker.setQuery(m_filter->query());
    connect(m_gallery, &Gallery::catalogWanted, this, [this](const std::vector<TileId>& tiles) {
        const int added = m_catalogMaker.addTiles(tiles);
        m_messages->showNotice(added > 0
                ? (added == 1 ? tr("1 tile added to the catalogue.")
                              : tr("%n tiles added to the catalogue.", nullptr, added))
                : tr("The catalogue has these tiles already."));
    });
    for (int page = 0; page < int(m_catalog->pages().size()); ++page) {
        QAction* action = m_commands.add(QStringLiteral("catalog.page%1").arg(page + 1),
            m_catalog->button(page)->text(), {QKeySequence(Qt::Key_1 + page)}, Mode::Catalog);
        connect(action, &QAction::triggered, m_catalog->button(page), &QAbstractButton::click);
    }
    connect(m_commands.add(QStringLiteral("catalog.edit"), tr("Edit the articles"),
                {QKeySequence(Qt::CTRL | Qt::Key_E)}, Mode::Catalog),
        &QAction::triggered, m_articles, &ArticlePanel::editArticles);
    connect(m_commands.add(QStringLiteral("catalog.details"), tr("Title and maker"),
                {QKeySequence(Qt::CTRL | Qt::Key_T)}, Mode::Catalog),
        &QAction::triggered, m_articles, &ArticlePanel::editCatalog);
    restoreCatalog();
    connect(&m_catalogMaker, &CatalogMaker::choiceChanged, this, &StudioWindow::saveCatalog);
    connect(m_catalog, &CatalogView::pageChanged, this, &StudioWindow::saveCatalog);
    m_mixer->setPasteTaker([this](const QString& text) {
        if (!looksLikeShareCode(text))
            return false;
        openShareCode(text);
        return true;
    });
}

void StudioWindow::restoreCatalog()
{
    const QVariantMap state = savedCatalog();
    std::vector<TileId> tiles;
    for (const QString& id :
        state.value(tilesKey).toString().split(QLatin1Char(','), Qt::SkipEmptyParts))
        tiles.push_back(id.toLongLong());
    m_catalogMaker.addTiles(tiles);
    const int choice = state.value(choiceKey, -1).toInt();
    if (choice < 0 || choice > int(TileChoice::Found))
        m_catalogMaker.chooseByItself();
    else
        m_catalogMaker.setChoice(TileChoice(choice));
    m_catalog->showPage(state.value(pageKey).toString());
}

void StudioWindow::saveCatalog()
{
    QStringList tiles;
    for (const TileId tile : m_catalogMaker.chosenTiles())
        tiles += QString::number(tile);
    ui::saveCatalog({{choiceKey, m_catalogMaker.isByItself() ? -1 : int(m_catalogMaker.choice())},
        {tilesKey, tiles.join(QLatin1Char(','))}, {pageKey, m_catalog->currentName()}});
}

bool StudioWindow::openShareCode(const QString& code)
{
    m_messages->clear();
    GenerationRequest wanted = request();
    const auto shared = parseShareCode(code.trimmed().toStdString(), m_editor.palette());
    const auto applied = shared ? shared->applyTo(wanted, m_context.profile.prompt)
                                : Expected<void>(tl::unexpected(shared.error()));
    if (!applied) {
        m_messages->showFailure(toQString(applied.error().message));
        return false;
    }
    reuse(wanted);
    setMode(Mode::Mix);
    return true;
}

void StudioWindow::enterShareCode()
{
    ShareCodeDialog dialog(m_editor.palette(), this);
    if (dialog.exec() == QDialog::Accepted)
        openShareCode(dialog.code());
}

void StudioWindow::copyShareCode()
{
    const auto code = sharedTile(request()).and_then(
        [this](const SharedTile& tile) { return shareCode(tile, m_editor.palette()); });
    if (!code) {
        m_messages->showFailure(toQString(code.error().message));
        return;
    }
    QGuiApplication::clipboard()->setText(toQString(*code));
    m_messages->showNotice(tr("%1 is on the clipboard.").arg(toQString(*code)));
}

} // namespace tilewright::ui
