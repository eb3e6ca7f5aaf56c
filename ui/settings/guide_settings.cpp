#include "ui/settings/guide_settings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSpinBox>

#include "ui/settings/setting_fields.h"
#include "ui/settings/setting_names.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

GuideSettings::GuideSettings(QWidget* parent)
    : QWidget(parent)
    , m_fold(new QPushButton(tr("More settings"), parent))
    , m_hold(new QDoubleSpinBox(this))
    , m_retint(new QDoubleSpinBox(this))
    , m_tolerance(new QDoubleSpinBox(this))
    , m_attempts(new QSpinBox(this))
    , m_seamless(new QComboBox(this))
{
    createControls();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    const auto add = [&](const QString& caption, QWidget* field, int row, int column, int span) {
        grid->addLayout(captioned(captionLabel(caption, this), field), row, column, 1, span);
    };
    add(tr("Keep layout"), m_hold, 0, 0, 2);
    add(tr("Re-tint"), m_retint, 0, 2, 2);
    add(tr("Attempts"), m_attempts, 0, 4, 2);
    add(tr("Tolerance (points)"), m_tolerance, 1, 0, 3);
    add(tr("Seamless"), m_seamless, 1, 3, 3);
    for (int i = 0; i < 6; ++i)
        grid->setColumnStretch(i, 1);

    QWidget* previous = m_fold;
    for (QWidget* next :
        std::initializer_list<QWidget*>{m_hold, m_retint, m_attempts, m_tolerance, m_seamless}) {
        setTabOrder(previous, next);
        previous = next;
    }
    connect(m_fold, &QPushButton::toggled, this, &GuideSettings::setExpanded);
    connect(m_seamless, &QComboBox::currentIndexChanged, this, &GuideSettings::seamlessChanged);
    setExpanded(false);
}

void GuideSettings::createControls()
{
    m_fold->setProperty("kind", QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setIcon(themedIcon(QStringLiteral("folded"), QStringLiteral("unfolded")));
    m_fold->setToolTip(tr("How the guide holds the mix, and where the edges of the tile fit"));
    for (QDoubleSpinBox* box : {m_hold, m_retint}) {
        box->setRange(0, 1);
        box->setDecimals(2);
        box->setSingleStep(0.05);
    }
    m_tolerance->setRange(0, 100);
    m_tolerance->setDecimals(1);
    m_tolerance->setSingleStep(0.5);
    m_attempts->setRange(1, 10);
    dressField(m_hold, tr("Keep the layout of the preview"));
    dressField(m_retint, tr("Re-tint granules that drifted"));
    dressField(m_tolerance, tr("Tolerance in points"));
    dressField(m_attempts, tr("Attempts at most"));
    m_hold->setToolTip(tr("How firmly granules stay where the preview shows them while the model "
                          "draws: 0 lets them wander, 1 holds each in its place"));
    m_retint->setToolTip(tr("Granules whose colour drifted get it back, with their texture and "
                            "gloss: 0 leaves them as the model drew them, 1 corrects them fully"));
    m_tolerance->setToolTip(tr("A tile that misses the mix by more points than this, on average, "
                               "is made again"));
    m_attempts->setToolTip(tr("How often a tile is made at most until it is within the tolerance; "
                              "the truest one is kept"));
    for (const SeamlessAxes axes :
        {SeamlessAxes::None, SeamlessAxes::X, SeamlessAxes::Y, SeamlessAxes::XY})
        m_seamless->addItem(displayName(axes), static_cast<int>(axes));
    m_seamless->setAccessibleName(tr("Seamless edges"));
    m_seamless->setToolTip(tr("Edges that fit each other, so that tiles laid side by side show no "
                              "seam"));
    new WheelGuard(m_seamless);
}

bool GuideSettings::isExpanded() const
{
    return m_fold->isChecked();
}

void GuideSettings::setExpanded(bool isExpanded)
{
    m_fold->setChecked(isExpanded);
    setVisible(isExpanded);
}

void GuideSettings::setGuided(bool isGuided)
{
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_hold, m_retint, m_tolerance, m_attempts})
        field->setEnabled(isGuided);
}

SeamlessAxes GuideSettings::seamless() const
{
    return static_cast<SeamlessAxes>(m_seamless->currentData().toInt());
}

void GuideSettings::setSeamless(SeamlessAxes axes)
{
    m_seamless->setCurrentIndex(m_seamless->findData(static_cast<int>(axes)));
}

} // namespace tilewright::ui
