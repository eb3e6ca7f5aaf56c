#include "ui/models/sampling_editor.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <cmath>

#include "ui/settings/setting_fields.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int columns = static_cast<int>(Mix::maximumColors) + 1;

/// A field shows few digits; what was not changed in it keeps all that it had.
double numberIn(const QDoubleSpinBox* box, double before)
{
    const double halfDigit = 0.5 * std::pow(10.0, -box->decimals());
    return std::abs(box->value() - before) <= halfDigit * 1.001 ? before : box->value();
}
} // namespace

SamplingEditor::SamplingEditor(QWidget* parent)
    : QWidget(parent)
    , m_hasGuide(new QCheckBox(tr("Guided tiles are made with values of their own"), this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    createPresets(grid);
    createGuide(grid);
    createSize(grid);
    for (int column = 1; column < columns; ++column)
        grid->setColumnStretch(column, 1);
}

void SamplingEditor::createPresets(QGridLayout* grid)
{
    grid->addWidget(headingLabel(tr("Advised by the number of colours"), this), 0, 0, 1, columns);
    grid->addWidget(captionLabel(tr("Steps"), this), 2, 0);
    grid->addWidget(captionLabel(tr("Guidance"), this), 3, 0);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const int colors = static_cast<int>(i) + 1, column = colors;
        auto* caption = captionLabel(QString::number(colors), this);
        caption->setAlignment(Qt::AlignRight);
        grid->addWidget(caption, 1, column);
        m_steps[i] = countBox(1, 1000, tr("Steps for %n colours", nullptr, colors));
        m_guidance[i] = numberBox(0, 50, 1, tr("Guidance for %n colours", nullptr, colors));
        grid->addWidget(m_steps[i], 2, column);
        grid->addWidget(m_guidance[i], 3, column);
    }
}

void SamplingEditor::createGuide(QGridLayout* grid)
{
    m_strength = numberBox(0, 1, 2, tr("Strength of the guide"));
    m_hold = numberBox(0, 1, 2, tr("Keeping of the layout"));
    m_retint = numberBox(0, 1, 2, tr("Re-tinting"));
    m_guideSteps = countBox(1, 1000, tr("Steps of guided tiles"));
    m_guideGuidance = numberBox(0, 50, 1, tr("Guidance of guided tiles"));
    grid->addWidget(m_hasGuide, 4, 0, 1, columns);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [caption, box] : std::initializer_list<std::pair<QString, QWidget*>>{
             {tr("Strength"), m_strength}, {tr("Layout kept"), m_hold}, {tr("Re-tint"), m_retint},
             {tr("Steps"), m_guideSteps}, {tr("Guidance"), m_guideGuidance}})
        row->addLayout(captioned(captionLabel(caption, this), box), 1);
    grid->addLayout(row, 5, 0, 1, columns);
    connect(m_hasGuide, &QCheckBox::toggled, this, [this] {
        enableGuide();
        tellEdit();
    });
}

void SamplingEditor::createSize(QGridLayout* grid)
{
    m_width = countBox(64, 8192, tr("Width in pixels"));
    m_height = countBox(64, 8192, tr("Height in pixels"));
    m_width->setSingleStep(64);
    m_height->setSingleStep(64);
    m_extent = numberBox(1, 100000, 1, tr("Millimetres that the width shows"));
    m_granule = numberBox(0.1, 100, 1, tr("Mean granule in millimetres"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [caption, box] : std::initializer_list<std::pair<QString, QWidget*>>{
             {tr("Width, px"), m_width}, {tr("Height, px"), m_height},
             {tr("Width shows, mm"), m_extent}, {tr("Mean granule, mm"), m_granule}})
        row->addLayout(captioned(captionLabel(caption, this), box), 1);
    grid->addLayout(row, 6, 0, 1, columns);
    // The scale is what the model was trained with; it holds when the size changes.
    connect(m_extent, &QDoubleSpinBox::valueChanged, this, [this](double millimetres) {
        if (!m_isSetting)
            m_millimetresPerPixel = millimetres / m_width->value();
    });
    connect(m_width, &QSpinBox::valueChanged, this, [this](int width) {
        const QScopedValueRollback isSetting(m_isSetting, true);
        m_extent->setValue(m_millimetresPerPixel * width);
    });
}

QDoubleSpinBox* SamplingEditor::numberBox(
    double least, double most, int decimals, const QString& name)
{
    auto* box = new QDoubleSpinBox(this);
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setSingleStep(decimals == 2 ? 0.05 : 0.5);
    dressField(box, name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &SamplingEditor::tellEdit);
    return box;
}

QSpinBox* SamplingEditor::countBox(int least, int most, const QString& name)
{
    auto* box = new QSpinBox(this);
    box->setRange(least, most);
    dressField(box, name);
    connect(box, &QSpinBox::valueChanged, this, &SamplingEditor::tellEdit);
    return box;
}

void SamplingEditor::tellEdit()
{
    if (!m_isSetting)
        Q_EMIT edited();
}

void SamplingEditor::enableGuide()
{
    for (QWidget* box : std::initializer_list<QWidget*>{
             m_strength, m_hold, m_retint, m_guideSteps, m_guideGuidance})
        box->setEnabled(m_hasGuide->isChecked());
}

void SamplingEditor::setProfile(const ModelProfile& profile)
{
    const QScopedValueRollback isSetting(m_isSetting, true);
    m_profile = profile;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const SamplingPreset& preset = profile.presetFor(i + 1);
        m_steps[i]->setValue(preset.steps);
        m_guidance[i]->setValue(preset.guidance);
    }
    const GuidePreset guide = profile.guide.value_or(GuidePreset{});
    m_hasGuide->setChecked(profile.guide.has_value());
    m_strength->setValue(guide.strength);
    m_hold->setValue(guide.hold);
    m_retint->setValue(guide.retint);
    m_guideSteps->setValue(guide.steps);
    m_guideGuidance->setValue(guide.guidance);
    m_millimetresPerPixel = profile.millimetresPerPixel;
    m_width->setValue(profile.width);
    m_height->setValue(profile.height);
    m_extent->setValue(profile.millimetresPerPixel * profile.width);
    m_granule->setValue(profile.granuleMillimetres);
    enableGuide();
}

void SamplingEditor::writeTo(ModelProfile& profile) const
{
    profile.presets.clear();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const SamplingPreset preset{static_cast<int>(i) + 1, m_steps[i]->value(),
            numberIn(m_guidance[i], m_profile.presetFor(i + 1).guidance)};
        // A preset holds until the next one.
        if (profile.presets.empty() || profile.presets.back().steps != preset.steps
            || profile.presets.back().guidance != preset.guidance)
            profile.presets.push_back(preset);
    }
    const GuidePreset guide = m_profile.guide.value_or(GuidePreset{});
    profile.guide.reset();
    if (m_hasGuide->isChecked())
        profile.guide = GuidePreset{numberIn(m_strength, guide.strength),
            numberIn(m_hold, guide.hold), numberIn(m_retint, guide.retint), m_guideSteps->value(),
            numberIn(m_guideGuidance, guide.guidance)};
    profile.width = m_width->value();
    profile.height = m_height->value();
    profile.millimetresPerPixel = m_millimetresPerPixel;
    profile.granuleMillimetres = numberIn(m_granule, m_profile.granuleMillimetres);
}

} // namespace tilewright::ui
