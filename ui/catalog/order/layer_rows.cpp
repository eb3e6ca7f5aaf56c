#include "ui/catalog/order/layer_rows.h"

#include <QCompleter>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/settings/setting_fields.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

enum GridColumn { Thickness, Mass, ByThickness, Material, Remove };

constexpr int thicknessWidth = 56;
constexpr int massWidth = 60;

QDoubleSpinBox* numberBox(double least, double most, int decimals, int width, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setFixedWidth(width);
    return box;
}

QToolButton* iconButton(const QString& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    return button;
}

void name(QToolButton* button, const QString& text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

} // namespace

LayerRows::LayerRows(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add a layer"), this))
    , m_materials(new QStringListModel(this))
{
    m_add->setProperty("kind", QStringLiteral("flat"));
    m_add->setToolTip(tr("A layer below the others"));
    connect(m_add, &QPushButton::clicked, this, &LayerRows::add);

    auto* heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Layers from the top"), this), 1);
    heading->addWidget(m_add);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(Material, 1);
    m_grid->addWidget(captionLabel(tr("mm"), this), 0, Thickness);
    m_grid->addWidget(captionLabel(tr("kg/m²"), this), 0, Mass);
    m_grid->addWidget(captionLabel(tr("Material"), this), 0, Material);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(heading);
    column->addLayout(m_grid);
    setLayers({OrderLayer{}});
}

void LayerRows::setPalette(const Palette& palette)
{
    QStringList names;
    for (const GranuleColor& color : palette.colors())
        names += displayName(color);
    m_materials->setStringList(names);
}

void LayerRows::setLayers(const std::vector<OrderLayer>& layers)
{
    const QSignalBlocker blocker(this);
    while (!m_rows.empty())
        remove(m_rows.back().key);
    for (const OrderLayer& layer : layers)
        createRow(layer);
    arrange();
}

std::vector<OrderLayer> LayerRows::layers() const
{
    std::vector<OrderLayer> layers;
    for (const Row& row : m_rows) {
        OrderLayer layer{row.name, row.thickness->value(), {}, {}};
        if (row.hasOwnMass)
            layer.kilogramsPerSquareMetre = row.mass->value();
        layer.material = row.material->text().trimmed().toStdString();
        layers.push_back(std::move(layer));
    }
    return layers;
}

void LayerRows::createRow(const OrderLayer& layer)
{
    Row row;
    row.key = m_nextKey++;
    row.name = layer.name;
    row.thickness = numberBox(
        OrderLimits::minimumThickness, OrderLimits::maximumThickness, 1, thicknessWidth, this);
    row.mass = numberBox(OrderLimits::minimumMass, OrderLimits::maximumMass, 2, massWidth, this);
    row.byThickness = iconButton(QStringLiteral("reset"), this);
    QSizePolicy keepsPlace = row.byThickness->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    row.byThickness->setSizePolicy(keepsPlace);
    row.material = new QLineEdit(toQString(layer.material), this);
    row.material->setCursorPosition(0); // of a long one the beginning tells more
    row.material->setPlaceholderText(tr("The tile's mix"));
    row.material->setToolTip(
        tr("Empty: the mix of each tile. Or all of one material, e.g. SBR black 2–6 mm, or a "
           "colour"));
    auto* completer = new QCompleter(m_materials, row.material);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    row.material->setCompleter(completer);
    row.remove = iconButton(QStringLiteral("remove"), this);
    row.thickness->setValue(layer.thicknessMillimetres);
    row.hasOwnMass = layer.kilogramsPerSquareMetre.has_value();
    if (row.hasOwnMass)
        row.mass->setValue(*layer.kilogramsPerSquareMetre);
    dressField(row.thickness, {});
    dressField(row.mass, {});
    m_rows.push_back(row);
    showMass(m_rows.back());
    connectRow(row);
}

void LayerRows::connectRow(const Row& row)
{
    const int key = row.key;
    connect(row.thickness, &QDoubleSpinBox::valueChanged, this, [this, key] {
        showMass(withKey(key));
        Q_EMIT edited();
    });
    connect(row.mass, &QDoubleSpinBox::valueChanged, this, [this, key] {
        withKey(key).hasOwnMass = true;
        showMass(withKey(key));
        Q_EMIT edited();
    });
    connect(row.byThickness, &QToolButton::clicked, this, [this, key] {
        Row& own = withKey(key);
        own.hasOwnMass = false;
        own.mass->setFocus(); // the button hides
        showMass(own);
        Q_EMIT edited();
    });
    connect(row.material, &QLineEdit::textChanged, this, &LayerRows::edited);
    connect(row.remove, &QToolButton::clicked, this, [this, key] {
        remove(key);
        m_rows.back().remove->setFocus();
    });
}

LayerRows::Row& LayerRows::withKey(int key)
{
    return *std::find_if(
        m_rows.begin(), m_rows.end(), [key](const Row& row) { return row.key == key; });
}

void LayerRows::add()
{
    // Below is the base, which is one material as a rule.
    createRow({{}, 30, {}, tr("SBR black").toStdString()});
    arrange();
    m_rows.back().thickness->show(); // at once, so that it can have the focus
    m_rows.back().thickness->setFocus();
    m_rows.back().thickness->selectAll();
    Q_EMIT edited();
}

void LayerRows::remove(int key)
{
    const Row row = withKey(key);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             row.thickness, row.mass, row.byThickness, row.material, row.remove}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // its own button may have asked
    }
    std::erase_if(m_rows, [key](const Row& other) { return other.key == key; });
    arrange();
    Q_EMIT edited();
}

void LayerRows::showMass(Row& row)
{
    if (!row.hasOwnMass) {
        const QSignalBlocker blocker(row.mass);
        row.mass->setValue(layerMass(row.thickness->value()));
    }
    row.mass->setProperty(
        "kind", row.hasOwnMass ? QVariant() : QVariant(QStringLiteral("followed")));
    row.mass->style()->unpolish(row.mass);
    row.mass->style()->polish(row.mass);
    row.mass->setToolTip(row.hasOwnMass
            ? tr("Granules without binder")
            : tr("Granules without binder, by the thickness, for EPDM; type another where yours "
                 "weigh more or less"));
    row.byThickness->setVisible(row.hasOwnMass);
}

void LayerRows::arrange()
{
    QWidget* previous = m_add;
    for (int i = 0; i < count(); ++i) {
        const Row& row = at(i);
        const int line = i + 1; // below the captions
        const int number = i + 1;
        row.thickness->setAccessibleName(tr("Thickness of layer %1, millimetres").arg(number));
        row.mass->setAccessibleName(tr("Mass of layer %1, kilograms per square metre").arg(number));
        row.material->setAccessibleName(tr("Material of layer %1").arg(number));
        name(row.byThickness, tr("Mass of layer %1 by its thickness").arg(number));
        name(row.remove, tr("Remove layer %1").arg(number));
        row.remove->setEnabled(count() > 1);
        const std::pair<QWidget*, int> places[] = {{row.thickness, Thickness}, {row.mass, Mass},
            {row.byThickness, ByThickness}, {row.material, Material}, {row.remove, Remove}};
        for (const auto& [widget, column] : places) {
            m_grid->addWidget(widget, line, column);
            setTabOrder(previous, widget);
            previous = widget;
        }
    }
    m_add->setEnabled(m_rows.size() < OrderLimits::maximumLayers);
}

} // namespace tilewright::ui
