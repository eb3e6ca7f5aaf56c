#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <tuple>

#include "core/export/icc_profile.h"
#include "core/export/output_color.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr int deepestFolder = 8;
constexpr std::size_t mostFiles = 10'000;

/// The color/icc folders of the XDG base directory rules, the user's first.
std::vector<fs::path> profileFolders()
{
    std::vector<fs::path> folders{dataFolder().parent_path()};
    const char* value = std::getenv("XDG_DATA_DIRS");
    std::string_view rest = value && *value ? value : "/usr/local/share:/usr/share";
    while (!rest.empty()) {
        const auto end = std::min(rest.find(':'), rest.size());
        const fs::path folder(rest.substr(0, end));
        if (folder.is_absolute())
            folders.push_back(folder);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (fs::path& folder : folders)
        folder = folder / "color" / "icc";
    folders.push_back(resourceFolder() / "profiles");
    return folders;
}

/// Ordinary files of a folder and those below, each once however many links lead to it: a link
/// may go up, and then around for ever.
class ProfileFiles {
public:
    void collect(const fs::path& path, int depth = 0)
    {
        struct stat status { };
        if (depth > deepestFolder || m_files.size() >= mostFiles
            || ::stat(path.c_str(), &status) != 0
            || !m_seen.insert({status.st_dev, status.st_ino}).second)
            return;
        if (S_ISREG(status.st_mode))
            m_files.push_back(path);
        if (!S_ISDIR(status.st_mode))
            return;
        std::vector<fs::path> entries;
        std::error_code error;
        for (fs::directory_iterator entry(path, error), end; !error && entry != end;
             entry.increment(error))
            entries.push_back(entry->path());
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries)
            collect(entry, depth + 1);
    }

    const std::vector<fs::path>& files() const { return m_files; }

private:
    std::set<std::pair<dev_t, ino_t>> m_seen;
    std::vector<fs::path> m_files;
};

/// Whether the file begins as a profile does and is all there, so that lcms need not look at
/// everything that lies around.
bool looksLikeProfile(const fs::path& file)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size > largestProfile)
        return false;
    std::string begin(profileHeaderSize, '\0');
    if (!std::ifstream(file, std::ios::binary)
             .read(begin.data(), std::streamsize{profileHeaderSize}))
        return false;
    const std::size_t told = sizeInHeader(begin);
    return told >= profileHeaderSize && told <= size;
}

bool isForPrint(cmsHPROFILE profile, ColorModel model)
{
    return model == ColorModel::Cmyk || cmsGetDeviceClass(profile) == cmsSigOutputClass;
}

} // namespace

std::vector<KnownProfile> installedProfiles()
{
    ProfileFiles found;
    for (const fs::path& folder : profileFolders())
        found.collect(folder);

    std::vector<std::pair<bool, KnownProfile>> profiles; ///< first: not for print
    const LcmsContext context;
    for (const fs::path& file : found.files()) {
        if (!looksLikeProfile(file))
            continue;
        // Reads the table of contents, and tags only as they are asked for.
        const LcmsProfile profile(cmsOpenProfileFromFileTHR(context.get(), file.c_str(), "r"));
        if (!profile)
            continue;
        const auto model = checkOutputProfile(profile.get(), file.string());
        if (!model)
            continue;
        std::string name = descriptionOf(profile.get());
        if (name.empty())
            name = file.stem().string();
        profiles.push_back({!isForPrint(profile.get(), *model), {file, std::move(name), *model}});
    }
    std::sort(profiles.begin(), profiles.end(), [](const auto& first, const auto& second) {
        return std::tie(first.first, first.second.name, first.second.file)
            < std::tie(second.first, second.second.name, second.second.file);
    });
    std::vector<KnownProfile> result;
    for (auto& [isNotForPrint, profile] : profiles)
        result.push_back(std::move(profile));
    return result;
}

} // namespace tilewright
