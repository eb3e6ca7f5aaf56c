#include "inference/denoiser/unet_config.h"

#include "inference/weights/config.h"

namespace tilewright::inference {

Expected<UNetConfig> UNetConfig::load(const std::filesystem::path& folder)
{
    auto opened = ConfigReader::open(folder / "config.json");
    if (!opened)
        return tl::unexpected(opened.error());
    ConfigReader& reader = *opened;
    UNetConfig config;
    config.inputChannels = reader.integer("in_channels", 4);
    config.outputChannels = reader.integer("out_channels", 4);
    config.crossAttentionSize = reader.integer("cross_attention_dim", 1280);
    config.addedTimeSize = reader.integer("addition_time_embed_dim");
    config.addedEmbeddingSize = reader.integer("projection_class_embeddings_input_dim");
    config.sampleSize = reader.integer("sample_size", 128);
    config.groups = static_cast<int>(reader.integer("norm_num_groups", 32));
    config.normEpsilon = reader.number("norm_eps", 1e-5);
    config.frequencyShift = reader.number("freq_shift", 0);
    config.sineFirst = !reader.boolean("flip_sin_to_cos", true);
    config.linearProjection = reader.boolean("use_linear_projection", false);

    const auto channels = reader.integers("block_out_channels");
    const auto down = reader.texts("down_block_types");
    const auto up = reader.texts("up_block_types");
    const auto layers = reader.integersOrOne("layers_per_block", channels.size(), 2);
    // Named attention_head_dim, yet it is the number of heads: a slip in the original that files
    // have kept.
    const auto heads = reader.integersOrOne("attention_head_dim", channels.size(), 8);
    const auto transformers
        = reader.integersOrOne("transformer_layers_per_block", channels.size(), 1);
    if (down.size() != channels.size() || up.size() != channels.size())
        reader.note("the lists of blocks and channels differ in length");

    reader.require("addition_embed_type", "text_time");
    if (!reader.has("addition_embed_type"))
        reader.note("\"addition_embed_type\" is missing: this is no SDXL model");
    reader.require("act_fn", "silu");
    reader.require("mid_block_type", "UNetMidBlock2DCrossAttn");
    reader.require("time_embedding_type", "positional");
    reader.require("resnet_time_scale_shift", "default");
    reader.require("downsample_padding", 1);
    reader.require("mid_block_scale_factor", 1);
    reader.require("resnet_out_scale_factor", 1.0);
    reader.require("conv_in_kernel", 3);
    reader.require("conv_out_kernel", 3);
    reader.require("attention_type", "default");
    for (const auto* key : {"center_input_sample", "only_cross_attention", "dual_cross_attention",
             "upcast_attention", "resnet_skip_time_act", "class_embeddings_concat"})
        reader.require(key, false);
    for (const auto* key : {"num_attention_heads", "class_embed_type", "num_class_embeds",
             "encoder_hid_dim", "encoder_hid_dim_type", "time_cond_proj_dim", "time_embedding_dim",
             "time_embedding_act_fn", "timestep_post_act", "cross_attention_norm",
             "reverse_transformer_layers_per_block"})
        reader.require(key, nullptr);
    if (auto good = reader.check(); !good)
        return tl::unexpected(good.error());

    const auto count = channels.size();
    for (std::size_t i = 0; i < count; ++i) {
        UNetLevel level;
        level.channels = channels[i];
        level.layers = layers[i];
        level.heads = heads[i];
        level.transformerLayers = transformers[i];
        level.attentionDown = down[i] == "CrossAttnDownBlock2D";
        level.attentionUp = up[count - 1 - i] == "CrossAttnUpBlock2D";
        if (!level.attentionDown && down[i] != "DownBlock2D")
            reader.note("\"" + down[i] + "\" is a kind of block that cannot be used");
        if (!level.attentionUp && up[count - 1 - i] != "UpBlock2D")
            reader.note("\"" + up[count - 1 - i] + "\" is a kind of block that cannot be used");
        if (config.groups < 1 || level.channels % config.groups != 0)
            reader.note("\"block_out_channels\" are no multiples of \"norm_num_groups\"");
        if (level.heads < 1 || level.channels % level.heads != 0)
            reader.note("\"block_out_channels\" are no multiples of \"attention_head_dim\"");
        if (level.layers < 1 || level.layers > 16 || level.transformerLayers < 1
            || level.transformerLayers > 64)
            reader.note("the number of layers is out of bounds");
        config.levels.push_back(level);
    }
    if (config.addedEmbeddingSize <= 6 * config.addedTimeSize)
        reader.note("\"projection_class_embeddings_input_dim\" leaves no room for the pooled text");
    if (auto good = reader.check(); !good)
        return tl::unexpected(good.error());
    return config;
}

} // namespace tilewright::inference
