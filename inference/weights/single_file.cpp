#include "inference/weights/single_file.h"

#include <array>
#include <spdlog/fmt/fmt.h>

#include "inference/weights/original_names.h"

namespace tilewright::inference {

namespace {

struct Replacement {
    std::string_view ours, theirs;
};

/// Replaces the first occurrence of each.
std::string replaced(std::string name, std::span<const Replacement> replacements)
{
    for (const auto& [ours, theirs] : replacements) {
        if (const auto at = name.find(ours); at != std::string::npos)
            name.replace(at, ours.size(), theirs);
    }
    return name;
}

constexpr std::array vaeNames{
    Replacement{"mid_block.attentions.0.group_norm", "mid.attn_1.norm"},
    Replacement{"mid_block.attentions.0.to_q", "mid.attn_1.q"},
    Replacement{"mid_block.attentions.0.to_k", "mid.attn_1.k"},
    Replacement{"mid_block.attentions.0.to_v", "mid.attn_1.v"},
    Replacement{"mid_block.attentions.0.to_out.0", "mid.attn_1.proj_out"},
    Replacement{"mid_block.resnets.0", "mid.block_1"},
    Replacement{"mid_block.resnets.1", "mid.block_2"},
    Replacement{"downsamplers.0", "downsample"},
    Replacement{"upsamplers.0", "upsample"},
    Replacement{"resnets", "block"},
    Replacement{"conv_shortcut", "nin_shortcut"},
    Replacement{"conv_norm_out", "norm_out"},
    Replacement{"down_blocks", "down"},
};

constexpr std::array openClipNames{
    Replacement{"text_model.embeddings.token_embedding", "token_embedding"},
    Replacement{"text_model.embeddings.position_embedding.weight", "positional_embedding"},
    Replacement{"text_model.final_layer_norm", "ln_final"},
    Replacement{"text_model.encoder.layers", "transformer.resblocks"},
    Replacement{"text_projection.weight", "text_projection"},
    Replacement{"layer_norm1", "ln_1"},
    Replacement{"layer_norm2", "ln_2"},
    Replacement{"mlp.fc1", "mlp.c_fc"},
    Replacement{"mlp.fc2", "mlp.c_proj"},
    Replacement{"self_attn.out_proj", "attn.out_proj"},
    Replacement{"self_attn.q_proj.", "attn.in_proj_"},
    Replacement{"self_attn.k_proj.", "attn.in_proj_"},
    Replacement{"self_attn.v_proj.", "attn.in_proj_"},
};

/// The decoder's levels are counted from the finest there, from the coarsest here.
std::string vaeName(std::string name, int levels)
{
    for (int level = 0; level < levels; ++level) {
        const std::string ours = fmt::format("decoder.up_blocks.{}.", level);
        if (name.starts_with(ours)) {
            name = fmt::format("decoder.up.{}.{}", levels - 1 - level, name.substr(ours.size()));
            break;
        }
    }
    return "first_stage_model." + replaced(std::move(name), vaeNames);
}

int vaeLevels(const ParameterSet& parameters)
{
    int levels = 0;
    for (const auto& parameter : parameters.all()) {
        if (parameter.name == fmt::format("decoder.up_blocks.{}.resnets.0.conv1.weight", levels))
            ++levels;
    }
    return levels;
}

WeightSource::View openClipView(const Parameter& parameter)
{
    WeightSource::View view{parameter.shape};
    view.isTransposed = parameter.name == "text_projection.weight";
    constexpr std::array stacked{".q_proj.", ".k_proj.", ".v_proj."};
    for (std::size_t i = 0; i < stacked.size(); ++i) {
        if (parameter.name.find(stacked[i]) != std::string::npos) {
            view.part = static_cast<std::int64_t>(i);
            view.parts = 3;
        }
    }
    return view;
}

} // namespace

std::map<std::string, WeightSource> openSingleFile(
    const SafetensorsFile& file, const std::map<std::string, ParameterSet*>& networks)
{
    std::map<std::string, WeightSource> sources;
    for (const auto& [part, parameters] : networks) {
        WeightSource source = WeightSource::inside(file);
        const OriginalUNetNames unetNames(*parameters);
        const int levels = vaeLevels(*parameters);
        for (const auto& parameter : parameters->all()) {
            if (part == "unet") {
                if (const auto name = unetNames.of(parameter.name))
                    source.add(parameter.name, "model.diffusion_model." + *name, {parameter.shape});
            } else if (part == "vae") {
                // Attention weights are 1x1 convolutions there; the view takes the last two extents
                // away.
                source.add(parameter.name, vaeName(parameter.name, levels), {parameter.shape});
            } else if (part == "text_encoder") {
                source.add(parameter.name, "conditioner.embedders.0.transformer." + parameter.name,
                    {parameter.shape});
            } else if (part == "text_encoder_2") {
                source.add(parameter.name,
                    "conditioner.embedders.1.model." + replaced(parameter.name, openClipNames),
                    openClipView(parameter));
            }
        }
        sources.emplace(part, std::move(source));
    }
    return sources;
}

} // namespace tilewright::inference
