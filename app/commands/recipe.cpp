#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/report/terminal_text.h"
#include "app/support/named_mix.h"
#include "core/generation/design_json.h"
#include "core/mix/prompt_format.h"
#include "core/recipe/recipe_book.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

struct RecipeOptions {
    std::string text; ///< a name, a mix, words to look for, or a file
    std::string mix;
    std::string newName;
    std::vector<std::string> tags;
    std::string palette = "rubber-29";
    bool isFavourite = false;
    bool replace = false;
};

using Run = Expected<int> (*)(const RecipeOptions& options, bool json);

Expected<int> saved(const RecipeBook& book)
{
    return book.save(recipeFile()).map([] { return 0; });
}

Expected<int> list(const RecipeOptions& options, bool json)
{
    const auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    const auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    const auto found = book->search(options.text, &*palette);
    if (json) {
        RecipeBook shown = *book;
        for (const Recipe& recipe : book->recipes())
            if (std::find(found.begin(), found.end(), &recipe) == found.end())
                if (const auto removed = shown.remove(recipe.name); !removed)
                    return tl::unexpected(removed.error());
        std::cout << shown.toJson();
        return 0;
    }
    if (found.empty()) {
        std::cerr << (book->isEmpty()
                ? "There are no recipes yet. \"tilewright recipe add --help\" tells how to make "
                  "one.\n"
                : "No recipe holds these words.\n");
        return 0;
    }
    int width = 4;
    for (const Recipe* recipe : found)
        width = std::max(width, columnsOf(recipe->name));
    for (const Recipe* recipe : found) {
        const auto blanks = static_cast<std::size_t>(width - columnsOf(recipe->name));
        std::cout << fmt::format("{} {}{}  {}{}\n", recipe->isFavourite ? "*" : " ", recipe->name,
            std::string(blanks, ' '), formatMix(recipe->mix),
            recipe->tags.empty() ? "" : fmt::format("  [{}]", fmt::join(recipe->tags, ", ")));
    }
    return 0;
}

Expected<int> show(const RecipeOptions& options, bool json)
{
    const auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    const auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    const auto expanded = book->expand(options.text, *palette);
    if (!expanded)
        return tl::unexpected(expanded.error());
    if (json) {
        auto recipes = nlohmann::ordered_json::array();
        for (const Recipe& recipe : expanded->recipes)
            recipes.push_back({{"name", recipe.name}, {"mix", toJson(recipe.mix)}});
        std::cout << nlohmann::ordered_json{{"mix", toJson(expanded->mix)},
            {"recipes",
                recipes}}.dump(2)
                  << "\n";
        return 0;
    }
    std::cout << formatMix(expanded->mix) << "\n";
    for (const Recipe& recipe : expanded->recipes)
        std::cout << fmt::format("  {}: {}\n", recipe.name, formatMix(recipe.mix));
    return 0;
}

Expected<int> add(const RecipeOptions& options, bool)
{
    auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    const auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    const auto mix = readNamedMix(options.mix, *palette);
    if (!mix)
        return tl::unexpected(mix.error());
    const Recipe* old = book->find(options.text);
    Recipe recipe{options.text, *mix, options.tags, options.isFavourite, currentTimestamp()};
    if (old && options.replace) {
        recipe.tags = options.tags.empty() ? old->tags : options.tags;
        recipe.isFavourite = options.isFavourite || old->isFavourite;
        recipe.created = old->created;
    }
    const auto added = old && options.replace ? book->replace(recipe) : book->add(recipe, *palette);
    if (!added)
        return tl::unexpected(added.error());
    const Recipe& kept = *book->find(options.text);
    std::cout << fmt::format("{}: {}\n", kept.name, formatMix(kept.mix));
    return saved(*book);
}

Expected<int> rename(const RecipeOptions& options, bool)
{
    auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    const auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    return book->rename(options.text, options.newName, *palette).and_then([&] {
        return saved(*book);
    });
}

Expected<int> remove(const RecipeOptions& options, bool)
{
    auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    return book->remove(options.text).and_then([&] { return saved(*book); });
}

Expected<int> importFile(const RecipeOptions& options, bool)
{
    auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    // A file that was named must be there; only the user's own may be missing.
    const auto other = readTextFile(options.text).and_then([&](const std::string& text) {
        return RecipeBook::fromJson(text, "The recipe file " + options.text);
    });
    if (!other)
        return tl::unexpected(other.error());
    const int added = book->merge(*other);
    const auto total = static_cast<int>(other->recipes().size());
    std::cout << fmt::format("{} of {} recipes added{}\n", added, total,
        added < total ? "; the others were there already" : "");
    return saved(*book);
}

Expected<int> exportFile(const RecipeOptions& options, bool)
{
    const auto book = RecipeBook::load(recipeFile());
    if (!book)
        return tl::unexpected(book.error());
    if (const auto written = writeFileAtomically(options.text, book->toJson()); !written)
        return tl::unexpected(written.error());
    std::cout << fmt::format("{}  {} recipes\n", options.text, book->recipes().size());
    return 0;
}

class Commands {
public:
    Commands(CLI::App& group, Invocation& invocation) : m_group(group), m_invocation(invocation) { }

    struct Added {
        CLI::App& command;
        RecipeOptions& options;
    };
    Added add(const std::string& name, const std::string& help, Run run)
    {
        CLI::App& command = *m_group.add_subcommand(name, help);
        const auto options = std::make_shared<RecipeOptions>();
        command.callback([options, run, &invocation = m_invocation] {
            invocation.run = [options, run, &invocation] { return run(*options, invocation.json); };
        });
        addVerboseOption(command, m_invocation);
        return {command, *options};
    }

private:
    CLI::App& m_group;
    Invocation& m_invocation;
};

void addPaletteOption(Commands::Added& added)
{
    added.command
        .add_option("--palette", added.options.palette,
            "A palette's name or its JSON file; default: rubber-29")
        ->type_name("NAME|FILE");
}

void addText(Commands::Added& added, const std::string& name, const std::string& help)
{
    added.command.add_option(name, added.options.text, help)->type_name("")->required();
}

void addAdd(Commands& commands)
{
    auto added = commands.add("add", "Give a mix a name", &add);
    addText(added, "NAME", "What the mix is called");
    added.command
        .add_option("--mix", added.options.mix,
            "Colours and shares, other recipes too, e.g. \"60% granite, 40% red\"")
        ->type_name("TEXT")
        ->required();
    added.command.add_option("--tag", added.options.tags, "A word to find it by; may be repeated")
        ->type_name("WORD")
        ->allow_extra_args(false);
    added.command.add_flag("--favourite", added.options.isFavourite, "Comes first in lists");
    added.command.add_flag(
        "--replace", added.options.replace, "Change the recipe of this name if there is one");
    addPaletteOption(added);
}

} // namespace

void addRecipeCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& group = *root.add_subcommand("recipe", "Keep mixes by name, and use them in others");
    group.require_subcommand(1);
    group.footer(R"(Examples:
  tilewright recipe add granite --mix "70% gray, 30% dark gray" --tag stone
  tilewright recipe show "60% granite, 40% red"
  tilewright recipe list gray
  tilewright granulate --mix "graniteember" -o compound.png

A recipe's name may stand wherever a mix names a colour. Two names put together, "granite + ember"
or "graniteember", are equal parts of each.)");
    Commands commands(group, invocation);

    auto listed = commands.add("list", "Show the recipes, favourites first", &list);
    listed.command
        .add_option("WORDS", listed.options.text, "Words of their names, tags or colours")
        ->type_name("");
    addPaletteOption(listed);
    addJsonOption(listed.command, invocation, "Write JSON, as export does");

    auto shown = commands.add("show", "Show what a recipe, a compound or a mix holds", &show);
    addText(shown, "MIX", "e.g. granite, graniteember, \"60% granite, 40% red\"");
    addPaletteOption(shown);
    addJsonOption(shown.command, invocation, "Write JSON");

    addAdd(commands);

    auto renamed = commands.add("rename", "Give a recipe another name", &rename);
    addText(renamed, "NAME", "The name it has");
    renamed.command.add_option("NEW", renamed.options.newName, "The name it gets")
        ->type_name("")
        ->required();
    addPaletteOption(renamed);

    auto removed = commands.add("remove", "Forget a recipe", &remove);
    addText(removed, "NAME", "The recipe");
    auto imported = commands.add("import", "Add the recipes of a file", &importFile);
    addText(imported, "FILE", "JSON, as export writes it");
    auto exported = commands.add("export", "Write all recipes to a file", &exportFile);
    addText(exported, "FILE", "JSON to write");
}

} // namespace tilewright
