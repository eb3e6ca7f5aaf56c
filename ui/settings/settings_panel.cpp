#include "ui/settings/settings_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/settings/guide_settings.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/setting_fields.h"
#include "ui/settings/setting_keys.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
SettingsPanel::SettingsPanel(
    ModelProfile profile, std::string model, const Mix& mix, QWidget* parent)
    : QWidget(parent)
    , m_choice{std::move(model), std::move(profile), {}, Precision::Auto}
    , m_mix(mix)
    , m_seed(new SeedField(this))
    , m_steps(new QSpinBox(this))
    , m_guidance(new QDoubleSpinBox(this))
    , m_guided(new QCheckBox(tr("Guided by the mix"), this))
    , m_strength(new QDoubleSpinBox(this))
    , m_size(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_guide(new GuideSettings(this))
    , m_reset(new QToolButton(this))
{
    createControls();
    createLayout();
    followAdvice();
    showAdvice();

    connectControls();
    m_recorded = values();
}

void SettingsPanel::connectControls()
{
    const auto changeOf = [this](const QString& text, const QString& key) {
        return [this, text, key] {
            ++m_gesture; // each choice is a step
            record(text, {key});
            if (!m_isSetting)
                Q_EMIT changed();
        };
    };
    connect(m_seed, &SeedField::seedChanged, this, &SettingsPanel::geometryChanged);
    connect(m_size, &QComboBox::currentIndexChanged, this, &SettingsPanel::geometryChanged);
    connect(m_count, &QSpinBox::valueChanged, this, &SettingsPanel::countChanged);
    connect(m_guided, &QCheckBox::toggled, this, &SettingsPanel::showAdvice);
    connect(m_guide, &GuideSettings::seamlessChanged, this, &SettingsPanel::geometryChanged);
    connect(m_guide->foldButton(), &QPushButton::toggled, this, &SettingsPanel::changed);
    connect(m_reset, &QToolButton::clicked, this, &SettingsPanel::reset);
    connect(m_guided, &QCheckBox::toggled, this, changeOf(tr("guided by the mix"), key::guided));
    connect(
        m_size, &QComboBox::currentIndexChanged, this, changeOf(tr("size in pixels"), key::size));
    connect(m_guide, &GuideSettings::seamlessChanged, this,
        changeOf(tr("seamless edges"), key::seamless));
    connect(m_count, &QSpinBox::valueChanged, this,
        [this] { record(tr("number of tiles"), {key::count}); });
    // Seeds that are taken for tiles and locks that code sets are not the user's doing.
    connect(m_seed, &SeedField::seedEdited, this, [this](quint64 before) {
        m_recorded.insert(key::seed, before);
        m_recordedKeys.clear();
        record(tr("seed"), {key::seed});
    });
    connect(m_seed, &SeedField::lockEdited, this, [this](bool isLocked) {
        m_recorded.insert(key::lock, !isLocked);
        record(tr("lock of the seed"), {key::lock});
    });
    // A press of a key, however long it is held, is a change of its own.
    for (QWidget* field : std::initializer_list<QWidget*>{m_steps, m_guidance, m_strength, m_count,
             m_guide->holdBox(), m_guide->retintBox(), m_guide->toleranceBox(),
             m_guide->attemptsBox()})
        field->installEventFilter(this);
}

bool SettingsPanel::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::FocusIn
        || (type == QEvent::KeyPress && !static_cast<QKeyEvent*>(event)->isAutoRepeat()))
        ++m_gesture;
    return QWidget::eventFilter(watched, event);
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
    dressField(m_steps, tr("Steps"));
    dressField(m_guidance, tr("Guidance"));
    dressField(m_strength, tr("Strength of the guide"));
    dressField(m_count, tr("Number of tiles, each with a seed of its own"));
    m_guided->setChecked(true);
    m_guided->setToolTip(tr("Start from a picture of the exact mix, so that the tile keeps its "
                            "shares. Without it the model sees the prompt alone."));
    m_strength->setToolTip(tr("How far the model may move away from the preview: 0.2 keeps every "
                              "granule, 0.9 keeps little more than the colours"));
    m_steps->setToolTip(tr("More steps take longer and draw finer; beyond 30 little changes"));
    m_guidance->setToolTip(tr("How strictly the model follows the prompt"));
    m_count->setToolTip(tr("1 to %1 tiles; each next one has the next seed").arg(maximumCount));
    m_size->setAccessibleName(tr("Size in pixels"));
    m_size->setFont(numberFont());
    new WheelGuard(m_size);
    fillSizes();
    m_reset->setIcon(themedIcon(QStringLiteral("reset")));
    m_reset->setProperty("kind", QStringLiteral("small"));
    m_reset->setToolTip(tr("Steps, guidance and all about the guide as the model advises"));
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
    heading->addWidget(m_guide->foldButton());
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
    column->addWidget(m_guide);

    QWidget* previous = m_seed->lockButton();
    for (QWidget* next : std::initializer_list<QWidget*>{
             m_count, m_steps, m_guidance, m_strength, m_guided, m_size, m_guide->foldButton()}) {
        setTabOrder(previous, next);
        previous = next;
    }
    setTabOrder(m_guide->seamlessBox(), m_reset);
}

void SettingsPanel::followAdvice()
{
    const auto follow = [&](const char* name, const QString& text, auto* box, auto member) {
        const auto touched = [this, text](const QString& key) {
            for (FollowedValue& setting : m_followed)
                setting.isTouched |= setting.key == key;
            m_reset->show();
            record(text, {key});
            Q_EMIT changed();
        };
        m_followed.push_back(FollowedValue::of(QLatin1String(name), box, member, touched));
    };
    follow("steps", tr("steps"), m_steps, &GenerationRequest::steps);
    follow("guidance", tr("guidance"), m_guidance, &GenerationRequest::guidance);
    follow("strength", tr("strength of the guide"), m_strength, &GenerationRequest::strength);
    follow("hold", tr("keeping of the layout"), m_guide->holdBox(), &GenerationRequest::hold);
    follow("retint", tr("re-tinting"), m_guide->retintBox(), &GenerationRequest::retint);
    follow("tolerance", tr("tolerance"), m_guide->toleranceBox(), &GenerationRequest::tolerance);
    follow("attempts", tr("attempts"), m_guide->attemptsBox(), &GenerationRequest::attempts);
}

void SettingsPanel::fillSizes()
{
    // Latents are an eighth of the picture; sizes that models take well are multiples of 64.
    const auto fraction
        = [](int size, double factor) { return int(size * factor / 64 + 0.5) * 64; };
    for (const double factor : {0.5, 0.75, 1.0, 1.25, 1.5}) {
        const QSize size = factor == 1.0 ? QSize(m_choice.profile.width, m_choice.profile.height)
                                         : QSize(fraction(m_choice.profile.width, factor),
                                             fraction(m_choice.profile.height, factor));
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
        m_choice.profile, m_choice.model, mix, m_guided->isChecked() ? Guide::Mix : Guide::None);
    request.seed = m_seed->seed();
    request.steps = m_steps->value();
    request.guidance = m_guidance->value();
    request.strength = m_strength->value();
    request.hold = m_guide->holdBox()->value();
    request.retint = m_guide->retintBox()->value();
    request.tolerance = m_guide->toleranceBox()->value();
    request.attempts = m_guide->attemptsBox()->value();
    request.seamless = m_guide->seamless();
    request.device = m_choice.device;
    request.precision = m_choice.precision;
    const QSize size = m_size->currentData().toSize();
    request.width = size.width();
    request.height = size.height();
    return request;
}

int SettingsPanel::count() const
{
    return m_count->value();
}

void SettingsPanel::setModel(const ModelChoice& choice)
{
    const QSize size = m_size->currentData().toSize();
    const bool wasOwnSize = size == QSize(m_choice.profile.width, m_choice.profile.height);
    m_choice = choice;
    {
        const QScopedValueRollback isSetting(m_isSetting, true);
        const QSignalBlocker blocker(m_size);
        m_size->clear();
        fillSizes();
        if (const int index = m_size->findData(size); index >= 0 && !wasOwnSize)
            m_size->setCurrentIndex(index);
        showAdvice();
    }
    m_recorded = values();
    m_recordedKeys.clear();
    Q_EMIT geometryChanged();
    Q_EMIT changed();
}

void SettingsPanel::setMix(const Mix& mix)
{
    m_mix = mix;
    showAdvice();
}

GenerationRequest SettingsPanel::advice() const
{
    return GenerationRequest::forMix(
        m_choice.profile, m_choice.model, m_mix, m_guided->isChecked() ? Guide::Mix : Guide::None);
}

void SettingsPanel::setRequest(const GenerationRequest& request)
{
    m_recorded = values();
    {
        const QScopedValueRollback isSetting(m_isSetting, true);
        showRequest(request);
    }
    record(tr("settings of a tile"), values().keys());
    Q_EMIT changed();
}

void SettingsPanel::showRequest(const GenerationRequest& request)
{
    if (request.mix)
        m_mix = *request.mix;
    m_guided->setChecked(request.guide == Guide::Mix);
    m_guide->setSeamless(request.seamless);
    selectSize(QSize(request.width, request.height));
    m_seed->setSeed(request.seed);
    m_seed->setLocked(true);
    const GenerationRequest advised = advice();
    for (FollowedValue& setting : m_followed)
        setting.take(request, advised);
    showAdvice();
}

void SettingsPanel::keepSeed(std::uint64_t seed)
{
    m_recorded = values();
    m_seed->setSeed(seed);
    m_seed->setLocked(true);
    record(tr("seed of a tile"), {key::seed, key::lock});
}

void SettingsPanel::selectSize(const QSize& size)
{
    if (m_size->findData(size) < 0)
        m_size->addItem(tr("%1 × %2").arg(size.width()).arg(size.height()), size);
    m_size->setCurrentIndex(m_size->findData(size));
}

void SettingsPanel::reset()
{
    for (FollowedValue& setting : m_followed)
        setting.isTouched = false;
    showAdvice();
    QStringList keys;
    for (const FollowedValue& setting : m_followed)
        keys += setting.key;
    record(tr("settings as the model advises"), keys);
    Q_EMIT changed();
}

void SettingsPanel::showAdvice()
{
    const GenerationRequest advised = advice();
    bool isAnyTouched = false;
    for (FollowedValue& setting : m_followed) {
        setting.follow(advised);
        isAnyTouched |= setting.isTouched;
    }
    m_strength->setEnabled(m_guided->isChecked());
    m_guide->setGuided(m_guided->isChecked());
    m_reset->setVisible(isAnyTouched);
}

} // namespace tilewright::ui
