#include <algorithm>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/support/paths.h"
#include "inference/pipeline/diffusion_model.h"
#include "inference/weights/config.h"
#include "inference/weights/single_file.h"

namespace tilewright::inference {

namespace fs = std::filesystem;

namespace {

/// Reads a configuration and builds the network that it describes.
template <typename Network, typename Config>
Expected<std::unique_ptr<Network>> describePart(const fs::path& folder)
{
    auto config = Config::load(folder);
    if (!config)
        return tl::unexpected(config.error());
    return std::make_unique<Network>(*config);
}

Expected<bool> readModelIndex(const fs::path& folder)
{
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        return fail(ErrorKind::BadData,
            fmt::format("There is no model folder {}. A model is a folder in diffusers layout, "
                        "with model_index.json.",
                folder.string()));
    if (!fs::exists(folder / "model_index.json", ignored))
        return fail(ErrorKind::BadData,
            fmt::format("{} is not a model in diffusers layout: it has no model_index.json.",
                folder.string()));
    auto index = ConfigReader::open(folder / "model_index.json");
    if (!index)
        return tl::unexpected(index.error());
    const auto kind = index->text("_class_name", "");
    if (kind != "StableDiffusionXLPipeline" && kind != "StableDiffusionXLImg2ImgPipeline")
        return fail(ErrorKind::BadData,
            fmt::format("The model in {} is of the kind \"{}\"; only StableDiffusionXLPipeline can "
                        "be used.",
                folder.string(), kind));
    const bool zeros = index->boolean("force_zeros_for_empty_prompt", true);
    for (const auto* part : {"tokenizer", "tokenizer_2", "text_encoder", "text_encoder_2", "unet",
             "vae", "scheduler"}) {
        if (!fs::is_directory(folder / part, ignored))
            return fail(ErrorKind::BadData,
                fmt::format("The model in {} is incomplete: the folder {} is missing.",
                    folder.string(), part));
    }
    if (auto good = index->check(); !good)
        return tl::unexpected(good.error());
    return zeros;
}

/// The widths of the parts must fit each other, or they come from different models.
Expected<void> checkFit(const ModelParts& parts, const fs::path& folder)
{
    const auto& unet = parts.unet->config();
    const auto& first = parts.textEncoder->config();
    const auto& second = parts.textEncoder2->config();
    std::string problem;
    if (first.hiddenSize + second.hiddenSize != unet.crossAttentionSize)
        problem = fmt::format("the text encoders give {} + {} values a token, the UNet takes {}",
            first.hiddenSize, second.hiddenSize, unet.crossAttentionSize);
    else if (!second.projection)
        problem = "the second text encoder has no projection";
    else if (second.projectionSize + 6 * unet.addedTimeSize != unet.addedEmbeddingSize)
        problem = "the pooled text does not fit the UNet's added embedding";
    else if (unet.inputChannels != unet.outputChannels
        || unet.inputChannels != parts.vae->config().latentChannels)
        problem = fmt::format("the UNet works on {} channels, the VAE on {}", unet.inputChannels,
            parts.vae->config().latentChannels);
    else if (parts.tokenizer->maximumLength() > first.positions
        || parts.tokenizer2->maximumLength() > second.positions)
        problem = "the tokenizers give more tokens than the text encoders take";
    else if (parts.tokenizer->maximumLength() != parts.tokenizer2->maximumLength())
        problem = "the two tokenizers differ in length";
    else if (parts.tokenizer->vocabularySize() > first.vocabularySize
        || parts.tokenizer2->vocabularySize() > second.vocabularySize)
        problem = "the tokenizers know more tokens than the text encoders";
    if (problem.empty())
        return {};
    return fail(ErrorKind::BadData,
        fmt::format(
            "The parts of the model in {} do not belong together: {}.", folder.string(), problem));
}

} // namespace

Expected<ModelParts> ModelParts::describe(const fs::path& folder)
{
    ModelParts parts;
    Expected<void> good;
    const auto take = [&good](auto& target, auto&& result) {
        if (!good)
            return;
        if (result)
            target = std::move(*result);
        else
            good = tl::unexpected(result.error());
    };
    take(parts.zerosForNoPrompt, readModelIndex(folder));
    if (!good)
        return tl::unexpected(good.error());
    take(parts.tokenizer, Tokenizer::load(folder / "tokenizer"));
    take(parts.tokenizer2, Tokenizer::load(folder / "tokenizer_2"));
    take(parts.textEncoder, describePart<ClipTextEncoder, ClipTextConfig>(folder / "text_encoder"));
    take(parts.textEncoder2,
        describePart<ClipTextEncoder, ClipTextConfig>(folder / "text_encoder_2"));
    take(parts.unet, describePart<UNet, UNetConfig>(folder / "unet"));
    take(parts.vae, describePart<Autoencoder, VaeConfig>(folder / "vae"));
    take(parts.sampler, SamplerConfig::load(folder / "scheduler"));
    if (good)
        good = checkFit(parts, folder);
    if (!good)
        return tl::unexpected(good.error());
    return parts;
}

std::map<std::string, ParameterSet*> ModelParts::networks()
{
    return {{"text_encoder", &textEncoder->parameters()},
        {"text_encoder_2", &textEncoder2->parameters()}, {"unet", &unet->parameters()},
        {"vae", &vae->parameters()}};
}

std::map<std::string, const ParameterSet*> ModelParts::networks() const
{
    return {{"text_encoder", &textEncoder->parameters()},
        {"text_encoder_2", &textEncoder2->parameters()}, {"unet", &unet->parameters()},
        {"vae", &vae->parameters()}};
}

Expected<WeightSource> openWeights(const fs::path& folder, const std::string& part)
{
    const bool text = part.starts_with("text_encoder");
    auto source
        = WeightSource::openFolder(folder / part, text ? "model" : "diffusion_pytorch_model");
    if (source && text)
        source->ensurePrefix("text_model.", {"text_projection."});
    return source;
}

Expected<std::map<std::string, WeightSource>> openWeights(
    const ModelLocation& location, const std::map<std::string, ParameterSet*>& networks)
{
    if (!location.file.empty()) {
        const auto file = SafetensorsFile::open(location.file);
        if (!file)
            return tl::unexpected(file.error());
        auto sources = openSingleFile(*file, networks);
        if (std::all_of(sources.begin(), sources.end(),
                [](const auto& s) { return s.second.names().empty(); }))
            return fail(ErrorKind::BadData,
                fmt::format("{} is not a whole SDXL model: none of its names is one. "
                            "If it is a LoRA or "
                            "an embedding, give it as one.",
                    location.file.string()));
        return sources;
    }
    std::map<std::string, WeightSource> sources;
    for (const auto& [part, parameters] : networks) {
        auto source = openWeights(location.folder, part);
        if (!source)
            return tl::unexpected(source.error());
        sources.emplace(part, std::move(*source));
    }
    return sources;
}

ModelLocation ModelLocation::of(const fs::path& path)
{
    if (path.extension() == ".safetensors")
        return {resourceFolder() / "models" / "sdxl-1.0", path};
    return {path, {}};
}

} // namespace tilewright::inference
