// Number, name, note and product of one article or of several at once.
#pragma once

#include <QDialog>

#include "ui/catalog/catalog_page.h"
#include "ui/catalog/details/article_edit.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tilewright::ui {

class ProductForm;

/// What is not touched stays as it is in each of them. Nothing is done: edit() tells what is wanted
/// once the dialog was accepted.
class ArticleDialog : public QDialog {
    Q_OBJECT
public:
    /// `articles` by index, in the order in which numbers count on; not empty.
    ArticleDialog(CatalogPointer catalog, std::vector<std::size_t> articles,
        const CatalogDetails& details, QWidget* parent = nullptr);

    ArticleEdit edit() const;

    QLineEdit* codeField() { return m_code; }
    QLineEdit* nameField() { return m_name; }
    QLineEdit* noteField() { return m_note; }
    QCheckBox* ownProductBox() { return m_ownProduct; }
    ProductForm* productForm() { return m_product; }
    QPushButton* acceptButton() { return m_accept; }
    QString problem() const;

private:
    void fill(const CatalogDetails& details);
    void check();

    const CatalogPointer m_catalog;
    const std::vector<std::size_t> m_articles;
    QLineEdit* m_code;
    QLabel* m_codeHint;
    QLineEdit* m_name;
    QLineEdit* m_note;
    QCheckBox* m_ownProduct;
    ProductForm* m_product;
    QLabel* m_problem;
    QPushButton* m_accept;
    bool m_isCodeTouched = false;
    bool m_isNameTouched = false;
    bool m_isNoteTouched = false;
    bool m_isProductTouched = false;
};

} // namespace tilewright::ui
