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
    std::string
        name; ///< 1…60 characters, distinct whatever the case; no , ; : % + and no digits first
    Mix mix; ///< without locks
    std::vector<std::string> tags;
    bool isFavourite = false;
    std::string created; ///< UTC, ISO 8601
    bool operator==(const Recipe&) const = default;
};

/// What a name or a text of names and colours comes to.
struct ExpandedMix {
    Mix mix;
    /// For each recipe that was used, its name and contents: "granite: 50% dark gray, 50% gray".
    std::vector<std::string> contents;
};

/// A plain value: the recipes in the order of their names. Edits give an error and change nothing
/// when they cannot be done.
class RecipeBook {
public:
    const std::vector<Recipe>& recipes() const { return m_recipes; }
    /// Blind to case and surplus blanks; null if unknown.
    const Recipe* find(std::string_view name) const;
    /// The recipe of this mix, whatever the order and locks of its colours; null if there is none.
    const Recipe* findMix(const Mix& mix) const;
    /// Recipes whose name, tags or colours hold all words of the text; favourites first.
    std::vector<const Recipe*> search(std::string_view text) const;

    /// Errors: Usage when the name cannot be one, is taken, or is that of a colour.
    Expected<void> add(Recipe recipe, const Palette& palette);
    Expected<void> rename(
        std::string_view name, const std::string& newName, const Palette& palette);
    /// Another mix, other tags, favourite or not; the name stays.
    Expected<void> replace(const Recipe& recipe);
    Expected<void> remove(std::string_view name);

    /// A mix in which recipes stand beside colours: "60% granite, 40% red", "granite", and
    /// compounds "granite + ember" or "graniteember", which are equal parts of each. Shares are
    /// worked out exactly and rounded once, to the per mille. Errors: Usage, as parseMix(), also
    /// for more than six colours, which are named.
    Expected<ExpandedMix> expand(std::string_view text, const Palette& palette) const;

    /// JSON: {"recipes": [{"name": "…", "mix": […], "tags": […], "favourite": true, "created":
    /// "…"}]}. Errors: BadData with the place; a missing file is an empty book.
    static Expected<RecipeBook> load(const std::filesystem::path& file);
    Expected<void> save(const std::filesystem::path& file) const;
    /// Adds the recipes of another book; of equal names with unlike mixes the other's gets a number
    /// ("granite 2"). Gives how many were added.
    int merge(const RecipeBook& other);

    bool operator==(const RecipeBook&) const = default;

private:
    std::vector<Recipe> m_recipes;
};

} // namespace tilewright
