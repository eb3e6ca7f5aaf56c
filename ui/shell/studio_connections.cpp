// What the parts of the window tell each other.
#include <QAction>
#include <QFileInfo>
#include <QPushButton>

#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/menus.h"
#include "ui/shell/panels.h"
#include "ui/shell/studio_window.h"
#include "ui/strip/tile_strip.h"
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
        requestPreview();
    });
    connect(&m_editor, &MixEditor::refused, m_messages, &MessageBar::showNotice);
    connect(m_settings, &SettingsPanel::geometryChanged, this, &StudioWindow::requestPreview);
    connect(m_settings, &SettingsPanel::changed, &m_stateSaver, qOverload<>(&QTimer::start));
    connect(m_settings, &SettingsPanel::countChanged, this, &StudioWindow::nameGenerateButton);
    connect(&m_previews, &PreviewRenderer::rendered, this, [this](const QImage& image) {
        const GenerationRequest wanted = request();
        m_stage->setPreview(image, QSize(wanted.width, wanted.height));
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
    connect(&m_jobs, &GenerationController::noticed, m_messages, &MessageBar::showNotice);
    connect(&m_jobs, &GenerationController::rejected, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    connect(&m_jobs, &GenerationController::failed, this, [this](const JobFailure& failure) {
        m_stage->dropStep();
        m_messages->showFailure(failure.message, failure.detail);
    });
    connect(&m_jobs, &GenerationController::cancelled, this, [this] {
        // Those that wait are dropped before the running one ends.
        if (m_jobs.isBusy())
            return;
        m_stage->dropStep();
        m_messages->showNotice(tr("Cancelled. Tiles that were finished are kept."));
    });
    connect(&m_jobs, &GenerationController::finished, this, [this](const TilePointer& tile) {
        m_tiles.add(tile);
        if (m_stage->view() == Stage::View::Photograph) {
            m_loader.cancel();
            m_strip->select(0);
        }
        showTile(tile);
    });
    connect(m_stage, &Stage::pictureChanged, m_inspector, &TileInspector::setTileShown);
}

void StudioWindow::connectTiles()
{
    connect(m_strip, &TileStrip::tileWanted, this,
        [this](const QString& file) { m_loader.load(qStringToPath(file)); });
    connect(&m_loader, &TileLoader::loaded, this, [this](const TilePointer& tile) {
        m_stage->setView(Stage::View::Photograph);
        showTile(tile);
    });
    connect(&m_loader, &TileLoader::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
    connect(m_inspector, &TileInspector::seedReused, this, [this](quint64 seed) {
        m_settings->seedField()->setSeed(seed);
        m_settings->seedField()->setLocked(true);
    });
    connect(m_inspector, &TileInspector::mixReused, this, [this](const GenerationRequest& wanted) {
        m_editor.replaceDraft(draftOf(wanted, m_context.profile));
    });
    connect(m_inspector, &TileInspector::allReused, this, &StudioWindow::reuse);
    connect(m_inspector, &TileInspector::measureWanted, &m_meter, &TileMeter::measure);
    connect(&m_meter, &TileMeter::measured, this, [this](const TilePointer& tile) {
        m_tiles.update(*tile);
        if (m_inspector->tile() && m_inspector->tile()->file == tile->file)
            m_inspector->showTile(tile);
    });
    connect(&m_meter, &TileMeter::failed, this,
        [this](const TilePointer& tile, const QString& message) {
            m_messages->showFailure(message);
            if (m_inspector->tile() == tile)
                m_inspector->showTile(tile);
        });
    connect(&m_meter, &TileMeter::notStored, m_messages, &MessageBar::showNotice);
    connect(m_inspector, &TileInspector::fileWanted, this,
        [this](const QString& file) { openFolder(QFileInfo(file).absolutePath()); });
}

void StudioWindow::connectMenus()
{
    connect(m_menus->openPhoto, &QAction::triggered, this, &StudioWindow::choosePicture);
    connect(m_menus->showFolder, &QAction::triggered, this,
        [this] { openFolder(pathToQString(m_context.tileFolder)); });
    connect(m_menus->quit, &QAction::triggered, this, &QWidget::close);
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
    connect(m_menus->toggleZoom, &QAction::triggered, m_stage->canvas(), &Canvas::toggleZoom);
    for (const auto& [action, mode] :
        {std::pair(m_menus->mixMode, Mode::Mix), std::pair(m_menus->galleryMode, Mode::Gallery),
            std::pair(m_menus->compareMode, Mode::Compare)})
        connect(action, &QAction::triggered, this, [this, chosen = mode] { setMode(chosen); });
    connect(m_menus->fullScreen, &QAction::triggered, this, &StudioWindow::toggleFullScreen);
    connect(m_menus->showKeys, &QAction::triggered, this, &StudioWindow::showKeys);
    connect(m_commands.action(QStringLiteral("view.panels")), &QAction::triggered, m_panels,
        &Panels::toggleAll);
    connect(m_menus, &Menus::appearanceChosen, this, &StudioWindow::setAppearance);
    connect(m_menus, &Menus::groundChosen, this, &StudioWindow::setGround);
}

} // namespace tilewright::ui
