#include "ui/catalog/article_list_model.h"

#include <QLocale>
#include <algorithm>

#include "ui/catalog/article_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

ArticleListModel::ArticleListModel(TileStoreFactory factory, QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(std::move(factory))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &ArticleListModel::askForThumbnails);
    connect(&m_thumbnails, &ThumbnailCache::loaded, this, [this](TileId tile) {
        const auto row = m_rows.find(tile);
        if (row == m_rows.end())
            return;
        const QModelIndex changed = index(row->second);
        Q_EMIT dataChanged(changed, changed, {Qt::DecorationRole});
    });
}

void ArticleListModel::setCatalog(const CatalogPointer& catalog)
{
    beginResetModel();
    m_catalog = catalog;
    m_rows.clear();
    for (int row = 0; row < rowCount(); ++row)
        m_rows.emplace(m_catalog->articles[std::size_t(row)].tile.id, row);
    m_lastSeen = std::min(m_lastSeen, rowCount() - 1);
    endResetModel();
    m_settle.start();
}

const Article* ArticleListModel::article(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return nullptr;
    return &m_catalog->articles[std::size_t(index.row())];
}

void ArticleListModel::show(int first, int last, int side)
{
    m_firstSeen = std::max(0, first);
    m_lastSeen = std::min(last, rowCount() - 1);
    m_side = side;
    m_settle.start();
}

void ArticleListModel::askForThumbnails()
{
    if (m_side <= 0 || m_lastSeen < m_firstSeen)
        return;
    std::vector<WantedThumbnail> wanted;
    const int page = m_lastSeen - m_firstSeen + 1;
    const auto add = [&](int first, int last) {
        for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row)
            wanted.push_back({m_catalog->articles[std::size_t(row)].tile, m_side});
    };
    add(m_firstSeen, m_lastSeen + page); // what is seen, and the next page
    add(m_firstSeen - page, m_firstSeen - 1);
    m_thumbnails.want(wanted);
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_catalog ? 0 : int(m_catalog->articles.size());
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    const Article* shown = article(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayName(*shown);
    case Qt::DecorationRole: {
        const QPixmap pixmap = m_thumbnails.find(shown->tile.id);
        return pixmap.isNull() ? QVariant() : pixmap;
    }
    case Qt::ToolTipRole: {
        QStringList lines{displayName(*shown), toQString(shown->code), displayColors(*shown)};
        if (!shown->note.empty())
            lines += toQString(shown->note);
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return tr("%1, number %2: %3")
            .arg(displayName(*shown), toQString(shown->code), displayColors(*shown));
    case IdRole:
        return toQString(shown->id);
    case CodeRole:
        return toQString(shown->code);
    case SharesRole: {
        ColorShares shares;
        for (const ArticleColor& color : shown->colors)
            shares.emplace_back(toQColor(color.srgb), color.perMille);
        return QVariant::fromValue(shares);
    }
    case MissingRole:
        return shown->tile.isMissing;
    default:
        return {};
    }
}

Qt::ItemFlags ArticleListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemNeverHasChildren : flags;
}

} // namespace tilewright::ui
