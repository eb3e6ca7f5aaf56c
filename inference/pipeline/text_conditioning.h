// Prompts to what the denoiser is told.
#pragma once

#include <ATen/core/Tensor.h>
#include <optional>
#include <string>
#include <vector>

#include "inference/pipeline/diffusion_model.h"

namespace tilewright::inference {

struct TextConditioning {
    at::Tensor embeddings; ///< [1, tokens, cross-attention size]
    at::Tensor pooled; ///< [1, projection]
};

/// The prompt's hidden states of both encoders side by side, and the second one's pooled state.
/// clipSkip: layers left out before the penultimate one. Errors: Internal when the result is not
/// finite.
Expected<TextConditioning> encodePrompt(
    const DiffusionModel& model, const std::string& prompt, int clipSkip = 0);

/// The same for a negative prompt, never with clip skip. None: zeros where the model asks for them,
/// else "".
Expected<TextConditioning> encodeNegative(const DiffusionModel& model,
    const std::optional<std::string>& negative, const TextConditioning& like);

/// Placeholders of textual inversions ("<s0>", "<s1>", …) in a prompt that this model does not know
/// as tokens.
std::vector<std::string> unknownPlaceholders(
    const DiffusionModel& model, const std::string& prompt);

} // namespace tilewright::inference
