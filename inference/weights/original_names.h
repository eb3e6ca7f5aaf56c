// Names of tensors in the original (sgm) layout of SDXL, in which single files and many adapters
// are stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/weights/parameters.h"

namespace tilewright::inference {

/// Translates names of one UNet. There, blocks are numbered through; where a level begins depends
/// on how many layers those before it have, so the network's own parameters are looked at first.
class OriginalUNetNames {
public:
    explicit OriginalUNetNames(const ParameterSet& parameters);

    /// The original name of a tensor or module path, without "model.diffusion_model."; none when it
    /// has no counterpart.
    std::optional<std::string> of(std::string_view name) const;

private:
    struct Level {
        int first = 0; ///< number of its first block
        int layers = 0;
        bool attention = false;
    };
    static std::vector<Level> levels(
        const ParameterSet& parameters, const std::string& side, int first, int extra);

    std::vector<Level> m_down, m_up;
};

} // namespace tilewright::inference
