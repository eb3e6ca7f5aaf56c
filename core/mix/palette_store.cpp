#include "core/mix/palette_store.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <system_error>

#include "core/mix/color_json.h"
#include "core/mix/palette_file.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr auto customFile = "custom.json";

Expected<std::vector<GranuleColor>> readCustom(const fs::path& file)
{
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = parseJson(*text, "The list of your own colours");
    if (!json)
        return tl::unexpected(json.error());
    std::string problem;
    std::vector<GranuleColor> colors;
    JsonFields fields(*json, problem);
    fields.readEach("colors", [&](JsonFields& color) { colors.push_back(readColor(color)); });
    if (problem.empty() && !colors.empty())
        if (const auto palette = Palette::create("custom", colors); !palette)
            problem = palette.error().message;
    if (!problem.empty())
        return fail(
            ErrorKind::BadData, fmt::format("Your own colours cannot be read: {}.", problem));
    return colors;
}

} // namespace

PaletteStore::PaletteStore(Palette builtIn, fs::path folder) : m_folder(std::move(folder))
{
    m_palettes.push_back(std::move(builtIn));
}

std::vector<Error> PaletteStore::load()
{
    std::vector<Error> problems;
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".json" && entry->path().filename() != customFile)
            files.push_back(entry->path());
    std::sort(files.begin(), files.end());
    const std::string chosenName = m_palettes[m_chosen].name();
    m_palettes.resize(1, m_palettes.front());
    for (const fs::path& file : files) {
        auto palette = readPaletteFile(file);
        if (!palette) {
            problems.push_back(palette.error());
            continue;
        }
        const bool isKnown = std::any_of(m_palettes.begin(), m_palettes.end(),
            [&](const Palette& other) { return other.name() == palette->name(); });
        if (!isKnown)
            m_palettes.push_back(std::move(*palette));
    }
    m_chosen = 0;
    choose(chosenName);

    const fs::path custom = m_folder / customFile;
    m_custom.clear();
    if (!fs::exists(custom, error))
        return problems;
    if (auto colors = readCustom(custom)) {
        m_custom = std::move(*colors);
    } else {
        problems.push_back(colors.error());
        fs::rename(custom, fs::path(custom) += ".damaged", error);
    }
    return problems;
}

void PaletteStore::choose(const std::string& name)
{
    for (std::size_t i = 0; i < m_palettes.size(); ++i)
        if (m_palettes[i].name() == name)
            m_chosen = i;
}

Palette PaletteStore::offered() const
{
    return m_palettes[m_chosen].with(m_custom).value_or(m_palettes[m_chosen]);
}

Expected<void> PaletteStore::import(const fs::path& file)
{
    const auto read = readPaletteFile(file);
    if (!read)
        return tl::unexpected(read.error());
    std::string name = read->name();
    const auto isTaken = [&] {
        return std::any_of(m_palettes.begin(), m_palettes.end(), [&](const Palette& other) {
            return comparable(other.name()) == comparable(name)
                || fileOf(other.name()) == fileOf(name);
        });
    };
    for (int i = 2; isTaken(); ++i)
        name = fmt::format("{} {}", read->name(), i);
    auto palette = Palette::create(name, read->colors());
    if (!palette)
        return tl::unexpected(palette.error());
    if (const auto kept = keep(fileOf(name), formatPalette(*palette, PaletteFormat::Json)); !kept)
        return kept;
    m_palettes.push_back(std::move(*palette));
    m_chosen = m_palettes.size() - 1;
    return {};
}

Expected<void> PaletteStore::removePalette(const std::string& name)
{
    const auto found = std::find_if(m_palettes.begin() + 1, m_palettes.end(),
        [&](const Palette& palette) { return palette.name() == name; });
    if (found == m_palettes.end())
        return {};
    std::error_code error;
    fs::remove(fileOf(name), error);
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("The palette {} cannot be removed: {}.", name, error.message()));
    const std::string chosenName = m_palettes[m_chosen].name();
    m_palettes.erase(found);
    m_chosen = 0;
    choose(chosenName);
    return {};
}

bool PaletteStore::isCustom(const std::string& name) const
{
    return std::any_of(m_custom.begin(), m_custom.end(),
        [&](const GranuleColor& color) { return color.name == name; });
}

Expected<void> PaletteStore::putColor(const GranuleColor& color, const std::string& replaced)
{
    std::vector<GranuleColor> others = m_custom;
    std::erase_if(others, [&](const GranuleColor& other) { return other.name == replaced; });
    const Palette without = m_palettes[m_chosen].with(others).value_or(m_palettes[m_chosen]);
    for (const std::string& label : {color.name, color.code})
        if (without.find(label))
            return fail(ErrorKind::Usage,
                fmt::format(
                    "There is a colour called “{}” already; choose another name or code.", label));
    if (const auto checked = Palette::create("of your own", {color}); !checked)
        return fail(ErrorKind::Usage, checked.error().message);
    std::vector<GranuleColor> colors = m_custom;
    const auto place = std::find_if(colors.begin(), colors.end(),
        [&](const GranuleColor& other) { return other.name == replaced; });
    if (place == colors.end())
        colors.push_back(color);
    else
        *place = color;
    return keepCustom(std::move(colors));
}

Expected<void> PaletteStore::removeColor(const std::string& name)
{
    std::vector<GranuleColor> colors = m_custom;
    std::erase_if(colors, [&](const GranuleColor& color) { return color.name == name; });
    return keepCustom(std::move(colors));
}

Expected<void> PaletteStore::keepCustom(std::vector<GranuleColor> colors)
{
    nlohmann::json list = nlohmann::json::array();
    for (const GranuleColor& color : colors)
        list.push_back(toJson(color));
    const auto kept
        = keep(m_folder / customFile, dumpJson({{"colors", std::move(list)}}, 2) + "\n");
    if (kept)
        m_custom = std::move(colors);
    return kept;
}

Expected<void> PaletteStore::keep(const fs::path& file, const std::string& text) const
{
    std::error_code error;
    fs::create_directories(m_folder, error);
    return writeFileAtomically(file, text);
}

fs::path PaletteStore::fileOf(const std::string& paletteName) const
{
    std::string name;
    for (const char c : paletteName) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        name += isPlain ? c : '-';
    }
    // "custom" is the file of the user's own colours.
    return m_folder / fmt::format("palette-{}.json", name);
}

} // namespace tilewright
