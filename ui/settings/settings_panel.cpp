#include "ui/settings/settings_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/settings/seed_field.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
void dress(QAbstractSpinBox* box, const QString& name)
{
    box->setAccessibleName(name);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    box->setKeyboardTracking(false);
    box->setFont(numberFont());
    new WheelGuard(box);
}

QVBoxLayout* captioned(QLabel* caption, QWidget* field)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    caption->setBuddy(field);
    column->addWidget(caption);
    column->addWidget(field);
    return column;
}
} // namespace

SettingsPanel::SettingsPanel(
    ModelProfile profile, std::string model, const Mix& mix, QWidget* parent)
    : QWidget(parent)
    , m_profile(std::move(profile))
    , m_model(std::move(model))
    , m_mix(mix)
    , m_seed(new SeedField(this))
    , m_steps(new QSpinBox(this))
    , m_guidance(new QDoubleSpinBox(this))
    , m_guided(new QCheckBox(tr("Guided by the mix"), this))
    , m_strength(new QDoubleSpinBox(this))
    , m_size(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_reset(new QToolButton(this))
{
    createControls();
    createLayout();
    showDefaults();

    connect(m_seed, &SeedField::seedChanged, this, &SettingsPanel::geometryChanged);
    connect(m_size, &QComboBox::currentIndexChanged, this, &SettingsPanel::geometryChanged);
    connect(m_count, &QSpinBox::valueChanged, this, &SettingsPanel::countChanged);
    connect(m_guided, &QCheckBox::toggled, this, &SettingsPanel::showDefaults);
    connect(m_steps, &QSpinBox::valueChanged, this, [this] { touch(m_isStepsTouched); });
    connect(
        m_guidance, &QDoubleSpinBox::valueChanged, this, [this] { touch(m_isGuidanceTouched); });
    connect(
        m_strength, &QDoubleSpinBox::valueChanged, this, [this] { touch(m_isStrengthTouched); });
    connect(m_reset, &QToolButton::clicked, this, &SettingsPanel::reset);
}

void SettingsPanel::createControls()
{
    m_steps->setRange(1, 200);
    m_guidance->setRange(0, 30);
    m_guidance->setDecimals(1);
    m_guidance->setSingleStep(0.5);
    m_strength->setRange(0.05, 1);
    m_strength->setDecimals(2);
    m_strength->setSingleStep(0.05);
    m_count->setRange(1, maximumCount);
    dress(m_steps, tr("Steps"));
    dress(m_guidance, tr("Guidance"));
    dress(m_strength, tr("Strength of the guide"));
    dress(m_count, tr("Number of tiles, each with a seed of its own"));
    m_guided->setChecked(true);
    m_guided->setToolTip(tr("Start from a picture of the exact mix, so that the tile keeps its "
                            "shares. Without it the model sees the prompt alone."));
    m_strength->setToolTip(tr("How far the model may move away from the preview: 0.2 keeps every "
                              "granule, 0.9 keeps little more than the colours"));
    m_guidance->setToolTip(tr("How strictly the model follows the prompt"));
    m_count->setToolTip(tr("1 to %1 tiles; each next one has the next seed").arg(maximumCount));
    m_size->setAccessibleName(tr("Size in pixels"));
    m_size->setFont(numberFont());
    new WheelGuard(m_size);
    fillSizes();
    m_reset->setIcon(themedIcon(QStringLiteral("reset")));
    m_reset->setProperty("kind", QStringLiteral("small"));
    m_reset->setToolTip(tr("Steps, guidance and strength as the model advises"));
    m_reset->setAccessibleName(m_reset->toolTip());
    QSizePolicy keepsPlace = m_reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsPlace);
}

void SettingsPanel::createLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);

    auto* heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Photograph"), this), 1);
    heading->addWidget(m_reset);
    column->addLayout(heading);

    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(8);
    fields->setVerticalSpacing(8);
    fields->addLayout(captioned(captionLabel(tr("Seed"), this), m_seed), 0, 0, 1, 4);
    fields->addLayout(captioned(captionLabel(tr("Tiles"), this), m_count), 0, 4, 1, 2);
    fields->addLayout(captioned(captionLabel(tr("Steps"), this), m_steps), 1, 0, 1, 2);
    fields->addLayout(captioned(captionLabel(tr("Guidance"), this), m_guidance), 1, 2, 1, 2);
    fields->addLayout(captioned(captionLabel(tr("Strength"), this), m_strength), 1, 4, 1, 2);
    for (int i = 0; i < 6; ++i)
        fields->setColumnStretch(i, 1);
    column->addLayout(fields);

    auto* last = new QHBoxLayout;
    last->setSpacing(8);
    last->addWidget(m_guided, 1);
    last->addWidget(m_size);
    column->addLayout(last);

    QWidget* previous = m_seed->lockButton();
    for (QWidget* next : std::initializer_list<QWidget*>{
             m_count, m_steps, m_guidance, m_strength, m_guided, m_size, m_reset}) {
        setTabOrder(previous, next);
        previous = next;
    }
}

void SettingsPanel::fillSizes()
{
    // Latents are an eighth of the picture; sizes that models take well are multiples of 64.
    const auto fraction
        = [](int size, double factor) { return int(size * factor / 64 + 0.5) * 64; };
    for (const double factor : {0.5, 0.75, 1.0, 1.25, 1.5}) {
        const QSize size = factor == 1.0
            ? QSize(m_profile.width, m_profile.height)
            : QSize(fraction(m_profile.width, factor), fraction(m_profile.height, factor));
        if (size.width() < 256 || size.height() < 256)
            continue;
        m_size->addItem(tr("%1 × %2").arg(size.width()).arg(size.height()), size);
        if (factor == 1.0)
            m_size->setCurrentIndex(m_size->count() - 1);
    }
}

GenerationRequest SettingsPanel::request(const Mix& mix) const
{
    GenerationRequest request = GenerationRequest::forMix(
        m_profile, m_model, mix, m_guided->isChecked() ? Guide::Mix : Guide::None);
    request.seed = m_seed->seed();
    request.steps = m_steps->value();
    request.guidance = m_guidance->value();
    request.strength = m_strength->value();
    const QSize size = m_size->currentData().toSize();
    request.width = size.width();
    request.height = size.height();
    return request;
}

int SettingsPanel::count() const
{
    return m_count->value();
}

void SettingsPanel::setMix(const Mix& mix)
{
    m_mix = mix;
    showDefaults();
}

void SettingsPanel::reset()
{
    m_isStepsTouched = m_isGuidanceTouched = m_isStrengthTouched = false;
    showDefaults();
}

void SettingsPanel::touch(bool& setting)
{
    setting = true;
    m_reset->show();
}

void SettingsPanel::showDefaults()
{
    const bool isGuided = m_guided->isChecked();
    const GenerationRequest advised
        = GenerationRequest::forMix(m_profile, m_model, m_mix, isGuided ? Guide::Mix : Guide::None);
    const QSignalBlocker blockers[]{
        QSignalBlocker(m_steps), QSignalBlocker(m_guidance), QSignalBlocker(m_strength)};
    if (!m_isStepsTouched)
        m_steps->setValue(advised.steps);
    if (!m_isGuidanceTouched)
        m_guidance->setValue(advised.guidance);
    if (!m_isStrengthTouched)
        m_strength->setValue(advised.strength);
    m_strength->setEnabled(isGuided);
    m_reset->setVisible(m_isStepsTouched || m_isGuidanceTouched || m_isStrengthTouched);
}

} // namespace tilewright::ui
