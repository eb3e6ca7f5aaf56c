#include <CLI/CLI.hpp>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"

namespace tilewright {

void addCatalogCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App* group = root.add_subcommand(
        "catalog", "Hand tiles on: pictures, sheets, orders, floors, web pages");
    group->require_subcommand(1);
    addCatalogImages(*group, invocation);
    addCatalogProfiles(*group, invocation);
    addCatalogList(*group, invocation);
    addCatalogData(*group, invocation);
    addCatalogHtml(*group, invocation);
    addCatalogCode(*group, invocation);
    addCatalogOrder(*group, invocation);
    addCatalogFloor(*group, invocation);
    addCatalogSheet(*group, invocation);
    addCatalogOrder(*group, invocation);
}

} // namespace tilewright
