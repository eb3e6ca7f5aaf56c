#include "ui/catalog/catalog_maker.h"

#include <algorithm>
#include <set>

#include "ui/catalog/details_store.h"
#include "ui/library/tile_library.h"
#include "ui/recipes/recipe_store.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int settleMilliseconds = 200;

/// A catalogue grows at its end.
TileQuery oldestFirst()
{
    TileQuery query;
    query.order = TileOrder::Oldest;
    query.hideRejected = true;
    return query;
}
} // namespace

CatalogMaker::CatalogMaker(
    TileLibrary& library, RecipeStore& recipes, DetailsStore& details, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_recipes(recipes)
    , m_details(details)
    , m_make(&makeCatalog)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &CatalogMaker::ask);
    connect(&library, &TileLibrary::found, this, [this](quint64 ticket, const TileList& list) {
        if (ticket != m_findTicket)
            return;
        if (m_isByItself && m_choice == TileChoice::Picked && list.tiles.empty()) {
            m_choice = TileChoice::Found;
            Q_EMIT choiceChanged();
            ask();
            return;
        }
        if (list.tiles.empty())
            takeRecords({});
        else
            setTickets(0, m_library.read(list.tiles));
    });
    connect(
        &library, &TileLibrary::findFailed, this, [this](quint64 ticket, const QString& message) {
            if (ticket != m_findTicket)
                return;
            setTickets(0, 0);
            Q_EMIT failed(message);
        });
    connect(&library, &TileLibrary::recordsRead, this,
        [this](quint64 ticket, const std::vector<TileRecord>& records) {
            if (ticket == m_readTicket)
                takeRecords(records);
        });
    for (const auto signal : {&TileLibrary::changed, &TileLibrary::opened})
        connect(&library, signal, this, &CatalogMaker::askSoon);
    connect(&library, &TileLibrary::tileAdded, this, &CatalogMaker::askSoon);
    connect(&library, &TileLibrary::tilesChanged, this, &CatalogMaker::askSoon);
    for (const auto signal : {&TileLibrary::deleted, &TileLibrary::restored})
        connect(&library, signal, this, &CatalogMaker::askSoon);
    connect(&recipes, &RecipeStore::changed, this, &CatalogMaker::make);
    connect(&details, &DetailsStore::changed, this, &CatalogMaker::make);

    connect(&m_task, &BackgroundTask::progressed, this, &CatalogMaker::progressed);
    connect(&m_task, &BackgroundTask::finished, this, [this] {
        m_problems.clear();
        for (const CatalogProblem& problem : m_making->problems)
            m_problems += toQString(problem.error.message);
        m_catalog = std::make_shared<const Catalog>(std::move(m_making->catalog));
        endMaking();
        Q_EMIT made();
    });
    connect(&m_task, &BackgroundTask::cancelled, this, &CatalogMaker::endMaking);
    connect(&m_task, &BackgroundTask::failed, this, [this](const QString& message) {
        endMaking();
        Q_EMIT failed(message);
    });
}

bool CatalogMaker::isBusy() const
{
    return m_findTicket != 0 || m_readTicket != 0 || m_task.isRunning();
}

void CatalogMaker::setActive(bool isActive)
{
    m_isActive = isActive;
    if (!isActive)
        return;
    m_details.reload();
    if (m_isStale)
        ask();
    else if (m_isUnmade)
        make();
}

void CatalogMaker::setChoice(TileChoice choice)
{
    m_isByItself = false;
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT choiceChanged();
    ask();
}

void CatalogMaker::chooseByItself()
{
    setChoice(TileChoice::Picked);
    m_isByItself = true;
}

void CatalogMaker::chooseTiles(std::vector<TileId> tiles)
{
    m_isByItself = false;
    m_chosen = std::move(tiles);
    m_choice = TileChoice::Chosen;
    Q_EMIT choiceChanged();
    ask();
}

int CatalogMaker::addTiles(const std::vector<TileId>& tiles)
{
    std::set<TileId> known(m_chosen.begin(), m_chosen.end());
    const bool wasEmpty = m_chosen.empty();
    int added = 0;
    for (const TileId tile : tiles) {
        if (known.insert(tile).second) {
            m_chosen.push_back(tile);
            ++added;
        }
    }
    if (wasEmpty && added > 0) {
        m_isByItself = false;
        m_choice = TileChoice::Chosen;
    }
    Q_EMIT choiceChanged();
    if (m_choice == TileChoice::Chosen)
        ask();
    return added;
}

void CatalogMaker::removeTiles(const std::vector<TileId>& tiles)
{
    const std::set<TileId> unwanted(tiles.begin(), tiles.end());
    std::erase_if(m_chosen, [&unwanted](TileId tile) { return unwanted.contains(tile); });
    Q_EMIT choiceChanged();
    if (m_choice == TileChoice::Chosen)
        ask();
}

void CatalogMaker::setQuery(const TileQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    if (m_choice == TileChoice::Found)
        ask();
}

void CatalogMaker::askSoon()
{
    m_isStale = true;
    if (m_isActive)
        m_settle.start();
}

void CatalogMaker::ask()
{
    m_isStale = true;
    if (!m_isActive)
        return;
    m_isStale = false;
    m_settle.stop();
    for (const quint64 ticket : {m_findTicket, m_readTicket})
        if (ticket != 0)
            m_library.forget(ticket);
    TileQuery query = oldestFirst();
    switch (m_choice) {
    case TileChoice::Chosen:
        if (m_chosen.empty())
            takeRecords({});
        else
            setTickets(0, m_library.read(m_chosen));
        return;
    case TileChoice::Picked:
        query.flag = Flag::Picked;
        break;
    case TileChoice::Rated:
        query.minimumRating = leastRating;
        break;
    case TileChoice::Found:
        query = m_query;
        break;
    }
    setTickets(m_library.find(query), 0);
}

void CatalogMaker::setTickets(quint64 find, quint64 read)
{
    m_findTicket = find;
    m_readTicket = read;
    Q_EMIT busyChanged();
}

void CatalogMaker::takeRecords(const std::vector<TileRecord>& records)
{
    m_records = records;
    setTickets(0, 0);
    make();
}

void CatalogMaker::make()
{
    m_isUnmade = true;
    if (!m_isActive || m_findTicket != 0 || m_readTicket != 0)
        return; // what is being read is made then
    if (m_task.isRunning()) {
        m_task.cancel();
        return; // and made again once that has ended
    }
    m_isUnmade = false;
    m_making = std::make_shared<MadeCatalog>();
    m_task.start(
        [made = m_making, make = m_make, tiles = m_records, palette = m_recipes.palette(),
            recipes = m_recipes.book(), details = m_details.details()](
            const BackgroundTask::Report& report, std::stop_token stop) -> Expected<TaskResult> {
            auto catalog = make(
                tiles, palette, recipes, details,
                [&report](std::size_t done, std::size_t total) {
                    if (done % std::max<std::size_t>(1, total / 100) == 0)
                        report(double(done) / double(std::max<std::size_t>(1, total)), {});
                },
                std::move(stop));
            if (!catalog)
                return tl::unexpected(catalog.error());
            *made = std::move(*catalog);
            return TaskResult{};
        });
    Q_EMIT busyChanged();
}

void CatalogMaker::endMaking()
{
    if (m_isUnmade)
        make();
    Q_EMIT busyChanged();
}

} // namespace tilewright::ui
