// How the controls of the filter panel lie.
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/gallery/filter/choice_box.h"
#include "ui/gallery/filter/color_filter.h"
#include "ui/gallery/filter/date_filter.h"
#include "ui/gallery/filter/filter_panel.h"
#include "ui/gallery/filter/label_filter.h"
#include "ui/gallery/filter/search_field.h"
#include "ui/gallery/filter/star_filter.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 12;
constexpr int narrowest = 248;
} // namespace

void FilterPanel::buildLayout()
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, margin, 0, 0);
    whole->setSpacing(8);
    m_search = new SearchField(this);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(margin, 0, margin, 0);
    top->addWidget(m_search);
    whole->addLayout(top);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(margin, 4, margin, margin);
    column->setSpacing(8);
    whole->addWidget(scroll, 1);

    column->addWidget(headingLabel(tr("Colours"), content));
    m_colors = new ColorFilter(m_palette, content);
    column->addWidget(m_colors);

    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Marks"), content));
    auto* stars = new QHBoxLayout;
    stars->setSpacing(8);
    m_stars = new StarFilter(content);
    m_starsMeaning = mutedLabel({}, content);
    stars->addWidget(m_stars);
    stars->addWidget(m_starsMeaning);
    stars->addStretch();
    column->addLayout(stars);
    m_label = new LabelFilter(content);
    column->addWidget(m_label);

    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addChoices(form);
    column->addLayout(form);

    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Order"), content));
    m_order = choiceBox(tr("Order"), content);
    const std::pair<TileOrder, QString> orders[]{{TileOrder::Newest, tr("Newest first")},
        {TileOrder::Oldest, tr("Oldest first")}, {TileOrder::Rating, tr("Best rated first")},
        {TileOrder::Fidelity, tr("Truest first")},
        {TileOrder::ColorDifference, tr("Closest in colour to the mix")},
        {TileOrder::ShareDifference, tr("Closest in shares to the mix")}};
    for (const auto& [order, name] : orders)
        m_order->addItem(name, static_cast<int>(order));
    column->addWidget(m_order);
    m_group = new QCheckBox(tr("Group by mix"), content);
    m_group->setToolTip(tr("All seeds of a mix together"));
    m_hideRejected = new QCheckBox(tr("Hide rejected"), content);
    column->addWidget(m_group);
    column->addWidget(m_hideRejected);
    m_clear = new QPushButton(tr("Clear all"), content);
    m_clear->setToolTip(tr("Show all tiles, newest first"));
    column->addWidget(m_clear, 0, Qt::AlignLeft);
    column->addStretch();

    scroll->setWidget(content);
    setMinimumWidth(narrowest);
}

void FilterPanel::addChoices(QFormLayout* form)
{
    QWidget* content = m_colors->parentWidget();
    const auto add = [&](const QString& name, QWidget* field) {
        form->addRow(mutedLabel(name, content), field);
    };
    m_flag = choiceBox(tr("Flag"), content);
    m_flag->addItem(tr("Any", "flag"));
    m_flag->addItem(tr("Picked"), static_cast<int>(Flag::Picked));
    m_flag->addItem(tr("Without a flag"), static_cast<int>(Flag::None));
    m_flag->addItem(tr("Rejected"), static_cast<int>(Flag::Rejected));
    add(tr("Flag"), m_flag);

    m_fidelity = choiceBox(tr("Fidelity"), content);
    m_fidelity->setToolTip(tr("How far the measured shares are off the mix on average"));
    m_fidelity->addItem(tr("Any", "fidelity"));
    for (const double points : {0.5, 1.0, 2.0, 3.0, 5.0})
        m_fidelity->addItem(tr("Within %1 points").arg(QLocale().toString(points)), points);
    add(tr("Fidelity"), m_fidelity);

    m_model = choiceBox(tr("Model"), content);
    m_model->addItem(tr("Any", "model"));
    add(tr("Model"), m_model);

    m_recipe = choiceBox(tr("Recipe"), content);
    m_recipe->addItem(tr("Any", "recipe"));
    m_recipe->setEnabled(false);
    add(tr("Recipe"), m_recipe);

    m_date = new DateFilter(content);
    add(tr("Made"), m_date);
    form->addRow(m_date->fields());
}

} // namespace tilewright::ui
