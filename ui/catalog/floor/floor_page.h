// The floor page of the catalogue mode: a room laid with the chosen tiles.
#pragma once

#include <QLabel>

#include "ui/catalog/background_task.h"
#include "ui/catalog/catalog_page.h"
#include "ui/catalog/floor/floor_painting.h"
#include "ui/catalog/floor/floor_renderer.h"

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class FloorCanvas;
class FloorControls;
class FloorTable;

/// Tiles of one mix are one recipe, whose pictures are laid in turn. Where no tile is chosen, the
/// first two recipes of the catalogue are laid. The floor, its view and where it was saved are
/// remembered.
class FloorPage : public CatalogPage {
    Q_OBJECT
public:
    explicit FloorPage(const Palette& palette, QWidget* parent = nullptr);
    ~FloorPage() override;

    void setCatalog(const CatalogPointer& catalog) override;
    void setChosen(const std::vector<std::size_t>& articles) override;
    void setPalette(const Palette& palette) override;

    FloorCanvas* canvas() { return m_canvas; }
    FloorControls* controls() { return m_controls; }
    FloorTable* table() { return m_table; }
    FloorPainting& painting() { return m_painting; }
    QPushButton* aboveButton() { return m_above; }
    QPushButton* perspectiveButton() { return m_perspective; }
    QCheckBox* seamsBox() { return m_seams; }
    QCheckBox* lightBox() { return m_light; }
    QComboBox* sizeBox() { return m_size; }
    QPushButton* saveButton() { return m_save; }
    QString problem() const { return m_problem->text(); }
    const FloorPlan& plan() const { return m_plan; }
    FloorView view() const { return m_settings.view; }
    /// The picture is the full one of what the fields say.
    bool isSettled() const { return m_isSettled; }
    bool isSaving() const { return m_task.isRunning(); }

public Q_SLOTS:
    /// Asks where to.
    void chooseFile();
    /// A picture, or a PDF, after the ending.
    void save(const QString& path);

Q_SIGNALS:
    /// A file was written: for the message bar.
    void saved(const QString& summary, const QString& path);

private:
    void createControls();
    void createLayout();
    void connectAll();
    void readSettings();
    void writeSettings() const;
    void takeChosen();
    void layTiles();
    void draw();
    void showPicture(const QImage& image, const FloorOrder& order, bool isFull);
    void showProblem(const QString& sentence);
    void setView(FloorView view);
    void showState();
    bool isPainted() const;
    Expected<TaskResult> writeFile(const QString& path, const FloorOrder& order,
        const CatalogPointer& catalog, double waste, const BackgroundTask::Report& report,
        const std::stop_token& stop) const;

    CatalogPointer m_catalog;
    std::vector<std::size_t> m_chosen;
    FloorRecipesPointer m_recipes;
    QVector<QColor> m_colors;
    FloorPlan m_plan;
    FloorPictureSettings m_settings;
    FloorLayoutPointer m_floor; ///< null: it cannot be laid
    bool m_isSettled = false;

    FloorPainting m_painting;
    FloorRenderer m_renderer;
    FloorCanvas* m_canvas;
    FloorControls* m_controls;
    FloorTable* m_table;
    QPushButton* m_above;
    QPushButton* m_perspective;
    QCheckBox* m_seams;
    QCheckBox* m_light;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QWidget* m_paintBar = nullptr;
    QComboBox* m_size;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_problem;
    BackgroundTask m_task{
        this}; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
