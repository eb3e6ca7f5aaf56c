#include "ui/canvas/screen_scale.h"

#include <QScreen>
#include <QSettings>
#include <QWidget>
#include <algorithm>

namespace tilewright::ui {
namespace {
constexpr double millimetresPerInch = 25.4;
constexpr double usualDotsPerInch = 96;
constexpr double smallestFactor = 0.25, largestFactor = 4;

QString calibrationKey(const QWidget& widget)
{
    const QString name = widget.screen() ? widget.screen()->name() : QString();
    return QStringLiteral("screenCalibration/%1")
        .arg(name.isEmpty() ? QStringLiteral("screen") : name);
}
} // namespace

double dotsPerMillimetre(const QWidget& widget)
{
    const double stated = widget.screen() ? widget.screen()->physicalDotsPerInch() : 0;
    // Projectors and virtual screens state sizes of a few millimetres or of many metres.
    const double dotsPerInch = stated >= 40 && stated <= 400 ? stated : usualDotsPerInch;
    return dotsPerInch * widget.devicePixelRatioF() / millimetresPerInch
        * screenCalibration(widget);
}

double screenCalibration(const QWidget& widget)
{
    const double factor = QSettings().value(calibrationKey(widget), 1.0).toDouble();
    return factor >= smallestFactor && factor <= largestFactor ? factor : 1;
}

void storeScreenCalibration(const QWidget& widget, double factor)
{
    QSettings().setValue(calibrationKey(widget), std::clamp(factor, smallestFactor, largestFactor));
}

} // namespace tilewright::ui
