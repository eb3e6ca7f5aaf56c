// Pictures of the articles as files: settings, preview, export.
#pragma once

#include <functional>
#include <memory>

#include "core/generation/generator.h"
#include "ui/catalog/background_task.h"
#include "ui/catalog/catalog_page.h"
#include "ui/catalog/images/export_previewer.h"
#include "ui/catalog/images/image_presets.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class ImageSettings;
class InlineField;
class PictureView;
class ScopeSwitch;
class TaskStrip;

/// What the page asks of the rest of the program.
struct ImageServices {
    using Export = std::function<Expected<ExportReport>(const std::vector<Article>& articles,
        const ImageExport& settings, const std::filesystem::path& folder, Generator* generator,
        const ExportObserver& observer, std::stop_token stop)>;

    std::filesystem::path presetFile;
    /// Called on the exporting thread when tiles may be made anew; may be empty.
    std::function<std::unique_ptr<Generator>()> generator = {};
    ExportPreviewer::Render preview = &previewExport;
    Export exportImages = &tilewright::exportImages;
    std::function<std::vector<KnownProfile>()> profiles = &installedProfiles; ///< any thread
};

class ImagesPage : public CatalogPage {
    Q_OBJECT
public:
    explicit ImagesPage(ImageServices services, QWidget* parent = nullptr);

    void setCatalog(const CatalogPointer& catalog) override;
    void setChosen(const std::vector<std::size_t>& articles) override;
    void setPalette(const Palette&) override { } // the articles bring their colours

    ImageSettings* settings() { return m_settings; }
    ImagePresets& presets() { return m_presets; }
    QComboBox* presetBox() { return m_preset; }
    InlineField* presetName() { return m_presetName; }
    PictureView* preview() { return m_view; }
    ScopeSwitch* scope() { return m_scope; }
    QPushButton* exportButton() { return m_export; }
    TaskStrip* strip() { return m_strip; }
    const BackgroundTask& task() const { return m_task; }
    QString proofText() const;
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);

public Q_SLOTS:
    void exportNow();

private:
    QWidget* createPreview();
    QWidget* createPanel();
    void connectAll();
    void readProfiles();
    void showPresets();
    void choosePreset(int row);
    void openPresetMenu();
    void askForName(const QString& caption, const QString& button, const QString& present,
        const std::function<bool(const QString&)>& accept);
    void chooseFolder();
    void showAll();
    void showCount();
    void showWords();
    void requestPreview();
    void showInk(const std::optional<InkUse>& ink);
    void remember();
    void showEvent(QShowEvent* event) override;

    const ImageServices m_services;
    ImagePresets m_presets;
    QString m_folder;
    bool m_hasProfiles = false; ///< or they are being read
    PictureView* m_view;
    QLabel* m_title;
    QLabel* m_proof;
    QLabel* m_warning;
    QComboBox* m_preset;
    QToolButton* m_presetMenu;
    InlineField* m_presetName;
    ImageSettings* m_settings;
    ScopeSwitch* m_scope;
    QPushButton* m_folderButton;
    QPushButton* m_export;
    TaskStrip* m_strip;
    ExportPreviewer m_previewer;
    QThreadPool m_profileReader;
    BackgroundTask m_task;
};

} // namespace tilewright::ui
