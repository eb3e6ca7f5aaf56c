#include "ui/catalog/floor/floor_page.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <nlohmann/json.hpp>

#include "core/floor/floor_file.h"
#include "ui/catalog/floor/floor_canvas.h"
#include "ui/catalog/floor/floor_controls.h"
#include "ui/catalog/floor/floor_names.h"
#include "ui/catalog/floor/floor_table.h"
#include "ui/sheets/sheet_document.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

constexpr int panelWidth = 312; // device-independent pixels
constexpr int leastPicture = 1200, largestPicture = 2400; // pixels on screen
constexpr auto planKey = "catalog/floor/plan";
constexpr auto pictureKey = "catalog/floor/picture";
constexpr auto wasteKey = "catalog/floor/waste";
constexpr auto sharesKey = "catalog/floor/shares";
constexpr auto fileKey = "catalog/floor/file";
constexpr std::size_t recipesOfNoChoice = 2;

nlohmann::json stored(const char* key)
{
    const std::string text = QSettings().value(QLatin1String(key)).toString().toStdString();
    return nlohmann::json::parse(text, nullptr, false);
}

void store(const char* key, const nlohmann::json& json)
{
    QSettings().setValue(QLatin1String(key), toQString(json.dump()));
}

} // namespace

FloorPage::FloorPage(const Palette&, QWidget* parent)
    : CatalogPage(parent)
    , m_canvas(new FloorCanvas(this))
    , m_controls(new FloorControls)
    , m_table(new FloorTable)
    , m_above(new QPushButton(tr("From above"), this))
    , m_perspective(new QPushButton(tr("Perspective"), this))
    , m_seams(new QCheckBox(tr("Show the joints"), this))
    , m_light(new QCheckBox(tr("Daylight"), this))
    , m_undo(new QToolButton(this))
    , m_redo(new QToolButton(this))
    , m_size(new QComboBox(this))
    , m_save(new QPushButton(tr("Save floor…"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
    , m_problem(new QLabel(this))
{
    createControls();
    createLayout();
    readSettings();
    connectAll();
    takeChosen();
}

FloorPage::~FloorPage()
{
    m_renderer.cancel();
}

void FloorPage::createControls()
{
    auto* views = new QButtonGroup(this);
    for (QPushButton* button : {m_above, m_perspective}) {
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        views->addButton(button);
    }
    m_above->setToolTip(tr("The whole room in its proportions"));
    m_perspective->setToolTip(tr("As one sees it standing at the lower side of the room"));
    m_seams->setToolTip(tr("Thin dark lines between the tiles"));
    m_light->setToolTip(tr("Daylight from the left, in perspective"));
    for (const auto& [button, icon, text] :
        {std::tuple{m_undo, "undo", tr("Undo painting (Ctrl+Z)")},
            std::tuple{m_redo, "redo", tr("Redo painting (Ctrl+Shift+Z)")}}) {
        button->setIcon(themedIcon(QLatin1String(icon)));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    for (const int pixels : {2048, 4096, 8192})
        m_size->addItem(tr("%1 px").arg(pixels), pixels);
    m_size->setAccessibleName(tr("Longer side of the saved picture"));
    m_size->setToolTip(tr("Longer side of the saved picture"));
    new WheelGuard(m_size);
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_save->setToolTip(tr("As a picture or a PDF page"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of saving"));
    m_problem->setProperty("kind", QStringLiteral("muted"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_canvas->setAccessibleName(tr("Floor"));
    m_canvas->setMargin(24);
    m_canvas->setZoomShown(true);
    m_canvas->setLabelShown(false);
    m_canvas->setMinimumSize(240, 200);
}

void FloorPage::createLayout()
{
    auto* tools = new QFrame(this);
    tools->setProperty("kind", QStringLiteral("bar"));
    auto* toolRow = new QHBoxLayout(tools);
    toolRow->setContentsMargins(12, 6, 12, 6);
    toolRow->setSpacing(4);
    toolRow->addWidget(m_above);
    toolRow->addWidget(m_perspective);
    toolRow->addSpacing(12);
    toolRow->addWidget(m_seams);
    toolRow->addSpacing(8);
    toolRow->addWidget(m_light);
    toolRow->addStretch(1);
    m_paintBar = new QWidget(tools);
    auto* paintRow = new QHBoxLayout(m_paintBar);
    paintRow->setContentsMargins(0, 0, 0, 0);
    paintRow->setSpacing(4);
    auto* hint = captionLabel(tr("Drag to paint · F fills"), m_paintBar);
    hint->setMinimumWidth(0);
    paintRow->addWidget(hint);
    paintRow->addWidget(m_undo);
    paintRow->addWidget(m_redo);
    toolRow->addWidget(m_paintBar);

    auto* stage = new QWidget(this);
    auto* stageColumn = new QVBoxLayout(stage);
    stageColumn->setContentsMargins(0, 0, 0, 0);
    stageColumn->setSpacing(0);
    stageColumn->addWidget(tools);
    stageColumn->addWidget(m_canvas, 1);
    // Over the canvas, where the picture would be.
    auto* over = new QVBoxLayout(m_canvas);
    over->setContentsMargins(32, 32, 32, 32);
    over->addWidget(m_problem);

    auto* fields = new QWidget;
    auto* fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(16, 16, 16, 16);
    fieldColumn->setSpacing(16);
    fieldColumn->addWidget(m_controls);
    fieldColumn->addWidget(m_table);
    fieldColumn->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* foot = new QFrame(this);
    foot->setProperty("edge", QStringLiteral("top"));
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(16, 12, 16, 12);
    footColumn->setSpacing(8);
    auto* saveRow = new QHBoxLayout;
    saveRow->setSpacing(8);
    saveRow->addWidget(m_size);
    saveRow->addWidget(m_save, 1);
    saveRow->addWidget(m_cancel, 1);
    footColumn->addWidget(m_progress);
    footColumn->addLayout(saveRow);

    auto* panel = new QFrame(this);
    panel->setProperty("kind", QStringLiteral("panel"));
    panel->setProperty("edge", QStringLiteral("left"));
    panel->setFixedWidth(panelWidth);
    auto* panelColumn = new QVBoxLayout(panel);
    panelColumn->setContentsMargins(0, 0, 0, 0);
    panelColumn->setSpacing(0);
    panelColumn->addWidget(scroll, 1);
    panelColumn->addWidget(foot);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(stage, 1);
    row->addWidget(panel);
}

void FloorPage::connectAll()
{
    connect(m_above, &QPushButton::clicked, this, [this] { setView(FloorView::Above); });
    connect(
        m_perspective, &QPushButton::clicked, this, [this] { setView(FloorView::Perspective); });
    connect(m_seams, &QCheckBox::toggled, this, [this](bool isShown) {
        m_settings.showsSeams = isShown;
        draw();
    });
    connect(m_light, &QCheckBox::toggled, this, [this](bool hasLight) {
        m_settings.hasLight = hasLight;
        draw();
    });
    connect(m_controls, &FloorControls::changed, this, &FloorPage::layTiles);
    connect(m_table, &FloorTable::sharesChanged, this, &FloorPage::layTiles);
    connect(m_table, &FloorTable::wasteChanged, this, &FloorPage::writeSettings);
    connect(m_canvas, &FloorCanvas::cellPainted, this,
        [this](int row, int column) { m_painting.paint(row, column, m_table->brush()); });
    connect(m_canvas, &FloorCanvas::strokeEnded, &m_painting, &FloorPainting::endStroke);
    connect(m_canvas, &FloorCanvas::fillWanted, this, [this](int row, int column) {
        if (m_floor)
            m_painting.fill(*m_floor, row, column, m_table->brush());
    });
    connect(m_canvas, &FloorCanvas::brushWanted, this,
        [this](int number) { m_table->setBrush(number - 1); });
    connect(&m_painting, &FloorPainting::changed, this, &FloorPage::layTiles);
    QUndoStack* stack = m_painting.undoStack();
    connect(stack, &QUndoStack::indexChanged, this, &FloorPage::showState);
    connect(m_undo, &QToolButton::clicked, stack, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, stack, &QUndoStack::redo);
    const auto shortcut = [this](QKeySequence::StandardKey key, auto act) {
        auto* shortcutOfKey = new QShortcut(key, m_canvas);
        shortcutOfKey->setContext(Qt::WidgetShortcut);
        connect(shortcutOfKey, &QShortcut::activated, this, [this, act] {
            if (isPainted())
                act();
        });
    };
    shortcut(QKeySequence::Undo, [stack] { stack->undo(); });
    shortcut(QKeySequence::Redo, [stack] { stack->redo(); });

    connect(&m_renderer, &FloorRenderer::rendered, this, &FloorPage::showPicture);
    connect(&m_renderer, &FloorRenderer::failed, this, &FloorPage::showProblem);
    connect(m_size, &QComboBox::activated, this, &FloorPage::writeSettings);
    connect(m_save, &QPushButton::clicked, this, &FloorPage::chooseFile);
    connect(m_cancel, &QPushButton::clicked, &m_task, &BackgroundTask::cancel);
    connect(&m_task, &BackgroundTask::progressed, this, [this](double fraction) {
        m_progress->setValue(static_cast<int>(fraction * m_progress->maximum()));
    });
    connect(&m_task, &BackgroundTask::started, this, &FloorPage::showState);
    connect(&m_task, &BackgroundTask::cancelled, this, &FloorPage::showState);
    connect(&m_task, &BackgroundTask::finished, this, [this](const TaskResult& result) {
        showState();
        Q_EMIT saved(result.summary, result.path);
        for (const QString& sentence : result.problems)
            Q_EMIT failed(sentence);
    });
    connect(&m_task, &BackgroundTask::failed, this, [this](const QString& message) {
        showState();
        Q_EMIT failed(message);
    });
}

void FloorPage::readSettings()
{
    FloorPlan plan;
    plan.isTurned = true;
    // What was stored counts twelve recipes, as many as there may be: they come with the choice.
    if (const auto read = floorPlanFromJson(stored(planKey)))
        plan = *read;
    if (const auto read = floorPictureFromJson(stored(pictureKey))) {
        m_settings = *read;
        m_size->setCurrentIndex(std::max(0, m_size->findData(read->longestSide)));
    }
    m_table->setWastePercent(QSettings().value(QLatin1String(wasteKey), 5.0).toDouble());
    m_plan = plan;
    m_controls->setPlan(plan);
    m_painting.setGrid(plan.painted);
    m_seams->setChecked(m_settings.showsSeams);
    m_light->setChecked(m_settings.hasLight);
}

void FloorPage::writeSettings() const
{
    FloorPlan plan = m_plan;
    plan.recipeCount = FloorPlan::mostRecipes;
    plan.variants.clear();
    plan.shares.clear();
    plan.painted = m_painting.grid();
    store(planKey, toJson(plan));
    FloorPictureSettings picture = m_settings;
    picture.longestSide = m_size->currentData().toInt();
    store(pictureKey, toJson(picture));
    if (m_table->rowCount() > 1)
        store(sharesKey, m_table->shares());
    QSettings().setValue(QLatin1String(wasteKey), m_table->wastePercent());
}

void FloorPage::setCatalog(const CatalogPointer& catalog)
{
    m_catalog = catalog;
    m_chosen.clear();
    takeChosen();
}

void FloorPage::setChosen(const std::vector<std::size_t>& articles)
{
    m_chosen = articles;
    takeChosen();
}

void FloorPage::setPalette(const Palette&)
{
    // Articles bring their colours along; a new palette comes with a new catalogue.
}

void FloorPage::takeChosen()
{
    std::vector<Article> articles;
    if (m_catalog) {
        for (const std::size_t index : m_chosen)
            if (index < m_catalog->articles.size())
                articles.push_back(m_catalog->articles[index]);
        if (m_chosen.empty())
            articles = m_catalog->articles;
    }
    std::vector<FloorRecipe> recipes = floorRecipes(articles);
    if (m_chosen.empty() && recipes.size() > recipesOfNoChoice)
        recipes.erase(recipes.begin() + recipesOfNoChoice, recipes.end());
    if (m_recipes && !recipes.empty() && *m_recipes == recipes)
        return;
    m_recipes = std::make_shared<const std::vector<FloorRecipe>>(std::move(recipes));
    m_colors.clear();
    for (const FloorRecipe& recipe : *m_recipes)
        m_colors.append(meanColor(recipe.article()));
    const bool areSquare = m_recipes->empty()
        || m_recipes->front().article().product.lengthMillimetres
            == m_recipes->front().article().product.widthMillimetres;
    m_controls->setTiles(m_colors, areSquare);
    m_table->setRecipes(m_recipes, m_colors);
    const nlohmann::json shares = stored(sharesKey);
    std::vector<double> numbers;
    if (shares.is_array())
        for (const auto& share : shares)
            if (share.is_number())
                numbers.push_back(share.get<double>());
    m_table->setShares(numbers.size() == m_recipes->size() ? numbers : std::vector<double>());
    layTiles();
}

bool FloorPage::isPainted() const
{
    return m_plan.pattern == FloorPattern::Painted;
}

void FloorPage::layTiles()
{
    m_floor.reset();
    m_controls->apply(m_plan);
    m_table->setPattern(m_plan.pattern);
    m_plan.shares = m_table->shares();
    m_plan.painted.clear();
    if (isPainted()) {
        m_plan.painted = m_painting.grid();
        // Recipes that were painted and are not chosen now: the first one is laid there.
        const int recipes = static_cast<int>(m_recipes->size());
        for (auto& row : m_plan.painted)
            for (int& recipe : row)
                recipe = recipe < recipes ? recipe : 0;
    }
    const auto taken = takeRecipes(m_plan, *m_recipes);
    if (m_recipes->empty()) {
        showProblem(m_catalog ? tr("There are no tiles in the catalogue yet.") : QString());
    } else if (!taken) {
        showProblem(toQString(taken.error().message));
    } else if (auto floor = layFloor(m_plan); !floor) {
        showProblem(toQString(floor.error().message));
    } else {
        m_floor = std::make_shared<const FloorLayout>(std::move(*floor));
    }
    m_table->setFloor(m_floor);
    m_canvas->setFloor(m_floor, m_colors);
    writeSettings();
    showState();
    draw();
}

void FloorPage::draw()
{
    m_isSettled = false;
    if (!m_floor) {
        m_renderer.cancel();
        return;
    }
    FloorOrder order{m_floor, m_recipes, m_settings};
    const double onScreen
        = std::max(m_canvas->width(), m_canvas->height()) * m_canvas->devicePixelRatioF();
    // Somewhat more than is seen, for a first step of the zoom.
    order.settings.longestSide
        = std::clamp(static_cast<int>(onScreen * 1.5), leastPicture, largestPicture);
    m_renderer.request(order);
}

void FloorPage::showPicture(const QImage& image, const FloorOrder& order, bool isFull)
{
    m_problem->clear();
    QSize fullSize = image.size();
    if (!isFull)
        fullSize = fullSize.scaled(
            QSize(order.settings.longestSide, order.settings.longestSide), Qt::KeepAspectRatio);
    m_canvas->show(image, tr("Floor"), fullSize);
    m_canvas->setShownFloor(order.layout);
    m_isSettled = isFull;
}

void FloorPage::showProblem(const QString& sentence)
{
    m_renderer.cancel();
    m_isSettled = false;
    m_canvas->show({}, tr("Floor"));
    m_canvas->setShownFloor(nullptr);
    m_problem->setText(sentence);
}

void FloorPage::setView(FloorView view)
{
    m_settings.view = view;
    m_canvas->fit();
    writeSettings();
    showState();
    draw();
}

void FloorPage::showState()
{
    const bool isAbove = m_settings.view == FloorView::Above;
    (isAbove ? m_above : m_perspective)->setChecked(true);
    m_light->setVisible(!isAbove);
    m_canvas->setPaintable(isAbove && isPainted() && m_floor);
    m_paintBar->setVisible(isAbove && isPainted());
    m_undo->setEnabled(m_painting.undoStack()->canUndo());
    m_redo->setEnabled(m_painting.undoStack()->canRedo());
    const bool isSaving = m_task.isRunning();
    m_save->setVisible(!isSaving);
    m_save->setEnabled(m_floor != nullptr);
    m_size->setEnabled(!isSaving);
    m_cancel->setVisible(isSaving);
    m_progress->setVisible(isSaving);
    if (!isSaving)
        m_progress->setValue(0);
}

void FloorPage::chooseFile()
{
    if (!m_floor)
        return;
    const QString last = QSettings().value(QLatin1String(fileKey), tr("floor.png")).toString();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save floor"), last,
        tr("Pictures and PDF (*.png *.jpg *.jpeg *.tif *.tiff *.webp *.pdf)"));
    if (!path.isEmpty())
        save(path);
}

void FloorPage::save(const QString& path)
{
    if (!m_floor || m_task.isRunning())
        return;
    QString file = path;
    if (QFileInfo(file).suffix().isEmpty())
        file += QStringLiteral(".png");
    const bool isPdf = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    const auto named = checkFloorPictureName(qStringToPath(file));
    if (!isPdf && !named) {
        Q_EMIT failed(toQString(named.error().message));
        return;
    }
    QSettings().setValue(QLatin1String(fileKey), file);
    FloorOrder order{m_floor, m_recipes, m_settings};
    order.settings.longestSide = m_size->currentData().toInt();
    m_task.start([this, file, order, catalog = m_catalog, waste = m_table->wastePercent()](
                     const BackgroundTask::Report& report, const std::stop_token& stop) {
        return writeFile(file, order, catalog, waste, report, stop);
    });
}

/// On the task's thread.
Expected<TaskResult> FloorPage::writeFile(const QString& path, const FloorOrder& order,
    const CatalogPointer& catalog, double waste, const BackgroundTask::Report& report,
    const std::stop_token& stop) const
{
    constexpr double drawing = 0.8; // its part of the work
    const auto tell = [&](double fraction) { report(fraction, tr("Floor")); };
    const auto picture = drawFloor(
        *order.layout, tilePictures(*order.recipes), order.settings,
        [&](double done) { tell(drawing * done); }, stop);
    if (!picture)
        return tl::unexpected(picture.error());
    TaskResult result{tr("Floor saved as %1").arg(QFileInfo(path).fileName()), path, {}};
    if (!path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        const auto written = writeFloorPicture(
            qStringToPath(path), *picture, order.layout->plan, *order.recipes,
            [&](double done) { tell(drawing + (1 - drawing) * done); }, stop);
        if (!written)
            return tl::unexpected(written.error());
        return result;
    }
    std::vector<Article> articles;
    for (const FloorRecipe& recipe : *order.recipes)
        articles.push_back(recipe.article());
    SheetTemplate design;
    design.isLandscape = true;
    design.language = locale().language() == QLocale::Russian ? "ru" : "en";
    const auto document
        = floorDocument(*catalog, *order.layout, articles, toQImage(*picture), waste, design);
    if (!document)
        return tl::unexpected(document.error());
    const auto written = writePdf(
        qStringToPath(path), **document,
        [&](int done, int total) { tell(drawing + (1 - drawing) * done / std::max(1, total)); },
        stop);
    if (!written)
        return tl::unexpected(written.error());
    result.problems = (*document)->problems();
    return result;
}

} // namespace tilewright::ui
