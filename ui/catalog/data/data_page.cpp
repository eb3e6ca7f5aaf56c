#include "ui/catalog/data/data_page.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/support/atomic_file.h"
#include "ui/catalog/article_names.h"
#include "ui/catalog/scope_switch.h"
#include "ui/catalog/task_strip.h"
#include "ui/gallery/filter/choice_box.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int textWidth = 640;
const QString folderKey = QStringLiteral("catalog/data/folder");

QString countedArticles(std::size_t count)
{
    return count == 1 ? DataPage::tr("1 article")
                      : DataPage::tr("%n articles", nullptr, int(count));
}
} // namespace

DataPage::DataPage(QWidget* parent) : CatalogPage(parent), m_task(this)
{
    createFields();
    createLayout();
    connect(m_scope, &ScopeSwitch::changed, this, &DataPage::showState);
    connect(m_csv, &QPushButton::clicked, this, &DataPage::chooseCsv);
    connect(m_json, &QPushButton::clicked, this, &DataPage::chooseJson);
    connect(m_web, &QPushButton::clicked, this, &DataPage::chooseWeb);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_code->text()); });
    connect(m_strip, &TaskStrip::failed, this, &CatalogPage::failed);
    connect(&m_task, &BackgroundTask::started, this, &DataPage::showState);
    connect(&m_task, &BackgroundTask::finished, this, &DataPage::showState);
    connect(&m_task, &BackgroundTask::failed, this, &DataPage::showState);
    connect(&m_task, &BackgroundTask::cancelled, this, &DataPage::showState);
    showState();
    showArticle();
}

void DataPage::createFields()
{
    m_scope = new ScopeSwitch(this);
    m_scope->setFixedWidth(280);
    m_language = choiceBox(tr("Language"), this);
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Русский"), QStringLiteral("ru"));
    m_language->setCurrentIndex(QLocale().language() == QLocale::Russian ? 1 : 0);
    m_language->setFixedWidth(140);
    m_forSpreadsheet = new QCheckBox(tr("For a spreadsheet, with its decimal sign"), this);
    m_forSpreadsheet->setChecked(true);
    m_csv = new QPushButton(tr("Save the table…"), this);
    m_json = new QPushButton(tr("Save as JSON…"), this);
    m_showsSeeds = new QCheckBox(tr("Seeds and fidelity"), this);
    m_pictureSide = new QSpinBox(this);
    m_pictureSide->setRange(256, 4096);
    m_pictureSide->setSingleStep(128);
    m_pictureSide->setValue(HtmlOptions().pictureSide);
    m_pictureSide->setSuffix(QStringLiteral("\u00a0") + tr("px"));
    m_pictureSide->setFixedWidth(84);
    dressField(m_pictureSide, tr("Longer side of the pictures at most"));
    m_web = new QPushButton(tr("Save the web catalogue…"), this);
    m_code = new QLineEdit(this);
    m_code->setReadOnly(true);
    m_code->setFont(numberFont());
    m_code->setAccessibleName(tr("Share code"));
    m_copy = new QPushButton(tr("Copy"), this);
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_codeCaption = captionLabel({}, this);
    m_codeCaption->setWordWrap(true);
    m_codeCaption->setTextFormat(Qt::PlainText);
    m_strip = new TaskStrip(m_task, this);
}

void DataPage::createLayout()
{
    auto* content = new QWidget(this);
    content->setMaximumWidth(textWidth);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const auto addSection = [&](const QString& title, const QString& words) {
        column->addSpacing(20);
        column->addWidget(headingLabel(title, content));
        auto* caption = mutedLabel(words, content);
        caption->setWordWrap(true);
        column->addWidget(caption);
    };
    const auto addRow = [&](std::initializer_list<QWidget*> options, QPushButton* button) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        for (QWidget* option : options)
            row->addWidget(option);
        row->addStretch(1);
        row->addWidget(button);
        column->addLayout(row);
    };
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_scope);
    head->addStretch(1);
    head->addWidget(mutedLabel(tr("Language"), content));
    head->addWidget(m_language);
    column->addLayout(head);
    addSection(tr("Table"),
        tr("A row for each article: number, name, shares of the colours, size, weight, seed. For "
           "spreadsheets and shops."));
    addRow({m_forSpreadsheet}, m_csv);
    addSection(tr("JSON"),
        tr("The whole catalogue for programs, with signs that stay the same from export to "
           "export."));
    addRow({}, m_json);
    addSection(tr("Web catalogue"),
        tr("A folder of pages that opens in a browser without a server and without the network, "
           "with search by colour and words."));
    addRow({mutedLabel(tr("Pictures"), content), m_pictureSide, m_showsSeeds}, m_web);
    column->addSpacing(20);
    column->addWidget(headingLabel(tr("Share code"), content));
    column->addWidget(m_codeCaption);
    auto* code = new QHBoxLayout;
    code->setSpacing(8);
    code->addWidget(m_code, 1);
    code->addWidget(m_copy);
    column->addLayout(code);
    column->addStretch(1);

    auto* holder = new QWidget(this);
    auto* middle = new QHBoxLayout(holder);
    middle->setContentsMargins(32, 24, 32, 24);
    middle->addStretch(1);
    middle->addWidget(content, 100);
    middle->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(holder);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* ground = new QFrame(this);
    ground->setProperty("kind", QStringLiteral("panel"));
    auto* stripRow = new QVBoxLayout;
    stripRow->setContentsMargins(20, 0, 20, 20);
    stripRow->addWidget(m_strip);
    auto* inside = new QVBoxLayout(ground);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(scroll, 1);
    inside->addLayout(stripRow);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(ground);
}

void DataPage::setCatalog(const CatalogPointer& catalog)
{
    m_scope->setCatalog(catalog);
    showArticle();
}

void DataPage::setChosen(const std::vector<std::size_t>& articles)
{
    m_scope->setSelected(articles);
    showArticle();
}

void DataPage::showState()
{
    const bool canSave = m_scope->count() > 0 && !m_task.isRunning();
    for (QPushButton* button : {m_csv, m_json, m_web})
        button->setEnabled(canSave);
}

void DataPage::showArticle()
{
    const Article* article = m_scope->current();
    const QString code = article ? toQString(article->shareCode) : QString();
    m_code->setText(code);
    m_code->setCursorPosition(0);
    m_copy->setEnabled(!code.isEmpty());
    if (!article)
        m_codeCaption->setText(tr("The code of an article tells its mix, pattern and seed."));
    else if (code.isEmpty())
        m_codeCaption->setText(tr("%1 cannot be told by a code: it has a mask, a grading of "
                                  "granules, or more than one word holds.")
                                   .arg(displayName(*article)));
    else
        m_codeCaption->setText(
            tr("Mix, pattern and seed of %1 in one word, to be pasted in the Mix "
               "mode of another studio.")
                .arg(displayName(*article)));
}

// --- Saving ---

QString DataPage::proposedName() const
{
    const CatalogPointer catalog = m_scope->catalog();
    QString name = catalog ? toQString(catalog->title) : QString();
    static const QRegularExpression unwanted(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    name = name.replace(unwanted, QStringLiteral(" ")).simplified();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? tr("catalogue", "file name") : name;
}

QString DataPage::place() const
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QSettings().value(folderKey, documents).toString();
}

void DataPage::rememberPlace(const QString& folder)
{
    QSettings().setValue(folderKey, folder);
}

void DataPage::chooseCsv()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the table"),
        QDir(place()).filePath(proposedName() + QStringLiteral(".csv")), tr("Tables (*.csv)"));
    if (!file.isEmpty())
        saveCsv(file);
}

void DataPage::chooseJson()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Save as JSON"),
        QDir(place()).filePath(proposedName() + QStringLiteral(".json")),
        QStringLiteral("JSON (*.json)"));
    if (!file.isEmpty())
        saveJson(file);
}

void DataPage::chooseWeb()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Where to put the folder of the web catalogue"), place());
    if (folder.isEmpty())
        return;
    rememberPlace(folder);
    saveWeb(QDir(folder).filePath(proposedName()));
}

void DataPage::saveText(
    const QString& file, const std::function<std::string(const Catalog&)>& write)
{
    if (m_task.isRunning() || !m_scope->catalog())
        return;
    rememberPlace(QFileInfo(file).absolutePath());
    m_task.start([catalog = m_scope->catalog(), file, write](const BackgroundTask::Report& report,
                     std::stop_token) -> Expected<TaskResult> {
        report(0.1, QFileInfo(file).fileName());
        const auto written = writeFileAtomically(qStringToPath(file), write(*catalog));
        if (!written)
            return tl::unexpected(written.error());
        return TaskResult{
            tr("%1 in %2", "how many articles, file")
                .arg(countedArticles(catalog->articles.size()), QFileInfo(file).fileName()),
            file, {}};
    });
}

void DataPage::saveCsv(const QString& file)
{
    saveText(file,
        [language = m_language->currentData().toString().toStdString(),
            forSpreadsheet = m_forSpreadsheet->isChecked()](
            const Catalog& catalog) { return toCsv(catalog, language, forSpreadsheet); });
}

void DataPage::saveJson(const QString& file)
{
    saveText(file, [](const Catalog& catalog) {
        return toJson(catalog).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    });
}

void DataPage::saveWeb(const QString& folder)
{
    if (m_task.isRunning() || !m_scope->catalog())
        return;
    HtmlOptions options;
    options.language = m_language->currentData().toString().toStdString();
    options.showsSeeds = m_showsSeeds->isChecked();
    options.pictureSide = m_pictureSide->value();
    m_task.start(
        [catalog = m_scope->catalog(), folder, options](
            const BackgroundTask::Report& report, std::stop_token stop) -> Expected<TaskResult> {
            const auto problems = writeHtmlCatalog(
                qStringToPath(folder), *catalog, options,
                [&](std::size_t done, std::size_t total) {
                    report(double(done) / double(std::max<std::size_t>(1, total)),
                        tr("Tile %1 of %2").arg(done).arg(total));
                },
                std::move(stop));
            if (!problems)
                return tl::unexpected(problems.error());
            TaskResult result;
            result.summary = tr("Web catalogue: %1").arg(countedArticles(catalog->articles.size()));
            result.path = folder;
            for (const CatalogProblem& problem : *problems)
                result.problems += toQString(problem.error.message);
            return result;
        });
}

} // namespace tilewright::ui
