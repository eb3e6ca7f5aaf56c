#include "core/recipe/recipe_book.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"
#include "core/recipe/recipe_name.h"

namespace tilewright {
namespace {

Mix withoutLocks(Mix mix)
{
    for (const MixShare& share : std::vector(mix.shares()))
        mix = mix.withLock(share.color, false);
    return mix;
}

/// What is laid, whatever the order.
std::vector<std::pair<std::string, int>> laidShares(const Mix& mix)
{
    std::vector<std::pair<std::string, int>> laid;
    for (const MixShare& share : mix.shares())
        if (share.perMille > 0)
            laid.emplace_back(share.color, share.perMille);
    std::sort(laid.begin(), laid.end());
    return laid;
}

/// As they were typed, without blanks around, empty ones, repetitions and what cannot be shown.
std::vector<std::string> tidyTags(const std::vector<std::string>& tags)
{
    std::vector<std::string> tidy, keys;
    for (const std::string& tag : tags) {
        const std::string key = foldedName(tag);
        if (key.empty() || !isShowable(trimmed(tag))
            || std::find(keys.begin(), keys.end(), key) != keys.end())
            continue;
        keys.push_back(key);
        tidy.emplace_back(trimmed(tag));
    }
    return tidy;
}

std::vector<std::string> words(const std::string& text)
{
    std::vector<std::string> result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin)
            result.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

std::string searchedText(const Recipe& recipe, const Palette* palette)
{
    std::string text = recipe.name;
    for (const std::string& tag : recipe.tags)
        text += "\n" + tag;
    for (const auto& [name, perMille] : laidShares(recipe.mix)) {
        text += "\n" + name;
        if (const GranuleColor* color = palette ? palette->find(name) : nullptr)
            text += "\n" + color->nameRu;
    }
    return foldedName(text);
}

tl::unexpected<Error> unknownRecipe(std::string_view name)
{
    return fail(ErrorKind::Usage, fmt::format("There is no recipe {}.", quotation(name)));
}

tl::unexpected<Error> takenName(const std::string& name)
{
    return fail(ErrorKind::Usage,
        fmt::format("There is a recipe {} already. Choose another name.", quotation(name)));
}

Expected<void> checkIsNoColor(const std::string& name, const Palette& palette)
{
    if (const GranuleColor* color = findColor(palette, name))
        return fail(ErrorKind::Usage,
            fmt::format("{} is a colour of the palette {} ({}). Choose another name.",
                quotation(name), palette.name(), color->name));
    return {};
}

} // namespace

std::size_t RecipeBook::position(const std::string& key) const
{
    return static_cast<std::size_t>(
        std::lower_bound(m_keys.begin(), m_keys.end(), key) - m_keys.begin());
}

bool RecipeBook::hasAt(std::size_t position, const std::string& key) const
{
    return position < m_keys.size() && m_keys[position] == key;
}

void RecipeBook::insert(Recipe recipe)
{
    const std::string key = foldedName(recipe.name);
    const auto at = static_cast<std::ptrdiff_t>(position(key));
    recipe.mix = withoutLocks(std::move(recipe.mix));
    recipe.tags = tidyTags(recipe.tags);
    m_keys.insert(m_keys.begin() + at, key);
    m_recipes.insert(m_recipes.begin() + at, std::move(recipe));
}

const Recipe* RecipeBook::find(std::string_view name) const
{
    const std::string key = foldedName(name);
    const std::size_t at = position(key);
    return hasAt(at, key) ? &m_recipes[at] : nullptr;
}

const Recipe* RecipeBook::findMix(const Mix& mix) const
{
    const auto wanted = laidShares(mix);
    const auto found = std::find_if(m_recipes.begin(), m_recipes.end(),
        [&](const Recipe& recipe) { return laidShares(recipe.mix) == wanted; });
    return found == m_recipes.end() ? nullptr : &*found;
}

std::vector<const Recipe*> RecipeBook::search(std::string_view text, const Palette* palette) const
{
    const std::vector<std::string> wanted = words(foldedName(text));
    std::vector<const Recipe*> found;
    for (const Recipe& recipe : m_recipes) {
        const std::string searched = wanted.empty() ? "" : searchedText(recipe, palette);
        if (std::all_of(wanted.begin(), wanted.end(),
                [&](const std::string& word) { return searched.find(word) != std::string::npos; }))
            found.push_back(&recipe);
    }
    std::stable_partition(
        found.begin(), found.end(), [](const Recipe* recipe) { return recipe->isFavourite; });
    return found;
}

Expected<void> RecipeBook::checkName(std::string_view name, const Palette& palette) const
{
    const auto checked = checkedRecipeName(name);
    if (!checked)
        return tl::unexpected(checked.error());
    if (find(*checked))
        return takenName(*checked);
    return checkIsNoColor(*checked, palette);
}

Expected<void> RecipeBook::add(Recipe recipe, const Palette& palette)
{
    if (const auto checked = checkName(recipe.name, palette); !checked)
        return checked;
    recipe.name = checkedRecipeName(recipe.name).value();
    insert(std::move(recipe));
    return {};
}

Expected<void> RecipeBook::rename(
    std::string_view name, const std::string& newName, const Palette& palette)
{
    const Recipe* recipe = find(name);
    if (!recipe)
        return unknownRecipe(name);
    const auto checked = checkedRecipeName(newName);
    if (!checked)
        return tl::unexpected(checked.error());
    if (const Recipe* owner = find(*checked); owner && owner != recipe)
        return takenName(*checked);
    if (const auto isNone = checkIsNoColor(*checked, palette); !isNone)
        return isNone;
    Recipe renamed = *recipe;
    renamed.name = *checked;
    if (const auto removed = remove(name); !removed)
        return removed;
    insert(std::move(renamed));
    return {};
}

Expected<void> RecipeBook::replace(const Recipe& recipe)
{
    const Recipe* old = find(recipe.name);
    if (!old)
        return unknownRecipe(recipe.name);
    Recipe changed = recipe;
    changed.name = old->name;
    if (const auto removed = remove(recipe.name); !removed)
        return removed;
    insert(std::move(changed));
    return {};
}

Expected<void> RecipeBook::remove(std::string_view name)
{
    const std::string key = foldedName(name);
    const std::size_t at = position(key);
    if (!hasAt(at, key))
        return unknownRecipe(name);
    m_keys.erase(m_keys.begin() + static_cast<std::ptrdiff_t>(at));
    m_recipes.erase(m_recipes.begin() + static_cast<std::ptrdiff_t>(at));
    return {};
}

int RecipeBook::merge(const RecipeBook& other)
{
    int added = 0;
    for (const Recipe& recipe : other.m_recipes) {
        Recipe copy = recipe;
        const auto wanted = laidShares(recipe.mix);
        const Recipe* same = find(copy.name);
        for (int number = 2; same && laidShares(same->mix) != wanted; ++number) {
            std::string base = recipe.name;
            const auto numbered = [&] { return fmt::format("{} {}", base, number); };
            // A number must not make the name too long; a cut inside a character is no name.
            while (!checkedRecipeName(numbered()))
                base.pop_back();
            copy.name = numbered();
            same = find(copy.name);
        }
        if (same)
            continue;
        insert(std::move(copy));
        ++added;
    }
    return added;
}

} // namespace tilewright
