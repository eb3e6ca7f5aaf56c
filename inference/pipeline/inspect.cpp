#include "inference/pipeline/inspect.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>
#include <utility>

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

/// What is alive at once where a network is widest, counted in numbers. The denoiser: the states
/// kept for its upward half, and a transformer's gated layer of 8 widths with what it reads and
/// writes. The autoencoder: a residual block at full resolution, which takes the second width to
/// the first.
WorkingShape workingShape(const ModelParts& parts)
{
    WorkingShape shape;
    const UNetConfig& unet = parts.unet->config();
    std::int64_t kept = 0, widest = 0, area = 1;
    for (const auto& level : unet.levels) {
        kept += (level.layers + 1) * level.channels / area;
        widest = std::max(widest, 12 * level.channels / area);
        area *= 4;
    }
    shape.denoiseValues = kept + widest;
    const VaeConfig& vae = parts.vae->config();
    shape.factor = static_cast<int>(vae.factor());
    const std::int64_t fine = vae.channels.front();
    const std::int64_t coarser = vae.channels[std::min<std::size_t>(1, vae.channels.size() - 1)];
    shape.encodeValues = 4 * fine;
    shape.decodeValues = 2 * coarser + fine;
    const std::int64_t side = VaeTiling{}.latentSize * vae.factor();
    shape.decodePixels = side * side;
    shape.vaeParameters = parts.vae->parameters().elementCount();
    shape.vaeNeedsFloat32 = vae.forceUpcast;
    return shape;
}

void matchWith(LoraReport& report, const LoraFile& lora, const ModelParts& parts)
{
    auto fit = match(lora.modules(), parts.networks());
    for (const auto& target : fit.matched)
        report.matched.push_back(target.part + "." + target.weight);
    report.unmatched = std::move(fit.unmatched);
}

LoraReport reportOf(const LoraFile& lora, const fs::path& path)
{
    LoraReport report;
    report.file = path.string();
    report.format = lora.format();
    report.modules = static_cast<int>(lora.modules().size());
    for (const auto& module : lora.modules()) {
        report.rank = std::max(report.rank, static_cast<int>(module.rank()));
        report.parameters += module.down.numel() + module.up.numel();
    }
    return report;
}

LoraReport reportOf(const LoraChoice& choice, const ModelParts* parts)
{
    const auto lora = LoraFile::describe(choice.file);
    if (!lora) {
        LoraReport damaged;
        damaged.file = choice.file;
        damaged.problem = lora.error().message;
        return damaged;
    }
    LoraReport report = reportOf(*lora, choice.file);
    if (parts)
        matchWith(report, *lora, *parts);
    return report;
}

/// `taken`: the tokens of the embeddings so far; this one's are added.
EmbeddingReport reportOf(
    const EmbeddingChoice& choice, const ModelParts* parts, std::set<std::string>& taken)
{
    EmbeddingReport report;
    report.file = choice.file;
    const auto inversion = TextualInversion::open(choice.file);
    if (!inversion) {
        report.problem = inversion.error().message;
        return report;
    }
    report.vectors = static_cast<int>(inversion->tokenCount());
    report.firstWidth = inversion->first.size(1);
    report.secondWidth = inversion->second.size(1);
    const std::string name = fs::path(choice.file).filename().string();
    const auto expected = [parts](bool isFirst) {
        return (isFirst ? parts->textEncoder : parts->textEncoder2)->config().hiddenSize;
    };
    if (parts && (report.firstWidth != expected(true) || report.secondWidth != expected(false)))
        report.problem
            = fmt::format("The textual inversion {} does not fit this model: its vectors have {} "
                          "and {} numbers, the model's text encoders take {} and {}.",
                name, report.firstWidth, report.secondWidth, expected(true), expected(false));
    else if (!choice.tokens.empty() && std::cmp_not_equal(choice.tokens.size(), report.vectors))
        report.problem = fmt::format("The textual inversion {} holds {} tokens, and {} names were "
                                     "given for them: {}.",
            name, report.vectors, choice.tokens.size(), fmt::join(choice.tokens, ", "));
    for (int i = 0; i < report.vectors && report.problem.empty(); ++i) {
        const std::string token = choice.tokens.empty()
            ? fmt::format("<s{}>", taken.size())
            : choice.tokens[static_cast<std::size_t>(i)];
        if (!taken.insert(token).second)
            report.problem = fmt::format("The token {} of the textual inversion {} is taken "
                                         "already. Give it another name.",
                token, name);
        report.tokens.push_back(token);
    }
    return report;
}

/// A model that was trained with its tokens has them in its vocabulary.
bool isInVocabulary(const ModelParts& parts, const std::string& token)
{
    const int size = parts.tokenizer->vocabularySize();
    return parts.tokenizer->addToken(token) < size;
}

} // namespace

Expected<ModelReport> inspectModel(const fs::path& path, std::stop_token stop)
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
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Looking into the model was stopped.");
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
        if (const auto whole = ModelParts::describe(folder); whole)
            report.working = workingShape(*whole);
        else
            report.parts.front().problem = whole.error().message;
    }
    return report;
}

Expected<LoraReport> inspectLora(const fs::path& path, const fs::path& base)
{
    const auto lora = LoraFile::describe(path);
    if (!lora)
        return tl::unexpected(lora.error());
    LoraReport report = reportOf(*lora, path);
    if (base.empty())
        return report;
    const auto parts = ModelParts::describe(ModelLocation::of(base).folder);
    if (!parts)
        return tl::unexpected(parts.error());
    matchWith(report, *lora, *parts);
    return report;
}

Expected<ModelReport> inspectChoice(const ModelChoice& choice, std::stop_token stop)
{
    auto report = inspectModel(choice.model, stop);
    if (!report)
        return report;
    // Half a model still tells what the adapter files are, but not whether they fit.
    const auto parts = ModelParts::describe(ModelLocation::of(choice.model).folder);
    for (const LoraChoice& lora : choice.profile.loras) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Looking into the model was stopped.");
        report->loras.push_back(reportOf(lora, parts ? &*parts : nullptr));
    }
    std::set<std::string> taken;
    for (const EmbeddingChoice& embedding : choice.profile.embeddings)
        report->embeddings.push_back(reportOf(embedding, parts ? &*parts : nullptr, taken));
    // Without a LoRA the model itself may have learned them, as the starter model has.
    if (parts && !choice.profile.loras.empty()) {
        for (const std::string& token : placeholderTokens(choice.profile.prompt.tokens)) {
            if (!taken.contains(token) && !isInVocabulary(*parts, token))
                report->strayTokens.push_back(token);
        }
    }
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
    if (const auto lora = LoraFile::describe(path); !lora)
        return tl::unexpected(lora.error());
    return ModelKind::Lora;
}

} // namespace tilewright::inference
