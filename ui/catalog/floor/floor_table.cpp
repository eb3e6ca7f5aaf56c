#include "ui/catalog/floor/floor_table.h"

#include <QButtonGroup>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int chipSide = 22; // device-independent pixels
enum Column { BrushColumn, NameColumn, ShareColumn, WholeColumn, CutColumn, OrderColumn };

/// The chosen brush has a ring around it.
QIcon chip(const QColor& color, const QColor& ring, qreal devicePixelRatio)
{
    QIcon icon;
    for (const QIcon::State state : {QIcon::Off, QIcon::On}) {
        QPixmap picture(QSize(chipSide, chipSide) * devicePixelRatio);
        picture.setDevicePixelRatio(devicePixelRatio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(128, 128, 128, 160), 1));
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(3.5, 3.5, chipSide - 7, chipSide - 7), 3, 3);
        if (state == QIcon::On) {
            painter.setPen(QPen(ring, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(1, 1, chipSide - 2, chipSide - 2), 5, 5);
        }
        icon.addPixmap(picture, QIcon::Normal, state);
    }
    return icon;
}

/// One line, cut with an ellipsis where it is too long.
class NameLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

QLabel* numberLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(numberFont());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

FloorTable::FloorTable(QWidget* parent)
    : QWidget(parent), m_waste(new QDoubleSpinBox(this)), m_area(captionLabel({}, this))
{
    m_waste->setRange(0, 100);
    m_waste->setDecimals(1);
    m_waste->setSuffix(tr(" %", "after a number"));
    m_waste->setToolTip(tr("Tiles that break or are cut wrongly, on top of what is needed"));
    m_waste->setFixedWidth(72);
    dressField(m_waste, tr("Waste in percent"));
    auto* waste = new QHBoxLayout;
    auto* wasteLabel = captionLabel(tr("Waste"), this);
    wasteLabel->setBuddy(m_waste);
    waste->addWidget(m_area, 1);
    waste->addWidget(wasteLabel);
    waste->addWidget(m_waste);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Tiles needed"), this));
    column->addLayout(waste);
    connect(m_waste, &QDoubleSpinBox::valueChanged, this, [this] {
        showCounts();
        Q_EMIT wasteChanged();
    });
    setRecipes(nullptr, {});
}

void FloorTable::setRecipes(const FloorRecipesPointer& recipes, const QVector<QColor>& colors)
{
    delete m_body;
    m_rows.clear();
    m_floor.reset();
    m_body = new QWidget(this);
    m_brushes = new QButtonGroup(m_body);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(NameColumn, 1);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_body);
    const auto heading = [this](const QString& text, const QString& explanation, Column column) {
        auto* label = captionLabel(text, m_body);
        label->setToolTip(explanation);
        label->setAlignment(Qt::AlignRight);
        m_grid->addWidget(label, 0, column);
        return label;
    };
    m_shareHeading = heading(tr("Share"), tr("Parts of the floor"), ShareColumn);
    heading(tr("Whole", "tiles"), tr("Tiles laid whole"), WholeColumn);
    heading(tr("Cut", "pieces"), tr("Pieces, and the tiles that they are cut from"), CutColumn);
    heading(tr("Order", "tiles"), tr("Whole tiles and tiles for cuts, with waste"), OrderColumn);
    if (recipes)
        for (std::size_t i = 0; i < recipes->size() && i < FloorPlan::mostRecipes; ++i)
            addRow(static_cast<int>(i), (*recipes)[i], colors.value(static_cast<qsizetype>(i)));
    if (!m_rows.isEmpty())
        m_rows[brush()].brush->setChecked(true);
    connect(m_brushes, &QButtonGroup::idClicked, this, [this](int recipe) { m_brush = recipe; });
    setPattern(m_pattern);
    showCounts();
}

void FloorTable::addRow(int index, const FloorRecipe& recipe, const QColor& color)
{
    const QString name = toQString(
        articleName(recipe.article(), QLocale().language() == QLocale::Russian ? "ru" : "en"));
    Row row{new QToolButton(m_body), new NameLabel(m_body), new QDoubleSpinBox(m_body),
        numberLabel(m_body), numberLabel(m_body), numberLabel(m_body)};
    row.brush->setIcon(chip(color, palette().color(role::accent), devicePixelRatioF()));
    row.brush->setIconSize(QSize(chipSide, chipSide));
    row.brush->setCheckable(true);
    row.brush->setFocusPolicy(Qt::StrongFocus);
    row.brush->setAccessibleName(tr("Paint with %1").arg(name));
    row.brush->setToolTip(index < 9 ? tr("Paint with %1 (%2)").arg(name).arg(index + 1)
                                    : tr("Paint with %1").arg(name));
    m_brushes->addButton(row.brush, index);
    const auto pictures = static_cast<int>(recipe.pictures.size());
    row.name->setText(name);
    row.name->setMinimumWidth(40);
    row.name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row.name->setToolTip(
        pictures > 1 ? tr("%1\n%n pictures are laid in turn", nullptr, pictures).arg(name) : name);
    row.share->setRange(0, 100);
    row.share->setDecimals(0);
    row.share->setValue(50);
    row.share->setFixedWidth(44);
    dressField(row.share, tr("Share of %1").arg(name));
    connect(row.share, &QDoubleSpinBox::valueChanged, this, &FloorTable::sharesChanged);
    const int line = index + 1;
    m_grid->addWidget(row.brush, line, BrushColumn);
    m_grid->addWidget(row.name, line, NameColumn);
    m_grid->addWidget(row.share, line, ShareColumn);
    m_grid->addWidget(row.whole, line, WholeColumn);
    m_grid->addWidget(row.cut, line, CutColumn);
    m_grid->addWidget(row.order, line, OrderColumn);
    m_rows.append(row);
}

void FloorTable::setFloor(const FloorLayoutPointer& floor)
{
    m_floor = floor;
    showCounts();
}

void FloorTable::setPattern(FloorPattern pattern)
{
    m_pattern = pattern;
    const bool isRandom = pattern == FloorPattern::Random;
    const bool isPainted = pattern == FloorPattern::Painted;
    m_shareHeading->setVisible(isRandom);
    for (const Row& row : m_rows) {
        row.share->setVisible(isRandom);
        // Not disabled: the chips keep their colours.
        row.brush->setCheckable(isPainted);
        row.brush->setFocusPolicy(isPainted ? Qt::StrongFocus : Qt::NoFocus);
        row.brush->setAttribute(Qt::WA_TransparentForMouseEvents, !isPainted);
    }
    if (isPainted && !m_rows.isEmpty())
        m_rows[brush()].brush->setChecked(true);
}

void FloorTable::showCounts()
{
    double area = 0;
    for (int i = 0; i < rowCount(); ++i) {
        const bool isLaid = m_floor && static_cast<std::size_t>(i) < m_floor->counts.size();
        const FloorCount count
            = isLaid ? m_floor->counts[static_cast<std::size_t>(i)] : FloorCount();
        const Row& row = m_rows[i];
        row.whole->setText(isLaid ? locale().toString(count.whole) : QString());
        row.cut->setText(!isLaid ? QString()
                : count.cut == 0 ? QStringLiteral("–")
                                 : tr("%1 of %2", "pieces of tiles")
                                       .arg(locale().toString(count.cut))
                                       .arg(locale().toString(count.tilesForCuts)));
        row.order->setText(isLaid ? locale().toString(count.toOrder(m_waste->value())) : QString());
        QFont bold = numberFont();
        bold.setWeight(QFont::DemiBold);
        row.order->setFont(bold);
        area += count.squareMetres;
    }
    m_area->setText(area > 0 ? tr("%1 m²").arg(locale().toString(area, 'f', 2)) : QString());
}

void FloorTable::setShares(const std::vector<double>& shares)
{
    for (int i = 0; i < rowCount(); ++i) {
        const QSignalBlocker silence(m_rows[i].share);
        const auto index = static_cast<std::size_t>(i);
        m_rows[i].share->setValue(index < shares.size() ? shares[index] : 100.0 / rowCount());
    }
}

std::vector<double> FloorTable::shares() const
{
    std::vector<double> shares;
    for (const Row& row : m_rows)
        shares.push_back(row.share->value());
    return shares;
}

void FloorTable::setBrush(int recipe)
{
    if (recipe < 0 || recipe >= rowCount())
        return;
    m_brush = recipe;
    m_rows[recipe].brush->setChecked(true);
}

double FloorTable::wastePercent() const
{
    return m_waste->value();
}

void FloorTable::setWastePercent(double percent)
{
    m_waste->setValue(percent);
}

QString FloorTable::wholeText(int row) const
{
    return m_rows[row].whole->text();
}

QString FloorTable::cutText(int row) const
{
    return m_rows[row].cut->text();
}

QString FloorTable::orderText(int row) const
{
    return m_rows[row].order->text();
}

} // namespace tilewright::ui
