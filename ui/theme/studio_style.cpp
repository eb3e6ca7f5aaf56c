#include "ui/theme/studio_style.h"

#include <QPainter>
#include <QSlider>
#include <QStyleOptionSlider>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int grooveThickness = 4;
constexpr int handleDiameter = 12;

void drawSlider(const QStyleOptionSlider& option, const QRectF& handleRect, QPainter* painter,
    const QWidget* widget)
{
    const QPalette& palette = option.palette;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const QRectF bounds(option.rect);
    const QRectF groove(bounds.left(), bounds.center().y() - grooveThickness / 2.0 + 0.5,
        bounds.width(), grooveThickness);
    QColor fill = palette.color(role::accent);
    if (widget && widget->property(StudioStyle::fillProperty).isValid())
        fill = widget->property(StudioStyle::fillProperty).value<QColor>();
    const QColor text
        = palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    if (!isEnabled)
        fill = palette.color(role::outline);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(role::groove));
    painter->drawRoundedRect(groove, grooveThickness / 2.0, grooveThickness / 2.0);
    QRectF filled = groove;
    filled.setRight(handleRect.center().x());
    if (filled.width() > 1) {
        // The hairline keeps granules visible that are as dark or as light as the panel.
        painter->setPen(QPen(palette.color(role::groove), 1));
        painter->setBrush(fill);
        painter->drawRoundedRect(filled.adjusted(0, -0.5, 0, 0.5), 2.5, 2.5);
    }
    const QPointF center(handleRect.center().x(), groove.center().y());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.color(role::accent), 2));
        painter->setBrush(palette.color(QPalette::Window));
        painter->drawEllipse(center, handleDiameter / 2.0 + 2.0, handleDiameter / 2.0 + 2.0);
    }
    painter->setPen(QPen(palette.color(QPalette::Window), 1.5));
    painter->setBrush(text);
    painter->drawEllipse(center, handleDiameter / 2.0, handleDiameter / 2.0);
    painter->restore();
}
} // namespace

StudioStyle::StudioStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

int StudioStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ToolTip_WakeUpDelay:
        return 350;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

int StudioStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void StudioStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal)
        drawSlider(
            *slider, subControlRect(CC_Slider, slider, SC_SliderHandle, widget), painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace tilewright::ui
