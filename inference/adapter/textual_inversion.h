// Textual inversions (Gal et al. 2022) for SDXL: learned vectors for new tokens, one set per text
// encoder.
#pragma once

#include <ATen/core/Tensor.h>
#include <filesystem>

#include "core/support/error.h"

namespace tilewright::inference {

struct TextualInversion {
    at::Tensor first; ///< [tokens, width of text_encoder], float32
    at::Tensor second; ///< [tokens, width of text_encoder_2], float32

    std::int64_t tokenCount() const { return first.size(0); }
    /// Keys clip_l and clip_g, or text_encoders_0 and text_encoders_1. Errors: BadData.
    static Expected<TextualInversion> open(const std::filesystem::path& file);
};

} // namespace tilewright::inference
