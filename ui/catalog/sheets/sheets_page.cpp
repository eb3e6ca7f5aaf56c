#include "ui/catalog/sheets/sheets_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "ui/catalog/sheets/pages_view.h"
#include "ui/catalog/sheets/template_editor.h"
#include "ui/catalog/task_strip.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"

namespace tilewright::ui {
namespace {
constexpr auto designKey = "sheets/template";
constexpr auto kindKey = "sheets/kind";
constexpr auto folderKey = "sheets/folder";
constexpr int panelWidth = 280;
constexpr int settleTime = 120; ///< milliseconds

QString savedFolder()
{
    const QString folder = QSettings().value(QLatin1String(folderKey)).toString();
    return !folder.isEmpty() && QDir(folder).exists() ? folder : QDir::homePath();
}

void saveFolder(const QString& file)
{
    QSettings().setValue(QLatin1String(folderKey), QFileInfo(file).absolutePath());
}

/// Signs that file systems or people stumble over become blanks.
QString asFileName(const QString& text)
{
    QString name;
    for (const QChar character : text)
        name += character.isPrint() && !QStringLiteral("/\\:*?\"<>|").contains(character)
            ? character
            : QLatin1Char(' ');
    return name.simplified().left(100);
}

QString withSuffix(const QString& file, const QString& suffix)
{
    return QFileInfo(file).suffix().isEmpty() ? file + suffix : file;
}

/// The catalogue with these articles alone.
Catalog partOf(const Catalog& catalog, const std::vector<std::size_t>& articles)
{
    Catalog part;
    part.title = catalog.title;
    part.subtitle = catalog.subtitle;
    part.note = catalog.note;
    part.company = catalog.company;
    part.created = catalog.created;
    for (const std::size_t article : articles)
        part.articles.push_back(catalog.articles[article]);
    return part;
}
} // namespace

SheetsPage::SheetsPage(QWidget* parent)
    : CatalogPage(parent)
    , m_renderer(new SheetRenderer(this))
    , m_editor(new TemplateEditor(this))
    , m_catalogKind(new QPushButton(tr("Catalogue"), this))
    , m_specificationKind(new QPushButton(tr("Specification sheets"), this))
    , m_scope(new QComboBox(this))
    , m_pages(new PagesView(*m_renderer, this))
    , m_pageLabel(captionLabel({}, this))
    , m_save(new QPushButton(tr("Save as PDF…"), this))
    , m_task(new BackgroundTask(this))
{
    createControls();
    createLayout();
    readState();

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &SheetsPage::makeDocument);
    connect(m_renderer, &SheetRenderer::made, this, &SheetsPage::showDocument);
    connect(m_renderer, &SheetRenderer::failed, this, [this](const QString& message) {
        showDocument(nullptr);
        m_pages->setEmptyText(message);
    });
    connect(m_pages, &PagesView::currentPageChanged, this, &SheetsPage::showPage);
    connect(m_editor, &TemplateEditor::designChanged, this, [this] {
        saveState();
        renew();
    });
    connect(m_save, &QPushButton::clicked, this, &SheetsPage::savePdfAs);
    connect(m_task, &BackgroundTask::started, this, &SheetsPage::showPage);
    connect(m_task, &BackgroundTask::finished, this, &SheetsPage::showPage);
    connect(m_task, &BackgroundTask::failed, this, &SheetsPage::showPage);
    connect(m_task, &BackgroundTask::cancelled, this, &SheetsPage::showPage);
    setCatalog(nullptr);
}

SheetsPage::~SheetsPage() = default;

void SheetsPage::createControls()
{
    auto* kinds = new QButtonGroup(this);
    for (QPushButton* button : {m_catalogKind, m_specificationKind}) {
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        kinds->addButton(button);
    }
    m_catalogKind->setToolTip(tr("Cover, index, several tiles a page, colours"));
    m_specificationKind->setToolTip(tr("A page for each tile: mix, size, weight, properties"));
    connect(m_catalogKind, &QPushButton::clicked, this, [this] { setKind(Kind::Catalog); });
    connect(
        m_specificationKind, &QPushButton::clicked, this, [this] { setKind(Kind::Specification); });

    m_scope->setAccessibleName(tr("Which tiles"));
    new WheelGuard(m_scope);
    m_scope->addItem({}, false);
    m_scope->addItem({}, true);
    connect(m_scope, &QComboBox::activated, this, [this] {
        m_isChosenOnly[static_cast<int>(m_kind)] = m_scope->currentData().toBool();
        renew();
    });
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_pageLabel->setTextFormat(Qt::PlainText);
}

void SheetsPage::createLayout()
{
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(4);
    kinds->addWidget(m_catalogKind);
    kinds->addWidget(m_specificationKind);
    kinds->addStretch(1);

    auto* load = new QPushButton(tr("Load…"), this);
    load->setToolTip(tr("Take a template from a file"));
    load->setAccessibleName(tr("Load a template"));
    connect(load, &QPushButton::clicked, this, &SheetsPage::loadTemplateFrom);
    auto* save = new QPushButton(tr("Save…"), this);
    save->setToolTip(tr("Keep these settings as a template"));
    save->setAccessibleName(tr("Save the template"));
    connect(save, &QPushButton::clicked, this, &SheetsPage::saveTemplateAs);
    auto* templates = new QHBoxLayout;
    templates->setSpacing(8);
    templates->addWidget(load);
    templates->addWidget(save);

    auto* fields = new QWidget(this);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Pages"), this));
    column->addLayout(kinds);
    column->addWidget(m_scope);
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Template"), this));
    column->addWidget(m_editor);
    column->addLayout(templates);
    column->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);

    auto* panel = new QFrame(this);
    panel->setProperty("kind", QStringLiteral("panel"));
    panel->setProperty("edge", QStringLiteral("left"));
    panel->setFixedWidth(panelWidth);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->setSpacing(8);
    foot->addWidget(m_pageLabel);
    foot->addWidget(m_save);
    auto* right = new QVBoxLayout(panel);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(scroll, 1);
    right->addLayout(foot);

    auto* strip = new TaskStrip(*m_task, this);
    connect(strip, &TaskStrip::failed, this, &SheetsPage::failed);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_pages, 1);
    middle->addWidget(strip);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(middle, 1);
    row->addWidget(panel);
}

void SheetsPage::readState()
{
    const QSettings settings;
    SheetTemplate design;
    // At first the pages speak the window's language.
    if (QLocale().language() == QLocale::Russian)
        design.language = "ru";
    const QByteArray text = settings.value(QLatin1String(designKey)).toByteArray();
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_discarded())
        design = SheetTemplate::fromJson(json).value_or(design);
    m_editor->setDesign(design);
    setKind(settings.value(QLatin1String(kindKey)).toString() == QLatin1String("specification")
            ? Kind::Specification
            : Kind::Catalog);
}

void SheetsPage::saveState() const
{
    QSettings settings;
    settings.setValue(
        QLatin1String(designKey), QByteArray::fromStdString(m_editor->design().toJson().dump()));
    settings.setValue(QLatin1String(kindKey),
        m_kind == Kind::Catalog ? QStringLiteral("catalog") : QStringLiteral("specification"));
}

void SheetsPage::setCatalog(const CatalogPointer& catalog)
{
    m_catalog = catalog;
    m_chosen.clear();
    renew();
}

void SheetsPage::setChosen(const std::vector<std::size_t>& articles)
{
    const auto before = this->articles();
    m_chosen = articles;
    showScope();
    if (this->articles() != before)
        renew();
}

void SheetsPage::setPalette(const Palette&) { }

QPushButton* SheetsPage::kindButton(Kind kind)
{
    return kind == Kind::Catalog ? m_catalogKind : m_specificationKind;
}

void SheetsPage::setKind(Kind kind)
{
    kindButton(kind)->setChecked(true);
    m_editor->setCatalogFields(kind == Kind::Catalog);
    if (kind == m_kind)
        return;
    m_kind = kind;
    saveState();
    renew();
}

std::vector<std::size_t> SheetsPage::articles() const
{
    const std::size_t count = m_catalog ? m_catalog->articles.size() : 0;
    std::vector<std::size_t> result;
    if (m_isChosenOnly[static_cast<int>(m_kind)])
        std::copy_if(m_chosen.begin(), m_chosen.end(), std::back_inserter(result),
            [&](std::size_t article) { return article < count; });
    if (result.empty()) {
        result.resize(count);
        std::iota(result.begin(), result.end(), std::size_t{0});
    }
    std::sort(result.begin(), result.end());
    return result;
}

void SheetsPage::showScope()
{
    const auto all = static_cast<int>(m_catalog ? m_catalog->articles.size() : 0);
    const auto chosen = m_chosen.empty() ? all : static_cast<int>(m_chosen.size());
    m_scope->setItemText(0, tr("All tiles (%1)").arg(all));
    m_scope->setItemText(1, tr("Chosen in the list (%1)").arg(chosen));
    m_scope->setCurrentIndex(m_isChosenOnly[static_cast<int>(m_kind)] ? 1 : 0);
    m_scope->setEnabled(all > 0);
}

/// Soon, when the settings rest.
void SheetsPage::renew()
{
    showScope();
    m_settle.start();
    showPage();
}

void SheetsPage::makeDocument()
{
    if (!m_catalog || m_catalog->articles.empty()) {
        m_renderer->cancel();
        m_pages->setEmptyText(tr("Pages appear here as soon as the catalogue has tiles."));
        showDocument(nullptr);
        return;
    }
    m_renderer->make([catalog = m_catalog, chosen = articles(), kind = m_kind,
                         design = m_editor->design()]() -> Expected<SheetDocumentPointer> {
        const Catalog part = partOf(*catalog, chosen);
        return kind == Kind::Catalog ? catalogDocument(part, design)
                                     : specificationDocument(part, part.articles, design);
    });
    showPage();
}

void SheetsPage::showDocument(const SheetDocumentPointer& document)
{
    m_document = document;
    m_pages->setDocument(document);
    showPage();
}

void SheetsPage::showPage()
{
    const bool isMaking = m_renderer->isMaking() || m_settle.isActive();
    m_save->setEnabled(m_document && !isMaking && !m_task->isRunning());
    m_pageLabel->setText(!m_document
            ? QString()
            : tr("Page %1 of %2").arg(m_pages->currentPage() + 1).arg(m_document->pageCount()));
}

QString SheetsPage::proposedFile() const
{
    QString name = m_document ? asFileName(m_document->title()) : QString();
    if (name.isEmpty())
        name = tr("Catalogue");
    return QDir(savedFolder()).filePath(name + QStringLiteral(".pdf"));
}

void SheetsPage::savePdfAs()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save as PDF"), proposedFile(), tr("PDF (*.pdf);;All files (*)"));
    if (!file.isEmpty())
        savePdf(withSuffix(file, QStringLiteral(".pdf")));
}

void SheetsPage::savePdf(const QString& file)
{
    if (!m_document || m_task->isRunning())
        return;
    saveFolder(file);
    m_task->start([document = m_document, file](const BackgroundTask::Report& report,
                      std::stop_token stop) -> Expected<TaskResult> {
        const auto written = writePdf(
            qStringToPath(file), *document,
            [&](int done, int total) {
                report(static_cast<double>(done) / total, tr("Page %1 of %2").arg(done).arg(total));
            },
            stop);
        if (!written)
            return tl::unexpected(written.error());
        return TaskResult{
            tr("%1 saved, pages: %2").arg(QFileInfo(file).fileName()).arg(document->pageCount()),
            file, document->problems()};
    });
}

void SheetsPage::loadTemplateFrom()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Load a template"), savedFolder(), tr("Templates (*.json);;All files (*)"));
    if (!file.isEmpty())
        loadTemplate(file);
}

void SheetsPage::loadTemplate(const QString& file)
{
    const auto design = SheetTemplate::load(qStringToPath(file));
    if (!design) {
        Q_EMIT failed(toQString(design.error().message));
        return;
    }
    m_editor->setDesign(*design);
    saveState();
    renew();
}

void SheetsPage::saveTemplateAs()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the template"),
        QDir(savedFolder()).filePath(QStringLiteral("template.json")),
        tr("Templates (*.json);;All files (*)"));
    if (!file.isEmpty())
        saveTemplate(withSuffix(file, QStringLiteral(".json")));
}

void SheetsPage::saveTemplate(const QString& file)
{
    if (const auto saved = m_editor->design().save(qStringToPath(file)); !saved)
        Q_EMIT failed(toQString(saved.error().message));
}

} // namespace tilewright::ui
