#include "ui/shell/studio_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/menus.h"
#include "ui/shell/saved_state.h"
#include "ui/strip/tile_strip.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int leftWidth = 372;
constexpr int rightWidth = 264;
constexpr int previewSide = 512; ///< pixels; what a moving slider can be followed with

QFrame* panelFrame(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("kind", QStringLiteral("panel"));
    return frame;
}

QFrame* separator(QFrame::Shape shape, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("kind", QStringLiteral("separator"));
    if (shape == QFrame::HLine)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}
} // namespace

StudioWindow::StudioWindow(StudioContext context, QWidget* parent)
    : QMainWindow(parent)
    , m_context(std::move(context))
    , m_editor(
          m_context.palette, savedMix(m_context.palette).value_or(defaultMix(m_context.palette)))
    , m_jobs(m_context.generator, m_context.tileFolder)
    , m_previews(cachingGranuleRender(m_context.palette))
    , m_tiles(m_context.tileFolder, m_context.palette)
{
    setWindowTitle(QStringLiteral("Tilewright"));
    setMenuWidget(createTopBar());

    // Made in the order of the tab key.
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(createLeftPanel());
    m_stage = new Stage(this);
    middle->addWidget(separator(QFrame::VLine, this));
    middle->addWidget(m_stage, 1);
    middle->addWidget(separator(QFrame::VLine, this));
    middle->addWidget(createRightPanel());
    m_strip = new TileStrip(m_tiles, this);
    auto* bottom = panelFrame(this);
    auto* bottomLayout = new QVBoxLayout(bottom);
    bottomLayout->setContentsMargins(12, 6, 12, 0);
    bottomLayout->addWidget(m_strip);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(separator(QFrame::HLine, central));
    column->addWidget(bottom);
    setCentralWidget(central);

    connectMixer();
    connectJobs();
    connectTiles();
    connectMenus();
    showBusy(false);
    nameGenerateButton();
    showPrompt();
    requestPreview();
    m_tiles.listFolder();

    resize(1400, 875);
    restoreGeometry(savedGeometry());
}

StudioWindow::~StudioWindow() = default;

QWidget* StudioWindow::createTopBar()
{
    auto* bar = new QFrame(this);
    bar->setProperty("kind", QStringLiteral("bar"));
    auto* menuBar = new QMenuBar(bar);
    m_menus = new Menus(*menuBar, *m_editor.undoStack(), *this);
    menuBar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(12);
    row->addWidget(labelOfKind("brand", QStringLiteral("Tilewright"), bar));
    row->addWidget(menuBar);
    row->addStretch(1);
    const QString model = m_context.profile.name.empty()
        ? QFileInfo(toQString(m_context.model)).fileName()
        : toQString(m_context.profile.name);
    row->addWidget(captionLabel(tr("Model: %1").arg(model), bar));
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(separator(QFrame::HLine, bar));
    return bar;
}

QWidget* StudioWindow::createLeftPanel()
{
    auto* panel = panelFrame(this);
    panel->setFixedWidth(leftWidth);
    auto* content = new QWidget(panel);
    m_mixer = new MixerPanel(m_editor, content);
    m_settings = new SettingsPanel(m_context.profile, m_context.model, m_editor.mix(), content);
    m_prompt = labelOfKind("prompt", {}, content);
    m_prompt->setWordWrap(true);
    m_prompt->setIndent(0);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(16, 12, 16, 8);
    contentLayout->setSpacing(12);
    contentLayout->addWidget(m_mixer);
    contentLayout->addWidget(m_settings);
    auto* promptLayout = new QVBoxLayout;
    promptLayout->setSpacing(8);
    promptLayout->addWidget(headingLabel(tr("Prompt"), content));
    promptLayout->addWidget(m_prompt);
    contentLayout->addLayout(promptLayout);
    contentLayout->addStretch(1);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The bar takes the place of the margin, so that nothing moves when it comes.
    connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, contentLayout,
        [contentLayout, scroll](int, int maximum) {
            const int bar = maximum > 0 ? scroll->verticalScrollBar()->sizeHint().width() : 0;
            contentLayout->setContentsMargins(16, 12, 16 - bar, 8);
        });

    m_generate = new QPushButton(panel);
    m_generate->setProperty("kind", QStringLiteral("primary"));
    m_generate->setToolTip(tr("Make the photograph of this mix (Ctrl+Enter)"));
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(8);
    column->addWidget(scroll, 1);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(16, 0, 16, 0);
    footer->addWidget(m_generate);
    column->addLayout(footer);
    return panel;
}

QWidget* StudioWindow::createRightPanel()
{
    auto* panel = panelFrame(this);
    panel->setFixedWidth(rightWidth);
    m_inspector = new TileInspector(m_context.palette, panel);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_inspector);
    return panel;
}

void StudioWindow::connectMixer()
{
    m_mixSaver.setSingleShot(true);
    m_mixSaver.setInterval(500);
    connect(&m_mixSaver, &QTimer::timeout, this, [this] { saveMix(m_editor.mix()); });
    connect(&m_editor, &MixEditor::mixChanged, this, [this](const Mix& mix) {
        m_settings->setMix(mix);
        m_stage->messages()->clear();
        m_stage->setView(Stage::View::Preview);
        m_mixSaver.start();
        showPrompt();
        requestPreview();
    });
    connect(&m_editor, &MixEditor::refused, m_stage->messages(), &MessageBar::showNotice);
    connect(m_settings, &SettingsPanel::geometryChanged, this, &StudioWindow::requestPreview);
    connect(m_settings, &SettingsPanel::countChanged, this, &StudioWindow::nameGenerateButton);
    connect(&m_previews, &PreviewRenderer::rendered, this, [this](const QImage& image) {
        const GenerationRequest request = m_settings->request(m_editor.mix());
        m_stage->setPreview(image, QSize(request.width, request.height));
    });
    connect(&m_previews, &PreviewRenderer::failed, this,
        [this](const QString& message) { m_stage->messages()->showFailure(message); });
}

void StudioWindow::connectJobs()
{
    ProgressStrip* progress = m_stage->progress();
    connect(m_generate, &QPushButton::clicked, this, &StudioWindow::generate);
    connect(progress, &ProgressStrip::cancelRequested, this, &StudioWindow::cancel);
    connect(progress, &ProgressStrip::stopAfterRequested, &m_jobs,
        &GenerationController::cancelAfterCurrent);
    connect(&m_jobs, &GenerationController::busyChanged, this, &StudioWindow::showBusy);
    connect(&m_jobs, &GenerationController::statusChanged, progress, &ProgressStrip::showStatus);
    connect(&m_jobs, &GenerationController::previewed, m_stage, &Stage::setStep);
    connect(&m_jobs, &GenerationController::noticed, m_stage->messages(), &MessageBar::showNotice);
    connect(&m_jobs, &GenerationController::rejected, this,
        [this](const QString& message) { m_stage->messages()->showFailure(message); });
    connect(&m_jobs, &GenerationController::failed, this, [this](const JobFailure& failure) {
        m_stage->dropStep();
        m_stage->messages()->showFailure(failure.message, failure.detail);
    });
    connect(&m_jobs, &GenerationController::cancelled, this, [this] {
        // Those that wait are dropped before the running one ends.
        if (m_jobs.isBusy())
            return;
        m_stage->dropStep();
        m_stage->messages()->showNotice(tr("Cancelled. Tiles that were finished are kept."));
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
        [this](const QString& message) { m_stage->messages()->showFailure(message); });
    connect(m_inspector, &TileInspector::seedReused, this, [this](quint64 seed) {
        m_settings->seedField()->setSeed(seed);
        m_settings->seedField()->setLocked(true);
    });
    connect(m_inspector, &TileInspector::mixReused, &m_editor, &MixEditor::replaceMix);
    connect(m_inspector, &TileInspector::fileWanted, this,
        [this](const QString& file) { openFolder(QFileInfo(file).absolutePath()); });
}

void StudioWindow::connectMenus()
{
    connect(m_menus->showFolder, &QAction::triggered, this,
        [this] { openFolder(pathToQString(m_context.tileFolder)); });
    connect(m_menus->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menus->even, &QAction::triggered, &m_editor, &MixEditor::makeEven);
    connect(m_menus->generate, &QAction::triggered, this, &StudioWindow::generate);
    connect(m_menus->cancel, &QAction::triggered, this, &StudioWindow::cancel);
    connect(m_menus->stopAfter, &QAction::triggered, m_stage->progress()->stopAfterButton(),
        &QPushButton::click);
    connect(m_menus->rollSeed, &QAction::triggered, m_settings->seedField(), &SeedField::roll);
    connect(m_menus->togglePreview, &QAction::triggered, m_stage, &Stage::toggleView);
    connect(m_stage, &Stage::viewChanged, m_menus->togglePreview, [this](Stage::View view) {
        m_menus->togglePreview->setChecked(view == Stage::View::Preview);
    });
    m_menus->togglePreview->setChecked(true);
    connect(m_menus->toggleZoom, &QAction::triggered, m_stage->canvas(), &Canvas::toggleZoom);
    connect(m_menus, &Menus::appearanceChosen, this, &StudioWindow::setAppearance);
}

void StudioWindow::showPrompt()
{
    const QString prompt = toQString(m_settings->request(m_editor.mix()).prompt);
    m_prompt->setText(prompt);
    m_prompt->setAccessibleName(tr("Prompt as it will be sent: %1").arg(prompt));
}

void StudioWindow::requestPreview()
{
    const GenerationRequest request = m_settings->request(m_editor.mix());
    const double reduction
        = std::max(1.0, double(std::max(request.width, request.height)) / previewSide);
    GranuleSettings granules = request.granules();
    granules.width = std::max(1, int(request.width / reduction));
    granules.height = std::max(1, int(request.height / reduction));
    granules.millimetresPerPixel *= reduction;
    m_previews.request(granules, m_editor.mix());
}

void StudioWindow::generate()
{
    // What is typed in a field but not confirmed yet counts.
    if (QWidget* focused = focusWidget()) {
        focused->clearFocus();
        focused->setFocus();
    }
    m_stage->messages()->clear();
    m_settings->seedField()->take();
    m_loader.cancel();
    m_stage->setView(Stage::View::Photograph);
    m_jobs.generate(m_settings->request(m_editor.mix()), m_settings->count());
}

void StudioWindow::cancel()
{
    if (!m_jobs.isBusy()) {
        m_stage->messages()->clear();
        return;
    }
    m_stage->progress()->showStopping();
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
        m_stage->progress()->showWaiting();
    m_stage->progress()->setVisible(isBusy);
    m_menus->cancel->setEnabled(true);
    m_menus->stopAfter->setEnabled(isBusy);
    if (!isBusy && m_isClosing)
        close();
}

void StudioWindow::openFolder(const QString& folder)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_stage->messages()->showNotice(tr("The tiles are in %1").arg(folder));
}

void StudioWindow::nameGenerateButton()
{
    const int count = m_settings->count();
    m_generate->setText(count == 1 ? tr("Generate") : tr("Generate %n tiles", nullptr, count));
    m_generate->setAccessibleName(m_generate->text());
}

void StudioWindow::setAppearance(Appearance appearance)
{
    storeAppearance(appearance);
    applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()), appearance);
}

void StudioWindow::closeEvent(QCloseEvent* event)
{
    ui::saveGeometry(QMainWindow::saveGeometry());
    saveMix(m_editor.mix());
    if (!m_jobs.isBusy()) {
        event->accept();
        return;
    }
    // The window goes when the running step has ended; nothing waits for it here.
    m_isClosing = true;
    event->ignore();
    setEnabled(false);
    cancel();
}

} // namespace tilewright::ui
