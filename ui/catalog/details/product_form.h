// The fields of a product: sizes, weight, what it is made of, price.
#pragma once

#include <QWidget>

#include "core/catalog/product.h"

class QDoubleSpinBox;
class QGridLayout;
class QLineEdit;

namespace tilewright::ui {

class ProductForm : public QWidget {
    Q_OBJECT
public:
    explicit ProductForm(QWidget* parent = nullptr);

    /// Without signalling.
    void setProduct(const Product& product);
    Product product() const;

    QDoubleSpinBox* thicknessField() { return m_thickness; }
    QDoubleSpinBox* priceField() { return m_price; }

Q_SIGNALS:
    void edited();

private:
    QDoubleSpinBox* number(
        const QString& name, const QString& unit, double least, double most, int decimals);
    QLineEdit* text(const QString& name);
    void addFields();
    void showWeight();

    QGridLayout* m_grid;
    QDoubleSpinBox* m_length;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_thickness;
    QDoubleSpinBox* m_weight; ///< kg/m²; 0: by thickness
    QLineEdit* m_hardness;
    QLineEdit* m_fireClass;
    QLineEdit* m_fallHeight;
    QLineEdit* m_binder;
    QDoubleSpinBox* m_binderPercent;
    QLineEdit* m_granuleSize;
    QDoubleSpinBox* m_price; ///< 0: none
    QLineEdit* m_currency;
};

} // namespace tilewright::ui
