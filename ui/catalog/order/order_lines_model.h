// What an order comes to: a row each material, the binder, and their totals.
#pragma once

#include <QAbstractTableModel>
#include <optional>

#include "core/order/granule_order.h"

namespace tilewright::ui {

class OrderLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        MaterialColumn,
        CodeColumn,
        MassColumn,
        BagsColumn,
        PriceColumn,
        CostColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// None: an empty table.
    void setOrder(std::optional<GranuleOrder> order);
    const std::optional<GranuleOrder>& order() const { return m_order; }
    bool isPriced() const { return m_order && !m_order->currency.empty(); }
    /// The table with its headings, cells parted by tabulators.
    QString text() const;
    /// What the price list lacks, as it is called in the window.
    QStringList withoutPrice() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class RowKind { Line, Binder, Total };
    RowKind kindOf(int row) const;
    QString cell(int row, int column) const;
    QString lineCell(const OrderLine& line, int column) const;
    QString binderCell(int column) const;
    QString totalCell(int column) const;

    std::optional<GranuleOrder> m_order;
};

/// Kilograms with one decimal, and money with two, as people of the locale write them.
QString kilogramsText(std::int64_t grams);
QString moneyText(std::int64_t hundredths);

} // namespace tilewright::ui
