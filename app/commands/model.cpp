#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/command.h"
#include "app/commands/model_report.h"

namespace tilewright {
namespace {

struct InspectOptions {
    std::filesystem::path path;
    std::filesystem::path base;
};

Expected<int> inspect(const InspectOptions& options, bool json)
{
    const auto kind = inference::recognise(options.path);
    if (!kind)
        return tl::unexpected(kind.error());
    auto report = [&]() -> Expected<Inspection> {
        switch (*kind) {
        case inference::ModelKind::Model:
            return inspectModelAt(options.path);
        case inference::ModelKind::Lora:
            return inspectLoraFile(options.path, options.base);
        case inference::ModelKind::Embedding:
            return inspectEmbedding(options.path);
        }
        return fail(ErrorKind::Internal, "This kind of file cannot be shown.");
    }();
    if (!report)
        return tl::unexpected(report.error());
    if (json)
        std::cout << report->json.dump(2) << "\n";
    else
        std::cout << report->text;
    return report->usable ? 0 : exitCode(ErrorKind::BadData);
}

} // namespace

void addModelCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& group = *root.add_subcommand("model", "Look into models, LoRAs and embeddings");
    group.require_subcommand(1);
    group.footer(R"(Example:
  tilewright model inspect ~/models/sdxl)");
    CLI::App& command
        = *group.add_subcommand("inspect", "Show what is in a model, a LoRA or an embedding");
    const auto options = std::make_shared<InspectOptions>();
    command
        .add_option("PATH", options->path, "Model folder in diffusers layout, or .safetensors file")
        ->type_name("")
        ->required();
    command.add_option("--base", options->base, "Model that a LoRA is compared with")
        ->type_name("MODEL");
    addJsonOption(command, invocation, "Write JSON");
    addVerboseOption(command, invocation);
    command.footer(R"(Examples:
  tilewright model inspect ~/models/sdxl
  tilewright model inspect tiles.safetensors --base ~/models/sdxl

Exit status: 0 when it can be used, 65 when something is missing, damaged or does not match.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return inspect(*options, invocation.json); };
    });
}

} // namespace tilewright
