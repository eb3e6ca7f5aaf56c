// Which tiles make the catalogue, and the catalogue that is made of them.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <functional>
#include <vector>

#include "core/library/tile_query.h"
#include "ui/catalog/background_task.h"
#include "ui/catalog/catalog_page.h"

namespace tilewright::ui {

class DetailsStore;
class RecipeStore;
class TileLibrary;

enum class TileChoice {
    Chosen, ///< one by one, in the gallery
    Picked, ///< those with the flag
    Rated, ///< those with many stars
    Found, ///< by the gallery's filter
};

/// Follows the library, the recipes and what is said of the articles. Reads and makes on other
/// threads; the catalogue that was made last stays until a new one is there. Works while it is
/// active, and catches up once it becomes so.
class CatalogMaker : public QObject {
    Q_OBJECT
public:
    using Make = std::function<Expected<MadeCatalog>(const std::vector<TileRecord>& tiles,
        const Palette& palette, const RecipeBook& recipes, const CatalogDetails& details,
        const std::function<void(std::size_t, std::size_t)>& progress, std::stop_token stop)>;
    static constexpr int leastRating = 4; ///< stars, of TileChoice::Rated

    /// All of them must outlive it.
    CatalogMaker(TileLibrary& library, RecipeStore& recipes, DetailsStore& details,
        QObject* parent = nullptr);
    void setMake(Make make) { m_make = std::move(make); }

    void setActive(bool isActive);
    TileChoice choice() const { return m_choice; }
    void setChoice(TileChoice choice);
    /// Picked tiles, or what the filter finds while none is picked.
    void chooseByItself();
    bool isByItself() const { return m_isByItself; }
    const std::vector<TileId>& chosenTiles() const { return m_chosen; }
    /// Chooses one by one, in this order.
    void chooseTiles(std::vector<TileId> tiles);
    /// Those that are among them already stay where they are. The choice stays what it is, unless
    /// nothing was chosen one by one before. Gives how many are new.
    int addTiles(const std::vector<TileId>& tiles);
    void removeTiles(const std::vector<TileId>& tiles);
    /// What the filter says.
    void setQuery(const TileQuery& query);

    /// Null: none was made yet.
    const CatalogPointer& catalog() const { return m_catalog; }
    /// One sentence for each tile that could not be taken in.
    const QStringList& problems() const { return m_problems; }
    bool isBusy() const;

Q_SIGNALS:
    void choiceChanged();
    void made();
    /// Or it is not any more.
    void busyChanged();
    void progressed(double fraction);
    void failed(const QString& message);

private:
    void ask();
    void askSoon();
    void takeRecords(const std::vector<TileRecord>& records);
    void make();
    void endMaking();
    void setTickets(quint64 find, quint64 read);

    TileLibrary& m_library;
    RecipeStore& m_recipes;
    DetailsStore& m_details;
    Make m_make;
    TileChoice m_choice = TileChoice::Picked;
    bool m_isByItself = false;
    std::vector<TileId> m_chosen;
    TileQuery m_query;
    bool m_isActive = false;
    bool m_isStale = true; ///< which tiles there are has to be asked
    bool m_isUnmade = false; ///< what was read has to be made into a catalogue
    quint64 m_findTicket = 0;
    quint64 m_readTicket = 0;
    std::vector<TileRecord> m_records;
    CatalogPointer m_catalog;
    QStringList m_problems;
    std::shared_ptr<MadeCatalog> m_making;
    QTimer m_settle; ///< many changes of the library are looked after once
    BackgroundTask m_task; // last member: ends before anything that its work uses goes
};

} // namespace tilewright::ui
