#include "inference/pipeline/diffusion_model.h"

#include <ATen/ATen.h>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "inference/adapter/textual_inversion.h"

namespace tilewright::inference {

namespace {

at::ScalarType scalarTypeOf(Precision precision)
{
    switch (precision) {
    case Precision::BFloat16:
        return at::kBFloat16;
    case Precision::Float16:
        return at::kHalf;
    case Precision::Auto:
    case Precision::Float32:
        break;
    }
    return at::kFloat;
}

std::string placeholder(std::size_t index)
{
    return fmt::format("<s{}>", index);
}

} // namespace

Expected<std::unique_ptr<DiffusionModel>> DiffusionModel::load(const ModelLocation& location,
    const ResolvedDevice& device, const LoadObserver& observer, std::stop_token stop)
{
    auto parts = ModelParts::describe(location.folder);
    if (!parts)
        return tl::unexpected(parts.error());
    std::unique_ptr<DiffusionModel> model(new DiffusionModel);
    model->m_folder = location.folder;
    model->m_parts = std::move(*parts);
    const auto where = device.cuda
        ? at::Device(at::kCUDA, static_cast<at::DeviceIndex>(device.index))
        : at::Device(at::kCPU);
    model->m_options = at::TensorOptions(where).dtype(scalarTypeOf(device.precision));
    // SDXL's own VAE overflows in float16.
    const bool upcast
        = device.precision == Precision::Float16 && model->m_parts.vae->config().forceUpcast;
    model->m_vaeOptions = upcast ? model->m_options.dtype(at::kFloat) : model->m_options;

    const auto networks = model->m_parts.networks();
    auto sources = openWeights(location, networks);
    if (!sources)
        return tl::unexpected(sources.error());
    model->m_sources = std::move(*sources);
    int done = 0;
    for (const auto& [part, parameters] : networks) {
        if (auto loaded = inference::load(
                *parameters, model->m_sources.at(part), model->optionsOf(part), part, stop);
            !loaded)
            return tl::unexpected(loaded.error());
        if (observer)
            observer(++done, static_cast<int>(networks.size()));
    }
    return model;
}

const at::TensorOptions& DiffusionModel::optionsOf(const std::string& part) const
{
    return part == "vae" ? m_vaeOptions : m_options;
}

Expected<std::vector<DiffusionModel::LoraOutcome>> DiffusionModel::setLoras(
    const std::vector<LoraChoice>& loras, std::stop_token stop)
{
    if (loras == m_loras)
        return m_outcomes;
    std::vector<LoraFile> files;
    for (const auto& choice : loras) {
        auto file = LoraFile::open(choice.file);
        if (!file)
            return tl::unexpected(file.error());
        files.push_back(std::move(*file));
    }

    struct Change {
        const LoraModule* module;
        double scale;
    };
    std::map<std::string, std::map<std::string, std::vector<Change>>>
        changes; // part -> weight -> what is added
    std::vector<LoraOutcome> outcomes;
    const auto networks = m_parts.networks();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto fit = match(files[i].modules(), std::as_const(m_parts).networks());
        if (fit.matched.empty())
            return fail(ErrorKind::BadData,
                fmt::format("The LoRA {} does not fit this model: none of its {} modules is found "
                            "in it. It was trained "
                            "for another kind of model.",
                    files[i].name(), files[i].modules().size()),
                fmt::format("first: {}", fit.unmatched.front()));
        for (const auto& target : fit.matched)
            changes[target.part][target.weight].push_back({target.module, loras[i].scale});
        outcomes.push_back({files[i].name(), fit.matched.size(), fit.unmatched});
    }

    // Everything is computed before anything is replaced, so that a failure leaves the model as it
    // was.
    std::map<Parameter*, at::Tensor> replaced;
    for (const auto& [part, weights] : m_touched) {
        for (const auto& weight : weights) {
            if (changes[part].contains(weight))
                continue;
            const auto stored = m_sources.at(part).read(weight);
            if (!stored)
                return tl::unexpected(stored.error());
            replaced[networks.at(part)->find(weight)] = prepare(*stored, optionsOf(part));
        }
    }
    std::map<std::string, std::vector<std::string>> touched;
    for (const auto& [part, weights] : changes) {
        for (const auto& [weight, added] : weights) {
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, "Cancelled.");
            const auto stored = m_sources.at(part).read(weight);
            if (!stored)
                return tl::unexpected(stored.error());
            at::Tensor value = stored->to(at::kFloat, false, true);
            for (const auto& [module, scale] : added)
                value += module->delta() * scale;
            replaced[networks.at(part)->find(weight)] = prepare(value, optionsOf(part));
            touched[part].push_back(weight);
        }
    }
    for (auto& [parameter, value] : replaced)
        parameter->value = value;
    m_touched = std::move(touched);
    m_loras = loras;
    m_outcomes = std::move(outcomes);
    return m_outcomes;
}

Expected<void> DiffusionModel::setEmbeddings(const std::vector<EmbeddingChoice>& embeddings)
{
    if (embeddings == m_embeddings)
        return {};
    auto tokenizer = Tokenizer::load(m_folder / "tokenizer");
    auto tokenizer2 = Tokenizer::load(m_folder / "tokenizer_2");
    if (!tokenizer || !tokenizer2)
        return tl::unexpected((tokenizer ? tokenizer2 : tokenizer).error());
    // Added tokens follow on what the tokenizer knows, which may be less than the encoder has rows
    // for.
    const int firstId = (*tokenizer)->vocabularySize(), firstId2 = (*tokenizer2)->vocabularySize();
    std::vector<at::Tensor> first, second;
    std::set<std::string> known;
    for (const auto& choice : embeddings) {
        auto inversion = TextualInversion::open(choice.file);
        if (!inversion)
            return tl::unexpected(inversion.error());
        if (inversion->first.size(1) != m_parts.textEncoder->config().hiddenSize
            || inversion->second.size(1) != m_parts.textEncoder2->config().hiddenSize)
            return fail(ErrorKind::BadData,
                fmt::format("The embedding {} does not fit this model: its vectors have {} and {} "
                            "values, the model's "
                            "text encoders take {} and {}.",
                    choice.file, inversion->first.size(1), inversion->second.size(1),
                    m_parts.textEncoder->config().hiddenSize,
                    m_parts.textEncoder2->config().hiddenSize));
        const auto count = static_cast<std::size_t>(inversion->tokenCount());
        if (!choice.tokens.empty() && choice.tokens.size() != count)
            return fail(ErrorKind::Usage,
                fmt::format("The embedding {} holds {} tokens, and {} names were given for them.",
                    choice.file, count, choice.tokens.size()));
        for (std::size_t i = 0; i < count; ++i) {
            const std::string token
                = choice.tokens.empty() ? placeholder(known.size()) : choice.tokens[i];
            const bool added = known.insert(token).second
                && (*tokenizer)->addToken(token) >= firstId
                && (*tokenizer2)->addToken(token) >= firstId2;
            if (!added)
                return fail(ErrorKind::Usage,
                    fmt::format(
                        "The token {} of the embedding {} is taken already. Give it another name.",
                        token, choice.file));
        }
        first.push_back(inversion->first);
        second.push_back(inversion->second);
    }
    m_parts.tokenizer = std::move(*tokenizer);
    m_parts.tokenizer2 = std::move(*tokenizer2);
    m_parts.textEncoder->setAddedEmbeddings(first.empty() ? at::Tensor() : at::cat(first), firstId);
    m_parts.textEncoder2->setAddedEmbeddings(
        second.empty() ? at::Tensor() : at::cat(second), firstId2);
    m_embeddings = embeddings;
    return {};
}

} // namespace tilewright::inference
