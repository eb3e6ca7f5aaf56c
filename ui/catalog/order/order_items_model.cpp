#include "ui/catalog/order/order_items_model.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <algorithm>
#include <numeric>

#include "core/mix/mix_text.h"
#include "ui/catalog/article_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int stripWidth = 32;
constexpr int stripHeight = 16;
constexpr qreal stripDensity = 3; // sharp on every screen

/// The colours of a tile side by side, as wide as their shares.
QPixmap stripOf(const std::vector<ArticleColor>& colors)
{
    QPixmap strip(QSize(stripWidth, stripHeight) * stripDensity);
    strip.setDevicePixelRatio(stripDensity);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline(0.5, 0.5, stripWidth - 1, stripHeight - 1);
    QPainterPath rounded;
    rounded.addRoundedRect(outline, 3, 3);
    painter.setClipPath(rounded);
    int total = 0;
    for (const ArticleColor& color : colors)
        total += color.perMille;
    int before = 0;
    for (const ArticleColor& color : colors) {
        const qreal left = qreal(stripWidth) * before / std::max(1, total);
        before += color.perMille;
        const qreal right = qreal(stripWidth) * before / std::max(1, total);
        painter.fillRect(QRectF(left, 0, right - left, stripHeight), toQColor(color.srgb));
    }
    painter.setClipping(false);
    painter.setPen(QGuiApplication::palette().color(role::outline));
    painter.drawPath(rounded);
    return strip;
}

QString areaText(double squareMetres)
{
    return QLocale().toString(squareMetres, 'f', QLocale::FloatingPointShortest);
}

} // namespace

std::optional<double> areaFromText(const QString& text)
{
    QString plain;
    for (const QChar sign : text)
        if (!sign.isSpace())
            plain += sign;
    const auto area = numberFrom(plain.toStdString());
    const bool isAllowed = area
        && (*area == 0 || (*area >= OrderLimits::minimumArea && *area <= OrderLimits::maximumArea));
    return isAllowed ? area : std::nullopt;
}

void OrderItemsModel::setArticles(const CatalogPointer& catalog, std::vector<std::size_t> articles)
{
    beginResetModel();
    m_catalog = catalog;
    m_articles = std::move(articles);
    std::erase_if(m_articles,
        [&](std::size_t article) { return !catalog || article >= catalog->articles.size(); });
    std::sort(m_articles.begin(), m_articles.end());
    endResetModel();
    Q_EMIT changed();
}

void OrderItemsModel::setCommonArea(double squareMetres)
{
    if (squareMetres == m_commonArea)
        return;
    m_commonArea = squareMetres;
    showAreas();
}

void OrderItemsModel::showAreas()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, AreaColumn), index(rowCount() - 1, AreaColumn));
    Q_EMIT changed();
}

std::optional<int> OrderItemsModel::paste(int row, const QString& text)
{
    std::vector<double> areas;
    for (const QString& line : text.trimmed().split(QLatin1Char('\n'))) {
        const auto area = areaFromText(line.section(QLatin1Char('\t'), -1));
        if (!area)
            return std::nullopt;
        areas.push_back(*area);
    }
    const int count = std::clamp(rowCount() - std::max(0, row), 0, static_cast<int>(areas.size()));
    for (int i = 0; i < count; ++i)
        m_ownAreas[article(std::max(0, row) + i).id] = areas[static_cast<std::size_t>(i)];
    if (count > 0)
        showAreas();
    return count;
}

const Article& OrderItemsModel::article(int row) const
{
    return m_catalog->articles[m_articles[static_cast<std::size_t>(row)]];
}

bool OrderItemsModel::isOwn(int row) const
{
    return m_ownAreas.contains(article(row).id);
}

double OrderItemsModel::area(int row) const
{
    const auto own = m_ownAreas.find(article(row).id);
    return own == m_ownAreas.end() ? m_commonArea : own->second;
}

std::vector<OrderItem> OrderItemsModel::items() const
{
    std::vector<OrderItem> items;
    for (int row = 0; row < rowCount(); ++row)
        if (const double squareMetres = area(row); squareMetres > 0)
            items.push_back({article(row), squareMetres});
    return items;
}

double OrderItemsModel::totalArea() const
{
    double total = 0;
    for (int row = 0; row < rowCount(); ++row)
        total += area(row);
    return total;
}

int OrderItemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_articles.size());
}

int OrderItemsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OrderItemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Article& tile = article(index.row());
    const bool isArea = index.column() == AreaColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isArea ? areaText(area(index.row())) : displayName(tile);
    case Qt::EditRole:
        return isArea ? QVariant(areaText(area(index.row()))) : QVariant();
    case Qt::DecorationRole:
        return isArea ? QVariant() : QVariant(stripOf(tile.colors));
    case Qt::ToolTipRole:
        return isArea ? tr("Square metres; empty: as all tiles, 0: none")
                      : toQString(tile.code) + QLatin1Char('\n') + displayName(tile);
    case Qt::AccessibleTextRole:
        return isArea ? tr("%1: %2 m²").arg(displayName(tile), areaText(area(index.row())))
                      : displayName(tile);
    case Qt::TextAlignmentRole:
        return int((isArea ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return isArea ? QVariant(numberFont()) : QVariant();
    case Qt::ForegroundRole: {
        const bool isDimmed = isArea ? !isOwn(index.row()) : area(index.row()) == 0;
        return isDimmed ? QVariant(QGuiApplication::palette().brush(role::mutedText)) : QVariant();
    }
    default:
        return {};
    }
}

bool OrderItemsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != AreaColumn
        || role != Qt::EditRole)
        return false;
    const std::string& id = article(index.row()).id;
    const QString text = value.toString();
    if (text.trimmed().isEmpty()) {
        m_ownAreas.erase(id);
    } else {
        const auto typed = areaFromText(text);
        if (!typed)
            return false;
        // An editor that is left as it was opened gives no tile an area of its own.
        if (*typed == area(index.row()) && !isOwn(index.row()))
            return true;
        m_ownAreas[id] = *typed;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), index);
    Q_EMIT changed();
    return true;
}

Qt::ItemFlags OrderItemsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == AreaColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant OrderItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == AreaColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == AreaColumn ? tr("Area, m²") : tr("Tile");
}

} // namespace tilewright::ui
