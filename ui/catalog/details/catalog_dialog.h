// Title, maker and product of the catalogue.
#pragma once

#include <QDialog>

#include "core/catalog/catalog.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace tilewright::ui {

class ProductForm;

/// Nothing is done: details() tells what is wanted once the dialog was accepted.
class CatalogDialog : public QDialog {
    Q_OBJECT
public:
    explicit CatalogDialog(CatalogDetails details, QWidget* parent = nullptr);

    CatalogDetails details() const;

    QLineEdit* titleField() { return m_title; }
    QLineEdit* companyField() { return m_company; }
    ProductForm* productForm() { return m_product; }
    QPushButton* acceptButton() { return m_accept; }
    QString problem() const;
    void setLogo(const QString& file);

private:
    QWidget* createMaker();
    void chooseLogo();
    void check();

    const CatalogDetails m_details;
    std::filesystem::path m_logoFile;
    QLineEdit* m_title;
    QLineEdit* m_subtitle;
    QLineEdit* m_note;
    QLineEdit* m_company;
    QPlainTextEdit* m_address;
    QLineEdit* m_phone;
    QLineEdit* m_email;
    QLineEdit* m_web;
    QLabel* m_logo;
    QPushButton* m_removeLogo;
    ProductForm* m_product;
    QLabel* m_problem;
    QPushButton* m_accept;
};

} // namespace tilewright::ui
