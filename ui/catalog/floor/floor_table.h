// The tiles of a floor: which, how many, and with which one to paint.
#pragma once

#include <QColor>
#include <QVector>
#include <QWidget>
#include <algorithm>

#include "ui/catalog/floor/floor_renderer.h"

class QButtonGroup;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QToolButton;

namespace tilewright::ui {

class FloorTable : public QWidget {
    Q_OBJECT
public:
    explicit FloorTable(QWidget* parent = nullptr);

    /// Makes the rows anew.
    void setRecipes(const FloorRecipesPointer& recipes, const QVector<QColor>& colors);
    /// Null: nothing can be laid.
    void setFloor(const FloorLayoutPointer& floor);
    /// Shares are asked for only where they count, brushes only where there is something to paint.
    void setPattern(FloorPattern pattern);

    void setShares(const std::vector<double>& shares);
    std::vector<double> shares() const;
    int brush() const { return std::min(m_brush, std::max(0, rowCount() - 1)); }
    void setBrush(int recipe);
    double wastePercent() const;
    void setWastePercent(double percent);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    QToolButton* brushButton(int row) { return m_rows[row].brush; }
    QDoubleSpinBox* shareBox(int row) { return m_rows[row].share; }
    QDoubleSpinBox* wasteBox() { return m_waste; }
    /// "48", as the row says it.
    QString wholeText(int row) const;
    QString cutText(int row) const;
    QString orderText(int row) const;

Q_SIGNALS:
    void sharesChanged();
    void wasteChanged();

private:
    struct Row {
        QToolButton* brush;
        QLabel* name;
        QDoubleSpinBox* share;
        QLabel* whole;
        QLabel* cut;
        QLabel* order;
    };

    void addRow(int index, const FloorRecipe& recipe, const QColor& color);
    void showCounts();

    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_shareHeading = nullptr;
    QButtonGroup* m_brushes = nullptr;
    QVector<Row> m_rows;
    QDoubleSpinBox* m_waste;
    QLabel* m_area;
    FloorLayoutPointer m_floor;
    int m_brush = 1; ///< as chosen; the second tile paints on the first
    FloorPattern m_pattern = FloorPattern::Single;
};

} // namespace tilewright::ui
