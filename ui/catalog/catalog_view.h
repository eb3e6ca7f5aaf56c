// The middle of the catalogue mode: what is made of the articles, a page for each.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/catalog/catalog_page.h"

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tilewright::ui {

class BackgroundTask;

/// A switch above, the page below. Every page has the catalogue and the choice; each keeps its own
/// settings and runs its own task.
class CatalogView : public QWidget {
    Q_OBJECT
public:
    explicit CatalogView(QWidget* parent = nullptr);

    /// `name` is what the page is remembered by. The first one is shown.
    void addPage(const QString& name, const QString& text, CatalogPage* page);
    const std::vector<CatalogPage*>& pages() const { return m_pages; }
    QPushButton* button(int page) const;
    CatalogPage* currentPage() const;
    QString currentName() const;
    void showPage(const QString& name);

    void setCatalog(const CatalogPointer& catalog);
    void setChosen(const std::vector<std::size_t>& articles);
    void setPalette(const Palette& palette);

    /// Whether a page is at work.
    bool isBusy() const;
    void cancelTasks();

Q_SIGNALS:
    void failed(const QString& message);
    void pageChanged(const QString& name);
    /// A page has ended its work.
    void taskEnded();

private:
    QList<BackgroundTask*> tasks() const;

    std::vector<CatalogPage*> m_pages;
    QStringList m_names;
    QButtonGroup* m_group;
    QHBoxLayout* m_switch;
    QLabel* m_title;
    QStackedWidget* m_stack;
};

} // namespace tilewright::ui
