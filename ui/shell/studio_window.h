// The studio's window: its modes, and what holds them together.
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <QUndoGroup>
#include <QUndoStack>
#include <filesystem>
#include <string>

#include "core/generation/generator.h"
#include "core/generation/model_profile.h"
#include "core/mix/palette.h"
#include "core/mix/palette_store.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/catalog/catalog_maker.h"
#include "ui/catalog/details_store.h"
#include "ui/commands/commands.h"
#include "ui/fidelity/tile_meter.h"
#include "ui/jobs/generation_controller.h"
#include "ui/library/rerun_check.h"
#include "ui/library/tile_library.h"
#include "ui/library/tile_loader.h"
#include "ui/mixer/mix_editor.h"
#include "ui/models/model_inspection.h"
#include "ui/photo/photo_reader.h"
#include "ui/recipes/recipe_store.h"
#include "ui/support/tile_command.h"
#include "ui/theme/theme.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tilewright::ui {

class ArticlePanel;
class CatalogView;
class CompareView;
class DraftSaver;
class FilterPanel;
class Gallery;
class Menus;
class MessageBar;
class MixerPanel;
class ModelLine;
class Panels;
class PatternPanel;
class ProgressStrip;
class QueuePanel;
class RecipePanel;
class SeedStrip;
class SettingsPanel;
class Stage;
class TileInspector;

/// What the window works with.
struct StudioContext {
    Palette palette;
    ModelProfile profile;
    std::string model; ///< folder in diffusers layout, as it goes into the requests
    GeneratorFactory generator;
    std::filesystem::path tileFolder; ///< the library: where tiles are saved and found again
    std::filesystem::path dataFolder; ///< recipes, palettes and models of the user
    std::filesystem::path stateFolder; ///< drafts, and the queue of tiles not made yet
    ModelServices services;
    DeviceChoice device = {};
    Precision precision = Precision::Auto;

    ModelChoice choice() const { return {model, profile, device, precision}; }
};

class StudioWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit StudioWindow(StudioContext context, QWidget* parent = nullptr);
    ~StudioWindow() override;

    MixEditor& editor() { return m_editor; }
    GenerationController& jobs() { return m_jobs; }
    TileLibrary& library() { return m_library; }
    RecipeStore& recipes() { return m_recipes; }
    PreviewRenderer& previews() { return m_previews; }
    MixerPanel* mixer() { return m_mixer; }
    PatternPanel* pattern() { return m_pattern; }
    SettingsPanel* settings() { return m_settings; }
    Stage* stage() { return m_stage; }
    TileInspector* inspector() { return m_inspector; }
    SeedStrip* strip() { return m_strip; }
    RecipePanel* recipePanel() { return m_recipePanel; }
    FilterPanel* filter() { return m_filter; }
    Gallery* gallery() { return m_gallery; }
    CompareView* compare() { return m_compare; }
    CatalogMaker& catalogMaker() { return m_catalogMaker; }
    DetailsStore& catalogDetails() { return m_catalogDetails; }
    ArticlePanel* articles() { return m_articles; }
    CatalogView* catalog() { return m_catalog; }
    QueuePanel* queue() { return m_queuePanel; }
    QLabel* prompt() { return m_prompt; }
    QPushButton* generateButton() { return m_generate; }
    MessageBar* messages() { return m_messages; }
    ProgressStrip* progress() { return m_progress; }
    Menus* menus() { return m_menus; }
    Commands& commands() { return m_commands; }
    Mode mode() const { return m_commands.mode(); }

    /// What Generate would ask for now.
    GenerationRequest request() const;

public Q_SLOTS:
    void generate();
    void cancel();
    /// A tile of this program opens with its settings; of any other picture the mix is taken.
    void openPicture(const QString& file);
    /// Asks for the picture to open.
    void choosePicture();
    /// Mix, pattern, granules and seed of a code; false when it is none, which a message tells.
    bool openShareCode(const QString& code);
    /// Asks for the code to open.
    void enterShareCode();
    void setMode(tilewright::ui::Mode mode);
    void run(tilewright::ui::TileCommand command, const tilewright::ui::TilePointer& tile);
    void compareFiles(const QStringList& files);
    /// From now on tiles are made by this model.
    void setModel(const tilewright::ModelChoice& choice);
    void showModels();
    void setAppearance(tilewright::ui::Appearance appearance);
    void setGround(tilewright::ui::CanvasGround ground);
    void toggleFullScreen();
    void showKeys();

private:
    void createLayout();
    QWidget* createTopBar();
    QWidget* createMixerPanel();
    QWidget* createFilterPanel();
    QWidget* createArticlePanel();
    CatalogView* createCatalog();
    QWidget* createFooter();
    void reserveFooter(bool isReserved);
    void showPage(Mode mode);
    QWidget* createRightPanel();
    void connectMixer();
    void connectPalettes();
    void connectRecipes();
    void connectJobs();
    void connectLibrary();
    void connectGallery();
    void connectCompare();
    void connectCatalog();
    void connectInspector();
    void connectPictures();
    void connectMenus();
    void beginDrafts();
    void restoreDraft(const GenerationRequest& draft);
    void requestPreview();
    void saveState();
    void reuse(const GenerationRequest& wanted);
    void takePhoto(const PhotoPointer& photo);
    void takeTile(const TilePointer& tile);
    void showTile(const TilePointer& tile);
    void showPrompt();
    void showBusy(bool isBusy);
    void showRecipes();
    void showHistory();
    void restoreCatalog();
    void saveCatalog();
    void copyShareCode();
    void flagFiles(const QStringList& files, Flag flag);
    void openFolder(const QString& folder);
    void nameGenerateButton();
    Expected<Mix> readMix(const std::string& text, const Palette& palette) const;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

    StudioContext m_context;
    Commands m_commands{*this};
    MixEditor m_editor;
    QUndoStack m_libraryUndo; ///< marks and deletions
    QUndoGroup m_undo; ///< of them the one that belongs to the mode
    PaletteStore m_palettes;
    RecipeStore m_recipes;
    TileLibrary m_library;
    GenerationController m_jobs; ///< its worker tells the library, so it goes first
    DetailsStore m_catalogDetails;
    CatalogMaker m_catalogMaker;
    PreviewRenderer m_previews;
    TileLoader m_loader;
    TileMeter m_meter;
    PhotoReader m_photos;
    RerunCheck m_rerun;
    QTimer m_stateSaver; ///< settles before mix and settings are remembered
    std::vector<std::pair<std::filesystem::path, Flag>> m_toFlag; ///< once their ids are known
    TileRecord m_lastAdded;
    bool m_isClosing = false;
    Menus* m_menus = nullptr;
    Panels* m_panels = nullptr;
    QStackedWidget* m_left = nullptr; ///< one page a mode
    QStackedWidget* m_middle = nullptr; ///< one page a mode
    QWidget* m_right = nullptr;
    QWidget* m_bottom = nullptr;
    QWidget* m_footer = nullptr; ///< below the middle
    MessageBar* m_messages = nullptr;
    ProgressStrip* m_progress = nullptr;
    MixerPanel* m_mixer = nullptr;
    RecipePanel* m_recipePanel = nullptr;
    PatternPanel* m_pattern = nullptr;
    SettingsPanel* m_settings = nullptr;
    FilterPanel* m_filter = nullptr;
    Stage* m_stage = nullptr;
    Gallery* m_gallery = nullptr;
    CompareView* m_compare = nullptr;
    ArticlePanel* m_articles = nullptr;
    CatalogView* m_catalog = nullptr;
    TileInspector* m_inspector = nullptr;
    QueuePanel* m_queuePanel = nullptr;
    SeedStrip* m_strip = nullptr;
    ModelLine* m_modelLine = nullptr;
    QLabel* m_prompt = nullptr;
    QPushButton* m_generate = nullptr;
    DraftSaver* m_drafts = nullptr; ///< null where drafts cannot be kept
};

} // namespace tilewright::ui
