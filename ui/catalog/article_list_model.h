// The articles of a catalogue as rows, with their thumbnails.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <unordered_map>

#include "ui/catalog/catalog_page.h"
#include "ui/library/thumbnail_cache.h"
#include "ui/support/mix_bar.h"

namespace tilewright::ui {

/// Pictures are fetched for what show() says is seen, and for a page before and after.
class ArticleListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString: the article's
        CodeRole, ///< QString
        SharesRole, ///< ColorShares
        MissingRole, ///< bool: the file is not where it was
    };

    explicit ArticleListModel(TileStoreFactory factory, QObject* parent = nullptr);

    void setCatalog(const CatalogPointer& catalog);
    const CatalogPointer& catalog() const { return m_catalog; }
    /// Null for an index that is none of its own.
    const Article* article(const QModelIndex& index) const;

    /// These rows are seen, with pictures of `side` pixels.
    void show(int first, int last, int side);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    void askForThumbnails();

    CatalogPointer m_catalog;
    std::unordered_map<TileId, int> m_rows;
    int m_firstSeen = 0;
    int m_lastSeen = -1;
    int m_side = 0;
    QTimer m_settle;
    ThumbnailCache m_thumbnails;
};

} // namespace tilewright::ui
