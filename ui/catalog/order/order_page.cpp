#include "ui/catalog/order/order_page.h"

#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <array>
#include <numeric>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "ui/catalog/background_task.h"
#include "ui/catalog/order/order_items_model.h"
#include "ui/catalog/order/order_lines_model.h"
#include "ui/catalog/order/order_settings_editor.h"
#include "ui/catalog/task_strip.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int controlsWidth = 376;
constexpr int margin = 16;
constexpr int rowHeight = 28;
constexpr int areaWidth = 88;
/// Of the columns of the result but the first, which takes what is left.
constexpr std::array resultWidths{80, 80, 64, 80, 96};
constexpr int resultWidth = 720;
constexpr int leastItemRows = 4;

const QString areaKey = QStringLiteral("catalog/order/area");
const QString folderKey = QStringLiteral("catalog/order/folder");

std::string windowLanguage()
{
    return QLocale().language() == QLocale::Russian ? "ru" : "en";
}

/// Parts the totals from what they sum up.
class LastRowRule : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (index.row() == index.model()->rowCount() - 1)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                option.palette.color(role::separator));
    }
};

/// Its cells read as text on the panel: no grid, no headings of rows.
QTableView* calmTable(QAbstractItemModel* model, const QString& name, QWidget* parent)
{
    auto* view = new QTableView(parent);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setAccessibleName(name);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionsClickable(false);
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return view;
}

QString areaText(double squareMetres)
{
    return QLocale().toString(squareMetres, 'f', QLocale::FloatingPointShortest);
}

Expected<TaskResult> write(const QString& file, const Catalog& catalog, const GranuleOrder& order,
    const SheetTemplate& design, const BackgroundTask::Report& report, std::stop_token stop)
{
    const std::filesystem::path path = qStringToPath(file);
    const QString ending = QFileInfo(file).suffix().toLower();
    Expected<void> written;
    QStringList problems;
    if (ending == QLatin1String("csv")) {
        written = writeFileAtomically(path, toCsv(order, design.language, true));
    } else if (ending == QLatin1String("json")) {
        written = writeFileAtomically(path, dumpJson(toJson(order), 2) + "\n");
    } else {
        const auto document = orderDocument(catalog, order, design);
        if (!document)
            return tl::unexpected(document.error());
        written = writePdf(
            path, **document,
            [&](int page, int pages) {
                report(static_cast<double>(page) / std::max(1, pages),
                    OrderPage::tr("page %1 of %2").arg(page).arg(pages));
            },
            stop);
        problems = (*document)->problems();
    }
    if (!written)
        return tl::unexpected(written.error());
    return TaskResult{
        OrderPage::tr("The order is in %1.").arg(QFileInfo(file).fileName()), file, problems};
}

} // namespace

OrderPage::OrderPage(QWidget* parent)
    : CatalogPage(parent)
    , m_items(new OrderItemsModel(this))
    , m_lines(new OrderLinesModel(this))
    , m_task(new BackgroundTask(this))
    , m_itemsView(calmTable(m_items, tr("Tiles to be made"), this))
    , m_commonArea(new QDoubleSpinBox(this))
    , m_totalArea(captionLabel({}, this))
    , m_settings(new OrderSettingsEditor(this))
    , m_headline(new QLabel(this))
    , m_basis(captionLabel({}, this))
    , m_linesView(calmTable(m_lines, tr("Granules to be ordered"), this))
    , m_warning(labelOfKind("problem", {}, this))
    , m_copy(new QPushButton(tr("Copy as text"), this))
    , m_saveCsv(new QPushButton(tr("Save CSV…"), this))
    , m_saveJson(new QPushButton(tr("Save JSON…"), this))
    , m_savePdf(new QPushButton(tr("Save PDF…"), this))
    , m_strip(new TaskStrip(*m_task, this))
{
    m_items->setCommonArea(QSettings().value(areaKey, m_items->commonArea()).toDouble());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(createControls());
    row->addWidget(createResult(), 1);
    connectControls();
    showButtons();
}

QWidget* OrderPage::createControls()
{
    // As in a spreadsheet: a click chooses a cell, typing replaces what is in it.
    m_itemsView->setEditTriggers(QAbstractItemView::DoubleClicked
        | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    m_itemsView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_itemsView->setMinimumHeight((leastItemRows + 1) * rowHeight);
    m_itemsView->horizontalHeader()->setSectionResizeMode(
        OrderItemsModel::AreaColumn, QHeaderView::Fixed);
    m_itemsView->setColumnWidth(OrderItemsModel::AreaColumn, areaWidth);
    m_itemsView->setTextElideMode(Qt::ElideRight);
    m_itemsView->installEventFilter(this);
    m_commonArea->setRange(0, OrderLimits::maximumArea);
    m_commonArea->setDecimals(2);
    m_commonArea->setFixedWidth(areaWidth);
    m_commonArea->setValue(m_items->commonArea());
    dressField(m_commonArea, tr("Area of each tile, square metres"));
    m_commonArea->setToolTip(tr("Of every tile that has no area of its own below"));

    auto* each = new QHBoxLayout;
    each->setSpacing(8);
    each->addWidget(mutedLabel(tr("Of each, m²"), this), 1);
    each->addWidget(m_commonArea);
    auto* tiles = new QVBoxLayout;
    tiles->setSpacing(4);
    auto* heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Tiles to be made"), this), 1);
    heading->addWidget(m_totalArea);
    tiles->addLayout(heading);
    tiles->addLayout(each);
    tiles->addWidget(m_itemsView, 1);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, 12, margin, 12);
    column->setSpacing(16);
    column->addLayout(tiles, 1);
    column->addWidget(m_settings);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* panel = new QFrame(this);
    panel->setProperty("kind", QStringLiteral("panel"));
    panel->setProperty("edge", QStringLiteral("right"));
    panel->setFixedWidth(controlsWidth);
    auto* frame = new QVBoxLayout(panel);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    return panel;
}

QWidget* OrderPage::createResult()
{
    QFont large = m_headline->font();
    large.setPixelSize(18);
    large.setWeight(QFont::DemiBold);
    m_headline->setFont(large);
    m_headline->setWordWrap(true);
    m_basis->setWordWrap(true);
    m_warning->setWordWrap(true);
    for (QLabel* label : {m_headline, m_basis, m_warning})
        label->setTextFormat(Qt::PlainText);
    m_linesView->setSelectionMode(QAbstractItemView::NoSelection);
    m_linesView->setItemDelegate(new LastRowRule(m_linesView));
    QSizePolicy keepsPlace = m_linesView->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_linesView->setSizePolicy(keepsPlace);
    QHeaderView* header = m_linesView->horizontalHeader();
    for (int i = OrderLinesModel::CodeColumn; i < OrderLinesModel::ColumnCount; ++i) {
        header->setSectionResizeMode(i, QHeaderView::Fixed);
        header->resizeSection(i, resultWidths[static_cast<std::size_t>(i - 1)]);
    }
    m_savePdf->setProperty("kind", QStringLiteral("primary"));
    m_copy->setProperty("kind", QStringLiteral("flat"));
    m_saveCsv->setToolTip(tr("A table for a spreadsheet"));
    m_saveJson->setToolTip(tr("For other programs"));
    m_savePdf->setToolTip(tr("A page for the supplier"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_saveCsv);
    buttons->addWidget(m_saveJson);
    buttons->addWidget(m_savePdf);

    auto* result = new QWidget(this);
    result->setMaximumWidth(resultWidth);
    auto* column = new QVBoxLayout(result);
    column->setContentsMargins(24, 20, 24, margin);
    column->setSpacing(4);
    column->addWidget(m_headline);
    column->addWidget(m_basis);
    column->addWidget(m_warning);
    column->addSpacing(12);
    column->addWidget(m_linesView, 1);
    column->addSpacing(8);
    column->addWidget(m_strip);
    column->addSpacing(4);
    column->addLayout(buttons);
    auto* ground = new QWidget(this);
    auto* centre = new QHBoxLayout(ground);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(result, 1);
    centre->addStretch(0);
    return ground;
}

void OrderPage::connectControls()
{
    connect(m_items, &OrderItemsModel::changed, this, &OrderPage::showSoon);
    connect(m_settings, &OrderSettingsEditor::edited, this, &OrderPage::showSoon);
    connect(m_commonArea, &QDoubleSpinBox::valueChanged, this, [this](double squareMetres) {
        QSettings().setValue(areaKey, squareMetres);
        m_items->setCommonArea(squareMetres);
    });
    connect(m_copy, &QPushButton::clicked, this, &OrderPage::copyAsText);
    connect(m_saveCsv, &QPushButton::clicked, this,
        [this] { askAndSave(QStringLiteral("csv"), tr("Tables (*.csv)")); });
    connect(m_saveJson, &QPushButton::clicked, this,
        [this] { askAndSave(QStringLiteral("json"), tr("JSON (*.json)")); });
    connect(m_savePdf, &QPushButton::clicked, this,
        [this] { askAndSave(QStringLiteral("pdf"), tr("PDF (*.pdf)")); });
    connect(m_task, &BackgroundTask::started, this, &OrderPage::showButtons);
    connect(m_task, &BackgroundTask::cancelled, this, &OrderPage::showButtons);
    connect(m_task, &BackgroundTask::finished, this, &OrderPage::showButtons);
    connect(m_task, &BackgroundTask::failed, this, &OrderPage::showButtons);
    connect(m_strip, &TaskStrip::failed, this, &OrderPage::failed);
}

void OrderPage::setCatalog(const CatalogPointer& catalog)
{
    m_catalog = catalog;
    takeProduct();
    showArticles();
}

void OrderPage::setChosen(const std::vector<std::size_t>& articles)
{
    m_chosen = articles;
    showArticles();
}

void OrderPage::setPalette(const Palette& palette)
{
    m_settings->setPalette(palette);
}

void OrderPage::takeProduct()
{
    if (m_settings->isOwn() || !m_catalog || m_catalog->articles.empty())
        return;
    const Product& product = m_catalog->articles.front().product;
    OrderSettings settings = m_settings->settings();
    settings.layers = {{{}, product.thicknessMillimetres, {}, {}}};
    settings.binderPercent = product.binderPercent;
    m_settings->setSettings(settings);
}

void OrderPage::showArticles()
{
    std::vector<std::size_t> articles = m_chosen;
    if (articles.empty() && m_catalog) {
        articles.resize(m_catalog->articles.size());
        std::iota(articles.begin(), articles.end(), std::size_t{0});
    }
    m_items->setArticles(m_catalog, std::move(articles));
}

void OrderPage::showSoon()
{
    m_isStale = true;
    if (isVisible())
        reckon();
}

void OrderPage::showEvent(QShowEvent* event)
{
    CatalogPage::showEvent(event);
    if (m_isStale)
        reckon();
}

const std::optional<GranuleOrder>& OrderPage::order() const
{
    return m_lines->order();
}

QString OrderPage::problem() const
{
    return m_problem;
}

void OrderPage::reckon()
{
    m_isStale = false;
    const std::vector<OrderItem> items = m_items->items();
    m_problem.clear();
    std::optional<GranuleOrder> made;
    if (!items.empty()) {
        auto order = makeOrder(items, m_settings->settings(), m_settings->prices());
        if (order)
            made = std::move(*order);
        else
            m_problem = toQString(order.error().message);
    }
    m_lines->setOrder(std::move(made));
    const auto& order = m_lines->order();
    const bool isPriced = m_lines->isPriced();
    m_linesView->setColumnHidden(OrderLinesModel::PriceColumn, !isPriced);
    m_linesView->setColumnHidden(OrderLinesModel::CostColumn, !isPriced);
    m_linesView->setVisible(order.has_value());

    m_totalArea->setText(tr("%1 m² in all").arg(areaText(m_items->totalArea())));
    if (!order) {
        m_headline->setText(m_problem.isEmpty() ? tr("Nothing to order yet") : tr("No order"));
        m_basis->setText(m_problem.isEmpty()
                ? tr("Choose tiles in the list, and say on the left how many square metres are to "
                     "be made of them.")
                : QString());
        m_warning->setText(m_problem);
    } else {
        QString headline = tr("%1 kg of granules in %n bag(s)", nullptr,
            static_cast<int>(std::min<std::int64_t>(order->bags, 1'000'000'000)))
                               .arg(kilogramsText(order->granuleGrams));
        if (isPriced)
            headline += QStringLiteral(" · ")
                + tr("%1 %2", "an amount and its currency")
                      .arg(moneyText(order->cost), toQString(order->currency));
        m_headline->setText(headline);
        m_basis->setText(
            tr("%1 m² of %n tile(s), %2 % waste, %3 % binder, bags of %4 kg", nullptr,
                static_cast<int>(items.size()))
                .arg(areaText(m_items->totalArea()), areaText(order->settings.wastePercent),
                    areaText(order->settings.binderPercent),
                    areaText(order->settings.bagKilograms)));
        const QStringList unpriced = m_lines->withoutPrice();
        m_warning->setText(unpriced.isEmpty()
                ? QString()
                : tr("No price, not in the total: %1").arg(unpriced.join(QStringLiteral(", "))));
    }
    m_warning->setVisible(!m_warning->text().isEmpty());
    showButtons();
}

void OrderPage::showButtons()
{
    const bool hasOrder = m_lines->order().has_value();
    m_copy->setEnabled(hasOrder);
    for (QPushButton* button : {m_saveCsv, m_saveJson, m_savePdf})
        button->setEnabled(hasOrder && !m_task->isRunning());
}

void OrderPage::askAndSave(const QString& ending, const QString& filter)
{
    const QDir folder(QSettings().value(folderKey, QDir::homePath()).toString());
    QFileDialog dialog(this, tr("Save the order"), folder.path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile(tr("order", "file name") + QLatin1Char('.') + ending);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return;
    const QString file = dialog.selectedFiles().constFirst();
    QSettings().setValue(folderKey, QFileInfo(file).path());
    saveTo(file);
}

void OrderPage::saveTo(const QString& file)
{
    if (m_isStale)
        reckon();
    if (!m_lines->order() || !m_catalog || m_task->isRunning())
        return;
    SheetTemplate design;
    design.language = windowLanguage();
    if (m_design)
        design = *m_design;
    m_task->start([file, catalog = m_catalog, order = *m_lines->order(), design](
                      const BackgroundTask::Report& report, std::stop_token stop) {
        return write(file, *catalog, order, design, report, stop);
    });
}

void OrderPage::copyAsText()
{
    if (m_lines->order())
        QGuiApplication::clipboard()->setText(m_lines->text());
}

void OrderPage::pasteAreas()
{
    const int row = std::max(0, m_itemsView->currentIndex().row());
    if (!m_items->paste(row, QGuiApplication::clipboard()->text()))
        Q_EMIT failed(
            tr("The clipboard holds no areas. Copy a column of square metres from a spreadsheet."));
}

bool OrderPage::eventFilter(QObject* watched, QEvent* event)
{
    // While a cell is edited its editor has the focus, and pastes into the cell alone.
    if (watched == m_itemsView && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste)) {
        pasteAreas();
        return true;
    }
    return CatalogPage::eventFilter(watched, event);
}

} // namespace tilewright::ui
