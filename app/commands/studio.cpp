#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/command.h"
#ifdef TILEWRIGHT_STUDIO
#include "app/studio.h"
#include "core/generation/model_list.h"
#endif

namespace tilewright {
namespace {

#ifdef TILEWRIGHT_STUDIO
/// The one that was used last; the starter model where that is not known or not there.
KnownModel rememberedModel()
{
    const auto models = ModelList::load(modelListFile());
    if (!models)
        logError(models.error());
    const KnownModel known = models ? models->current() : ModelList().current();
    return modelPath(known.path) ? known : ModelList().current();
}
#endif

Expected<int> studio([[maybe_unused]] const std::string& model)
{
#ifdef TILEWRIGHT_STUDIO
    if (model.empty())
        return openStudio(rememberedModel());
    const auto folder = modelPath(model);
    if (!folder)
        return tl::unexpected(folder.error());
    return openStudio({folder->string(), {}, {}, {}});
#else
    return fail(ErrorKind::DeviceUnavailable,
        "This program was built without the studio. Make a tile without a window: tilewright "
        "render "
        "--mix \"50% red, 30% black, 20% pearl\". \"tilewright --help\" tells more.");
#endif
}

} // namespace

void addStudioCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& command
        = *root.add_subcommand("studio", "Open the studio; the same as no command at all");
    const auto model = std::make_shared<std::string>();
    command
        .add_option("--model", *model,
            "Folder in diffusers layout, or SDXL in one .safetensors file; default: the one used "
            "last, at first the bundled "
            "starter model")
        ->type_name("FOLDER");
    addVerboseOption(command, invocation);
    command.footer(R"(Examples:
  tilewright
  tilewright studio --model ~/models/sdxl

Exit status: 0 when the window was closed, 65 when the model's profile is damaged, 69 without a
display.)");
    invocation.run = [model] { return studio(*model); };
    command.callback([&invocation, open = invocation.run] { invocation.run = open; });
}

} // namespace tilewright
