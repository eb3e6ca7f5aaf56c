// The tiles of a query as rows, of which only those around the seen ones are read.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <QTimer>
#include <unordered_map>

#include "core/mix/palette.h"
#include "ui/library/thumbnail_cache.h"
#include "ui/library/tile_library.h"

namespace tilewright::ui {

/// The ids of all tiles found are here, 100,000 of them if need be; records and pictures are
/// fetched for what show() says is seen, and for a page before and after. The library must outlive
/// the model.
class LibraryModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// All of them invalid until the row's record is here, except those that say otherwise.
    enum Role {
        IdRole = Qt::UserRole, ///< qint64; always
        FileRole, ///< QString
        SeedRole, ///< QString
        RatingRole, ///< int, 0…5
        FlagRole, ///< Flag as int
        LabelRole, ///< int, 0…4
        ErrorRole, ///< double: mean points off the mix; invalid where it was not measured
        VerdictRole, ///< Verdict as int, with ErrorRole
        MissingRole, ///< bool
        DraftRole, ///< bool
        MixKeyRole, ///< QString; always when grouped, then that of the group
        GroupStartRole, ///< bool; always
        GroupCountRole, ///< int: tiles in the row's group; 0 when not grouped; always
    };
    static constexpr int recordLimit = 20000;
    static constexpr int largestPage = 256; ///< records that are asked for at once

    LibraryModel(TileLibrary& library, Palette palette, QObject* parent = nullptr);

    /// Asks for other tiles. The old ones stay until listChanged().
    void setQuery(const TileQuery& query);
    const TileQuery& query() const { return m_query; }
    void refresh();
    /// Whether an answer is still to come.
    bool isAsking() const { return m_findTicket != 0; }

    const TileList& list() const { return m_list; }
    const std::vector<TileGroup>& groups() const { return m_list.groups; }
    TileId tileAt(int row) const;
    int rowOf(TileId tile) const; ///< -1 if it is not among them
    /// Null while it is not read.
    const TileRecord* recordAt(int row) const;

    /// These rows are seen, with pictures of `side` pixels.
    void show(int first, int last, int side);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// Around every change of rows, so that a view can keep its place.
    void listAboutToChange();
    void listChanged();
    void failed(const QString& message);

private:
    void replaceList(const TileList& list);
    void replaceSlice(std::size_t first, std::size_t removed, const TileList& list);
    void permuteInto(const TileList& list);
    void moveRows(std::vector<TileId> tiles);
    void takeRecords(const std::vector<TileRecord>& records);
    void updateRecords(const std::vector<TileRecord>& records);
    void forgetRecords();
    void askForRecords();
    void askForThumbnails();
    void announceRow(TileId tile);
    const TileGroup* groupOf(int row) const;
    QString spokenText(const TileRecord& tile) const;
    QString toolTip(const TileRecord& tile) const;
    bool dependsOnMarks() const;

    TileLibrary& m_library;
    const Palette m_palette;
    TileQuery m_query;
    TileLibrary::Ticket m_findTicket = 0; ///< 0: none
    QSet<quint64> m_readTickets;
    TileList m_list;
    mutable std::unordered_map<TileId, int> m_rows; ///< made when needed; empty: not made
    QCache<TileId, TileRecord> m_records{recordLimit};
    QSet<TileId> m_stale; ///< records that are shown but may have changed
    int m_firstSeen = 0;
    int m_lastSeen = -1;
    int m_side = Library::thumbnailSide;
    ThumbnailCache m_thumbnails;
    QTimer m_settle; ///< many changes in one turn of the event loop are looked after once
};

} // namespace tilewright::ui
