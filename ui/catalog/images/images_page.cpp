#include "ui/catalog/images/images_page.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/support/json_fields.h"
#include "ui/catalog/article_names.h"
#include "ui/catalog/images/image_settings.h"
#include "ui/catalog/images/image_words.h"
#include "ui/catalog/images/picture_view.h"
#include "ui/catalog/scope_switch.h"
#include "ui/catalog/task_strip.h"
#include "ui/gallery/filter/choice_box.h"
#include "ui/recipes/inline_field.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int panelWidth = 312;
const QString settingsKey = QStringLiteral("catalog/images/settings");
const QString folderKey = QStringLiteral("catalog/images/folder");

ImageExport savedSettings()
{
    const auto json = nlohmann::json::parse(
        QSettings().value(settingsKey).toString().toStdString(), nullptr, false);
    if (json.is_object())
        if (auto settings = imageExportFromJson(json))
            return *settings;
    return shippedImagePresets().front().settings;
}

QString defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .filePath(QStringLiteral("Tilewright"));
}
} // namespace

ImagesPage::ImagesPage(ImageServices services, QWidget* parent)
    : CatalogPage(parent)
    , m_services(std::move(services))
    , m_presets(m_services.presetFile)
    , m_previewer(m_services.preview)
    , m_task(this)
{
    m_profileReader.setMaxThreadCount(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(createPreview(), 1);
    row->addWidget(createPanel());
    connectAll();
    m_settings->setSettings(savedSettings());
    setFolder(QSettings().value(folderKey, defaultFolder()).toString());
    showPresets();
    showAll();
}

QWidget* ImagesPage::createPreview()
{
    auto* area = new QFrame(this);
    area->setProperty("kind", QStringLiteral("ground"));
    m_view = new PictureView(area);
    m_title = new QLabel(area);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignCenter);
    m_proof = captionLabel({}, area);
    m_proof->setAlignment(Qt::AlignCenter);
    m_proof->setTextFormat(Qt::PlainText);
    m_warning = labelOfKind("problem", {}, area);
    m_warning->setAlignment(Qt::AlignCenter);
    m_warning->setWordWrap(true);
    m_strip = new TaskStrip(m_task, area);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(20, 8, 20, 20);
    column->setSpacing(4);
    column->addWidget(m_view, 1);
    column->addWidget(m_title);
    column->addWidget(m_proof);
    column->addWidget(m_warning);
    column->addSpacing(8);
    column->addWidget(m_strip);
    return area;
}

QWidget* ImagesPage::createPanel()
{
    auto* panel = new QFrame(this);
    panel->setProperty("kind", QStringLiteral("panel"));
    panel->setProperty("edge", QStringLiteral("left"));
    panel->setFixedWidth(panelWidth);
    m_preset = choiceBox(tr("Preset"), panel);
    m_presetMenu = new QToolButton(panel);
    m_presetMenu->setIcon(themedIcon(QStringLiteral("more")));
    m_presetMenu->setAccessibleName(tr("Save, rename or delete the preset"));
    m_presetMenu->setToolTip(m_presetMenu->accessibleName());
    m_presetName = new InlineField(panel);
    auto* content = new QWidget(panel);
    m_settings = new ImageSettings(content);
    auto* presetRow = new QHBoxLayout;
    presetRow->setSpacing(4);
    presetRow->addWidget(m_preset, 1);
    presetRow->addWidget(m_presetMenu);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(16, 12, 16, 8);
    contentLayout->setSpacing(8);
    contentLayout->addWidget(headingLabel(tr("Preset"), content));
    contentLayout->addLayout(presetRow);
    contentLayout->addWidget(m_presetName);
    contentLayout->addSpacing(4);
    contentLayout->addWidget(m_settings, 1);
    auto* scroll = new QScrollArea(panel);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_scope = new ScopeSwitch(panel);
    m_folderButton = new QPushButton(panel);
    m_folderButton->setProperty("kind", QStringLiteral("choice"));
    m_folderButton->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_export = new QPushButton(panel);
    m_export->setProperty("kind", QStringLiteral("primary"));
    auto* footer = new QVBoxLayout;
    footer->setContentsMargins(16, 8, 16, 0);
    footer->setSpacing(8);
    footer->addWidget(m_scope);
    footer->addWidget(m_folderButton);
    footer->addWidget(m_export);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(footer);
    return panel;
}

void ImagesPage::connectAll()
{
    connect(m_settings, &ImageSettings::changed, this, [this] {
        remember();
        showPresets();
        showWords();
        requestPreview();
    });
    connect(m_preset, &QComboBox::activated, this, &ImagesPage::choosePreset);
    connect(m_presetMenu, &QToolButton::clicked, this, &ImagesPage::openPresetMenu);
    connect(&m_presets, &ImagePresets::changed, this, &ImagesPage::showPresets);
    connect(&m_presets, &ImagePresets::failed, this, &CatalogPage::failed);
    connect(m_view, &PictureView::resized, this, &ImagesPage::requestPreview);
    connect(&m_previewer, &ExportPreviewer::rendered, this,
        [this](const QImage& image, const std::optional<InkUse>& ink) {
            m_view->setImage(image);
            showInk(ink);
        });
    connect(&m_previewer, &ExportPreviewer::failed, this, [this](const QString& message) {
        m_view->setText(message);
        showInk({});
    });
    connect(m_scope, &ScopeSwitch::changed, this, &ImagesPage::showCount);
    connect(m_folderButton, &QPushButton::clicked, this, &ImagesPage::chooseFolder);
    connect(m_export, &QPushButton::clicked, this, &ImagesPage::exportNow);
    connect(m_strip, &TaskStrip::failed, this, &CatalogPage::failed);
    for (const auto end : {&BackgroundTask::started, &BackgroundTask::cancelled})
        connect(&m_task, end, this, &ImagesPage::showCount);
    connect(&m_task, &BackgroundTask::finished, this, &ImagesPage::showCount);
    connect(&m_task, &BackgroundTask::failed, this, &ImagesPage::showCount);
}

// --- What is shown ---

void ImagesPage::setCatalog(const CatalogPointer& catalog)
{
    m_scope->setCatalog(catalog);
    showAll();
}

void ImagesPage::setChosen(const std::vector<std::size_t>& articles)
{
    const Article* before = m_scope->current();
    m_scope->setSelected(articles);
    if (m_scope->current() != before) {
        showWords();
        requestPreview();
    }
}

void ImagesPage::showAll()
{
    showCount();
    showWords();
    requestPreview();
}

void ImagesPage::showCount()
{
    const int count = m_scope->count();
    m_export->setText(
        count == 1 ? tr("Export 1 picture") : tr("Export %n pictures", nullptr, count));
    m_export->setEnabled(count > 0 && !m_task.isRunning());
}

void ImagesPage::showWords()
{
    const Article* article = m_scope->current();
    const ImageExport settings = m_settings->settings();
    if (!article) {
        m_title->clear();
        m_settings->showSize({});
        m_settings->showExample({}, false);
        return;
    }
    m_settings->setProduct(article->product);
    m_title->setText(displayName(*article) + QStringLiteral("  ·  ") + toQString(article->code));
    const auto checked = settings.check();
    m_settings->showSize(sizeInWords(plannedSize(*article, settings), settings));
    const auto name = checked ? exportName(*article, settings, m_scope->currentIndex() + 1)
                              : Expected<std::string>(tl::unexpected(checked.error()));
    if (name)
        m_settings->showExample(toQString(*name) + toQString(suffixOf(settings.kind)), false);
    else
        m_settings->showExample(toQString(name.error().message), true);
}

void ImagesPage::requestPreview()
{
    const Article* article = m_scope->current();
    if (!article) {
        m_previewer.cancel();
        m_view->setText(tr("There is nothing to show yet."));
        showInk({});
        return;
    }
    if (isVisible())
        m_previewer.request(*article, m_settings->settings(), m_view->longestSide());
}

void ImagesPage::showInk(const std::optional<InkUse>& ink)
{
    const OutputColor color = m_settings->settings().color;
    const bool isProof = color.space == ColorSpace::Profile && m_scope->current();
    QStringList words;
    if (isProof)
        words += tr("Soft proof");
    if (ink)
        words += tr("ink %1\u00a0% at most").arg(qRound(ink->maximum));
    m_proof->setText(words.join(QStringLiteral("  ·  ")));
    m_warning->setText(ink && ink->overLimit > 0 ? inkWarning(*ink, color) : QString());
    m_warning->setVisible(!m_warning->text().isEmpty());
}

QString ImagesPage::proofText() const
{
    return m_proof->text();
}

void ImagesPage::showEvent(QShowEvent* event)
{
    CatalogPage::showEvent(event);
    readProfiles();
    requestPreview();
}

void ImagesPage::readProfiles()
{
    if (m_hasProfiles)
        return;
    m_hasProfiles = true;
    m_profileReader.start([this] {
        QMetaObject::invokeMethod(
            this, [this, profiles = m_services.profiles()] { m_settings->setProfiles(profiles); },
            Qt::QueuedConnection);
    });
}

// --- Presets ---

void ImagesPage::showPresets()
{
    const ImageExport settings = m_settings->settings();
    m_preset->clear();
    int chosen = -1;
    for (std::size_t i = 0; i < m_presets.all().size(); ++i) {
        m_preset->addItem(m_presets.nameOf(i), int(i));
        if (chosen < 0 && m_presets.all()[i].settings == settings)
            chosen = int(i);
    }
    if (chosen < 0) {
        m_preset->insertItem(0, tr("Own settings"), -1);
        chosen = 0;
    }
    m_preset->setCurrentIndex(chosen);
}

void ImagesPage::choosePreset(int row)
{
    const int index = m_preset->itemData(row).toInt();
    if (index < 0)
        return;
    m_settings->setSettings(m_presets.all()[std::size_t(index)].settings);
    remember();
    showPresets();
    showWords();
    requestPreview();
}

void ImagesPage::askForName(const QString& caption, const QString& button, const QString& present,
    const std::function<bool(const QString&)>& accept)
{
    m_presetName->ask({caption, present, button,
        [this, present](const QString& name) { return m_presets.problemOfName(name, present); },
        accept});
}

void ImagesPage::openPresetMenu()
{
    const int index = m_preset->currentData().toInt();
    const bool isOwn = index >= 0 && m_presets.isOwn(std::size_t(index));
    const QString name = index >= 0 ? m_presets.nameOf(std::size_t(index)) : QString();
    QMenu menu;
    menu.addAction(tr("Save as a preset…"), this, [this] {
        askForName(tr("Name of the preset"), tr("Save"), {}, [this](const QString& chosen) {
            return m_presets.add(chosen, m_settings->settings());
        });
    });
    menu.addAction(tr("Rename…"), this,
            [this, index, name] {
                askForName(
                    tr("New name"), tr("Rename"), name, [this, index](const QString& chosen) {
                        return m_presets.rename(std::size_t(index), chosen);
                    });
            })
        ->setEnabled(isOwn);
    menu.addAction(tr("Delete"), this, [this, index] { m_presets.remove(std::size_t(index)); })
        ->setEnabled(isOwn);
    menu.exec(m_presetMenu->mapToGlobal(QPoint(0, m_presetMenu->height())));
}

void ImagesPage::remember()
{
    QSettings().setValue(settingsKey, toQString(dumpJson(toJson(m_settings->settings()))));
}

// --- Export ---

void ImagesPage::setFolder(const QString& folder)
{
    m_folder = folder;
    QSettings().setValue(folderKey, folder);
    const QFontMetrics metrics(m_folderButton->font());
    m_folderButton->setText(
        metrics.elidedText(tr("To %1", "a folder").arg(QDir::toNativeSeparators(folder)),
            Qt::ElideMiddle, panelWidth - 56));
    m_folderButton->setToolTip(tr("%1\nClick for another folder").arg(folder));
    m_folderButton->setAccessibleName(tr("Folder: %1; choose another one").arg(folder));
}

void ImagesPage::chooseFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Folder for the pictures"), m_folder);
    if (!folder.isEmpty())
        setFolder(folder);
}

void ImagesPage::exportNow()
{
    ImageExport settings = m_settings->settings();
    settings.language = QLocale().language() == QLocale::Russian ? "ru" : "en";
    if (m_task.isRunning() || m_scope->count() == 0)
        return;
    if (const auto checked = settings.check(); !checked) {
        Q_EMIT failed(toQString(checked.error().message));
        return;
    }
    m_task.start([articles = m_scope->articles(), settings, folder = qStringToPath(m_folder),
                     services = m_services](const BackgroundTask::Report& report,
                     std::stop_token stop) -> Expected<TaskResult> {
        std::unique_ptr<Generator> generator;
        if (settings.enlarging == Enlarging::Regenerate && services.generator)
            generator = services.generator();
        const ExportObserver observer = [&report](const ExportProgress& progress) {
            const auto total = double(std::max<std::size_t>(1, progress.total));
            report((double(progress.done) + progress.fraction) / total,
                tr("%1 of %2: %3", "number, how many, file name")
                    .arg(std::min(progress.done + 1, progress.total))
                    .arg(progress.total)
                    .arg(toQString(progress.name)));
        };
        const auto written = services.exportImages(
            articles, settings, folder, generator.get(), observer, std::move(stop));
        if (!written)
            return tl::unexpected(written.error());
        return resultInWords(*written, articles, settings, folder);
    });
}

} // namespace tilewright::ui
