// How much of each granule a job needs: areas and layers on the left, the order on the right.
#pragma once

#include "core/order/granule_order.h"
#include "ui/catalog/catalog_page.h"
#include "ui/sheets/sheet_document.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTableView;

namespace tilewright::ui {

class BackgroundTask;
class OrderItemsModel;
class OrderLinesModel;
class OrderSettingsEditor;
class TaskStrip;

class OrderPage : public CatalogPage {
    Q_OBJECT
public:
    explicit OrderPage(QWidget* parent = nullptr);

    void setCatalog(const CatalogPointer& catalog) override;
    void setChosen(const std::vector<std::size_t>& articles) override;
    void setPalette(const Palette& palette) override;
    /// How the PDF looks; without it, A4 in the window's language.
    void setSheetTemplate(const SheetTemplate& design) { m_design = design; }

    /// None when there is nothing to order, or it cannot be: see problem().
    const std::optional<GranuleOrder>& order() const;
    QString problem() const;

    OrderItemsModel* items() { return m_items; }
    OrderLinesModel* lines() { return m_lines; }
    QTableView* itemsView() { return m_itemsView; }
    QTableView* linesView() { return m_linesView; }
    QDoubleSpinBox* commonAreaBox() { return m_commonArea; }
    OrderSettingsEditor* settingsEditor() { return m_settings; }
    QPushButton* csvButton() { return m_saveCsv; }
    QPushButton* jsonButton() { return m_saveJson; }
    QPushButton* pdfButton() { return m_savePdf; }
    QPushButton* copyButton() { return m_copy; }
    BackgroundTask& task() { return *m_task; }

public Q_SLOTS:
    /// By the ending of the name: .csv (for spreadsheets), .json or .pdf.
    void saveTo(const QString& file);
    void copyAsText();
    void pasteAreas(); ///< from the clipboard, from the current row on

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* createControls();
    QWidget* createResult();
    void connectControls();
    void askAndSave(const QString& ending, const QString& filter);
    void showArticles();
    void takeProduct();
    void showSoon(); ///< reckons now if the page is seen, else when it is
    void reckon();
    void showButtons();

    CatalogPointer m_catalog;
    std::vector<std::size_t> m_chosen;
    std::optional<SheetTemplate> m_design;
    OrderItemsModel* m_items;
    OrderLinesModel* m_lines;
    BackgroundTask* m_task;
    QTableView* m_itemsView;
    QDoubleSpinBox* m_commonArea;
    QLabel* m_totalArea;
    OrderSettingsEditor* m_settings;
    QLabel* m_headline;
    QLabel* m_basis;
    QTableView* m_linesView;
    QLabel* m_warning;
    QPushButton* m_copy;
    QPushButton* m_saveCsv;
    QPushButton* m_saveJson;
    QPushButton* m_savePdf;
    TaskStrip* m_strip;
    QString m_problem;
    bool m_isStale = true;
};

} // namespace tilewright::ui
