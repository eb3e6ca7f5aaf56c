// Catalogues and specification sheets: their pages as they will be, and the PDF.
#pragma once

#include <QTimer>

#include "ui/catalog/background_task.h"
#include "ui/catalog/catalog_page.h"
#include "ui/sheets/sheet_document.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace tilewright::ui {

class PagesView;
class SheetRenderer;
class TaskStrip;
class TemplateEditor;

/// Remembers the template, what is made, and the folder that was saved to last.
class SheetsPage : public CatalogPage {
    Q_OBJECT
public:
    enum class Kind { Catalog, Specification };

    explicit SheetsPage(QWidget* parent = nullptr);
    ~SheetsPage() override;

    void setCatalog(const CatalogPointer& catalog) override;
    void setChosen(const std::vector<std::size_t>& articles) override;
    void setPalette(const Palette& palette) override;

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// The articles that the pages show, in the catalogue's order.
    std::vector<std::size_t> articles() const;

    const SheetDocumentPointer& document() const { return m_document; }
    TemplateEditor* editor() { return m_editor; }
    PagesView* pages() { return m_pages; }
    QComboBox* scope() { return m_scope; }
    QPushButton* kindButton(Kind kind);
    QPushButton* saveButton() { return m_save; }
    QLabel* pageLabel() { return m_pageLabel; }
    BackgroundTask& task() { return *m_task; }

    /// A name for the PDF, in the folder that was saved to last.
    QString proposedFile() const;
    void savePdf(const QString& file);
    void loadTemplate(const QString& file);
    void saveTemplate(const QString& file);

public Q_SLOTS:
    /// Each asks for the file.
    void savePdfAs();
    void loadTemplateFrom();
    void saveTemplateAs();

private:
    void createControls();
    void createLayout();
    void readState();
    void saveState() const;
    void renew();
    void makeDocument();
    void showDocument(const SheetDocumentPointer& document);
    void showScope();
    void showPage();

    CatalogPointer m_catalog;
    std::vector<std::size_t> m_chosen;
    Kind m_kind = Kind::Catalog;
    bool m_isChosenOnly[2] = {false, true}; ///< by kind
    SheetDocumentPointer m_document;
    SheetRenderer* m_renderer;
    TemplateEditor* m_editor;
    QPushButton* m_catalogKind;
    QPushButton* m_specificationKind;
    QComboBox* m_scope;
    PagesView* m_pages;
    QLabel* m_pageLabel;
    QPushButton* m_save;
    BackgroundTask* m_task;
    QTimer m_settle; ///< of settings that change quickly
};

} // namespace tilewright::ui
