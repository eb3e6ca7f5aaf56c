#include "ui/gallery/filter/share_filter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/gallery/filter/range_slider.h"
#include "ui/support/color_chip.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

QColor fillOf(const Palette& palette, const std::string& color)
{
    const GranuleColor* granule = palette.find(color);
    return granule ? toQColor(granule->srgb) : QColor(Qt::gray);
}

int toPerMille(double percent)
{
    return static_cast<int>(std::lround(percent * 10));
}

} // namespace

ShareFilter::ShareFilter(const Palette& palette, const std::string& color, QWidget* parent)
    : QWidget(parent)
    , m_color(color)
    , m_slider(new RangeSlider(fillOf(palette, color), this))
    , m_numbers(new QLabel(this))
    , m_remove(new QToolButton(this))
{
    const QString name = displayName(palette, color);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new ColorChip(fillOf(palette, color), this));
    line->addWidget(new QLabel(name, this), 1);
    line->addWidget(m_numbers);
    line->addWidget(m_remove);
    column->addLayout(line);
    column->addWidget(m_slider);
    m_numbers->setFont(numberFont());
    m_slider->setSubject(name);
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Do not look for %1").arg(name));
    m_remove->setAccessibleName(m_remove->toolTip());
    setFocusProxy(m_slider);

    connect(m_slider, &RangeSlider::rangeMoved, this, [this](int lower, int upper) {
        showNumbers(lower, upper);
        Q_EMIT rangeChanged({m_color, lower / 10.0, upper / 10.0});
    });
    connect(m_remove, &QToolButton::clicked, this, &ShareFilter::removed);
}

ShareRange ShareFilter::anyShare(const std::string& color)
{
    return {color, 0.1, 100};
}

void ShareFilter::show(const ShareRange& range)
{
    m_slider->setRange(toPerMille(range.from), toPerMille(range.to));
    showNumbers(m_slider->lower(), m_slider->upper());
}

QString ShareFilter::numbers() const
{
    return m_numbers->text();
}

void ShareFilter::showNumbers(int lower, int upper)
{
    if (upper == 0)
        m_numbers->setText(tr("none", "share"));
    else if (lower <= 1 && upper == RangeSlider::maximum)
        m_numbers->setText(lower == 0 ? tr("any", "share") : tr("some", "share"));
    else if (lower == upper)
        m_numbers->setText(tr("%1 %", "share").arg(displayPercent(lower)));
    else
        m_numbers->setText(
            tr("%1–%2 %", "shares").arg(displayPercent(lower), displayPercent(upper)));
}

} // namespace tilewright::ui
