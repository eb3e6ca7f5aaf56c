// The studio's window: mixer, canvas, inspector, and the strip of tiles.
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <filesystem>
#include <string>

#include "core/generation/generator.h"
#include "core/generation/model_profile.h"
#include "core/mix/palette.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/commands/commands.h"
#include "ui/fidelity/tile_meter.h"
#include "ui/jobs/generation_controller.h"
#include "ui/mixer/mix_editor.h"
#include "ui/photo/photo_reader.h"
#include "ui/strip/tile_list_model.h"
#include "ui/strip/tile_loader.h"
#include "ui/theme/theme.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tilewright::ui {

class Menus;
class MessageBar;
class MixerPanel;
class Panels;
class PatternPanel;
class ProgressStrip;
class SettingsPanel;
class Stage;
class TileInspector;
class TileStrip;

/// What the window works with.
struct StudioContext {
    Palette palette;
    ModelProfile profile;
    std::string model; ///< folder in diffusers layout, as it goes into the requests
    GeneratorFactory generator;
    std::filesystem::path tileFolder; ///< where tiles are saved and found again
};

class StudioWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit StudioWindow(StudioContext context, QWidget* parent = nullptr);
    ~StudioWindow() override;

    MixEditor& editor() { return m_editor; }
    GenerationController& jobs() { return m_jobs; }
    TileListModel& tiles() { return m_tiles; }
    PreviewRenderer& previews() { return m_previews; }
    MixerPanel* mixer() { return m_mixer; }
    PatternPanel* pattern() { return m_pattern; }
    SettingsPanel* settings() { return m_settings; }
    Stage* stage() { return m_stage; }
    TileInspector* inspector() { return m_inspector; }
    TileStrip* strip() { return m_strip; }
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
    void setMode(tilewright::ui::Mode mode);
    void setAppearance(tilewright::ui::Appearance appearance);
    void setGround(tilewright::ui::CanvasGround ground);
    void toggleFullScreen();
    void showKeys();

private:
    void createLayout();
    QWidget* createTopBar();
    QWidget* createMixerPanel();
    QWidget* createFooter();
    QWidget* createRightPanel();
    void connectMixer();
    void connectJobs();
    void connectTiles();
    void connectPictures();
    void connectMenus();
    void requestPreview();
    void saveState();
    void reuse(const GenerationRequest& wanted);
    void takePhoto(const PhotoPointer& photo);
    void showTile(const TilePointer& tile);
    void showPrompt();
    void showBusy(bool isBusy);
    void openFolder(const QString& folder);
    void nameGenerateButton();
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

    const StudioContext m_context;
    Commands m_commands{*this};
    MixEditor m_editor;
    GenerationController m_jobs;
    PreviewRenderer m_previews;
    TileListModel m_tiles;
    TileLoader m_loader;
    TileMeter m_meter;
    PhotoReader m_photos;
    QTimer m_stateSaver; ///< settles before mix and settings are remembered
    bool m_isClosing = false;
    Menus* m_menus = nullptr;
    Panels* m_panels = nullptr;
    QStackedWidget* m_left = nullptr; ///< one page a mode
    QStackedWidget* m_middle = nullptr; ///< one page a mode
    QWidget* m_right = nullptr;
    QWidget* m_bottom = nullptr;
    MessageBar* m_messages = nullptr;
    ProgressStrip* m_progress = nullptr;
    MixerPanel* m_mixer = nullptr;
    PatternPanel* m_pattern = nullptr;
    SettingsPanel* m_settings = nullptr;
    Stage* m_stage = nullptr;
    TileInspector* m_inspector = nullptr;
    TileStrip* m_strip = nullptr;
    QLabel* m_prompt = nullptr;
    QPushButton* m_generate = nullptr;
};

} // namespace tilewright::ui
