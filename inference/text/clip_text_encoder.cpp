#include "inference/text/clip_text_encoder.h"

#include <ATen/ATen.h>

#include "inference/weights/config.h"

namespace tilewright::inference {

Expected<ClipTextConfig> ClipTextConfig::load(const std::filesystem::path& folder)
{
    auto reader = ConfigReader::open(folder / "config.json");
    if (!reader)
        return tl::unexpected(reader.error());
    ClipTextConfig config;
    config.vocabularySize = reader->integer("vocab_size", 49408);
    config.hiddenSize = reader->integer("hidden_size");
    config.intermediateSize = reader->integer("intermediate_size");
    config.layers = reader->integer("num_hidden_layers");
    config.heads = reader->integer("num_attention_heads");
    config.positions = reader->integer("max_position_embeddings", 77);
    config.projectionSize = reader->integer("projection_dim", 512);
    config.endTokenId = reader->integer("eos_token_id", 49407);
    config.normEpsilon = reader->number("layer_norm_eps", 1e-5);
    const auto activation = reader->text("hidden_act", "quick_gelu");
    config.quickGelu = activation == "quick_gelu";
    if (activation != "quick_gelu" && activation != "gelu")
        reader->note(
            "\"hidden_act\" is " + activation + ", and only quick_gelu and gelu can be used");
    const auto classes = reader->texts("architectures");
    config.projection = !classes.empty() && classes.front() == "CLIPTextModelWithProjection";
    if (config.heads == 0 || config.hiddenSize % config.heads != 0)
        reader->note("\"hidden_size\" is no multiple of \"num_attention_heads\"");
    if (config.layers < 2 || config.layers > 256)
        reader->note("\"num_hidden_layers\" must be 2 to 256");
    if (auto good = reader->check(); !good)
        return tl::unexpected(good.error());
    return config;
}

ClipTextEncoder::Layer::Layer(const Scope& scope, const ClipTextConfig& config)
    : norm1(scope / "layer_norm1", config.hiddenSize, config.normEpsilon)
    , query(scope / "self_attn" / "q_proj", config.hiddenSize, config.hiddenSize)
    , key(scope / "self_attn" / "k_proj", config.hiddenSize, config.hiddenSize)
    , value(scope / "self_attn" / "v_proj", config.hiddenSize, config.hiddenSize)
    , output(scope / "self_attn" / "out_proj", config.hiddenSize, config.hiddenSize)
    , norm2(scope / "layer_norm2", config.hiddenSize, config.normEpsilon)
    , expand(scope / "mlp" / "fc1", config.hiddenSize, config.intermediateSize)
    , contract(scope / "mlp" / "fc2", config.intermediateSize, config.hiddenSize)
{
}

at::Tensor ClipTextEncoder::Layer::forward(
    const at::Tensor& input, const ClipTextConfig& config) const
{
    at::Tensor state = norm1(input);
    state = input + output(attention(query(state), key(state), value(state), config.heads, true));
    at::Tensor inner = expand(norm2(state));
    inner = config.quickGelu ? inner * at::sigmoid(1.702 * inner) : at::gelu(inner);
    return state + contract(inner);
}

ClipTextEncoder::ClipTextEncoder(const ClipTextConfig& config)
    : m_config(config)
    , m_tokenEmbedding(m_parameters.declare("text_model.embeddings.token_embedding.weight",
          {config.vocabularySize, config.hiddenSize}))
    , m_positionEmbedding(m_parameters.declare(
          "text_model.embeddings.position_embedding.weight", {config.positions, config.hiddenSize}))
    , m_finalNorm(Scope(m_parameters) / "text_model" / "final_layer_norm", config.hiddenSize,
          config.normEpsilon)
{
    const Scope layers = Scope(m_parameters) / "text_model" / "encoder" / "layers";
    for (int i = 0; i < config.layers; ++i)
        m_layers.emplace_back(layers / i, config);
    if (config.projection)
        m_projection.emplace_back(Scope(m_parameters) / "text_projection", config.hiddenSize,
            config.projectionSize, false);
}

at::Tensor ClipTextEncoder::pooledPosition(const at::Tensor& ids) const
{
    // Configurations written before transformers 4.31 say 2, which is not the end token: there the
    // position of the largest id is meant. With added tokens that is the first of them, not the end
    // of the text; models were trained so, therefore it stays.
    if (m_config.endTokenId == 2)
        return ids.argmax(-1);
    return (ids == m_config.endTokenId).to(at::kInt).argmax(-1);
}

at::Tensor ClipTextEncoder::tokenEmbeddings(const at::Tensor& ids) const
{
    if (!m_addedEmbeddings.defined())
        return at::embedding(m_tokenEmbedding->value, ids);
    // Two lookups: joining the tables would copy the whole vocabulary for each prompt.
    const at::Tensor isAdded = ids >= m_firstAddedId;
    const at::Tensor known = at::embedding(m_tokenEmbedding->value, ids.masked_fill(isAdded, 0));
    const at::Tensor added = at::embedding(m_addedEmbeddings, (ids - m_firstAddedId).clamp_min(0));
    return at::where(isAdded.unsqueeze(-1), added, known);
}

ClipTextEncoder::Output ClipTextEncoder::forward(const at::Tensor& ids, int skip) const
{
    at::Tensor state = tokenEmbeddings(ids) + m_positionEmbedding->value.slice(0, 0, ids.size(1));
    const auto wanted = std::max<std::int64_t>(m_config.layers - 1 - skip, 0);
    Output output;
    for (std::int64_t i = 0; i < m_config.layers; ++i) {
        if (i == wanted)
            output.hidden = state;
        state = m_layers[static_cast<std::size_t>(i)].forward(state, m_config);
    }
    if (!m_projection.empty()) {
        const at::Tensor rows = at::arange(ids.size(0), ids.options());
        output.pooled = m_projection.front()(m_finalNorm(state).index({rows, pooledPosition(ids)}));
    }
    return output;
}

void ClipTextEncoder::setAddedEmbeddings(const at::Tensor& vectors, std::int64_t firstId)
{
    m_firstAddedId = firstId;
    m_addedEmbeddings
        = vectors.defined() ? vectors.to(m_tokenEmbedding->value.options()) : at::Tensor();
}

} // namespace tilewright::inference
