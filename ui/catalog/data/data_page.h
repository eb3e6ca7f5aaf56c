// The catalogue as data: table, JSON, web pages, and the share code of an article.
#pragma once

#include <functional>

#include "core/catalog/html_catalog.h"
#include "ui/catalog/background_task.h"
#include "ui/catalog/catalog_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace tilewright::ui {

class ScopeSwitch;
class TaskStrip;

class DataPage : public CatalogPage {
    Q_OBJECT
public:
    explicit DataPage(QWidget* parent = nullptr);

    void setCatalog(const CatalogPointer& catalog) override;
    void setChosen(const std::vector<std::size_t>& articles) override;
    void setPalette(const Palette&) override { } // the articles bring their colours

    ScopeSwitch* scope() { return m_scope; }
    QLineEdit* shareCodeField() { return m_code; }
    QPushButton* copyButton() { return m_copy; }
    TaskStrip* strip() { return m_strip; }
    const BackgroundTask& task() const { return m_task; }

public Q_SLOTS:
    // Ask for a place; those with a place just write.
    void chooseCsv();
    void chooseJson();
    void chooseWeb();
    void saveCsv(const QString& file);
    void saveJson(const QString& file);
    void saveWeb(const QString& folder);

private:
    void createFields();
    void createLayout();
    QString proposedName() const;
    QString place() const;
    void rememberPlace(const QString& folder);
    void saveText(const QString& file, const std::function<std::string(const Catalog&)>& write);
    void showArticle();
    void showState();

    BackgroundTask m_task;
    ScopeSwitch* m_scope;
    QComboBox* m_language;
    QCheckBox* m_forSpreadsheet;
    QPushButton* m_csv;
    QPushButton* m_json;
    QCheckBox* m_showsSeeds;
    QSpinBox* m_pictureSide;
    QPushButton* m_web;
    QLabel* m_codeCaption;
    QLineEdit* m_code;
    QPushButton* m_copy;
    TaskStrip* m_strip;
};

} // namespace tilewright::ui
