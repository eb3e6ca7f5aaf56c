// The left panel of the catalogue mode: which tiles make the catalogue, and the list of articles.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/catalog/catalog_maker.h"
#include "ui/library/tile_store.h"

class QLabel;
class QListView;
class QMenu;
class QPushButton;

namespace tilewright::ui {

class ArticleDialog;
class ArticleListModel;
class CatalogDialog;
class DetailsStore;

class ArticlePanel : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it; `factory` reads thumbnails.
    ArticlePanel(CatalogMaker& maker, DetailsStore& details, TileStoreFactory factory,
        QWidget* parent = nullptr);

    ArticleListModel& model() { return *m_model; }
    QListView* list() { return m_list; }
    QPushButton* choiceButton() { return m_choice; }
    QMenu* choiceMenu() { return m_choices; }
    QPushButton* editButton() { return m_edit; }
    QPushButton* catalogButton() { return m_catalog; }
    QPushButton* problemsButton() { return m_problems; }
    QString emptyText() const; ///< what stands where there are no articles
    /// The current one first, then in the order of the list.
    std::vector<std::size_t> selected() const;

    // Edits; each is one step of undo.
    void apply(const std::vector<std::size_t>& articles, const ArticleDialog& dialog);
    void apply(const CatalogDialog& dialog);

public Q_SLOTS:
    void editArticles();
    void editCatalog();
    /// From those that were chosen one by one.
    void removeSelected();
    void selectAll();

Q_SIGNALS:
    /// By the user; not where another catalogue is shown.
    void selectionChanged(const std::vector<std::size_t>& articles);

private:
    void createLayout();
    void createChoices();
    void showChoice();
    void showCatalog();
    void showState();
    void tellSeen();
    void openMenu(const QPoint& point);
    bool eventFilter(QObject* watched, QEvent* event) override;

    CatalogMaker& m_maker;
    DetailsStore& m_details;
    ArticleListModel* m_model;
    QPushButton* m_choice;
    QMenu* m_choices;
    QLabel* m_state;
    QListView* m_list;
    QLabel* m_empty;
    QPushButton* m_problems;
    QPushButton* m_edit;
    QPushButton* m_catalog;
    bool m_isShowing = false; ///< rows are being exchanged
};

} // namespace tilewright::ui
