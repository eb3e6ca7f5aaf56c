#include "ui/catalog/details/product_form.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>

#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

ProductForm::ProductForm(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_length = number(tr("Length"), tr("mm"), 50, 5000, 1);
    m_width = number(tr("Width"), tr("mm"), 50, 5000, 1);
    m_thickness = number(tr("Thickness"), tr("mm"), 5, 200, 1);
    m_weight = number(tr("Weight of a square metre"), tr("kg/m²"), 0, 500, 1);
    m_hardness = text(tr("Hardness"));
    m_fireClass = text(tr("Fire class"));
    m_fallHeight = text(tr("Fall height"));
    m_binder = text(tr("Binder"));
    m_binderPercent = number(tr("Share of the binder"), tr("%"), 0, 100, 1);
    m_granuleSize = text(tr("Granules"));
    m_price = number(tr("Price of a piece"), {}, 0, 1e6, 2);
    m_currency = text(tr("Currency"));
    m_weight->setToolTip(tr("0: by the thickness, after a maker's table of poured EPDM"));
    m_price->setSpecialValueText(tr("none"));
    m_fallHeight->setPlaceholderText(tr("e.g. 1.5 m"));
    m_fallHeight->setToolTip(tr("Critical fall height, EN 1177"));
    m_binderPercent->setToolTip(tr("Of the mass of the granules"));
    addFields();
    for (const QDoubleSpinBox* box : {m_thickness, m_binderPercent})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ProductForm::showWeight);
    setProduct(Product());
}

QDoubleSpinBox* ProductForm::number(
    const QString& name, const QString& unit, double least, double most, int decimals)
{
    auto* box = new QDoubleSpinBox(this);
    box->setRange(least, most);
    box->setDecimals(decimals);
    if (!unit.isEmpty())
        box->setSuffix(QStringLiteral("\u00a0") + unit);
    dressField(box, name);
    connect(box, &QDoubleSpinBox::valueChanged, this, &ProductForm::edited);
    return box;
}

QLineEdit* ProductForm::text(const QString& name)
{
    auto* field = new QLineEdit(this);
    field->setAccessibleName(name);
    connect(field, &QLineEdit::textEdited, this, &ProductForm::edited);
    return field;
}

void ProductForm::addFields()
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    int place = 0;
    constexpr int columns = 4;
    const auto add = [&](const QString& caption, QWidget* field) {
        m_grid->addLayout(
            captioned(captionLabel(caption, this), field), place / columns, place % columns);
        ++place;
    };
    add(tr("Length"), m_length);
    add(tr("Width"), m_width);
    add(tr("Thickness"), m_thickness);
    add(tr("Weight"), m_weight);
    add(tr("Hardness"), m_hardness);
    add(tr("Fire class"), m_fireClass);
    add(tr("Fall height"), m_fallHeight);
    add(tr("Granules"), m_granuleSize);
    add(tr("Binder"), m_binder);
    add(tr("Binder, %"), m_binderPercent);
    add(tr("Price of a piece"), m_price);
    add(tr("Currency"), m_currency);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1);
}

void ProductForm::showWeight()
{
    Product product;
    product.thicknessMillimetres = m_thickness->value();
    product.binderPercent = m_binderPercent->value();
    m_weight->setSpecialValueText(
        tr("%1 kg/m² by thickness")
            .arg(QLocale().toString(product.weightPerSquareMetre(), 'f', 1)));
}

void ProductForm::setProduct(const Product& product)
{
    const QSignalBlocker blocker(this);
    m_length->setValue(product.lengthMillimetres);
    m_width->setValue(product.widthMillimetres);
    m_thickness->setValue(product.thicknessMillimetres);
    m_weight->setValue(product.kilogramsPerSquareMetre.value_or(0));
    m_hardness->setText(toQString(product.hardness));
    m_fireClass->setText(toQString(product.fireClass));
    m_fallHeight->setText(toQString(product.fallHeight));
    m_binder->setText(toQString(product.binder));
    m_binderPercent->setValue(product.binderPercent);
    m_granuleSize->setText(toQString(product.granuleSize));
    m_price->setValue(product.price.value_or(0));
    m_currency->setText(toQString(product.currency));
    showWeight();
}

Product ProductForm::product() const
{
    const auto textOf
        = [](const QLineEdit* field) { return field->text().trimmed().toStdString(); };
    Product product;
    product.lengthMillimetres = m_length->value();
    product.widthMillimetres = m_width->value();
    product.thicknessMillimetres = m_thickness->value();
    product.kilogramsPerSquareMetre.reset();
    if (m_weight->value() > 0)
        product.kilogramsPerSquareMetre = m_weight->value();
    product.hardness = textOf(m_hardness);
    product.fireClass = textOf(m_fireClass);
    product.fallHeight = textOf(m_fallHeight);
    product.binder = textOf(m_binder);
    product.binderPercent = m_binderPercent->value();
    product.granuleSize = textOf(m_granuleSize);
    product.price.reset();
    if (m_price->value() > 0)
        product.price = m_price->value();
    product.currency = textOf(m_currency);
    return product;
}

} // namespace tilewright::ui
