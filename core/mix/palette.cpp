#include "core/mix/palette.h"

#include <algorithm>
#include <map>
#include <spdlog/fmt/fmt.h>

#include "core/mix/spelling.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

/// Names are compared in this form: ASCII in lower case, '-', '_' and blanks as one blank, none at
/// the ends.
std::string normalised(std::string_view text)
{
    std::string result;
    for (const char c : text) {
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

GranuleColor readColor(JsonFields& fields)
{
    GranuleColor color;
    std::string hex;
    fields.read("code", color.code);
    fields.read("name", color.name);
    fields.read("nameRu", color.nameRu);
    fields.read("srgb", hex);
    if (const std::optional<Srgb> srgb = srgbFromHex(hex))
        color.srgb = *srgb;
    else
        fields.complain("srgb", fmt::format("it must be a colour like #d25144, not \"{}\"", hex));

    // What a colour fan does not tell is taken as it is with the average rubber granule.
    color.lab = toLab(color.srgb);
    fields.readObject("lab", [&](JsonFields& lab) {
        lab.read("L", color.lab.L);
        lab.read("a", color.lab.a);
        lab.read("b", color.lab.b);
    });
    color.lightness10 = std::max(0.0, color.lab.L - 22.0);
    color.lightness90 = std::min(100.0, color.lab.L + 5.0);
    color.chromaSpread = 4.0;
    fields.read("lightness10", color.lightness10);
    fields.read("lightness90", color.lightness90);
    fields.read("chromaSpread", color.chromaSpread);
    return color;
}

} // namespace

Expected<Palette> Palette::create(std::string name, std::vector<GranuleColor> colors)
{
    if (colors.empty())
        return badPalette(name, "it has no colours");
    std::map<std::string, std::size_t> owners;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        for (const std::string& label : {colors[i].code, colors[i].name}) {
            const std::string key = normalised(label);
            if (key.empty())
                return badPalette(name, fmt::format("colour {} has no code or no name", i + 1));
            if (!canBeWritten(label))
                return badPalette(
                    name, fmt::format("\"{}\" holds one of the signs , ; : %", label));
            if (owners.emplace(key, i).first->second != i)
                return badPalette(name, fmt::format("\"{}\" occurs twice", label));
        }
    }
    Palette palette;
    palette.m_name = std::move(name);
    palette.m_colors = std::move(colors);
    return palette;
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
    const std::string key = normalised(nameOrCode);
    const auto found
        = std::find_if(m_colors.begin(), m_colors.end(), [&](const GranuleColor& color) {
              return normalised(color.name) == key || normalised(color.code) == key;
          });
    return found == m_colors.end() ? nullptr : &*found;
}

std::vector<std::string> Palette::nearestNames(std::string_view text, std::size_t count) const
{
    constexpr std::size_t longestWord = 100; // more is no colour, and the distance costs its square
    const std::string wanted = normalised(text.substr(0, longestWord));
    std::vector<std::pair<std::size_t, const GranuleColor*>> ranked;
    for (const GranuleColor& color : m_colors)
        ranked.emplace_back(std::min(spellingDistance(wanted, normalised(color.name)),
                                spellingDistance(wanted, normalised(color.code))),
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
    if (name.ends_with(".json"))
        return Palette::load(folder / name);
    return Palette::load(resourceFolder() / "palettes" / (name + ".json"));
}

} // namespace tilewright
