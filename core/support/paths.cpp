#include "core/support/paths.h"

#include <cstdlib>
#include <pwd.h>
#include <system_error>
#include <unistd.h>

namespace tilewright {
namespace {

namespace fs = std::filesystem;

fs::path environmentPath(const char* variable)
{
    const char* value = std::getenv(variable);
    return value ? fs::path(value) : fs::path();
}

fs::path homeFolder()
{
    if (const fs::path home = environmentPath("HOME"); home.is_absolute())
        return home;
    if (const passwd* user = ::getpwuid(::getuid()); user && user->pw_dir && *user->pw_dir == '/')
        return user->pw_dir;
    std::error_code error;
    return fs::temp_directory_path(error);
}

/// After the XDG base directory rules a relative path counts as not set.
fs::path baseFolder(const char* variable, const char* fallbackInHome)
{
    const fs::path folder = environmentPath(variable);
    return (folder.is_absolute() ? folder : homeFolder() / fallbackInHome) / "tilewright";
}

} // namespace

fs::path resourceFolder()
{
    if (const fs::path folder = environmentPath("TILEWRIGHT_RESOURCES"); !folder.empty())
        return folder;
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path installed = executable.parent_path().parent_path() / "share" / "tilewright";
        if (fs::is_directory(installed, error))
            return installed;
    }
    return TILEWRIGHT_SOURCE_RESOURCES;
}

fs::path starterModelFolder()
{
    return resourceFolder() / "models" / "starter";
}

fs::path stateFolder()
{
    return baseFolder("XDG_STATE_HOME", ".local/state");
}

fs::path dataFolder()
{
    return baseFolder("XDG_DATA_HOME", ".local/share");
}

fs::path tileFolder()
{
    return dataFolder() / "tiles";
}

} // namespace tilewright
