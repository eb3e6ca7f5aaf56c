// Behaviour and drawing that neither palette nor style sheet can express.
#pragma once

#include <QProxyStyle>

namespace tilewright::ui {

/// Fusion, except: a click into a slider's groove moves it to the pointer, tool tips come soon, and
/// sliders are drawn flat with the part below the handle in a colour of their own.
class StudioStyle : public QProxyStyle {
    Q_OBJECT
public:
    /// Dynamic property of a QSlider (QColor): colour of the filled part; the accent without it.
    static constexpr auto fillProperty = "fillColor";

    StudioStyle();
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
        QPainter* painter, const QWidget* widget) const override;
};

} // namespace tilewright::ui
