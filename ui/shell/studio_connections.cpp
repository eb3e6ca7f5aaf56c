// What the parts of the window tell each other.
#include <QAction>
#include <QPushButton>
#include <algorithm>
#include <map>

#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/catalog/catalog_view.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/tile_actions.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/desktop_notifier.h"
#include "ui/jobs/job_messages.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/jobs/queue_panel.h"
#include "ui/mixer/draft_saver.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/palette_panel.h"
#include "ui/models/model_line.h"
#include "ui/photo/palette_meter.h"
#include "ui/recipes/recipe_panel.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/menus.h"
#include "ui/shell/panels.h"
#include "ui/shell/saved_state.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

void StudioWindow::connectMixer()
{
    m_stateSaver.setSingleShot(true);
    m_stateSaver.setInterval(500);
    connect(&m_stateSaver, &QTimer::timeout, this, &StudioWindow::saveState);
    connect(&m_editor, &MixEditor::draftChanged, this, [this] {
        m_settings->setMix(m_editor.draft().mixes.front());
        m_messages->clear();
        m_stage->hideSample();
        m_stage->setView(Stage::View::Preview);
        m_stateSaver.start();
        showPrompt();
        showHistory();
        requestPreview();
        if (m_drafts)
            m_drafts->touch();
    });
    connect(&m_editor, &MixEditor::mixChanged, this, [this](const Mix& mix) {
        m_recipePanel->setMix(mix);
        m_filter->setReference(mix);
    });
    m_recipePanel->setMix(m_editor.mix());
    m_filter->setReference(m_editor.mix());
    m_editor.setTextReader(
        [this](const std::string& text, const Palette& palette) { return readMix(text, palette); });
    connect(&m_editor, &MixEditor::refused, m_messages, &MessageBar::showNotice);
    connect(m_settings, &SettingsPanel::geometryChanged, this, &StudioWindow::requestPreview);
    connect(m_settings, &SettingsPanel::changed, this, [this] {
        m_stateSaver.start();
        if (m_drafts)
            m_drafts->touch();
    });
    connect(m_settings, &SettingsPanel::countChanged, this, &StudioWindow::nameGenerateButton);
    connect(&m_previews, &PreviewRenderer::rendered, this, [this](const QImage& image) {
        const GenerationRequest wanted = request();
        m_stage->setPreview(image, QSize(wanted.width, wanted.height), wanted.millimetresPerPixel);
    });
    connect(&m_previews, &PreviewRenderer::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
}

void StudioWindow::connectJobs()
{
    connect(m_generate, &QPushButton::clicked, this, &StudioWindow::generate);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &StudioWindow::cancel);
    connect(m_progress, &ProgressStrip::stopAfterRequested, &m_jobs,
        &GenerationController::cancelAfterCurrent);
    connect(&m_jobs, &GenerationController::busyChanged, this, &StudioWindow::showBusy);
    connect(&m_jobs, &GenerationController::statusChanged, m_progress, &ProgressStrip::showStatus);
    connect(&m_jobs, &GenerationController::previewed, m_stage, &Stage::setStep);
    auto* messages = new JobMessages(m_jobs, *m_messages, this);
    connect(messages, &JobMessages::modelSettingsWanted, this, &StudioWindow::showModels);
    connect(m_modelLine, &ModelLine::devicesListed, messages, [messages](const auto& devices) {
        messages->setHasGraphicsCard(
            std::any_of(devices.begin(), devices.end(), [](const DeviceOption& device) {
                return device.choice.kind == DeviceChoice::Kind::Cuda;
            }));
    });
    new DesktopNotifier(m_jobs, *this);
    connect(&m_jobs, &GenerationController::failed, this, [this] {
        m_rerun.forget();
        m_stage->dropStep();
    });
    connect(&m_jobs, &GenerationController::cancelled, this, [this] {
        // Those that wait are dropped before the running one ends.
        if (m_jobs.isBusy())
            return;
        m_rerun.forget();
        m_stage->dropStep();
        m_messages->showNotice(tr("Cancelled. Tiles that were finished are kept."));
    });
    connect(&m_jobs, &GenerationController::finished, this, &StudioWindow::takeTile);
    connect(&m_jobs, &GenerationController::heldBack, m_progress, &ProgressStrip::showPaused);
    m_jobs.setPreviewInterval(savedPreviewInterval());
    connect(m_menus, &Menus::previewIntervalChosen, this, [this](int steps) {
        savePreviewInterval(steps);
        m_jobs.setPreviewInterval(steps);
    });
    connect(&m_jobs, &GenerationController::pausedChanged, m_menus->pause, &QAction::setChecked);
    connect(m_menus->pause, &QAction::triggered, &m_jobs, &GenerationController::setPaused);
    m_queuePanel->setUnfolded(savedFold("queue"));
    connect(m_queuePanel, &QueuePanel::unfoldedChanged, this,
        [](bool isUnfolded) { saveFold("queue", isUnfolded); });
    // An idle queue has nothing to say.
    const auto showQueue = [this] {
        m_queuePanel->setVisible(
            m_jobs.isBusy() || m_jobs.isPaused() || m_jobs.restoredCount() > 0);
    };
    connect(&m_jobs, &GenerationController::queueChanged, this, showQueue);
    connect(&m_jobs, &GenerationController::busyChanged, this, showQueue);
    connect(&m_jobs, &GenerationController::pausedChanged, this, showQueue);
    connect(&m_jobs, &GenerationController::restored, this, showQueue);
    showQueue();
}

void StudioWindow::connectPalettes()
{
    const std::vector<Error> problems = m_palettes.load();
    for (const Error& problem : problems)
        m_messages->showNotice(toQString(problem.message));
    PalettePanel* panel = m_mixer->palettePanel();
    connect(panel, &PalettePanel::refused, m_messages, &MessageBar::showNotice);
    connect(panel, &PalettePanel::noticed, m_messages, &MessageBar::showNotice);
    connect(&m_editor, &MixEditor::paletteChanged, this, [this] {
        const Palette& palette = m_editor.palette();
        m_previews.setRender(cachingGranuleRender(palette));
        m_photos.setMeasure(paletteMeter(palette, granulesOf(m_context.profile)));
        m_meter.setPalette(palette);
        m_inspector->setPalette(palette);
        m_recipes.setPalette(palette);
        m_catalog->setPalette(palette);
        requestPreview();
    });
}

void StudioWindow::connectRecipes()
{
    connect(m_recipePanel, &RecipePanel::recipeChosen, this,
        [this](const Recipe& recipe) { m_editor.replaceMix(recipe.mix); });
    connect(m_recipePanel, &RecipePanel::mixEntered, &m_editor, &MixEditor::replaceMix);
    connect(m_recipePanel, &RecipePanel::failed, m_messages, &MessageBar::showNotice);
    connect(m_recipePanel, &RecipePanel::noticed, m_messages, &MessageBar::showNotice);
    m_recipePanel->setExpanded(savedFold("recipes"));
    connect(m_recipePanel->foldButton(), &QPushButton::toggled, this,
        [](bool isExpanded) { saveFold("recipes", isExpanded); });
    connect(&m_recipes, &RecipeStore::changed, this, &StudioWindow::showRecipes);
    showRecipes();
}

void StudioWindow::showRecipes()
{
    std::vector<FilterRecipe> named;
    std::map<std::string, QString> names;
    for (const Recipe& recipe : m_recipes.book().recipes()) {
        named.push_back({toQString(recipe.name), mixKey(recipe.mix)});
        names.emplace(named.back().mixKey, named.back().name);
    }
    m_filter->setRecipes(named);
    m_gallery->view()->setNameOfMix([names = std::move(names)](const std::string& key) {
        const auto found = names.find(key);
        return found == names.end() ? QString() : found->second;
    });
}

void StudioWindow::connectMenus()
{
    connect(m_menus->openPhoto, &QAction::triggered, this, &StudioWindow::choosePicture);
    connect(m_menus->openShareCode, &QAction::triggered, this, &StudioWindow::enterShareCode);
    connect(m_menus->copyShareCode, &QAction::triggered, this, &StudioWindow::copyShareCode);
    connect(m_menus->showFolder, &QAction::triggered, this,
        [this] { openFolder(pathToQString(m_context.tileFolder)); });
    connect(m_menus->models, &QAction::triggered, this, &StudioWindow::showModels);
    connect(m_modelLine, &QPushButton::clicked, this, &StudioWindow::showModels);
    m_modelLine->setModel(m_context.choice());
    connect(m_menus->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menus->copyMix, &QAction::triggered, m_mixer, &MixerPanel::copyMix);
    connect(m_menus->pasteMix, &QAction::triggered, m_mixer, &MixerPanel::pasteMix);
    connect(m_menus->shuffle, &QAction::triggered, &m_editor, &MixEditor::shuffle);
    connect(m_menus->surprise, &QAction::triggered, &m_editor, &MixEditor::surprise);
    connect(m_menus->saveRecipe, &QAction::triggered, m_recipePanel, &RecipePanel::saveMix);
    connect(m_menus->mixByName, &QAction::triggered, m_recipePanel, &RecipePanel::enterMixByName);
    connect(m_menus->even, &QAction::triggered, &m_editor, &MixEditor::makeEven);
    connect(m_menus->generate, &QAction::triggered, this, &StudioWindow::generate);
    connect(m_menus->cancel, &QAction::triggered, this, &StudioWindow::cancel);
    connect(m_menus->stopAfter, &QAction::triggered, m_progress->stopAfterButton(),
        &QPushButton::click);
    connect(m_menus->rollSeed, &QAction::triggered, m_settings->seedField(), &SeedField::roll);
    connect(m_menus->togglePreview, &QAction::triggered, m_stage, &Stage::toggleView);
    connect(m_stage, &Stage::viewChanged, m_menus->togglePreview, [this](Stage::View view) {
        m_menus->togglePreview->setChecked(view == Stage::View::Preview);
    });
    m_menus->togglePreview->setChecked(true);
    Canvas* canvas = m_stage->canvas();
    connect(m_menus->toggleZoom, &QAction::triggered, canvas, &Canvas::toggleZoom);
    connect(m_menus->lifeSize, &QAction::triggered, canvas, &Canvas::showLifeSize);
    connect(m_menus->repeat, &QAction::triggered, canvas, &Canvas::setRepeated);
    connect(m_menus->seam, &QAction::triggered, canvas, &Canvas::setSeamShown);
    for (const auto& [action, mode] :
        {std::pair(m_menus->mixMode, Mode::Mix), std::pair(m_menus->galleryMode, Mode::Gallery),
            std::pair(m_menus->compareMode, Mode::Compare),
            std::pair(m_menus->catalogMode, Mode::Catalog)})
        connect(action, &QAction::triggered, this, [this, chosen = mode] {
            // From the gallery the selected tiles go along.
            const bool isWithTiles
                = this->mode() == Mode::Gallery && m_gallery->view()->selectedCount() > 1;
            if (isWithTiles && chosen == Mode::Catalog)
                m_catalogMaker.chooseTiles(m_gallery->view()->selectedTiles());
            if (isWithTiles && chosen == Mode::Compare)
                m_gallery->actions()->compare->trigger();
            else
                setMode(chosen);
        });
    connect(m_menus->fullScreen, &QAction::triggered, this, &StudioWindow::toggleFullScreen);
    connect(m_menus->showKeys, &QAction::triggered, this, &StudioWindow::showKeys);
    connect(m_commands.action(QStringLiteral("view.panels")), &QAction::triggered, m_panels,
        &Panels::toggleAll);
    connect(m_menus, &Menus::appearanceChosen, this, &StudioWindow::setAppearance);
    connect(m_menus, &Menus::groundChosen, this, &StudioWindow::setGround);
}

} // namespace tilewright::ui
