#include "ui/inspector/tile_inspector.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/fidelity/fidelity_view.h"
#include "ui/inspector/marks_editor.h"
#include "ui/inspector/selection_summary.h"
#include "ui/jobs/progress_strip.h"
#include "ui/library/rerun_check.h"
#include "ui/library/tile_library.h"
#include "ui/pattern/pattern_names.h"
#include "ui/settings/setting_names.h"
#include "ui/support/color_chip.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

TileInspector::TileInspector(Palette palette, QWidget* parent)
    : QWidget(parent)
    , m_palette(std::move(palette))
    , m_tilePalette(m_palette)
    , m_heading(headingLabel(tr("This tile"), this))
    , m_empty(
          mutedLabel(tr("No photograph yet.\nGenerate makes one of the mix on the left."), this))
    , m_details(new QWidget(this))
    , m_detailsLayout(new QVBoxLayout)
    , m_reuseSeed(new QPushButton(tr("Reuse seed"), this))
    , m_reuseMix(new QPushButton(tr("Reuse mix"), this))
    , m_reuseAll(new QPushButton(tr("Reuse all"), this))
    , m_measure(new QPushButton(tr("Measure"), this))
    , m_showFile(new QPushButton(tr("Show file"), this))
    , m_varySeed(new QPushButton(tr("Vary seed"), this))
    , m_moreLikeThis(new QPushButton(tr("More like this"), this))
    , m_runAgain(new QPushButton(tr("Run again"), this))
    , m_copySeed(new QToolButton(this))
    , m_copyPrompt(new QToolButton(this))
    , m_prompt(captionLabel({}, this))
    , m_promptField(createPromptField())
    , m_rerun(captionLabel({}, this))
    , m_marks(new MarksEditor(this))
    , m_summary(new SelectionSummary(this))
{
    m_empty->setWordWrap(true);
    m_rerun->setWordWrap(true);
    m_copySeed->setProperty("kind", QStringLiteral("small"));
    m_copySeed->hide();
    m_copySeed->setIcon(themedIcon(QStringLiteral("copy")));
    m_copySeed->setToolTip(tr("Copy the seed"));
    m_copySeed->setAccessibleName(m_copySeed->toolTip());

    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(12);
    details->addWidget(m_marks);
    m_detailsLayout->setSpacing(12);
    m_detailsLayout->addWidget(m_measure);
    details->addLayout(m_detailsLayout);
    details->addWidget(m_promptField);
    details->addLayout(createButtons());
    details->addWidget(m_rerun);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_empty);
    column->addWidget(m_summary);
    column->addWidget(m_details);
    column->addStretch(1);
    m_marks->hide();
    m_summary->hide();
    connectButtons();
    connectMarks();
    showTile(nullptr);
}

QWidget* TileInspector::createPromptField()
{
    auto* field = new QWidget(this);
    auto* grid = new QGridLayout(field);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    m_prompt->setWordWrap(true);
    m_prompt->setTextFormat(Qt::PlainText);
    m_prompt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copyPrompt->setProperty("kind", QStringLiteral("small"));
    m_copyPrompt->setIcon(themedIcon(QStringLiteral("copy")));
    m_copyPrompt->setToolTip(tr("Copy the prompt"));
    m_copyPrompt->setAccessibleName(m_copyPrompt->toolTip());
    grid->addWidget(mutedLabel(tr("Prompt"), field), 0, 0);
    grid->addWidget(m_copyPrompt, 0, 1);
    grid->addWidget(m_prompt, 1, 0, 1, 2);
    return field;
}

QLayout* TileInspector::createButtons()
{
    m_reuseSeed->setToolTip(tr("Put this seed into the seed field and keep it"));
    m_reuseMix->setToolTip(tr("Put this mix onto the sliders"));
    m_reuseAll->setToolTip(tr("Put the mix, the seed and all settings of this tile in place"));
    m_measure->setToolTip(tr("Find out how true this tile is to its mix, and keep that with it"));
    m_showFile->setToolTip(tr("Open the folder of this tile"));
    m_varySeed->setToolTip(tr("Make another one with the same settings and a new seed"));
    m_moreLikeThis->setToolTip(tr("Make tiles that are like this one, but not quite"));
    m_runAgain->setToolTip(tr("Make this tile again and check that the same picture comes"));
    auto* buttons = new QGridLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_reuseSeed, 0, 0);
    buttons->addWidget(m_varySeed, 0, 1);
    buttons->addWidget(m_reuseMix, 1, 0);
    buttons->addWidget(m_reuseAll, 1, 1);
    buttons->addWidget(m_moreLikeThis, 2, 0);
    buttons->addWidget(m_runAgain, 2, 1);
    buttons->addWidget(m_showFile, 3, 0, 1, 2);
    return buttons;
}

void TileInspector::connectButtons()
{
    connect(m_reuseSeed, &QPushButton::clicked, this,
        [this] { Q_EMIT seedReused(m_tile->request.seed); });
    connect(m_reuseMix, &QPushButton::clicked, this, [this] {
        if (m_tile->request.mix)
            Q_EMIT mixReused(m_tile->request);
    });
    connect(m_reuseAll, &QPushButton::clicked, this, [this] { Q_EMIT allReused(m_tile->request); });
    connect(m_measure, &QPushButton::clicked, this, [this] {
        m_measure->setEnabled(false);
        m_measure->setText(tr("Measuring…"));
        Q_EMIT measureWanted(m_tile);
    });
    connect(m_showFile, &QPushButton::clicked, this,
        [this] { Q_EMIT fileWanted(pathToQString(m_tile->file)); });
    connect(m_copySeed, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(QString::number(m_tile->request.seed)); });
    connect(m_copyPrompt, &QToolButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(toQString(m_tile->request.prompt)); });
    for (const auto& [button, command] : {std::pair(m_varySeed, TileCommand::VarySeed),
             std::pair(m_moreLikeThis, TileCommand::MoreLikeThis),
             std::pair(m_runAgain, TileCommand::RunAgain)})
        connect(button, &QPushButton::clicked, this,
            [this, wanted = command] { Q_EMIT commandWanted(wanted, m_tile); });
}

void TileInspector::connectMarks()
{
    connect(m_marks, &MarksEditor::rated, this,
        [this](int rating) { m_library->rate({m_record}, rating); });
    connect(m_marks, &MarksEditor::flagged, this,
        [this](Flag flag) { m_library->flag({m_record}, flag); });
    connect(m_marks, &MarksEditor::labelled, this,
        [this](int label) { m_library->label({m_record}, label); });
}

void TileInspector::setLibrary(TileLibrary& library)
{
    m_library = &library;
    connect(&library, &TileLibrary::fileFound, this,
        [this](const std::filesystem::path& file, const std::optional<TileRecord>& record) {
            if (m_tile && m_tile->file == file)
                showRecord(record);
        });
    const auto take = [this](const TileRecord& record) {
        if (record.id == m_record || (m_tile && m_tile->file == record.file))
            showRecord(record);
    };
    connect(
        &library, &TileLibrary::tilesChanged, this, [take](const std::vector<TileRecord>& records) {
            for (const TileRecord& record : records)
                take(record);
        });
    connect(&library, &TileLibrary::tileAdded, this, take);
    // Another program may have marked it.
    connect(&library, &TileLibrary::changed, this, [this] {
        if (m_tile && !m_tile->file.empty())
            m_library->lookUp(m_tile->file);
    });
}

void TileInspector::showRecord(const std::optional<TileRecord>& record)
{
    m_record = record ? record->id : 0;
    m_marks->setVisible(record.has_value());
    if (record)
        m_marks->setMarks(record->marks);
}

void TileInspector::showSelection(const std::vector<TileRecord>& tiles)
{
    m_isSummary = tiles.size() > 1;
    m_summary->setVisible(m_isSummary);
    m_details->setVisible(!m_isSummary && m_tile != nullptr);
    m_empty->setVisible(!m_isSummary && !m_tile);
    if (m_isSummary) {
        m_summary->showTiles(tiles);
        m_heading->setText(tr("%n tiles selected", nullptr, static_cast<int>(tiles.size())));
    } else {
        m_heading->setText(tr("This tile"));
    }
}

void TileInspector::showRerun(const RerunResult& result)
{
    m_rerun->setText(result.sentence);
    m_rerun->setVisible(!result.sentence.isEmpty());
}

QString TileInspector::prompt() const
{
    return m_prompt->text();
}

QString TileInspector::rerunText() const
{
    return m_rerun->text();
}

void TileInspector::showTile(const TilePointer& tile)
{
    const bool isSameFile = tile && m_tile && tile->file == m_tile->file;
    m_tile = tile;
    m_empty->setVisible(!tile && !m_isSummary);
    m_details->setVisible(tile && !m_isSummary);
    if (!isSameFile) {
        showRecord({});
        showRerun({});
    }
    if (tile && m_library && !tile->file.empty())
        m_library->lookUp(tile->file);
    // The facts are built anew and must not take the button with them.
    m_copySeed->setParent(this);
    m_copySeed->hide();
    delete m_mix;
    delete m_fidelity;
    delete m_facts;
    m_mix = m_facts = nullptr;
    m_fidelity = nullptr;
    if (!tile)
        return;

    m_tilePalette = m_palette.with(tile->request.colors).value_or(m_palette);
    if (tile->fidelity)
        showFidelity(*tile->fidelity);
    else if (tile->request.mix)
        showMix(*tile->request.mix);
    const bool hasFile = !tile->file.empty();
    m_prompt->setText(toQString(tile->request.prompt));
    m_promptField->setVisible(!tile->request.prompt.empty());
    m_measure->setVisible(!tile->fidelity && tile->request.mix && hasFile);
    m_measure->setEnabled(true);
    m_measure->setText(tr("Measure"));
    m_reuseMix->setEnabled(tile->request.mix.has_value());
    m_reuseAll->setEnabled(tile->request.mix.has_value());
    m_showFile->setEnabled(hasFile);
    showFacts(*tile);
}

void TileInspector::setPalette(const Palette& palette)
{
    m_palette = palette;
    showTile(TilePointer(m_tile));
}

void TileInspector::showFacts(const LoadedTile& tile)
{
    const GenerationRequest& request = tile.request;
    const Provenance& provenance = tile.provenance;
    m_facts = new QWidget(m_details);
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_detailsLayout->addWidget(m_facts);
    addFact(tr("Seed"), QString::number(request.seed));
    grid->addWidget(m_copySeed, 0, 2, Qt::AlignRight | Qt::AlignTop);
    m_copySeed->show();
    addFact(tr("Steps"), tr("%1, %2").arg(request.steps).arg(displayName(request.scheduler)));
    addFact(tr("Guidance"), QLocale().toString(request.guidance, 'f', 1));
    addFact(tr("Guided"),
        request.guide == Guide::Mix
            ? tr("strength %1").arg(QLocale().toString(request.strength, 'f', 2))
            : tr("no, prompt only"));
    if (request.mix && request.pattern.kind != PatternKind::Speckle)
        addFact(tr("Pattern"), displayPattern(request.pattern));
    if (request.mix)
        addFact(tr("Granules"), displayGranules(request));
    if (request.seamless != SeamlessAxes::None)
        addFact(tr("Seamless"), displayName(request.seamless));
    addFact(tr("Size"), tr("%1 × %2").arg(request.width).arg(request.height));
    addFact(tr("Made in"),
        provenance.attempts > 1 ? tr("%1, %n attempts", nullptr, provenance.attempts)
                                      .arg(formatDuration(provenance.seconds))
                                : formatDuration(provenance.seconds));
    addFact(tr("Made on"),
        tr("%1, %2").arg(toQString(provenance.device), toQString(provenance.precision)));
    addFact(tr("Model"), toQString(provenance.modelName));
    if (provenance.draft)
        addFact(tr("Draft"), tr("This model's pictures from the prompt alone are drafts."));
}

void TileInspector::setTileShown(bool isShown)
{
    m_heading->setText(isShown || !m_tile ? tr("This tile") : tr("Last tile"));
}

void TileInspector::showMix(const Mix& mix)
{
    m_mix = new QWidget(m_details);
    auto* grid = new QGridLayout(m_mix);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const MixShare& share : mix.shares()) {
        const int row = grid->rowCount();
        const GranuleColor* color = m_tilePalette.find(share.color);
        grid->addWidget(
            new ColorChip(color ? toQColor(color->srgb) : QColor(Qt::gray), m_mix), row, 0);
        grid->addWidget(new QLabel(displayName(m_tilePalette, share.color), m_mix), row, 1);
        auto* percent = new QLabel(tr("%1 %").arg(displayPercent(share.perMille)), m_mix);
        percent->setFont(numberFont());
        grid->addWidget(percent, row, 2, Qt::AlignRight);
    }
    m_detailsLayout->insertWidget(0, m_mix);
}

void TileInspector::showFidelity(const Fidelity& fidelity)
{
    m_fidelity = new FidelityView(fidelity, m_tilePalette, m_details);
    m_detailsLayout->insertWidget(0, m_fidelity);
}

void TileInspector::addFact(const QString& caption, const QString& value)
{
    auto* grid = static_cast<QGridLayout*>(m_facts->layout());
    const int row = m_facts->findChildren<QLabel*>().size() / 2;
    auto* name = mutedLabel(caption, m_facts);
    auto* text = new QLabel(value, m_facts);
    text->setObjectName(caption);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(text, row, 1, 1, row == 0 ? 1 : 2, Qt::AlignTop);
}

QString TileInspector::fact(const QString& caption) const
{
    const QLabel* label = m_facts ? m_facts->findChild<QLabel*>(caption) : nullptr;
    return label ? label->text() : QString();
}

} // namespace tilewright::ui
