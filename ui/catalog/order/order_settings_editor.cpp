#include "ui/catalog/order/order_settings_editor.h"

#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <nlohmann/json.hpp>

#include "ui/catalog/order/layer_rows.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

const QString settingsKey = QStringLiteral("catalog/order/settings");
const QString pricesKey = QStringLiteral("catalog/order/prices");

QDoubleSpinBox* numberBox(
    double least, double most, int decimals, const QString& name, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(least, most);
    box->setDecimals(decimals);
    dressField(box, name);
    return box;
}

} // namespace

OrderSettingsEditor::OrderSettingsEditor(QWidget* parent)
    : QWidget(parent)
    , m_layers(new LayerRows(this))
    , m_waste(numberBox(0, OrderLimits::maximumWaste, 1, tr("Waste, percent more of all"), this))
    , m_binder(numberBox(
          0, OrderLimits::maximumBinder, 1, tr("Binder, percent of the granules' mass"), this))
    , m_bag(numberBox(OrderLimits::minimumBag, OrderLimits::maximumBag, 1,
          tr("What a bag holds, kilograms"), this))
    , m_choosePrices(new QPushButton(this))
    , m_clearPrices(new QToolButton(this))
    , m_priceNote(captionLabel({}, this))
{
    for (QDoubleSpinBox* box : {m_waste, m_binder, m_bag})
        box->setToolTip(box->accessibleName());
    m_choosePrices->setToolTip(
        tr("A table (CSV) with the headings code and price, or JSON; prices of a kilogram. The "
           "binder's is called binder."));
    m_clearPrices->setIcon(themedIcon(QStringLiteral("remove")));
    m_clearPrices->setToolTip(tr("Reckon without prices"));
    m_clearPrices->setAccessibleName(m_clearPrices->toolTip());
    m_priceNote->setWordWrap(true);
    m_priceNote->setTextFormat(Qt::PlainText);
    createLayout();
    setSettings({});
    showPrices({});
    restore();

    const auto takeEdit = [this] {
        m_isOwn = true;
        remember();
        Q_EMIT edited();
    };
    connect(m_layers, &LayerRows::edited, this, takeEdit);
    for (QDoubleSpinBox* box : {m_waste, m_binder, m_bag})
        connect(box, &QDoubleSpinBox::valueChanged, this, takeEdit);
    connect(m_choosePrices, &QPushButton::clicked, this, &OrderSettingsEditor::choosePrices);
    connect(m_clearPrices, &QToolButton::clicked, this, [this] {
        m_choosePrices->setFocus(); // the button hides
        clearPrices();
    });
}

void OrderSettingsEditor::createLayout()
{
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(8);
    numbers->addLayout(captioned(captionLabel(tr("Waste, %"), this), m_waste), 1);
    numbers->addLayout(captioned(captionLabel(tr("Binder, %"), this), m_binder), 1);
    numbers->addLayout(captioned(captionLabel(tr("Bag, kg"), this), m_bag), 1);

    auto* file = new QHBoxLayout;
    file->setSpacing(8);
    file->addWidget(m_choosePrices, 1);
    file->addWidget(m_clearPrices);
    auto* prices = new QVBoxLayout;
    prices->setSpacing(4);
    prices->addWidget(headingLabel(tr("Price list"), this));
    prices->addLayout(file);
    prices->addWidget(m_priceNote);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_layers);
    column->addLayout(numbers);
    column->addLayout(prices);
}

OrderSettings OrderSettingsEditor::settings() const
{
    return {m_layers->layers(), m_waste->value(), m_binder->value(), m_bag->value()};
}

void OrderSettingsEditor::setSettings(const OrderSettings& settings)
{
    m_layers->setLayers(settings.layers);
    for (const auto& [box, value] :
        {std::pair(m_waste, settings.wastePercent), std::pair(m_binder, settings.binderPercent),
            std::pair(m_bag, settings.bagKilograms)}) {
        const QSignalBlocker blocker(box);
        box->setValue(value);
    }
}

void OrderSettingsEditor::setPalette(const Palette& palette)
{
    m_layers->setPalette(palette);
}

QString OrderSettingsEditor::priceNote() const
{
    return m_priceNote->text();
}

void OrderSettingsEditor::choosePrices()
{
    const QString previous = QSettings().value(pricesKey).toString();
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a price list"),
        previous.isEmpty() ? QDir::homePath() : QFileInfo(previous).path(),
        tr("Price lists (*.csv *.txt *.json);;All files (*)"));
    if (!file.isEmpty())
        loadPrices(file);
}

void OrderSettingsEditor::loadPrices(const QString& file)
{
    auto list = PriceList::load(qStringToPath(file));
    if (!list) {
        showPrices(file, toQString(list.error().message));
        return;
    }
    m_prices = std::move(*list);
    QSettings().setValue(pricesKey, file);
    showPrices(file);
    Q_EMIT edited();
}

void OrderSettingsEditor::clearPrices()
{
    m_prices.reset();
    QSettings().remove(pricesKey);
    showPrices({});
    Q_EMIT edited();
}

void OrderSettingsEditor::showPrices(const QString& file, const QString& problem)
{
    // A list that cannot be read leaves the one that is there.
    if (problem.isEmpty()) {
        const QString name = QFileInfo(file).fileName();
        m_choosePrices->setText(file.isEmpty() ? tr("Choose a price list…") : name);
        m_choosePrices->setAccessibleName(
            file.isEmpty() ? QString() : tr("Price list %1; choose another").arg(name));
    }
    m_clearPrices->setVisible(m_prices.has_value());
    m_priceNote->setText(!problem.isEmpty() ? problem
            : m_prices                      ? tr("%n price(s) of a kilogram in %1", nullptr,
                                       static_cast<int>(m_prices->perKilogram.size()))
                             .arg(toQString(m_prices->currency))
                       : tr("Without one, only masses and bags are reckoned."));
    m_priceNote->setProperty(
        "kind", problem.isEmpty() ? QStringLiteral("caption") : QStringLiteral("problem"));
    m_priceNote->style()->unpolish(m_priceNote);
    m_priceNote->style()->polish(m_priceNote);
}

void OrderSettingsEditor::remember()
{
    QSettings().setValue(settingsKey, toQString(dumpJson(toJson(settings()))));
}

void OrderSettingsEditor::restore()
{
    const QSettings stored;
    const std::string text = stored.value(settingsKey).toString().toStdString();
    if (const auto json = nlohmann::json::parse(text, nullptr, false); json.is_object())
        if (const auto settings = orderSettingsFromJson(json)) {
            setSettings(*settings);
            m_isOwn = true;
        }
    if (const QString file = stored.value(pricesKey).toString(); !file.isEmpty())
        loadPrices(file);
}

} // namespace tilewright::ui
