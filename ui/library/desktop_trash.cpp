#include "ui/library/desktop_trash.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <spdlog/fmt/fmt.h>

#include "ui/support/conversion.h"

namespace tilewright::ui {

Expected<void> moveToDesktopTrash(const std::filesystem::path& file)
{
    const auto failed = [&file](const char* detail) {
        return fail(ErrorKind::CannotWrite,
            fmt::format("{} could not be moved to the desktop's trash.", file.filename().string()),
            detail);
    };
    // Without this folder Qt 6.4 claims success and leaves the file in the working directory.
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (data.isEmpty() || !QDir().mkpath(data + QStringLiteral("/Trash")))
        return failed("There is no folder for it, and none can be made.");
    QString inTrash;
    if (!QFile::moveToTrash(pathToQString(file), &inTrash) || inTrash.isEmpty())
        return failed("The desktop refused it.");
    return {};
}

} // namespace tilewright::ui
