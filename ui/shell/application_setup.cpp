#include "ui/shell/application_setup.h"

#include <QApplication>
#include <QImageReader>
#include <QLibraryInfo>
#include <QTranslator>
#include <spdlog/spdlog.h>

#include "core/support/version.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/studio_style.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
void logQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const auto level = [type] {
        switch (type) {
        case QtDebugMsg:
            return spdlog::level::debug;
        case QtInfoMsg:
            return spdlog::level::info;
        case QtWarningMsg:
            return spdlog::level::warn;
        case QtCriticalMsg:
            return spdlog::level::err;
        case QtFatalMsg:
            return spdlog::level::critical;
        }
        return spdlog::level::warn;
    }();
    spdlog::log(level, "{}: {}", context.category ? context.category : "qt", message.toStdString());
    if (type == QtFatalMsg)
        spdlog::shutdown();
}

bool installTranslation(
    QApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        return application.installTranslator(translator);
    delete translator;
    return false;
}
} // namespace

void installTranslations(QApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    installTranslation(application, locale, QStringLiteral("qtbase"),
        QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const auto name = QStringLiteral("tilewright");
    const auto folder = QStringLiteral(":/tilewright/translations");
    // The texts are English already, but for the singular of counts.
    if (!installTranslation(application, locale, name, folder))
        installTranslation(application, QLocale(QLocale::English), name, folder);
}

void setUpApplication(QApplication& application, std::optional<QLocale> locale)
{
    qInstallMessageHandler(logQtMessage);
    application.setOrganizationName(QStringLiteral("tilewright"));
    application.setApplicationName(QStringLiteral("tilewright"));
    application.setApplicationDisplayName(QStringLiteral("Tilewright"));
    application.setApplicationVersion(toQString(applicationVersion));

    installTranslations(application, locale.value_or(QLocale::system()));
    applyAppearance(application, storedAppearance(), storedGround());
    application.setStyle(new StudioStyle);
    application.setFont(textFont());
}

} // namespace tilewright::ui
