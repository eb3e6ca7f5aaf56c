#include "ui/settings/setting_names.h"

#include <QCoreApplication>

namespace tilewright::ui {

QString displayName(Scheduler scheduler)
{
    switch (scheduler) {
    case Scheduler::Dpmpp2mKarras:
        return QStringLiteral("DPM++ 2M Karras");
    case Scheduler::Dpmpp2m:
        return QStringLiteral("DPM++ 2M");
    case Scheduler::Euler:
        return QStringLiteral("Euler");
    case Scheduler::EulerTrailing:
        return QStringLiteral("Euler trailing");
    case Scheduler::EulerAncestral:
        return QStringLiteral("Euler a");
    }
    return {};
}

QString displayName(SeamlessAxes axes)
{
    switch (axes) {
    case SeamlessAxes::None:
        return QCoreApplication::translate("SettingNames", "No");
    case SeamlessAxes::X:
        return QCoreApplication::translate("SettingNames", "Sideways");
    case SeamlessAxes::Y:
        return QCoreApplication::translate("SettingNames", "Up and down");
    case SeamlessAxes::XY:
        return QCoreApplication::translate("SettingNames", "Both ways");
    }
    return {};
}

} // namespace tilewright::ui
