#include "inference/autoencoder/vae_config.h"

#include "inference/weights/config.h"

namespace tilewright::inference {

Expected<VaeConfig> VaeConfig::load(const std::filesystem::path& folder)
{
    auto opened = ConfigReader::open(folder / "config.json");
    if (!opened)
        return tl::unexpected(opened.error());
    ConfigReader& reader = *opened;
    VaeConfig config;
    config.imageChannels = reader.integer("in_channels", 3);
    config.latentChannels = reader.integer("latent_channels", 4);
    config.channels = reader.integers("block_out_channels");
    config.layers = reader.integer("layers_per_block", 1);
    config.groups = static_cast<int>(reader.integer("norm_num_groups", 32));
    config.scalingFactor = reader.number("scaling_factor", 0.18215);
    config.shiftFactor = reader.number("shift_factor", 0);
    config.latentsMean = reader.numbers("latents_mean");
    config.latentsDeviation = reader.numbers("latents_std");
    config.middleAttention = reader.boolean("mid_block_add_attention", true);
    config.quantConv = reader.boolean("use_quant_conv", true);
    config.postQuantConv = reader.boolean("use_post_quant_conv", true);
    config.forceUpcast = reader.boolean("force_upcast", true);
    config.sampleSize = reader.integer("sample_size", 1024);
    reader.require("act_fn", "silu");
    reader.require("out_channels", 3);
    for (const auto& [key, kind] : {std::pair{"down_block_types", "DownEncoderBlock2D"},
             std::pair{"up_block_types", "UpDecoderBlock2D"}}) {
        const auto blocks = reader.texts(key);
        if (blocks.size() != config.channels.size())
            reader.note("the lists of blocks and channels differ in length");
        for (const auto& block : blocks) {
            if (block != kind)
                reader.note("\"" + block + "\" is a kind of block that cannot be used");
        }
    }
    for (const auto channels : config.channels) {
        if (config.groups < 1 || channels % config.groups != 0)
            reader.note("\"block_out_channels\" are no multiples of \"norm_num_groups\"");
    }
    if (config.imageChannels != 3)
        reader.note("\"in_channels\" is not 3");
    if (config.latentChannels < 1 || config.latentChannels > 64 || config.channels.empty()
        || config.channels.size() > 8 || config.layers < 1 || config.layers > 16)
        reader.note("the number of channels or layers is out of bounds");
    if (config.scalingFactor == 0)
        reader.note("\"scaling_factor\" is 0");
    const auto perChannel = static_cast<std::size_t>(config.latentChannels);
    if (config.latentsMean.size() != config.latentsDeviation.size()
        || (!config.latentsMean.empty() && config.latentsMean.size() != perChannel))
        reader.note("\"latents_mean\" and \"latents_std\" do not suit \"latent_channels\"");
    if (auto good = reader.check(); !good)
        return tl::unexpected(good.error());
    return config;
}

} // namespace tilewright::inference
