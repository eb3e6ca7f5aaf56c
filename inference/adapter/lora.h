// Low-rank adapters (Hu et al. 2021): reading the common file forms and merging them into weights.
#pragma once

#include <ATen/core/Tensor.h>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/support/error.h"
#include "inference/weights/parameters.h"
#include "inference/weights/weight_source.h"

namespace tilewright::inference {

/// One adapted layer: the weight grows by scale * alpha / rank * up x down.
struct LoraModule {
    std::string nameInFile; ///< without the ending, e.g. "lora_unet_mid_block_resnets_0_conv1"
    std::string part; ///< "unet" (also where the name tells none), "text_encoder", "text_encoder_2"
    std::string key; ///< path of the layer with '_' for '.', e.g. "mid_block_resnets_0_conv1"
    at::Tensor down; ///< [rank, in] or [rank, in, k, k], float32
    at::Tensor up; ///< [out, rank] or [out, rank, 1, 1], float32
    double alpha = 0; ///< the rank where the file has none

    /// Part and key as the name tells them; no tensors yet.
    static LoraModule named(const std::string& nameInFile);
    std::int64_t rank() const { return down.size(0); }
    /// What is added at scale 1, in the shape of the weight, float32.
    at::Tensor delta() const;
};

/// A LoRA file. Reads kohya ("lora_unet_….lora_down.weight", ".alpha"), PEFT
/// ("unet.….lora_A.weight") and both old diffusers forms ("….lora.down.weight",
/// "….processor.to_q_lora.down.weight").
class LoraFile {
public:
    /// Errors: BadData when it is damaged, holds no adapter, or one of a kind that cannot be used
    /// (DoRA, LyCORIS).
    static Expected<LoraFile> open(const std::filesystem::path& path);
    /// The same from the header alone: the tensors have shapes but no numbers (device "meta"), and
    /// alphas are not known.
    static Expected<LoraFile> describe(const std::filesystem::path& path);

    const std::string& name() const { return m_name; }
    const std::string& format() const { return m_format; }
    const std::vector<LoraModule>& modules() const { return m_modules; }

private:
    enum class Contents { Numbers, Shapes };
    static Expected<LoraFile> read(const std::filesystem::path& path, Contents contents);

    std::string m_name;
    std::string m_format;
    std::vector<LoraModule> m_modules;
};

/// Where a module goes: the name of the weight it changes in its part.
struct LoraTarget {
    const LoraModule* module;
    std::string part;
    std::string weight;
};

struct LoraMatch {
    std::vector<LoraTarget> matched;
    std::vector<std::string> unmatched; ///< names as in the file
};

/// `parts`: the networks by name. Underscored names cannot be split again, so the map is built from
/// the networks' own paths, in the diffusers and in the original (sgm) naming.
LoraMatch match(const std::vector<LoraModule>& modules,
    const std::map<std::string, const ParameterSet*>& parts);

} // namespace tilewright::inference
