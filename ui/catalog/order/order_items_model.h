// The tiles of an order with the area that is to be made of each.
#pragma once

#include <QAbstractTableModel>
#include <map>
#include <optional>
#include <vector>

#include "core/order/granule_order.h"
#include "ui/catalog/catalog_page.h"

namespace tilewright::ui {

/// A row each tile. An area is that of all tiles until it has one of its own; tiles with the area 0
/// are not ordered. Areas of their own outlast a change of the choice.
class OrderItemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TileColumn, AreaColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Articles by index, in the catalogue's order.
    void setArticles(const CatalogPointer& catalog, std::vector<std::size_t> articles);
    /// Square metres of those that have no area of their own.
    void setCommonArea(double squareMetres);
    double commonArea() const { return m_commonArea; }
    /// Takes areas from lines of a spreadsheet, of each the last cell, for the rows from `row` on.
    /// Returns how many were taken; none where a line is no area.
    std::optional<int> paste(int row, const QString& text);

    std::vector<OrderItem> items() const;
    double totalArea() const;
    const Article& article(int row) const;
    double area(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// What is to be made is another now.
    void changed();

private:
    bool isOwn(int row) const;
    void showAreas();

    CatalogPointer m_catalog;
    std::vector<std::size_t> m_articles;
    double m_commonArea = 10;
    std::map<std::string, double> m_ownAreas; ///< by the article's id
};

/// "24.5" or "24,5", maybe with blanks between the digits; 0 to a million. Square metres.
std::optional<double> areaFromText(const QString& text);

} // namespace tilewright::ui
