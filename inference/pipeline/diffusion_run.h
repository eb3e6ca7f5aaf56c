// One run of the model: prompt and noise to pictures.
#pragma once

#include <ATen/core/Tensor.h>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/event.h"
#include "inference/pipeline/diffusion_model.h"
#include "inference/pipeline/text_conditioning.h"
#include "inference/sampler/sampler.h"

namespace tilewright::inference {

/// Keeps the layout of the guide while its texture changes: in every step the coarse part of the
/// predicted clean latents is moved towards that of the guide's.
struct LayoutHold {
    double strength = 0; ///< 0…1
    int cell = 2; ///< latent pixels; what is coarser is held
};

struct RunSettings {
    std::string prompt;
    std::optional<std::string> negative;
    int width = 1024; ///< pixels, multiples of the autoencoder's factor
    int height = 1024;
    int steps = 20;
    double guidance = 7.5; ///< 1 or less: no second pass without the prompt
    double guidanceRescale = 0;
    int clipSkip = 0;
    SamplerConfig sampler;
    std::vector<std::uint64_t> seeds{0}; ///< one picture each, made in one batch
    std::optional<Variation> variation; ///< of the noise of every picture
    at::Tensor guide; ///< picture to start from, [1, 3, height, width] in -1…1; undefined: from
                      ///< noise alone
    double strength = 1; ///< share of the steps that run when there is a guide
    LayoutHold hold;
    Seamless seamless;
    /// Decodes with wrapping convolutions, as diffusers does when its layers are told to; else with
    /// a margin of what lies across the edges, which suits every autoencoder.
    bool wrapsDecoder = false;
    std::optional<VaeTiling> vaeTiling;
};

/// What a run tells while it works. Any of these may be empty.
struct RunObserver {
    std::function<void(Phase, int units)> phase;
    std::function<void(Phase, int done, int units)> progress;
    /// After each step: the sample that goes on, and the clean latents it points to.
    std::function<void(int step, const at::Tensor& sample, const at::Tensor& clean)> latents;
    /// The denoiser's first call, for comparison with other implementations.
    std::function<void(const at::Tensor& input, const at::Tensor& output, const at::Tensor& guided)>
        firstPrediction;
    std::function<void(const TextConditioning& prompt, const TextConditioning& negative)> text;
    std::function<void(const at::Tensor& sample, const Sampler& sampler)> start;
};

/// Pictures [batch, 3, height, width] in 0…1, float32, on the CPU. Noise is drawn one generator per
/// picture, in the order guide sample, noise, then what the sampler needs. Stop is looked at
/// between steps and VAE tiles. Errors: Usage (size), Cancelled, Internal when values stop being
/// finite.
Expected<at::Tensor> run(const DiffusionModel& model, const RunSettings& settings,
    const RunObserver& observer = {}, std::stop_token stop = {});

/// [1, 3, h, w] in 0…1 to a picture and back to -1…1.
Image toImage(const at::Tensor& picture);
at::Tensor fromImage(const Image& image);

} // namespace tilewright::inference
