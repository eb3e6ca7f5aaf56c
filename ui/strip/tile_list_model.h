// The tiles in a folder, newest first.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QImage>
#include <QThreadPool>
#include <filesystem>
#include <vector>

#include "core/mix/palette.h"
#include "ui/strip/thumbnail_loader.h"

namespace tilewright::ui {

/// Lists the folder off the window's thread and grows by pages; thumbnails are read for the rows
/// that are seen. A file that proves to be no tile of this program leaves the list.
class TileListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        FileRole = Qt::UserRole, ///< QString
        SeedRole, ///< QString
        DraftRole, ///< bool
        ErrorRole, ///< double: mean points off the mix; invalid where it is not known
        VerdictRole, ///< Verdict as int, with ErrorRole
    };
    static constexpr int page = 100; ///< rows
    static constexpr int thumbnailLimit = 600;

    TileListModel(std::filesystem::path folder, Palette palette, QObject* parent = nullptr);

    /// Starts to list the folder; listed() tells when it is done.
    void listFolder();
    /// A new tile comes first.
    void add(const TilePointer& tile);
    /// A tile that is listed is known better now.
    void update(const LoadedTile& tile);
    /// Reads the thumbnails of these rows and of those beside them.
    void showRows(int first, int last);
    int rowOf(const QString& file) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void listed();

private:
    struct Entry {
        std::filesystem::path file;
        QString name; ///< of the file, as Qt wants it
        QString seed;
        QString mix;
        bool isDraft = false;
        std::optional<Fidelity> fidelity = {};
    };
    static Entry fromFile(const std::filesystem::path& file);
    static std::vector<Entry> list(const std::filesystem::path& folder);
    void append(std::vector<Entry> entries);
    void describe(Entry& entry, const LoadedTile& tile) const;
    void storeThumbnail(const TilePointer& tile);
    void removeForeign(const QString& file);

    const std::filesystem::path m_folder;
    const Palette m_palette;
    std::vector<Entry> m_entries;
    int m_shown = 0; ///< rows the view knows of
    bool m_isChanging = false; ///< between begin and end of a change no more rows are fetched
    QCache<QString, QImage> m_thumbnails;
    ThumbnailLoader m_loader;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
