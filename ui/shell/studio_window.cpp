#include "ui/shell/studio_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QUrl>
#include <algorithm>

#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/catalog/article_panel.h"
#include "ui/catalog/catalog_view.h"
#include "ui/commands/keys_dialog.h"
#include "ui/compare/compare_view.h"
#include "ui/gallery/gallery.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/library/library_saver.h"
#include "ui/library/library_store.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/share_row.h"
#include "ui/models/model_dialog.h"
#include "ui/models/model_line.h"
#include "ui/photo/palette_meter.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/menus.h"
#include "ui/shell/panels.h"
#include "ui/shell/saved_state.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int previewSide = 512; ///< pixels; what a moving slider can be followed with
} // namespace

StudioWindow::StudioWindow(StudioContext context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(std::move(context))
    , m_editor(withSavedColors(m_context.palette),
          savedDraft(withSavedColors(m_context.palette), m_context.profile)
              .value_or(defaultMix(m_context.palette)))
    , m_palettes(m_context.palette, m_context.dataFolder / "palettes")
    , m_recipes(m_context.dataFolder / "recipes.json", m_context.palette, m_editor.undoStack())
    , m_library(libraryStore(m_context.tileFolder, m_context.palette), m_libraryUndo)
    , m_jobs(m_context.generator,
          savingInLibrary(m_context.tileFolder, m_context.palette, m_library),
          m_context.stateFolder / "queue.json")
    , m_catalogDetails(m_context.dataFolder / "catalog.json")
    , m_catalogMaker(m_library, m_recipes, m_catalogDetails)
    , m_previews(cachingGranuleRender(m_context.palette))
    , m_meter(m_context.palette)
    , m_photos(paletteMeter(m_context.palette, granulesOf(m_context.profile)))
{
    setWindowTitle(QStringLiteral("Tilewright"));
    setAcceptDrops(true);
    m_undo.addStack(m_editor.undoStack());
    m_undo.addStack(&m_libraryUndo);
    m_undo.addStack(m_catalogDetails.undoStack());
    m_undo.setActiveStack(m_editor.undoStack());
    setMenuWidget(createTopBar());
    createLayout();
    connectMixer();
    connectPalettes();
    connectRecipes();
    connectJobs();
    connectLibrary();
    connectGallery();
    connectCompare();
    connectCatalog();
    connectInspector();
    connectPictures();
    connectMenus();
    showPage(Mode::Mix);
    m_settings->setModel(m_context.choice());
    m_settings->restoreState(savedSettings());
    m_settings->setUndoStack(m_editor.undoStack());
    showBusy(false);
    nameGenerateButton();
    showPrompt();
    showHistory();
    requestPreview();
    m_library.open();
    beginDrafts();
    m_jobs.restore();

    m_mixer->rows().front()->slider()->setFocus();
    resize(1400, 875);
    restoreGeometry(savedGeometry());
}

StudioWindow::~StudioWindow()
{
    // What its pages do in the background uses the library and the worker.
    delete m_catalog;
}

GenerationRequest StudioWindow::request() const
{
    const TileDraft& draft = m_editor.draft();
    GenerationRequest request = m_settings->request(draft.mixes.front());
    request.pattern = draft.laidPattern();
    if (m_editor.design())
        request.setDesign(*m_editor.design(), m_context.profile.prompt);
    request.setColors(m_editor.palette(), m_context.palette);
    if (draft.granuleMillimetres)
        request.granuleMillimetres = *draft.granuleMillimetres;
    request.fractions = draft.fractions;
    return request;
}

void StudioWindow::showPrompt()
{
    const QString prompt = toQString(request().prompt);
    m_prompt->setText(prompt);
    m_prompt->setAccessibleName(tr("Prompt as it will be sent: %1").arg(prompt));
}

void StudioWindow::requestPreview()
{
    const Expected<TileDesign>& design = m_editor.design();
    if (!design) {
        m_messages->showFailure(toQString(design.error().message));
        return;
    }
    const GenerationRequest wanted = request();
    const double reduction
        = std::max(1.0, double(std::max(wanted.width, wanted.height)) / previewSide);
    GranuleSettings granules = wanted.granules();
    granules.width = std::max(1, int(wanted.width / reduction));
    granules.height = std::max(1, int(wanted.height / reduction));
    granules.millimetresPerPixel *= reduction;
    m_previews.request(granules, *design);
}

void StudioWindow::generate()
{
    // What is typed in a field but not confirmed yet counts.
    if (QWidget* focused = focusWidget()) {
        focused->clearFocus();
        focused->setFocus();
    }
    m_messages->clear();
    if (!m_editor.design()) {
        m_messages->showFailure(toQString(m_editor.design().error().message));
        return;
    }
    m_settings->seedField()->take();
    m_loader.cancel();
    m_stage->setView(Stage::View::Photograph);
    m_jobs.generate(request(), m_settings->count());
}

void StudioWindow::cancel()
{
    if (!m_jobs.isBusy()) {
        m_messages->clear();
        return;
    }
    m_progress->showStopping();
    m_jobs.cancelNow();
}

void StudioWindow::showTile(const TilePointer& tile)
{
    m_inspector->showTile(tile);
    m_stage->setTile(tile);
}

void StudioWindow::showBusy(bool isBusy)
{
    if (isBusy)
        m_progress->showWaiting();
    m_progress->setVisible(isBusy);
    m_menus->cancel->setEnabled(true);
    m_menus->stopAfter->setEnabled(isBusy);
    if (!isBusy && m_isClosing)
        close();
}

void StudioWindow::openFolder(const QString& folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_messages->showNotice(tr("The tiles are in %1").arg(folder));
}

void StudioWindow::nameGenerateButton()
{
    const int count = m_settings->count();
    m_generate->setText(count == 1 ? tr("Generate") : tr("Generate %n tiles", nullptr, count));
    m_generate->setAccessibleName(m_generate->text());
}

void StudioWindow::setMode(Mode mode)
{
    for (const auto& [action, ofMode] :
        {std::pair(m_menus->mixMode, Mode::Mix), std::pair(m_menus->galleryMode, Mode::Gallery),
            std::pair(m_menus->compareMode, Mode::Compare),
            std::pair(m_menus->catalogMode, Mode::Catalog)})
        action->setChecked(ofMode == mode);
    m_commands.setMode(mode);
    // What goes, goes first: the window would grow to hold both for a moment, and stay so.
    if (mode == Mode::Compare || mode == Mode::Catalog)
        m_panels->setMode(mode);
    showPage(mode);
    m_panels->setMode(mode);
    m_undo.setActiveStack(mode == Mode::Mix ? m_editor.undoStack()
            : mode == Mode::Catalog         ? m_catalogDetails.undoStack()
                                            : &m_libraryUndo);
    m_catalogMaker.setActive(mode == Mode::Catalog);
    switch (mode) {
    case Mode::Mix:
        m_inspector->showSelection({});
        m_stage->canvas()->setFocus();
        break;
    case Mode::Gallery:
        m_library.readModelNames();
        m_gallery->view()->setFocus();
        break;
    case Mode::Compare:
        m_compare->focusTiles();
        break;
    case Mode::Catalog:
        m_articles->setFocus();
        break;
    }
}

void StudioWindow::showPage(Mode mode)
{
    // Only the page that is seen says how small the window may be.
    for (int i = 0; i < m_middle->count(); ++i) {
        const auto policy = i == int(mode) ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_middle->widget(i)->setSizePolicy(policy, policy);
    }
    m_middle->setCurrentIndex(int(mode));
    m_left->setCurrentIndex(int(mode));
    m_left->setFixedWidth(m_left->currentWidget()->minimumWidth());
    reserveFooter(mode == Mode::Mix);
}

void StudioWindow::showModels()
{
    ModelDialog dialog(m_context.services, m_context.dataFolder / "models.json", m_context.choice(),
        m_editor.mix(), this);
    connect(&dialog, &ModelDialog::modelChosen, this, &StudioWindow::setModel);
    dialog.exec();
}

void StudioWindow::setModel(const ModelChoice& choice)
{
    auto palette = loadPalette(choice.profile.palette, qStringToPath(toQString(choice.model)));
    if (!palette) {
        m_messages->showFailure(toQString(palette.error().message));
        return;
    }
    m_context.model = choice.model;
    m_context.profile = choice.profile;
    m_context.device = choice.device;
    m_context.precision = choice.precision;
    m_context.palette = std::move(*palette);
    m_editor.learnColors(m_context.palette.colors());
    m_settings->setModel(choice);
    m_modelLine->setModel(choice);
    m_photos.setMeasure(paletteMeter(m_editor.palette(), granulesOf(choice.profile)));
    showPrompt();
    showHistory();
    requestPreview();
}

void StudioWindow::setAppearance(Appearance appearance)
{
    storeAppearance(appearance);
    applyAppearance(
        *qobject_cast<QApplication*>(QApplication::instance()), appearance, storedGround());
}

void StudioWindow::setGround(CanvasGround ground)
{
    storeGround(ground);
    applyAppearance(
        *qobject_cast<QApplication*>(QApplication::instance()), storedAppearance(), ground);
}

void StudioWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    m_menus->fullScreen->setChecked(isFullScreen());
}

void StudioWindow::showKeys()
{
    KeysDialog(m_commands, this).exec();
}

void StudioWindow::closeEvent(QCloseEvent* event)
{
    ui::saveGeometry(QMainWindow::saveGeometry());
    saveState();
    const bool isCatalogBusy = m_catalog->isBusy();
    if (!m_jobs.isBusy() && !isCatalogBusy) {
        event->accept();
        return;
    }
    // The window goes when the running step has ended; nothing waits for it here.
    m_isClosing = true;
    event->ignore();
    setEnabled(false);
    if (isCatalogBusy)
        m_catalog->cancelTasks();
    if (m_jobs.isBusy()) {
        m_progress->showStopping();
        m_jobs.suspend();
    }
}

} // namespace tilewright::ui
