#include "core/export/name_template.h"

#include <algorithm>
#include <array>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>
#include <vector>

#include "core/support/utf8.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

/// Leaves room for a number and an ending in the 255 bytes that most file systems allow.
constexpr std::size_t longestName = 180;

/// Only what stands before the first dot counts: CON.txt is as reserved as CON.
bool isReservedByWindows(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> names{
        "con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};
    static constexpr std::array<std::string_view, 13> digits{
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "\u00b9", "\u00b2", "\u00b3"};
    std::string stem(name.substr(0, name.find('.')));
    stem.erase(stem.find_last_not_of(' ') + 1);
    for (char& c : stem)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    const auto isOneOf = [](const auto& list, std::string_view text) {
        return std::find(list.begin(), list.end(), text) != list.end();
    };
    const bool isPort = stem.starts_with("com") || stem.starts_with("lpt");
    return isOneOf(names, stem) || (isPort && isOneOf(digits, std::string_view(stem).substr(3)));
}

std::string withoutBlanksAndDots(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" .");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" .") + 1 - first));
}

} // namespace

Expected<std::string> expandName(
    std::string_view text, const std::map<std::string, std::string>& fields)
{
    const auto wrong = [&](const std::string& why) {
        std::vector<std::string> names;
        for (const auto& [name, value] : fields)
            names.push_back("{" + name + "}");
        return fail(ErrorKind::Usage,
            fmt::format("The name \"{}\" cannot be used: {}. There are the fields {}.", text, why,
                fmt::join(names, ", ")));
    };
    std::string name;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c == '{' || c == '}') && text.substr(i + 1).starts_with(c)) {
            name += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = text.find_first_of("{}", i + 1);
            if (end == std::string_view::npos || text[end] == '{')
                return wrong("a \"{\" has no \"}\"; write \"{{\" for the brace itself");
            const std::string field(text.substr(i + 1, end - i - 1));
            const auto found = fields.find(field);
            if (found == fields.end())
                return wrong(fmt::format("{{{}}} is no field", field));
            name += found->second;
            i = end;
        } else if (c == '}') {
            return wrong("a \"}\" has no \"{\"; write \"}}\" for the brace itself");
        } else {
            name += c;
        }
    }
    return name;
}

std::string safeFileName(std::string_view name)
{
    constexpr std::string_view refused = "<>:\"/\\|?*";
    std::string kept;
    std::string_view rest = name;
    for (auto next = takeCodePoint(rest); next; next = takeCodePoint(rest)) {
        if (refused.find(next->bytes) != std::string_view::npos)
            kept += '_';
        else if (next->value == '\t' || next->value == '\n' || next->value == '\r')
            kept += ' ';
        else if (!isInvisible(next->value))
            kept += next->bytes;
    }
    const auto fitted
        = [](std::string_view text) { return withoutBlanksAndDots(cutToBytes(text, longestName)); };
    // Without the blanks in front first, so that they do not use up the room.
    kept = fitted(withoutBlanksAndDots(composed(kept)));
    if (isReservedByWindows(kept))
        kept = fitted("_" + kept);
    return kept.empty() ? "unnamed" : kept;
}

FileNames::FileNames(fs::path folder, std::string suffix, Collision collision)
    : m_folder(std::move(folder)), m_suffix(std::move(suffix)), m_collision(collision)
{
    std::error_code error;
    for (fs::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        m_entries[caseFolded(name)].name = name;
    }
}

std::optional<fs::path> FileNames::next(std::string_view name)
{
    const std::string safe = safeFileName(name);
    std::string file = safe + m_suffix;
    Entry& first = m_entries[caseFolded(file)];
    for (;;) {
        Entry& entry = m_entries[caseFolded(file)];
        fs::path path = m_folder / file;
        std::error_code unknown;
        fs::file_status status = fs::status(path, unknown);
        if (!fs::exists(status) && !entry.name.empty()) {
            path = m_folder / entry.name;
            status = fs::status(path, unknown);
        }
        if (!entry.isTaken) {
            entry.isTaken = true;
            if (!fs::exists(status))
                return path;
            // Neither a folder of the name nor a device is the file of an earlier run.
            const bool isFile = fs::is_regular_file(status);
            if (isFile && m_collision == Collision::Replace)
                return path;
            if (isFile && m_collision == Collision::Skip)
                return std::nullopt;
        }
        file = fmt::format("{}_{}{}", safe, first.nextNumber++, m_suffix);
    }
}

} // namespace tilewright
