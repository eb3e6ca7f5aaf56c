// The settings in which tiles differ, as a table.
#pragma once

#include <QAbstractTableModel>

#include "ui/compare/compared_settings.h"

namespace tilewright::ui {

/// A row for each setting that is not equal in all tiles, a column for each tile, headed by its
/// number. The tool tip has what the display shortens.
class DifferenceTable : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit DifferenceTable(Palette palette, QObject* parent = nullptr);

    /// In their order, counted from 1. Null: a tile that is not known has a number, but no column.
    void setTiles(const std::vector<TilePointer>& tiles);
    /// The number of the tile whose values stand out.
    void setActive(int number);
    /// "Same: mix, model, 30 steps"; empty without tiles.
    QString sameLine() const { return m_sameLine; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QStringList values;
        QStringList shortValues;
    };
    const Palette m_palette;
    int m_active = 0;
    std::vector<int> m_numbers; ///< of the columns
    std::vector<Row> m_rows;
    QString m_sameLine;
};

/// Long values that begin alike, told apart by their ends: "…230", "…231". Values of four signs or
/// less stay as they are.
QStringList shortened(const QStringList& values);

} // namespace tilewright::ui
