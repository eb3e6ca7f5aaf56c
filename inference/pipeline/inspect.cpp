#include "inference/pipeline/inspect.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/support/atomic_file.h"
#include "inference/adapter/lora.h"
#include "inference/adapter/textual_inversion.h"
#include "inference/pipeline/diffusion_model.h"

namespace tilewright::inference {

namespace fs = std::filesystem;

namespace {

/// What a network's configuration tells, in words.
std::map<std::string, std::string> factsOf(const UNetConfig& config)
{
    std::vector<std::int64_t> channels, heads, transformers;
    for (const auto& level : config.levels) {
        channels.push_back(level.channels);
        heads.push_back(level.heads);
        transformers.push_back(
            level.attentionDown || level.attentionUp ? level.transformerLayers : 0);
    }
    return {{"channels", fmt::format("{}", fmt::join(channels, ", "))},
        {"latent channels", fmt::format("{}", config.inputChannels)},
        {"attention heads", fmt::format("{}", fmt::join(heads, ", "))},
        {"transformer layers", fmt::format("{}", fmt::join(transformers, ", "))},
        {"text width", fmt::format("{}", config.crossAttentionSize)}};
}

std::map<std::string, std::string> factsOf(const VaeConfig& config)
{
    return {{"channels", fmt::format("{}", fmt::join(config.channels, ", "))},
        {"latent channels", fmt::format("{}", config.latentChannels)},
        {"pixels a latent pixel", fmt::format("{}", config.factor())}};
}

std::map<std::string, std::string> factsOf(const ClipTextConfig& config)
{
    return {{"layers", fmt::format("{}", config.layers)},
        {"width", fmt::format("{}", config.hiddenSize)},
        {"vocabulary", fmt::format("{}", config.vocabularySize)}};
}

template <typename Network, typename Config>
void inspectNetwork(PartReport& report, const ModelLocation& location)
{
    const auto config = Config::load(location.folder / report.name);
    if (!config) {
        report.problem = config.error().message;
        return;
    }
    report.facts = factsOf(*config);
    Network network(*config);
    report.parameters = network.parameters().elementCount();
    const auto sources = openWeights(location, {{report.name, &network.parameters()}});
    if (!sources) {
        report.problem = sources.error().message;
        return;
    }
    const WeightSource* source = &sources->at(report.name);
    report.bytes = static_cast<std::int64_t>(source->byteCount());
    std::set<std::string> dtypes;
    for (const auto& name : source->names())
        dtypes.emplace(toText(source->find(name)->dtype));
    report.dtypes.assign(dtypes.begin(), dtypes.end());
    auto fit = match(network.parameters(), *source);
    report.missing = std::move(fit.missing);
    report.misshapen = std::move(fit.misshapen);
    report.unexpected = std::move(fit.unexpected);
}

void inspectTokenizer(PartReport& report, const fs::path& folder)
{
    const auto tokenizer = Tokenizer::load(folder / report.name);
    if (!tokenizer) {
        report.problem = tokenizer.error().message;
        return;
    }
    report.facts = {{"vocabulary", fmt::format("{}", (*tokenizer)->vocabularySize())},
        {"length", fmt::format("{}", (*tokenizer)->maximumLength())}};
}

void inspectScheduler(PartReport& report, const fs::path& folder)
{
    const auto config = SamplerConfig::load(folder / report.name);
    if (!config) {
        report.problem = config.error().message;
        return;
    }
    report.facts = {
        {"prediction", config->prediction == PredictionType::Epsilon ? "epsilon" : "v_prediction"},
        {"timesteps", fmt::format("{}", config->trainTimesteps)}};
}

std::string classOf(const nlohmann::json& index, const std::string& part)
{
    if (index.contains(part) && index[part].is_array() && index[part].size() == 2
        && index[part][1].is_string())
        return index[part][1];
    return {};
}

} // namespace

bool ModelReport::complete() const
{
    return std::all_of(parts.begin(), parts.end(), [](const PartReport& part) {
        return part.problem.empty() && part.missing.empty() && part.misshapen.empty();
    });
}

Expected<ModelReport> inspectModel(const fs::path& path)
{
    const ModelLocation location = ModelLocation::of(path);
    const fs::path& folder = location.folder;
    std::error_code ignored;
    if (!fs::exists(folder / "model_index.json", ignored))
        return fail(ErrorKind::BadData,
            fmt::format("{} is not a model in diffusers layout: it has no model_index.json.",
                folder.string()));
    const auto text = readTextFile(folder / "model_index.json");
    if (!text)
        return tl::unexpected(text.error());
    const auto index = nlohmann::json::parse(*text, nullptr, false);
    if (!index.is_object())
        return fail(ErrorKind::BadData,
            fmt::format("{} is damaged: its model_index.json is not JSON.", folder.string()));
    ModelReport report;
    if (index.contains("_class_name") && index["_class_name"].is_string())
        report.pipelineClass = index["_class_name"];
    for (const auto* name : {"tokenizer", "tokenizer_2", "text_encoder", "text_encoder_2", "unet",
             "vae", "scheduler"}) {
        PartReport part;
        part.name = name;
        part.className = classOf(index, name);
        if (!fs::is_directory(folder / name, ignored))
            part.problem = fmt::format("The folder {} is missing.", name);
        else if (part.name.starts_with("tokenizer"))
            inspectTokenizer(part, folder);
        else if (part.name.starts_with("text_encoder"))
            inspectNetwork<ClipTextEncoder, ClipTextConfig>(part, location);
        else if (part.name == "unet")
            inspectNetwork<UNet, UNetConfig>(part, location);
        else if (part.name == "vae")
            inspectNetwork<Autoencoder, VaeConfig>(part, location);
        else
            inspectScheduler(part, folder);
        report.parts.push_back(std::move(part));
    }
    // Parts that are each sound may still not belong together.
    if (report.complete()) {
        if (const auto whole = ModelParts::describe(folder); !whole)
            report.parts.front().problem = whole.error().message;
    }
    return report;
}

Expected<LoraReport> inspectLora(const fs::path& path, const fs::path& base)
{
    const auto lora = LoraFile::open(path);
    if (!lora)
        return tl::unexpected(lora.error());
    LoraReport report;
    report.format = lora->format();
    report.modules = static_cast<int>(lora->modules().size());
    for (const auto& module : lora->modules()) {
        report.rank = std::max(report.rank, static_cast<int>(module.rank()));
        report.parameters += module.down.numel() + module.up.numel();
    }
    if (base.empty())
        return report;
    const auto parts = ModelParts::describe(ModelLocation::of(base).folder);
    if (!parts)
        return tl::unexpected(parts.error());
    auto fit = match(lora->modules(), std::as_const(*parts).networks());
    for (const auto& target : fit.matched)
        report.matched.push_back(target.part + "." + target.weight);
    report.unmatched = std::move(fit.unmatched);
    return report;
}

Expected<ModelKind> recognise(const fs::path& path)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return ModelKind::Model;
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto& tensors = file->tensors();
    const auto unet = tensors.lower_bound("model.diffusion_model.");
    if (unet != tensors.end() && unet->first.starts_with("model.diffusion_model."))
        return ModelKind::Model;
    if (TextualInversion::open(path))
        return ModelKind::Embedding;
    if (const auto lora = LoraFile::open(path); !lora)
        return tl::unexpected(lora.error());
    return ModelKind::Lora;
}

} // namespace tilewright::inference
