// Recipes on the command line: the commands, and mixes that name recipes.
#include <QTemporaryDir>
#include <QtTest>
#include <iostream>
#include <sstream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands/command.h"
#include "app/support/named_mix.h"
#include "core/image/png.h"
#include "core/mix/prompt_format.h"
#include "core/recipe/recipe_book.h"
#include "core/support/atomic_file.h"

using namespace tilewright;

namespace {

struct Outcome {
    int status = 0;
    std::string out;
    std::string error; ///< the sentence
};

/// Runs a command as main() does, in this process.
Outcome run(std::vector<std::string> arguments)
{
    CLI::App root;
    Invocation invocation;
    addRecipeCommand(root, invocation);
    addGranulateCommand(root, invocation);
    std::ostringstream out;
    std::streambuf* const screen = std::cout.rdbuf(out.rdbuf());
    Outcome outcome;
    std::reverse(arguments.begin(), arguments.end());
    try {
        root.parse(arguments);
        if (const auto status = invocation.run()) {
            outcome.status = *status;
        } else {
            outcome.status = exitCode(status.error().kind);
            outcome.error = status.error().message;
        }
    } catch (const CLI::ParseError& error) {
        outcome.status = exitCode(ErrorKind::Usage);
        outcome.error = error.what();
    }
    std::cout.rdbuf(screen);
    outcome.out = out.str();
    return outcome;
}

} // namespace

class RecipeCommandTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::string path(const char* name) const
    {
        return m_home->filePath(QString::fromUtf8(name)).toStdString();
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
    }

    void addListShowRemove()
    {
        QCOMPARE(run({"recipe", "add", "Granite", "--mix", "70% gray, 30% dark gray", "--tag",
                         "stone", "--tag", "park"})
                     .out,
            std::string("Granite: 70% gray, 30% dark gray\n"));
        QCOMPARE(run({"recipe", "add", "Мак", "--mix", "60% granite, 40% red", "--favourite"}).out,
            std::string("Мак: 42% gray, 18% dark gray, 40% red\n"));
        QCOMPARE(run({"recipe", "list"}).out,
            std::string("* Мак      42% gray, 18% dark gray, 40% red\n"
                        "  Granite  70% gray, 30% dark gray  [stone, park]\n"));
        QCOMPARE(run({"recipe", "list", "park"}).out,
            std::string("  Granite  70% gray, 30% dark gray  [stone, park]\n"));
        QCOMPARE(run({"recipe", "show", "50% granite, 50% white"}).out,
            std::string("35% gray, 15% dark gray, 50% white\n"
                        "  Granite: 70% gray, 30% dark gray\n"));
        QCOMPARE(run({"recipe", "rename", "granite", "Basalt"}).status, 0);
        QCOMPARE(run({"recipe", "remove", "granite"}).error,
            std::string("There is no recipe \"granite\"."));
        QCOMPARE(run({"recipe", "remove", "BASALT"}).status, 0);
        QCOMPARE(RecipeBook::load(recipeFile())->recipes().size(), std::size_t{1});
    }

    void addRefusesAndReplaces()
    {
        QCOMPARE(run({"recipe", "add", "red", "--mix", "100% black"}).status, 64);
        QCOMPARE(run({"recipe", "add", "a", "--mix", "100% blakc"}).status, 64);
        QCOMPARE(run({"recipe", "add", "a"}).status, 64);
        QVERIFY(!std::filesystem::exists(recipeFile()));
        QCOMPARE(run({"recipe", "add", "a", "--mix", "100% black", "--tag", "t"}).status, 0);
        QCOMPARE(run({"recipe", "add", "A", "--mix", "100% white"}).status, 64);
        QCOMPARE(run({"recipe", "add", "A", "--mix", "100% white", "--replace"}).status, 0);
        const auto book = RecipeBook::load(recipeFile());
        QCOMPARE(formatMix(book->find("a")->mix), std::string("100% white"));
        QCOMPARE(book->find("a")->tags, std::vector<std::string>{"t"});
        QVERIFY(!book->find("a")->created.empty());
    }

    void json()
    {
        run({"recipe", "add", "a", "--mix", "100% black"});
        run({"recipe", "add", "b", "--mix", "100% white"});
        const auto listed
            = RecipeBook::fromJson(run({"recipe", "list", "white", "--json"}).out, "It");
        QVERIFY(listed);
        QCOMPARE(listed->recipes().size(), std::size_t{1});
        const auto shown = nlohmann::json::parse(run({"recipe", "show", "a+b", "--json"}).out);
        QCOMPARE(shown.at("mix").size(), std::size_t{2});
        QCOMPARE(shown.at("recipes").at(1).at("name").get<std::string>(), std::string("b"));
    }

    void exportAndImport()
    {
        run({"recipe", "add", "a", "--mix", "100% black"});
        run({"recipe", "add", "b", "--mix", "100% white"});
        QCOMPARE(run({"recipe", "export", path("all.json")}).status, 0);
        run({"recipe", "remove", "a"});
        run({"recipe", "add", "b", "--mix", "100% blue", "--replace"});
        QCOMPARE(
            run({"recipe", "import", path("all.json")}).out, std::string("2 of 2 recipes added\n"));
        QCOMPARE(run({"recipe", "import", path("all.json")}).out,
            std::string("0 of 2 recipes added; the others were there already\n"));
        QVERIFY(RecipeBook::load(recipeFile())->find("b 2"));
        QCOMPARE(run({"recipe", "import", path("none.json")}).status, 65);
        QCOMPARE(run({"recipe", "export", path("no/folder.json")}).status, 73);
    }

    void mixesMayNameRecipes()
    {
        run({"recipe", "add", "granite", "--mix", "50% gray, 50% dark gray"});
        const std::string file = path("tile.png");
        const Outcome named = run({"granulate", "--mix", "60% granite, 40% red", "--mix2",
            "granite", "--pattern", "stripes", "--size", "64", "--seed", "7", "-o", file});
        QVERIFY2(named.status == 0, named.error.c_str());
        const std::string plain = path("plain.png");
        run({"granulate", "--mix", "30% gray, 30% dark gray, 40% red", "--mix2",
            "50% gray, 50% dark gray", "--pattern", "stripes", "--size", "64", "--seed", "7", "-o",
            plain});
        QCOMPARE(readTextFile(file).value(), readTextFile(plain).value());
        const Outcome unknown = run({"granulate", "--mix", "grnaite", "-o", file});
        QCOMPARE(unknown.status, 64);
        QVERIFY(unknown.error.find("nearest names are: granite") != std::string::npos);
    }

    void damagedRecipesDisturbOnlyWhoNeedsThem()
    {
        QVERIFY(RecipeBook().save(recipeFile()));
        QVERIFY(writeFileAtomically(recipeFile(), "{ broken"));
        const Palette palette = loadPalette("rubber-29", {}).value();
        QVERIFY(readNamedMix("50% red, 50% black", palette));
        const auto needed = readNamedMix("granite", palette);
        QVERIFY(!needed);
        QCOMPARE(needed.error().kind, ErrorKind::BadData);
        QCOMPARE(run({"recipe", "add", "a", "--mix", "100% red"}).status, 65);
        QCOMPARE(readTextFile(recipeFile()).value(), std::string("{ broken"));
    }
};

QTEST_GUILESS_MAIN(RecipeCommandTest)
#include "recipe_test.moc"
