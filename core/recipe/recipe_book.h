// Mixes that have a name.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

struct Recipe {
    std::string name; ///< as checkedRecipeName() gives it; distinct whatever the case
    Mix mix; ///< without locks
    std::vector<std::string> tags;
    bool isFavourite = false;
    std::string created; ///< UTC, ISO 8601
    bool operator==(const Recipe&) const = default;
};

/// What a name or a text of names and colours comes to.
struct ExpandedMix {
    Mix mix;
    /// Those that were used, in the order of the text: what a compound holds.
    std::vector<Recipe> recipes;
};

/// A plain value: the recipes in the order of their names. Edits give an error and change nothing
/// when they cannot be done.
class RecipeBook {
public:
    const std::vector<Recipe>& recipes() const { return m_recipes; }
    bool isEmpty() const { return m_recipes.empty(); }
    /// Blind to case and surplus blanks; null if unknown.
    const Recipe* find(std::string_view name) const;
    /// The recipe of this mix, whatever the order and locks of its colours; null if there is none.
    const Recipe* findMix(const Mix& mix) const;
    /// Recipes whose name, tags or colours hold all words of the text, favourites first. With a
    /// palette also by the Russian names of the colours.
    std::vector<const Recipe*> search(
        std::string_view text, const Palette* palette = nullptr) const;

    /// Whether a new recipe may be called so. Errors: Usage when it cannot be a name, is taken, or
    /// is that of a colour.
    Expected<void> checkName(std::string_view name, const Palette& palette) const;
    /// Errors: as checkName().
    Expected<void> add(Recipe recipe, const Palette& palette);
    Expected<void> rename(
        std::string_view name, const std::string& newName, const Palette& palette);
    /// Another mix, other tags, favourite or not; the name stays. Errors: Usage when there is none.
    Expected<void> replace(const Recipe& recipe);
    Expected<void> remove(std::string_view name);

    /// A mix in which recipes stand beside colours: "60% granite, 40% red", "2 granite : 1 red",
    /// "granite", and compounds "granite + ember" or "graniteember", which are equal parts of each
    /// and may stand wherever a name may. A colour goes before a recipe of its name, a recipe
    /// before a compound; in a compound of one word, of two or three recipes, the longest first
    /// name counts. Shares (to six decimals) are worked out exactly and rounded once, to the per
    /// mille, by largest remainder. Colours are also found by their Russian names. Errors: Usage,
    /// as parseMix(), also for more than six colours, which are named.
    Expected<ExpandedMix> expand(std::string_view text, const Palette& palette) const;

    /// JSON: {"recipes": [{"name": "…", "mix": […], "tags": […], "favourite": true, "created":
    /// "…"}]}; the mix as core/generation/design_json.h has it.
    std::string toJson() const;
    /// `what` names the text in sentences. Errors: BadData with the place.
    static Expected<RecipeBook> fromJson(std::string_view json, const std::string& what);
    /// Errors: BadData; a missing file is an empty book.
    static Expected<RecipeBook> load(const std::filesystem::path& file);
    /// Makes the folder where it is missing. The file that was there is kept beside as FILE.bak.
    /// Errors: CannotWrite.
    Expected<void> save(const std::filesystem::path& file) const;
    /// Adds the recipes of another book; of equal names with unlike mixes the other's gets a number
    /// ("granite 2"). Gives how many were added.
    int merge(const RecipeBook& other);

    bool operator==(const RecipeBook&) const = default;

private:
    std::size_t position(const std::string& key) const;
    bool hasAt(std::size_t position, const std::string& key) const;
    void insert(Recipe recipe);

    std::vector<Recipe> m_recipes;
    std::vector<std::string> m_keys; ///< foldedName() of each, in order
};

/// $XDG_DATA_HOME/tilewright/recipes.json or its default: the user's own book.
std::filesystem::path recipeFile();

/// Now, as Recipe::created has it.
std::string currentTimestamp();

} // namespace tilewright
