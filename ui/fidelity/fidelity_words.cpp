#include "ui/fidelity/fidelity_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

#include "ui/theme/theme.h"

namespace tilewright::ui {

QString displayPoints(double points)
{
    return QLocale().toString(points, 'f', 1);
}

QString displayDifference(double points)
{
    const double rounded = std::round(points * 10) / 10;
    const QString figure = displayPoints(std::abs(rounded));
    if (rounded == 0)
        return figure;
    return (rounded > 0 ? QStringLiteral("+") : QStringLiteral("\u2212")) + figure;
}

QString verdictSentence(const Fidelity& fidelity)
{
    const QString points = displayPoints(fidelity.meanError());
    switch (fidelity.verdict()) {
    case Verdict::True:
        return QCoreApplication::translate("Fidelity", "True to the mix: %1 points off on average")
            .arg(points);
    case Verdict::Close:
        return QCoreApplication::translate("Fidelity", "Close to the mix: %1 points off on average")
            .arg(points);
    case Verdict::Off:
        return QCoreApplication::translate("Fidelity", "Off the mix: %1 points off on average")
            .arg(points);
    }
    return {};
}

QPalette::ColorRole roleOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::True:
        return role::good;
    case Verdict::Close:
        return role::accent;
    case Verdict::Off:
        return role::danger;
    }
    return role::mutedText;
}

} // namespace tilewright::ui
