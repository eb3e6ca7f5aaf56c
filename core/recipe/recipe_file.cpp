// The book as JSON.
#include <algorithm>
#include <chrono>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include "core/generation/design_json.h"
#include "core/recipe/recipe_book.h"
#include "core/recipe/recipe_name.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

constexpr std::size_t largestFile = std::size_t{32} << 20;

nlohmann::ordered_json toOrderedJson(const Recipe& recipe)
{
    nlohmann::ordered_json entry{{"name", recipe.name}, {"mix", toJson(recipe.mix)}};
    if (!recipe.tags.empty())
        entry["tags"] = recipe.tags;
    if (recipe.isFavourite)
        entry["favourite"] = true;
    if (!recipe.created.empty())
        entry["created"] = recipe.created;
    return entry;
}

void readRecipe(JsonFields& fields, std::vector<Recipe>& recipes)
{
    std::string name, created;
    std::vector<std::string> tags;
    std::optional<Mix> mix;
    bool isFavourite = false;
    fields.read("name", name);
    readMix(fields, mix);
    fields.read("tags", tags);
    fields.read("favourite", isFavourite);
    fields.read("created", created);
    const auto checked = checkedRecipeName(name);
    if (!checked)
        return fields.complain("name", checked.error().message);
    if (!mix)
        return fields.complain("mix", fmt::format("the recipe \"{}\" has no mix", *checked));
    for (const MixShare& share : mix->shares())
        if (!isShowable(share.color))
            return fields.complain("mix", "the name of a colour cannot be shown");
    if (!isShowable(created))
        return fields.complain("created", "the date cannot be shown");
    recipes.push_back({*checked, *mix, std::move(tags), isFavourite, std::move(created)});
}

} // namespace

std::string RecipeBook::toJson() const
{
    auto recipes = nlohmann::ordered_json::array();
    for (const Recipe& recipe : m_recipes)
        recipes.push_back(toOrderedJson(recipe));
    return nlohmann::ordered_json{{"recipes", std::move(recipes)}}.dump(
               1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
        + "\n";
}

Expected<RecipeBook> RecipeBook::fromJson(std::string_view json, const std::string& what)
{
    const auto parsed = parseJson(json, what);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const auto bad = [&](const std::string& why) {
        return fail(ErrorKind::BadData, fmt::format("{} cannot be used: {}.", what, why));
    };
    std::string problem;
    std::vector<Recipe> recipes;
    JsonFields fields(*parsed, problem);
    if (problem.empty() && !fields.has("recipes"))
        problem = "it has no \"recipes\"";
    fields.readEach("recipes", [&](JsonFields& entry) { readRecipe(entry, recipes); });
    if (!problem.empty())
        return bad(problem.ends_with('.') ? problem.substr(0, problem.size() - 1) : problem);

    // In their order, each goes to the end.
    std::stable_sort(recipes.begin(), recipes.end(),
        [](const Recipe& a, const Recipe& b) { return foldedName(a.name) < foldedName(b.name); });
    RecipeBook book;
    for (Recipe& recipe : recipes) {
        if (!book.m_keys.empty() && book.m_keys.back() == foldedName(recipe.name))
            return bad(fmt::format("the recipe \"{}\" occurs twice", recipe.name));
        book.insert(std::move(recipe));
    }
    return book;
}

Expected<RecipeBook> RecipeBook::load(const std::filesystem::path& file)
{
    std::error_code error;
    if (std::filesystem::status(file, error).type() == std::filesystem::file_type::not_found)
        return RecipeBook();
    return readTextFile(file, largestFile).and_then([&](const std::string& text) {
        return fromJson(text, "The recipe file " + file.string());
    });
}

Expected<void> RecipeBook::save(const std::filesystem::path& file) const
{
    namespace fs = std::filesystem;
    std::error_code error;
    if (file.has_parent_path() && !fs::is_directory(file.parent_path(), error)) {
        fs::create_directories(file.parent_path(), error);
        if (error)
            return fail(ErrorKind::CannotWrite,
                fmt::format("Cannot make the folder {}: {}.", file.parent_path().string(),
                    error.message()));
    }
    if (fs::is_regular_file(file, error)) {
        const auto previous = readTextFile(file, largestFile);
        if (!previous)
            return tl::unexpected(previous.error());
        const fs::path backup = file.string() + ".bak";
        if (const auto kept = writeFileAtomically(backup, *previous); !kept)
            return kept;
    }
    return writeFileAtomically(file, toJson());
}

std::filesystem::path recipeFile()
{
    return dataFolder() / "recipes.json";
}

std::string currentTimestamp()
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
        fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

} // namespace tilewright
