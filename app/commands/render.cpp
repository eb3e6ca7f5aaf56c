#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/command.h"
#include "app/commands/render_plan.h"
#include "app/commands/render_run.h"
#include "app/support/interrupt.h"
#include "inference/pipeline/torch_generator.h"

namespace tilewright {
namespace {

std::unique_ptr<Reporter> makeReporter(const RenderPlan& plan, const Invocation& invocation)
{
    const RunFacts facts{plan.count, plan.first.seed};
    if (invocation.json)
        return makeJsonReporter(std::cout, facts);
    return makePersonReporter({std::cout, std::cerr}, facts);
}

Expected<int> render(const RenderOptions& options, const Invocation& invocation)
{
    const auto plan = planRender(options);
    if (!plan)
        return tl::unexpected(plan.error());
    Interrupt interrupt;
    const auto reporter = makeReporter(*plan, invocation);
    const int previewInterval = plan->preview ? 1 : 0;
    return runRender(
        *plan,
        [previewInterval] {
            inference::TorchGeneratorOptions generator;
            generator.previewInterval = previewInterval;
            return inference::makeTorchGenerator(generator);
        },
        *reporter, interrupt.token(), interrupt.writing());
}

constexpr const char* examples = R"(Examples:
  tilewright render --mix "50% red, 30% black, 20% pearl"
  tilewright render --mix "5:3:2 red:black:pearl" --size 768x512 --seed 7 -o wall.png
  tilewright render --mix "70% black, 30% pearl" --count 8 -o "proof-{seed}.png"
  tilewright render --mix "50% red, 50% black" --seed 7 --vary 42:0.2 -o near.png
  tilewright render --mix "60% gray, 40% red" --tolerance 1 --attempts 5 --seamless xy
  tilewright render --mix "80% gray, 20% blue" --model ~/models/sdxl --lora tiles.safetensors:0.7
  tilewright render --code TW-4HGE-C18T-H198-0JJP-8B -o shared.png
  tilewright render --prompt "rubber tile, 50% red, 50% black" --scheduler euler-a --steps 30

Where an option is left out, the model's profile (tilewright.json in its folder) decides.
Ctrl-C cancels within one step; a second Ctrl-C ends the program at once.

Exit status: 0 done, 64 wrong option or mix, 65 damaged or foreign model file, 69 device not
available, 70 internal error, 73 cannot write, 75 worth trying again (out of memory), 130
cancelled.)";

} // namespace

void addRenderCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& command = *root.add_subcommand("render", "Make tiles with the diffusion model");
    const auto options = std::make_shared<RenderOptions>();

    const char* what = "What to make";
    command
        .add_option(
            "--mix", options->mix, "Colours or recipes and shares, e.g. \"50% red, 50% black\"")
        ->type_name("TEXT")
        ->group(what);
    command
        .add_option("--code", options->code,
            "A tile that was shared, e.g. TW-4HGE-C18T-H198-0JJP-8B, instead of a mix")
        ->type_name("CODE")
        ->group(what);
    command.add_option("--prompt", options->prompt, "A free prompt instead of a mix")
        ->type_name("TEXT")
        ->group(what);
    command
        .add_option("--negative", options->negative,
            "What to keep away from; default: the profile's with --mix, none with --prompt")
        ->type_name("TEXT")
        ->group(what);
    command.add_option("--size", options->size, "Pixels, width x height; default: the profile's")
        ->type_name("WxH")
        ->group(what);
    command.add_option("--seed", options->seed, "Same seed, same tile; default: random, printed")
        ->type_name("N")
        ->group(what);
    command
        .add_option("--vary", options->vary,
            "Like the tile of --seed, but turned towards that of seed N: 0 is the tile itself; "
            "default: 0.2")
        ->type_name("N[:0..1]")
        ->group(what);
    command.add_option("--count", options->count, "Tiles with the seeds N, N+1, …; default: 1")
        ->type_name("N")
        ->check(CLI::Range(1, 1000).description(""))
        ->group(what);

    addPatternOptions(command, options->pattern, "Granules (with --guide mix)");

    const char* model = "Model";
    command
        .add_option("--model", options->model,
            "Folder in diffusers layout, or SDXL in one .safetensors file; default: the bundled "
            "starter model")
        ->type_name("FOLDER")
        ->group(model);
    command
        .add_option("--lora", options->loras,
            "LoRA and its scale, may be repeated; replaces the profile's; \"none\" for none")
        ->type_name("FILE[:SCALE]")
        ->allow_extra_args(false)
        ->group(model);
    command
        .add_option("--embedding", options->embeddings,
            "Textual inversion and its tokens, e.g. ti.safetensors:<s0>,<s1>; may be repeated; "
            "replaces the profile's; \"none\" for none")
        ->type_name("FILE[:TOKENS]")
        ->allow_extra_args(false)
        ->group(model);
    command.add_option("--clip-skip", options->clipSkip, "Text layers to leave out; default: 0")
        ->type_name("N")
        ->group(model);

    const char* sampling = "Sampling";
    command
        .add_option("--guide", options->guide,
            "mix: start from the granule picture of the exact mix (default with --mix); none: "
            "from noise alone (default with --prompt)")
        ->type_name("mix|none")
        ->group(sampling);
    command
        .add_option("--strength", options->strength,
            "With --guide mix: 0 keeps the granule picture, 1 ignores it")
        ->type_name("0..1")
        ->group(sampling);
    command
        .add_option("--hold", options->hold,
            "With --guide mix: how much of the granule picture's layout is held in each step")
        ->type_name("0..1")
        ->group(sampling);
    command
        .add_option("--retint", options->retint,
            "With --guide mix: how far granules that drifted get their colour back")
        ->type_name("0..1")
        ->group(sampling);
    command
        .add_option("--tolerance", options->tolerance,
            "With --guide mix: points of mean error that are accepted; default: 2")
        ->type_name("POINTS")
        ->group(sampling);
    command
        .add_option("--attempts", options->attempts,
            "With --guide mix: pictures made at most until one is within the tolerance; default: 3")
        ->type_name("N")
        ->group(sampling);
    command
        .add_option("--seamless", options->seamless,
            "Along which axes the tile can be laid side by side without a seam; default: none")
        ->type_name("none|x|y|xy")
        ->group(sampling);
    command.add_option("--steps", options->steps, "Denoising steps")
        ->type_name("N")
        ->group(sampling);
    command
        .add_option("--guidance", options->guidance,
            "How closely to follow the prompt; 1: no classifier-free guidance")
        ->type_name("G")
        ->group(sampling);
    command
        .add_option("--guidance-rescale", options->guidanceRescale,
            "Takes back the contrast that guidance adds; default: 0")
        ->type_name("0..1")
        ->group(sampling);
    command
        .add_option("--scheduler", options->scheduler,
            "dpmpp-2m-karras, dpmpp-2m, euler, euler-trailing or euler-a")
        ->type_name("NAME")
        ->group(sampling);

    const char* machine = "Machine";
    command
        .add_option("--device", options->device, "auto: the GPU with the most memory, else the CPU")
        ->type_name("auto|cpu|cuda[:N]")
        ->group(machine);
    command
        .add_option("--dtype", options->precision,
            "auto, float32, bfloat16 or float16; auto: the fastest that the device does well")
        ->type_name("NAME")
        ->group(machine);

    const char* output = "Output";
    command
        .add_option("-o,--output", options->output,
            "PNG to write; {seed} stands for the seed; default: tile.png")
        ->type_name("FILE")
        ->group(output);
    command
        .add_option("--preview", options->preview, "Keep a PNG of the picture in the making here")
        ->type_name("FILE")
        ->group(output);
    addJsonOption(command, invocation, "Tell progress as one JSON object a line");
    command.get_option("--json")->group(output);
    addVerboseOption(command, invocation);
    command.get_option("--verbose")->group(output);
    command.footer(examples);
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return render(*options, invocation); };
    });
}

} // namespace tilewright
