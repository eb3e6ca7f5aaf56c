// Whether something is made of all articles or of those that are selected.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/catalog/catalog_page.h"

class QPushButton;

namespace tilewright::ui {

class ScopeSwitch : public QWidget {
    Q_OBJECT
public:
    explicit ScopeSwitch(QWidget* parent = nullptr);

    void setCatalog(const CatalogPointer& catalog);
    /// By index, the current one first.
    void setSelected(const std::vector<std::size_t>& articles);
    /// The current article; null: there is none.
    const Article* current() const;
    std::size_t currentIndex() const { return m_selected.empty() ? 0 : m_selected.front(); }
    int count() const;
    /// In the order of the list.
    std::vector<Article> articles() const;
    /// The catalogue with these articles alone; null: there is none.
    CatalogPointer catalog() const;

    QPushButton* allButton() { return m_all; }
    QPushButton* selectedButton() { return m_onlySelected; }

Q_SIGNALS:
    /// count() may be another one.
    void changed();

private:
    void showCounts();

    CatalogPointer m_catalog;
    std::vector<std::size_t> m_selected;
    QPushButton* m_all;
    QPushButton* m_onlySelected;
};

} // namespace tilewright::ui
