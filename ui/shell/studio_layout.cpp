// How the window is laid out.
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "core/support/paths.h"
#include "ui/canvas/stage.h"
#include "ui/catalog/article_panel.h"
#include "ui/catalog/catalog_view.h"
#include "ui/compare/compare_view.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/gallery.h"
#include "ui/gallery/seed_strip.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/jobs/queue_panel.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/mixer/palette_panel.h"
#include "ui/models/model_line.h"
#include "ui/pattern/pattern_panel.h"
#include "ui/recipes/recipe_panel.h"
#include "ui/settings/guide_settings.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/menus.h"
#include "ui/shell/mode_bar.h"
#include "ui/shell/panels.h"
#include "ui/shell/studio_window.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int leftWidth = 372;
constexpr int filterWidth = 264;
constexpr int articlesWidth = 300;
constexpr int rightWidth = 312;

/// `edge` is the side that has a line: "left", "right" or "top".
QFrame* panelFrame(const char* edge, QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setProperty("kind", QStringLiteral("panel"));
    frame->setProperty("edge", QLatin1String(edge));
    return frame;
}

/// Scrolls when the window is low. The bar takes the place of the margin, so that nothing moves
/// when it comes.
QScrollArea* scrolled(QWidget* content, QVBoxLayout& layout, QWidget* parent)
{
    layout.setContentsMargins(16, 12, 16, 8);
    auto* scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    QObject::connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, &layout,
        [&layout, scroll](int, int maximum) {
            const int bar = maximum > 0 ? scroll->verticalScrollBar()->sizeHint().width() : 0;
            layout.setContentsMargins(16, 12, 16 - bar, 8);
        });
    return scroll;
}
} // namespace

void StudioWindow::createLayout()
{
    // Made in the order of the tab key.
    m_left = new QStackedWidget(this);
    m_left->addWidget(createMixerPanel());
    m_left->addWidget(createFilterPanel());
    m_left->addWidget(new QWidget(m_left)); // comparing has no use for a left panel
    m_left->addWidget(createArticlePanel());
    m_middle = new QStackedWidget(this);
    m_stage = new Stage(m_middle);
    m_gallery = new Gallery(m_library, m_editor.palette(), m_middle);
    m_compare = new CompareView(m_editor.palette(), m_middle);
    m_catalog = createCatalog();
    for (QWidget* page : std::initializer_list<QWidget*>{m_stage, m_gallery, m_compare, m_catalog})
        m_middle->addWidget(page);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_middle, 1);
    middle->addWidget(createFooter());
    m_right = createRightPanel();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_left);
    row->addLayout(middle, 1);
    row->addWidget(m_right);
    m_bottom = panelFrame("top", this);
    m_strip = new SeedStrip(m_library, m_editor.palette(), m_bottom);
    auto* bottomLayout = new QVBoxLayout(m_bottom);
    bottomLayout->setContentsMargins(12, 6, 12, 0);
    bottomLayout->addWidget(m_strip);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_bottom);
    setCentralWidget(central);
    m_panels = new Panels({m_left, m_right, m_bottom},
        {m_menus->leftPanel, m_menus->rightPanel, m_menus->bottomPanel}, this);
    m_menus->view->insertAction(m_menus->leftPanel,
        m_commands.addWithin(*m_middle, QStringLiteral("view.panels"), tr("&All panels"),
            {QKeySequence(Qt::Key_Tab)}));
}

/// Below the middle, in every mode: what runs, and what went wrong.
QWidget* StudioWindow::createFooter()
{
    auto* footer = new QFrame(this);
    m_footer = footer;
    footer->setProperty("kind", QStringLiteral("ground"));
    m_messages = new MessageBar(footer);
    m_progress = new ProgressStrip(footer);
    auto* strips = new QVBoxLayout(footer);
    strips->setSpacing(8);
    strips->addStretch(1);
    strips->addWidget(m_messages);
    strips->addWidget(m_progress);
    m_progress->hide();
    reserveFooter(true);
    return footer;
}

/// Where the picture stands alone, room for one strip is kept, so that it does not jump when a job
/// begins or ends.
void StudioWindow::reserveFooter(bool isReserved)
{
    constexpr int margin = 20;
    m_footer->setMinimumHeight(isReserved ? m_progress->sizeHint().height() + margin : 0);
    m_footer->layout()->setContentsMargins(margin, 0, margin, isReserved ? margin : 0);
}

QWidget* StudioWindow::createTopBar()
{
    auto* bar = new QFrame(this);
    bar->setProperty("kind", QStringLiteral("bar"));
    auto* menuBar = new QMenuBar(bar);
    m_menus = new Menus(*menuBar, m_commands, m_undo);
    menuBar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto* modes = new ModeBar(
        {{Mode::Mix, m_menus->mixMode}, {Mode::Gallery, m_menus->galleryMode},
            {Mode::Compare, m_menus->compareMode}, {Mode::Catalog, m_menus->catalogMode}},
        bar);
    m_modelLine = new ModelLine(m_context.services, bar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(12);
    row->addWidget(labelOfKind("brand", QStringLiteral("Tilewright"), bar));
    row->addWidget(modes);
    row->addSpacing(12);
    row->addWidget(menuBar);
    row->addStretch(1);
    row->addWidget(m_modelLine);
    return bar;
}

QWidget* StudioWindow::createMixerPanel()
{
    auto* panel = panelFrame("right", this);
    panel->setFixedWidth(leftWidth);
    auto* content = new QWidget(panel);
    m_mixer = new MixerPanel(m_editor, content);
    m_mixer->palettePanel()->setStore(&m_palettes);
    m_recipePanel
        = new RecipePanel(m_recipes, resourceFolder() / "recipes" / "starter.json", content);
    m_pattern = new PatternPanel(m_editor, m_context.profile.granuleMillimetres, content);
    m_settings = new SettingsPanel(
        m_context.profile, m_context.model, m_editor.draft().mixes.front(), content);
    m_prompt = labelOfKind("prompt", {}, content);
    m_prompt->setWordWrap(true);
    m_prompt->setIndent(0);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setSpacing(12);
    contentLayout->addWidget(m_mixer);
    contentLayout->addWidget(m_recipePanel);
    contentLayout->addWidget(m_pattern);
    contentLayout->addWidget(m_settings);
    auto* promptLayout = new QVBoxLayout;
    promptLayout->setSpacing(8);
    promptLayout->addWidget(headingLabel(tr("Prompt"), content));
    promptLayout->addWidget(m_prompt);
    contentLayout->addLayout(promptLayout);
    contentLayout->addStretch(1);
    QScrollArea* scroll = scrolled(content, *contentLayout, panel);
    // What was unfolded is brought into sight once it has its place.
    GuideSettings* guide = m_settings->guideSettings();
    connect(guide->foldButton(), &QPushButton::clicked, scroll, [scroll, guide](bool isExpanded) {
        if (isExpanded)
            QTimer::singleShot(
                0, scroll, [scroll, guide] { scroll->ensureWidgetVisible(guide, 0, 12); });
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

QWidget* StudioWindow::createFilterPanel()
{
    auto* panel = panelFrame("right", this);
    panel->setFixedWidth(filterWidth);
    m_filter = new FilterPanel(m_editor.palette(), panel);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    return panel;
}

QWidget* StudioWindow::createArticlePanel()
{
    auto* panel = panelFrame("right", this);
    panel->setFixedWidth(articlesWidth);
    m_articles
        = new ArticlePanel(m_catalogMaker, m_catalogDetails, m_library.storeFactory(), panel);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_articles);
    return panel;
}

QWidget* StudioWindow::createRightPanel()
{
    auto* panel = panelFrame("left", this);
    panel->setFixedWidth(rightWidth);
    auto* content = new QWidget(panel);
    m_inspector = new TileInspector(m_editor.palette(), content);
    m_inspector->setLibrary(m_library);
    m_queuePanel = new QueuePanel(m_jobs, m_editor.palette(), panel);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->addWidget(m_inspector);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(scrolled(content, *contentLayout, panel), 1);
    auto* queueRow = new QVBoxLayout;
    queueRow->setContentsMargins(16, 0, 16, 0);
    queueRow->addWidget(m_queuePanel);
    column->addLayout(queueRow);
    return panel;
}

} // namespace tilewright::ui
