#include "app/studio.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <stop_token>
#include <string_view>
#include <thread>

#include <QApplication>
#include <unistd.h>

#include "app/commands/command.h"
#include "app/report/reporter.h"
#include "app/support/interrupt.h"
#include "core/support/paths.h"
#include "inference/device/device_options.h"
#include "inference/pipeline/inspect.h"
#include "inference/pipeline/torch_generator.h"
#include "ui/shell/application_setup.h"
#include "ui/shell/studio_window.h"

namespace tilewright {
namespace {

Error noDisplay(std::string detail = {})
{
    return {ErrorKind::DeviceUnavailable,
        "There is no display to open the studio on. Start it from a desktop, or make a tile "
        "without "
        "a window: tilewright render --mix \"50% red, 30% black, 20% pearl\".",
        std::move(detail)};
}

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value;
}

/// All cores but one: the window has to stay quick while the model works.
int modelThreads()
{
    return static_cast<int>(std::max(2U, std::thread::hardware_concurrency())) - 1;
}

/// Qt ends the process by abort() when it cannot reach the display that the environment names.
void tellFatal(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type != QtFatalMsg)
        return;
    const Error error = noDisplay(message.toStdString());
    std::cerr << errorText(error);
    logError(error);
    _exit(exitCode(error.kind));
}

} // namespace

Expected<int> openStudio(const KnownModel& known)
{
    const std::filesystem::path model = known.path;
    if (!isSet("QT_QPA_PLATFORM") && !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY"))
        return tl::unexpected(noDisplay());
    auto profile = ModelProfile::load(model);
    if (!profile)
        return tl::unexpected(profile.error());
    auto palette = loadPalette(profile->palette, model);
    if (!palette)
        return tl::unexpected(palette.error());

    Interrupt interrupt; // before Qt starts its threads
    int argumentCount = 1;
    char name[] = "tilewright";
    char* arguments[] = {name, nullptr};
    const QtMessageHandler handler = qInstallMessageHandler(&tellFatal);
    QApplication application(argumentCount, arguments);
    qInstallMessageHandler(handler);
    ui::setUpApplication(application);

    ui::StudioWindow window(ui::StudioContext{std::move(*palette), std::move(*profile),
        model.string(), [] { return inference::makeTorchGenerator({.threads = modelThreads()}); },
        tileFolder(), dataFolder(), stateFolder(),
        {&inference::inspectChoice, &inference::deviceOptions}, known.device, known.precision});
    const std::stop_callback onInterrupt(interrupt.token(),
        [&window] { QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection); });
    window.show();
    return QApplication::exec();
}

std::string toolkitVersion()
{
    return qVersion();
}

} // namespace tilewright
