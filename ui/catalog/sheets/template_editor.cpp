#include "ui/catalog/sheets/template_editor.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"

namespace tilewright::ui {
namespace {
constexpr int labelWidth = 96;

QIcon colorIcon(const QColor& color)
{
    QPixmap pixmap(28, 28);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 60), 1));
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(0.5, 0.5, 13, 13), 3, 3);
    return pixmap;
}

/// A dimmed name beside its field.
QWidget* row(const QString& text, QWidget* field, QWidget* parent)
{
    auto* widget = new QWidget(parent);
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    QLabel* label = mutedLabel(text, widget);
    label->setBuddy(field);
    label->setMinimumWidth(labelWidth);
    layout->addWidget(label);
    layout->addWidget(field, 1);
    return widget;
}
} // namespace

template <typename Change> void TemplateEditor::edit(Change change)
{
    const SheetTemplate before = m_design;
    change(m_design);
    if (m_design == before)
        return;
    showDesign();
    Q_EMIT designChanged(m_design);
}

TemplateEditor::TemplateEditor(QWidget* parent)
    : QWidget(parent)
    , m_paper(choice(tr("Paper")))
    , m_orientation(choice(tr("Orientation")))
    , m_language(choice(tr("Language of the pages")))
    , m_tiles(choice(tr("Tiles on a page")))
    , m_accent(new QPushButton(this))
    , m_cover(check(tr("Cover"), &SheetTemplate::hasCover))
    , m_index(check(tr("Index by colour"), &SheetTemplate::hasIndex))
    , m_legend(check(tr("Colour legend"), &SheetTemplate::hasLegend,
          tr("Every colour with its code and its CIE L*a*b* values")))
    , m_mix(check(tr("Mix"), &SheetTemplate::showsMix, tr("Colours and shares of each tile")))
    , m_seed(check(tr("Seed"), &SheetTemplate::showsSeed))
    , m_fidelity(check(tr("Fidelity"), &SheetTemplate::showsFidelity,
          tr("How far each tile is off its mix, in points")))
    , m_prices(check(
          tr("Prices"), &SheetTemplate::showsPrices, tr("Of tiles that have one in their details")))
{
    m_paper->addItem(tr("A4"), static_cast<int>(PaperSize::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(PaperSize::Letter));
    m_orientation->addItem(tr("Portrait"), false);
    m_orientation->addItem(tr("Landscape"), true);
    // Languages are called by their own names.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Русский"), QStringLiteral("ru"));
    for (const int tiles : {1, 4, 9, 12})
        m_tiles->addItem(QString::number(tiles), tiles);
    m_accent->setAccessibleName(tr("Accent colour"));
    m_accent->setToolTip(tr("Of rules and headings"));

    connect(m_paper, &QComboBox::activated, this, [this] {
        edit([this](SheetTemplate& design) {
            design.paper = static_cast<PaperSize>(m_paper->currentData().toInt());
        });
    });
    connect(m_orientation, &QComboBox::activated, this, [this] {
        edit([this](SheetTemplate& design) {
            design.isLandscape = m_orientation->currentData().toBool();
        });
    });
    connect(m_language, &QComboBox::activated, this, [this] {
        edit([this](SheetTemplate& design) {
            design.language = m_language->currentData().toString().toStdString();
        });
    });
    connect(m_tiles, &QComboBox::activated, this, [this] {
        edit([this](
                 SheetTemplate& design) { design.tilesPerPage = m_tiles->currentData().toInt(); });
    });
    connect(m_accent, &QPushButton::clicked, this, &TemplateEditor::chooseAccent);
    createLayout();
    showDesign();
}

QComboBox* TemplateEditor::choice(const QString& name)
{
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    new WheelGuard(box);
    return box;
}

QCheckBox* TemplateEditor::check(
    const QString& text, bool SheetTemplate::*member, const QString& tip)
{
    auto* box = new QCheckBox(text, this);
    box->setToolTip(tip);
    connect(box, &QCheckBox::toggled, this, [this, member](bool isChecked) {
        edit([member, isChecked](SheetTemplate& design) { design.*member = isChecked; });
    });
    return box;
}

void TemplateEditor::createLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_tilesRow = row(tr("Tiles a page"), m_tiles, this);
    column->addWidget(row(tr("Paper"), m_paper, this));
    column->addWidget(row(tr("Orientation"), m_orientation, this));
    column->addWidget(row(tr("Language"), m_language, this));
    column->addWidget(m_tilesRow);
    column->addWidget(row(tr("Accent"), m_accent, this));
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Shown"), this));
    auto* checks = new QVBoxLayout;
    checks->setSpacing(0);
    QWidget* previous = m_accent;
    setTabOrder(m_paper, m_orientation);
    setTabOrder(m_orientation, m_language);
    setTabOrder(m_language, m_tiles);
    setTabOrder(m_tiles, m_accent);
    for (QCheckBox* box : {m_cover, m_index, m_legend, m_mix, m_seed, m_fidelity, m_prices}) {
        checks->addWidget(box);
        setTabOrder(previous, box);
        previous = box;
    }
    column->addLayout(checks);
}

void TemplateEditor::setDesign(const SheetTemplate& design)
{
    m_design = design;
    showDesign();
}

void TemplateEditor::setCatalogFields(bool areShown)
{
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_tilesRow, m_cover, m_index, m_legend, m_mix})
        widget->setVisible(areShown);
}

void TemplateEditor::chooseAccent()
{
    const QColor color = QColorDialog::getColor(
        toQString(m_design.accent), this, tr("Accent colour"), QColorDialog::DontUseNativeDialog);
    if (color.isValid())
        edit([&](SheetTemplate& design) { design.accent = color.name().toStdString(); });
}

void TemplateEditor::showDesign()
{
    const SheetTemplate design = m_design;
    m_paper->setCurrentIndex(m_paper->findData(static_cast<int>(design.paper)));
    m_orientation->setCurrentIndex(m_orientation->findData(design.isLandscape));
    m_language->setCurrentIndex(m_language->findData(toQString(design.language)));
    m_tiles->setCurrentIndex(m_tiles->findData(design.tilesPerPage));
    m_accent->setIcon(colorIcon(toQString(design.accent)));
    m_accent->setText(toQString(design.accent));
    for (const auto& [box, isChecked] : std::initializer_list<std::pair<QCheckBox*, bool>>{
             {m_cover, design.hasCover}, {m_index, design.hasIndex}, {m_legend, design.hasLegend},
             {m_mix, design.showsMix}, {m_seed, design.showsSeed},
             {m_fidelity, design.showsFidelity}, {m_prices, design.showsPrices}}) {
        const QSignalBlocker blocker(box);
        box->setChecked(isChecked);
    }
}

} // namespace tilewright::ui
