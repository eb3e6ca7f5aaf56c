#include "core/mix/palette.h"

#include <algorithm>
#include <map>
#include <spdlog/fmt/fmt.h>

#include "core/mix/color_json.h"
#include "core/mix/palette_file.h"
#include "core/mix/spelling.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

tl::unexpected<Error> badPalette(const std::string& name, const std::string& why)
{
    return fail(ErrorKind::BadData, fmt::format("The palette {} cannot be used: {}.", name, why));
}

/// Characters that mean something in the text form of a mix.
bool canBeWritten(const std::string& name)
{
    return std::none_of(name.begin(), name.end(), [](char c) {
        return std::string_view(",;:%").find(c) != std::string_view::npos
            || static_cast<unsigned char>(c) < ' ';
    });
}

/// What is wrong with how a colour looks; empty: nothing.
std::string problemOf(const GranuleColor& color)
{
    const auto isIn = [](double value, double least, double greatest) {
        return value >= least && value <= greatest; // not a number is not
    };
    if (!isIn(color.lab.L, 0, 100) || !isIn(color.lab.a, -200, 200)
        || !isIn(color.lab.b, -200, 200))
        return fmt::format("L, a, b of \"{}\" are {:g}, {:g}, {:g}; L must lie between 0 and 100, "
                           "a and b between -200 and 200",
            color.name, color.lab.L, color.lab.a, color.lab.b);
    if (!isIn(color.lightness10, 0, 100) || !isIn(color.lightness90, 0, 100)
        || !isIn(color.chromaSpread, 0, 100))
        return fmt::format(
            "a lightness or the spread of \"{}\" is not between 0 and 100", color.name);
    return {};
}

} // namespace

std::string comparable(std::string_view nameOrCode)
{
    std::string result;
    for (const char c : nameOrCode) {
        const bool isBlank = c == '-' || c == '_' || c == ' ' || (c >= '\t' && c <= '\r');
        if (!isBlank)
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

GranuleColor GranuleColor::of(const std::string& name, Srgb srgb, const Lab& lab)
{
    GranuleColor color;
    color.code = color.name = name;
    color.srgb = srgb;
    color.lab = lab;
    color.lightness10 = std::clamp(lab.L - 22.0, 0.0, 100.0);
    color.lightness90 = std::clamp(lab.L + 5.0, 0.0, 100.0);
    color.chromaSpread = 4.0;
    return color;
}

Expected<Palette> Palette::create(std::string name, std::vector<GranuleColor> colors)
{
    if (colors.empty())
        return badPalette(name, "it has no colours");
    std::map<std::string, std::size_t> owners;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        for (const std::string& label : {colors[i].code, colors[i].name}) {
            const std::string key = comparable(label);
            if (key.empty())
                return badPalette(name, fmt::format("colour {} has no code or no name", i + 1));
            if (!canBeWritten(label))
                return badPalette(
                    name, fmt::format("\"{}\" holds one of the signs , ; : %", label));
            if (owners.emplace(key, i).first->second != i)
                return badPalette(name, fmt::format("\"{}\" occurs twice", label));
        }
    }
    for (const GranuleColor& color : colors)
        if (const std::string problem = problemOf(color); !problem.empty())
            return badPalette(name, problem);
    Palette palette;
    palette.m_name = std::move(name);
    palette.m_colors = std::move(colors);
    return palette;
}

Expected<Palette> Palette::with(const std::vector<GranuleColor>& colors) const
{
    std::vector<GranuleColor> all = m_colors;
    for (const GranuleColor& color : colors) {
        const auto isSame = [&](const GranuleColor& other) {
            const std::string keys[] = {comparable(other.name), comparable(other.code)};
            const std::string wanted[] = {comparable(color.name), comparable(color.code)};
            return std::find_first_of(
                       std::begin(keys), std::end(keys), std::begin(wanted), std::end(wanted))
                != std::end(keys);
        };
        const auto first = std::find_if(all.begin(), all.end(), isSame);
        if (first == all.end()) {
            all.push_back(color);
            continue;
        }
        *first = color;
        all.erase(std::remove_if(std::next(first), all.end(), isSame), all.end());
    }
    return create(m_name, std::move(all));
}

Expected<Palette> Palette::load(const std::filesystem::path& file)
{
    constexpr std::size_t maximumBytes = std::size_t{4} << 20;
    return readTextFile(file, maximumBytes)
        .and_then([](const std::string& text) { return fromJson(text); })
        .map_error([&](Error error) {
            error.detail = fmt::format("{}: {}", file.string(), error.detail);
            return error;
        });
}

Expected<Palette> Palette::fromJson(std::string_view json)
{
    const Expected<nlohmann::json> parsed = parseJson(json, "The palette");
    if (!parsed)
        return tl::unexpected(parsed.error());
    std::string problem, name;
    std::vector<GranuleColor> colors;
    JsonFields fields(*parsed, problem);
    fields.read("name", name);
    fields.readEach("colors", [&](JsonFields& color) { colors.push_back(readColor(color)); });
    if (!problem.empty())
        return badPalette(name, problem);
    return create(std::move(name), std::move(colors));
}

const GranuleColor* Palette::find(std::string_view nameOrCode) const
{
    const std::string key = comparable(nameOrCode);
    const auto found
        = std::find_if(m_colors.begin(), m_colors.end(), [&](const GranuleColor& color) {
              return comparable(color.name) == key || comparable(color.code) == key;
          });
    return found == m_colors.end() ? nullptr : &*found;
}

std::vector<std::string> Palette::nearestNames(std::string_view text, std::size_t count) const
{
    constexpr std::size_t longestWord = 100; // more is no colour, and the distance costs its square
    const std::string wanted = comparable(text.substr(0, longestWord));
    std::vector<std::pair<std::size_t, const GranuleColor*>> ranked;
    for (const GranuleColor& color : m_colors)
        ranked.emplace_back(std::min(spellingDistance(wanted, comparable(color.name)),
                                spellingDistance(wanted, comparable(color.code))),
            &color);
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        names.push_back(ranked[i].second->name);
    return names;
}

Expected<Palette> loadPalette(const std::string& name, const std::filesystem::path& folder)
{
    if (paletteFormatOf(name))
        return readPaletteFile(folder / name);
    return Palette::load(resourceFolder() / "palettes" / (name + ".json"));
}

} // namespace tilewright
