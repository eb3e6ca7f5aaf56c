#include "app/support/named_mix.h"

#include "core/mix/prompt_format.h"
#include "core/recipe/recipe_book.h"

namespace tilewright {

Expected<Mix> readNamedMix(std::string_view text, const Palette& palette)
{
    // Damaged recipes shall not stand in the way of a mix of colours.
    auto ofColors = parseMix(text, palette);
    if (ofColors)
        return ofColors;
    const auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    const auto expanded = book->expand(text, palette);
    if (expanded)
        return expanded->mix;
    // Who has no recipes need not be told of them.
    return book->isEmpty() ? ofColors : tl::unexpected(expanded.error());
}

} // namespace tilewright
