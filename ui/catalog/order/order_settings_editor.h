// What an order is reckoned with: layers, waste, binder, bags and the price list.
#pragma once

#include <QWidget>
#include <optional>

#include "core/order/granule_order.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class LayerRows;

/// Remembers its settings and the path of the price list.
class OrderSettingsEditor : public QWidget {
    Q_OBJECT
public:
    explicit OrderSettingsEditor(QWidget* parent = nullptr);

    OrderSettings settings() const;
    void setSettings(const OrderSettings& settings);
    /// Whether they were remembered, or edited since.
    bool isOwn() const { return m_isOwn; }
    const std::optional<PriceList>& prices() const { return m_prices; }
    void setPalette(const Palette& palette);

    LayerRows* layerRows() { return m_layers; }
    QDoubleSpinBox* wasteBox() { return m_waste; }
    QDoubleSpinBox* binderBox() { return m_binder; }
    QDoubleSpinBox* bagBox() { return m_bag; }
    QPushButton* priceButton() { return m_choosePrices; }
    QToolButton* clearPricesButton() { return m_clearPrices; }
    QString priceNote() const;

public Q_SLOTS:
    void choosePrices(); ///< asks for a file
    void loadPrices(const QString& file);
    void clearPrices();

Q_SIGNALS:
    void edited();

private:
    void createLayout();
    void remember();
    void restore();
    void showPrices(const QString& file, const QString& problem = {});

    LayerRows* m_layers;
    QDoubleSpinBox* m_waste;
    QDoubleSpinBox* m_binder;
    QDoubleSpinBox* m_bag;
    QPushButton* m_choosePrices;
    QToolButton* m_clearPrices;
    QLabel* m_priceNote;
    std::optional<PriceList> m_prices;
    bool m_isOwn = false;
};

} // namespace tilewright::ui
