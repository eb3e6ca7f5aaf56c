#include "ui/catalog/floor/floor_controls.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/catalog/floor/floor_names.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

constexpr int swatchSide = 34; // device-independent pixels, within the frame of the button

} // namespace

FloorControls::FloorControls(QWidget* parent)
    : QWidget(parent)
    , m_length(new QDoubleSpinBox(this))
    , m_width(new QDoubleSpinBox(this))
    , m_group(new QButtonGroup(this))
    , m_bond(new QComboBox(this))
    , m_tiles(new QSpinBox(this))
    , m_shuffle(new QToolButton(this))
    , m_centred(new QCheckBox(tr("Cuts on both sides"), this))
    , m_turned(new QCheckBox(tr("Turn the tiles"), this))
{
    createControls();
    createLayout();
    for (QDoubleSpinBox* box : {m_length, m_width})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FloorControls::changed);
    connect(m_group, &QButtonGroup::idClicked, this, [this] {
        showPattern();
        Q_EMIT changed();
    });
    connect(m_bond, &QComboBox::currentIndexChanged, this, [this] {
        showSwatches();
        Q_EMIT changed();
    });
    connect(m_tiles, &QSpinBox::valueChanged, this, [this](int tiles) {
        (pattern() == FloorPattern::Border ? m_borderTiles : m_stripeTiles) = tiles;
        Q_EMIT changed();
    });
    connect(m_centred, &QCheckBox::toggled, this, &FloorControls::changed);
    connect(m_turned, &QCheckBox::toggled, this, [this](bool isTurned) {
        m_wantsTurns = isTurned;
        Q_EMIT changed();
    });
    connect(m_shuffle, &QToolButton::clicked, this, [this] {
        ++m_seed;
        Q_EMIT changed();
    });
    setPlan(FloorPlan());
}

void FloorControls::createControls()
{
    for (QDoubleSpinBox* box : {m_length, m_width}) {
        box->setRange(0.5, 200);
        box->setDecimals(2);
        box->setSingleStep(0.5);
        box->setSuffix(tr(" m", "after a length"));
    }
    dressField(m_length, tr("Length of the room in metres"));
    m_length->setToolTip(tr("Of the room, to the right"));
    dressField(m_width, tr("Width of the room in metres"));
    m_width->setToolTip(tr("Of the room, downwards"));
    for (const FloorPattern pattern : floorPatterns) {
        auto* button = new QToolButton(this);
        button->setProperty("kind", QStringLiteral("swatch"));
        button->setCheckable(true);
        button->setIconSize(QSize(swatchSide, swatchSide));
        button->setToolTip(displayName(pattern) + QStringLiteral("\n") + explanation(pattern));
        button->setAccessibleName(displayName(pattern));
        button->setAccessibleDescription(explanation(pattern));
        button->setFocusPolicy(Qt::StrongFocus);
        m_group->addButton(button, static_cast<int>(pattern));
        m_patterns.insert(pattern, button);
    }
    m_bond->addItem(displayName(FloorBond::Straight), static_cast<int>(FloorBond::Straight));
    m_bond->addItem(displayName(FloorBond::HalfBond), static_cast<int>(FloorBond::HalfBond));
    m_bond->setAccessibleName(tr("Bond"));
    m_bond->setToolTip(tr("Half-bond: every other row is moved by half a tile"));
    new WheelGuard(m_bond);
    m_tiles->setRange(1, 100);
    dressField(m_tiles, tr("Width of the border or the stripes in tiles"));
    m_shuffle->setIcon(themedIcon(QStringLiteral("shuffle")));
    m_shuffle->setToolTip(tr("Strew the tiles anew"));
    m_shuffle->setAccessibleName(tr("Strew the tiles anew"));
    m_centred->setToolTip(tr("The floor lies in the middle of the room; otherwise whole tiles "
                             "begin at the upper left corner"));
    m_turned->setToolTip(tr("By quarters, so that no repeat shows; square tiles only"));
}

void FloorControls::createLayout()
{
    const auto field = [this](const QString& caption, QWidget* control) {
        return captionedField(caption, control, this);
    };
    auto* patterns = new QHBoxLayout;
    patterns->setSpacing(0);
    for (const FloorPattern pattern : floorPatterns) {
        if (pattern != floorPatterns.front())
            patterns->addStretch(1);
        patterns->addWidget(m_patterns[pattern]);
    }
    auto* heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Pattern"), this), 1);
    heading->addWidget(m_shuffle);
    auto* room = new QGridLayout;
    room->setHorizontalSpacing(8);
    room->addWidget(field(tr("Length"), m_length), 0, 0);
    room->addWidget(field(tr("Width"), m_width), 0, 1);
    auto* laying = new QGridLayout;
    laying->setHorizontalSpacing(8);
    laying->addWidget(field(tr("Bond"), m_bond), 0, 0);
    m_tilesField = field(tr("Width in tiles"), m_tiles);
    laying->addWidget(m_tilesField, 0, 1);
    for (QGridLayout* grid : {room, laying}) {
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Room"), this));
    column->addLayout(room);
    column->addSpacing(8);
    column->addLayout(heading);
    column->addLayout(patterns);
    column->addLayout(laying);
    column->addWidget(m_centred);
    column->addWidget(m_turned);

    QWidget* previous = m_length;
    for (QWidget* next : std::initializer_list<QWidget*>{m_width, m_shuffle}) {
        setTabOrder(previous, next);
        previous = next;
    }
    for (const FloorPattern pattern : floorPatterns) {
        setTabOrder(previous, m_patterns[pattern]);
        previous = m_patterns[pattern];
    }
    for (QWidget* next : std::initializer_list<QWidget*>{m_bond, m_tiles, m_centred, m_turned}) {
        setTabOrder(previous, next);
        previous = next;
    }
}

FloorPattern FloorControls::pattern() const
{
    return static_cast<FloorPattern>(m_group->checkedId());
}

void FloorControls::setPlan(const FloorPlan& plan)
{
    const std::initializer_list<QObject*> fields{
        m_length, m_width, m_bond, m_tiles, m_centred, m_turned};
    std::vector<QSignalBlocker> silence(fields.begin(), fields.end());
    m_length->setValue(plan.roomLengthMetres);
    m_width->setValue(plan.roomWidthMetres);
    m_patterns[plan.pattern]->setChecked(true);
    m_bond->setCurrentIndex(m_bond->findData(static_cast<int>(plan.bond)));
    m_borderTiles = plan.borderTiles;
    m_stripeTiles = plan.stripeTiles;
    m_centred->setChecked(plan.isCentred);
    m_wantsTurns = plan.isTurned;
    m_turned->setChecked(plan.isTurned && m_areSquare);
    m_seed = plan.seed;
    showPattern();
    showSwatches();
}

void FloorControls::apply(FloorPlan& plan) const
{
    plan.roomLengthMetres = m_length->value();
    plan.roomWidthMetres = m_width->value();
    plan.pattern = pattern();
    plan.bond = static_cast<FloorBond>(m_bond->currentData().toInt());
    plan.borderTiles = m_borderTiles;
    plan.stripeTiles = m_stripeTiles;
    plan.isCentred = m_centred->isChecked();
    plan.isTurned = m_wantsTurns && m_areSquare;
    plan.seed = m_seed;
}

void FloorControls::setTiles(const QVector<QColor>& colors, bool areSquare)
{
    m_colors = colors;
    m_areSquare = areSquare;
    const QSignalBlocker silence(m_turned);
    m_turned->setEnabled(areSquare);
    m_turned->setChecked(m_wantsTurns && areSquare);
    showSwatches();
}

void FloorControls::showPattern()
{
    const bool isBorder = pattern() == FloorPattern::Border;
    m_tilesField->setVisible(isBorder || pattern() == FloorPattern::Stripes);
    const QSignalBlocker silence(m_tiles);
    m_tiles->setValue(isBorder ? m_borderTiles : m_stripeTiles);
}

void FloorControls::showSwatches()
{
    const auto bond = static_cast<FloorBond>(m_bond->currentData().toInt());
    for (auto [pattern, button] : m_patterns.asKeyValueRange())
        button->setIcon(floorSwatch(pattern, bond, m_colors, swatchSide, devicePixelRatioF()));
}

} // namespace tilewright::ui
