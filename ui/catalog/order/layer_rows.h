// The layers of a tile, from the top: thickness, mass and material of each.
#pragma once

#include <QWidget>
#include <vector>

#include "core/order/granule_order.h"

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;
class QToolButton;

namespace tilewright::ui {

/// A mass follows from the thickness until one is typed; its button gives it back.
class LayerRows : public QWidget {
    Q_OBJECT
public:
    explicit LayerRows(QWidget* parent = nullptr);

    void setLayers(const std::vector<OrderLayer>& layers);
    std::vector<OrderLayer> layers() const;
    /// Colours that are offered as materials.
    void setPalette(const Palette& palette);

    int count() const { return static_cast<int>(m_rows.size()); }
    QDoubleSpinBox* thickness(int row) const { return at(row).thickness; }
    QDoubleSpinBox* mass(int row) const { return at(row).mass; }
    QLineEdit* material(int row) const { return at(row).material; }
    QToolButton* massButton(int row) const { return at(row).byThickness; }
    QToolButton* removeButton(int row) const { return at(row).remove; }
    QPushButton* addButton() const { return m_add; }

Q_SIGNALS:
    void edited();

private:
    struct Row {
        int key = 0; ///< its rows of controls keep it when others go
        std::string name;
        QDoubleSpinBox* thickness = nullptr;
        QDoubleSpinBox* mass = nullptr;
        QToolButton* byThickness = nullptr;
        QLineEdit* material = nullptr;
        QToolButton* remove = nullptr;
        bool hasOwnMass = false;
    };

    const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void createRow(const OrderLayer& layer);
    void connectRow(const Row& row);
    Row& withKey(int key);
    void add();
    void remove(int key);
    void showMass(Row& row);
    void arrange();

    QGridLayout* m_grid;
    QPushButton* m_add;
    QStringListModel* m_materials;
    std::vector<Row> m_rows;
    int m_nextKey = 0;
};

} // namespace tilewright::ui
