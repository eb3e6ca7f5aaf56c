#include "ui/pattern/pattern_panel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/pattern/pattern_names.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/picture_filter.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int swatchSide = 34; // device-independent pixels, within the frame of the button
constexpr int maskIconSide = 20;

QPixmap rounded(const QImage& image)
{
    QPixmap result(image.size());
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    const double radius = image.width() / 9.0;
    shape.addRoundedRect(QRectF(image.rect()), radius, radius);
    painter.setClipPath(shape);
    painter.drawImage(0, 0, image);
    return result;
}
} // namespace

PatternPanel::PatternPanel(MixEditor& editor, double granuleMillimetres, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_modelGranules(granuleMillimetres)
    , m_swatches(editor.palette())
    , m_group(new QButtonGroup(this))
    , m_granules(new QComboBox(this))
    , m_granuleSize(new QDoubleSpinBox(this))
    , m_size(new QDoubleSpinBox(this))
    , m_angle(new QDoubleSpinBox(this))
    , m_mask(new QPushButton(this))
{
    createControls();
    createLayout();
    connect(m_group, &QButtonGroup::idClicked, this,
        [this](int kind) { choose(static_cast<PatternKind>(kind)); });
    connect(m_size, &QDoubleSpinBox::valueChanged, &m_editor, &MixEditor::setPatternSize);
    connect(m_angle, &QDoubleSpinBox::valueChanged, &m_editor, &MixEditor::setPatternAngle);
    connect(m_mask, &QPushButton::clicked, this, &PatternPanel::chooseMask);
    connect(m_granules, &QComboBox::activated, this,
        [this](int) { chooseGranules(static_cast<Granules>(m_granules->currentData().toInt())); });
    connect(m_granuleSize, &QDoubleSpinBox::valueChanged, this, [this](double millimetres) {
        m_editor.setGranuleSize(
            millimetres == m_modelGranules ? std::nullopt : std::optional(millimetres));
    });
    connect(&m_editor, &MixEditor::draftChanged, this, &PatternPanel::showDraft);
    connect(&m_editor, &MixEditor::paletteChanged, this, [this] {
        m_swatches.setPalette(m_editor.palette());
        m_swatches.request(m_editor.draft());
    });
    connect(&m_swatches, &PatternSwatches::rendered, this, &PatternPanel::showSwatches);
    showDraft();
}

void PatternPanel::createControls()
{
    for (const PatternKind kind : patternKinds) {
        auto* button = new QToolButton(this);
        button->setProperty("kind", QStringLiteral("swatch"));
        button->setCheckable(true);
        button->setIconSize(QSize(swatchSide, swatchSide));
        button->setToolTip(displayName(kind) + QStringLiteral("\n") + explanation(kind));
        button->setAccessibleName(displayName(kind));
        button->setAccessibleDescription(explanation(kind));
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, static_cast<int>(kind));
        m_kinds.insert(kind, button);
    }

    m_size->setRange(Pattern::smallestSize, Pattern::largestSize);
    m_size->setDecimals(0);
    m_size->setSingleStep(5);
    m_size->setSuffix(tr(" mm", "after a size"));
    m_size->setToolTip(tr("Of a fleck, of one cycle of stripes, of the side of a square"));
    dressField(m_size, tr("Size of the pattern in millimetres"));
    m_angle->setRange(-360, 360);
    m_angle->setDecimals(0);
    m_angle->setSingleStep(15);
    m_angle->setSuffix(tr("°", "after an angle"));
    m_angle->setToolTip(tr("Where the pattern runs to: 0 to the right, 90 downwards"));
    dressField(m_angle, tr("Angle of the pattern in degrees"));
    m_granuleSize->setRange(0.5, 100);
    m_granuleSize->setDecimals(1);
    m_granuleSize->setSuffix(tr(" mm", "after a size"));
    m_granuleSize->setToolTip(tr("Mean diameter of the granules"));
    dressField(m_granuleSize, tr("Size of the granules in millimetres"));
    m_granules->setAccessibleName(tr("Size of the granules"));
    m_granules->setToolTip(tr("Medium is the size that the model learned from; others are drawn "
                              "best by guided generation"));
    // A grading is longer than there is room; the list shows it whole.
    m_granules->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    new WheelGuard(m_granules);
    m_mask->setToolTip(tr("Choose a picture whose flat colours mark the regions"));
}

void PatternPanel::createLayout()
{
    const auto field = [this](const QString& caption, QWidget* control) {
        return captionedField(caption, control, this);
    };
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(0);
    for (const PatternKind kind : patternKinds) {
        if (kind != patternKinds.front())
            kinds->addStretch(1);
        kinds->addWidget(m_kinds[kind]);
    }
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->addWidget(field(tr("Granules"), m_granules), 0, 0);
    fields->addWidget(field(tr("Granule size"), m_granuleSize), 0, 1);
    m_sizeField = field(tr("Pattern size"), m_size);
    m_angleField = field(tr("Angle"), m_angle);
    m_maskField = field(tr("Mask"), m_mask);
    fields->addWidget(m_sizeField, 0, 2);
    fields->addWidget(m_angleField, 0, 3);
    fields->addWidget(m_maskField, 0, 2, 1, 2);
    fields->setColumnStretch(0, 5);
    for (int i = 1; i < 4; ++i) {
        fields->setColumnStretch(i, 4);
        fields->setColumnMinimumWidth(i, 72);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Pattern"), this));
    column->addLayout(kinds);
    column->addLayout(fields);

    QWidget* previous = m_kinds.last();
    for (QWidget* next :
        std::initializer_list<QWidget*>{m_granules, m_granuleSize, m_size, m_angle, m_mask}) {
        setTabOrder(previous, next);
        previous = next;
    }
}

void PatternPanel::choose(PatternKind kind)
{
    if (kind != PatternKind::Mask || !m_editor.draft().pattern.mask.empty())
        m_editor.setPatternKind(kind);
    else
        chooseMask();
    showDraft(); // also where nothing was chosen
}

void PatternPanel::chooseMask()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Mask"), {}, pictureFilter());
    if (!file.isEmpty())
        m_editor.setMask(qStringToPath(file));
}

double PatternPanel::sizeOf(Granules granules) const
{
    return granules == Granules::Small ? m_modelGranules * smallGranules
        : granules == Granules::Large  ? m_modelGranules * largeGranules
                                       : m_modelGranules;
}

void PatternPanel::chooseGranules(Granules granules)
{
    if (granules == Granules::Own) {
        m_granuleSize->setFocus();
        m_granuleSize->selectAll();
    } else if (granules != Granules::Graded) {
        m_editor.setGranuleSize(
            granules == Granules::Medium ? std::nullopt : std::optional(sizeOf(granules)));
    }
}

void PatternPanel::showDraft()
{
    const TileDraft& draft = m_editor.draft();
    const PatternKind kind = draft.pattern.kind;
    m_kinds[kind]->setChecked(true);
    const QSignalBlocker blockers[]{QSignalBlocker(m_size), QSignalBlocker(m_angle)};
    m_size->setValue(draft.pattern.sizeMillimetres);
    m_angle->setValue(draft.pattern.angleDegrees);
    m_sizeField->setVisible(hasSize(kind));
    m_angleField->setVisible(hasAngle(kind));
    m_maskField->setVisible(kind == PatternKind::Mask);
    const QString mask = QFileInfo(toQString(draft.pattern.mask)).fileName();
    m_mask->setText(mask.isEmpty() ? tr("Choose…")
                                   : m_mask->fontMetrics().elidedText(mask, Qt::ElideMiddle, 128));
    m_mask->setAccessibleName(mask.isEmpty() ? tr("Choose a mask") : tr("Mask %1").arg(mask));
    showGranules(draft);
    m_swatches.request(draft);
}

void PatternPanel::showGranules(const TileDraft& draft)
{
    const QSignalBlocker blockers[]{QSignalBlocker(m_granules), QSignalBlocker(m_granuleSize)};
    const bool isGraded = !draft.fractions.empty();
    m_granules->clear();
    const auto add = [this](const QString& name, Granules granules) {
        m_granules->addItem(name, static_cast<int>(granules));
    };
    add(tr("Small", "granules"), Granules::Small);
    add(tr("Medium", "granules"), Granules::Medium);
    add(tr("Large", "granules"), Granules::Large);
    add(tr("Own", "granules"), Granules::Own);
    if (isGraded)
        add(toQString(formatGrading(draft.fractions)), Granules::Graded);
    const double size = isGraded ? meanMillimetres(draft.fractions)
                                 : draft.granuleMillimetres.value_or(m_modelGranules);
    m_granuleSize->setValue(size);
    const Granules shown = isGraded       ? Granules::Graded
        : !draft.granuleMillimetres       ? Granules::Medium
        : size == sizeOf(Granules::Small) ? Granules::Small
        : size == sizeOf(Granules::Large) ? Granules::Large
                                          : Granules::Own;
    m_granules->setCurrentIndex(m_granules->findData(static_cast<int>(shown)));
}

void PatternPanel::showSwatches(const PatternSwatches::Pictures& pictures)
{
    for (auto picture = pictures.begin(); picture != pictures.end(); ++picture)
        m_kinds[picture.key()]->setIcon(QIcon(rounded(picture.value())));
    const bool hasMask = pictures.contains(PatternKind::Mask);
    const int side = hasMask ? swatchSide : maskIconSide;
    m_kinds[PatternKind::Mask]->setIconSize(QSize(side, side));
    if (!hasMask)
        m_kinds[PatternKind::Mask]->setIcon(themedIcon(QStringLiteral("mask")));
}

} // namespace tilewright::ui
