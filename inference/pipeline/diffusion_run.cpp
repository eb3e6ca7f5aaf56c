#include "inference/pipeline/diffusion_run.h"

#include <ATen/ATen.h>
#include <cmath>
#include <cstring>
#include <spdlog/fmt/fmt.h>

namespace tilewright::inference {

namespace {

Expected<void> checkFinite(const at::Tensor& tensor, const char* stage)
{
    if (at::isfinite(tensor).all().item<bool>())
        return {};
    return fail(ErrorKind::Internal,
        fmt::format("The picture broke up while {}: the model gave values that are no numbers. Try "
                    "the precision "
                    "float32, a lower guidance or a lower LoRA scale.",
            stage));
}

tl::unexpected<Error> cancelled()
{
    return fail(ErrorKind::Cancelled, "Cancelled.");
}

/// Draws the deviation of the guided prediction back towards that of the prompt's (Lin et al. 2023,
/// section 3.4).
at::Tensor rescaled(const at::Tensor& guided, const at::Tensor& prompt, double amount)
{
    const std::vector<std::int64_t> dimensions{1, 2, 3};
    const at::Tensor factor
        = prompt.std(dimensions, true, true) / guided.std(dimensions, true, true);
    return amount * (guided * factor) + (1 - amount) * guided;
}

/// What the denoiser is told beside the sample, for the whole batch.
struct DenoiserInputs {
    at::Tensor text, pooled, timeIds;
    bool guided = false; ///< rows without the prompt come first
};

DenoiserInputs inputsFor(const RunSettings& settings, const TextConditioning& prompt,
    const std::optional<TextConditioning>& negative)
{
    const auto batch = static_cast<std::int64_t>(settings.seeds.size());
    const auto rows = [batch](const at::Tensor& one) { return one.repeat_interleave(batch, 0); };
    DenoiserInputs inputs{rows(prompt.embeddings), rows(prompt.pooled), {}, negative.has_value()};
    if (negative) {
        inputs.text = at::cat({rows(negative->embeddings), inputs.text});
        inputs.pooled = at::cat({rows(negative->pooled), inputs.pooled});
    }
    const double height = settings.height, width = settings.width;
    const at::Tensor ids = at::tensor({height, width, 0.0, 0.0, height, width}, at::kFloat)
                               .to(prompt.embeddings.device());
    inputs.timeIds = ids.unsqueeze(0).repeat({inputs.text.size(0), 1});
    return inputs;
}

/// The prediction for one step, guidance applied, float32.
at::Tensor predict(const DiffusionModel& model, const RunSettings& settings,
    const DenoiserInputs& inputs, const at::Tensor& scaledSample, double timestep,
    const RunObserver* trace)
{
    const at::Tensor sample = inputs.guided ? at::cat({scaledSample, scaledSample}) : scaledSample;
    const at::Tensor output = model.parts()
                                  .unet
                                  ->forward(sample.to(model.dtype()), timestep, inputs.text,
                                      inputs.pooled, inputs.timeIds, settings.seamless)
                                  .to(at::kFloat);
    at::Tensor prediction = output;
    if (inputs.guided) {
        const auto halves = output.chunk(2);
        prediction = halves[0] + settings.guidance * (halves[1] - halves[0]);
        if (settings.guidanceRescale > 0)
            prediction = rescaled(prediction, halves[1], settings.guidanceRescale);
    }
    if (trace && trace->firstPrediction)
        trace->firstPrediction(sample, output, prediction);
    return prediction;
}

/// The sample that the first step gets, and which step that is.
struct Start {
    at::Tensor sample;
    int step = 0;
    at::Tensor guide; ///< clean latents, if there is one
};

/// What lies across the edges of a picture that wraps is put around it while it goes through the
/// autoencoder, whose convolutions keep their border of zeros. (Wrapping these too is as seamless,
/// but an autoencoder may lean on its border: the starter's then draws a lattice everywhere.)
struct WrapMargin {
    static constexpr std::int64_t reach = 8; // latent pixels: more than either half sees sideways
    std::int64_t x, y; ///< latent pixels on each side

    WrapMargin(Seamless seamless, std::int64_t width, std::int64_t height)
        : x(seamless.x ? std::min(reach, width) : 0), y(seamless.y ? std::min(reach, height) : 0)
    {
    }
    /// `scale`: pixels of the tensor for one of the latents.
    at::Tensor around(const at::Tensor& tensor, std::int64_t scale) const
    {
        if (x == 0 && y == 0)
            return tensor;
        return at::pad(tensor, {x * scale, x * scale, y * scale, y * scale}, "circular");
    }
    at::Tensor without(const at::Tensor& tensor, std::int64_t scale) const
    {
        return tensor.narrow(2, y * scale, tensor.size(2) - 2 * y * scale)
            .narrow(3, x * scale, tensor.size(3) - 2 * x * scale);
    }
};

Autoencoder::Posterior encodeWrapped(
    const Autoencoder& vae, const at::Tensor& picture, Seamless seamless)
{
    const auto factor = vae.config().factor();
    const WrapMargin margin(seamless, picture.size(3) / factor, picture.size(2) / factor);
    auto posterior = vae.encode(margin.around(picture, factor));
    for (at::Tensor* latents : {&posterior.mean, &posterior.logVariance})
        *latents = margin.without(*latents, 1);
    return posterior;
}

Expected<at::Tensor> decodeWrapped(const Autoencoder& vae, const at::Tensor& latents,
    const RunSettings& settings, const Autoencoder::TileObserver& observer)
{
    if (settings.wrapsDecoder)
        return vae.decode(latents, settings.vaeTiling, settings.seamless, observer);
    const WrapMargin margin(settings.seamless, latents.size(3), latents.size(2));
    return vae.decode(margin.around(latents, 1), settings.vaeTiling, {}, observer)
        .map([&](const at::Tensor& pictures) {
            return margin.without(pictures, vae.config().factor());
        });
}

Expected<Start> startingSample(const DiffusionModel& model, const RunSettings& settings,
    const Sampler& sampler, NoiseSource& source)
{
    const auto& vae = *model.parts().vae;
    const auto factor = vae.config().factor();
    const std::vector<std::int64_t> shape{
        vae.config().latentChannels, settings.height / factor, settings.width / factor};
    if (!settings.guide.defined())
        return Start{source.draw(shape).to(model.device()) * sampler.initialNoiseScale(), 0, {}};

    const auto posterior = encodeWrapped(vae, settings.guide.to(model.device()), settings.seamless);
    const at::Tensor deviation = at::exp(0.5 * posterior.logVariance);
    const at::Tensor clean
        = vae.scaled(posterior.mean + deviation * source.draw(shape).to(model.device()));
    if (auto good = checkFinite(clean, "the granule picture was read"); !good)
        return tl::unexpected(good.error());
    // Strength says which share of the steps runs, the last ones.
    const int count
        = std::clamp(static_cast<int>(settings.steps * settings.strength), 0, settings.steps);
    const int first = settings.steps - count;
    const at::Tensor noise = source.draw(shape).to(model.device());
    return Start{
        first < settings.steps ? sampler.noised(clean, noise, first) : clean, first, clean};
}

/// Mean over square cells, spread over them again.
at::Tensor coarse(const at::Tensor& latents, std::int64_t cell)
{
    const at::Tensor means = at::avg_pool2d(latents, {cell, cell}, {cell, cell}, {0, 0}, true);
    return at::upsample_bilinear2d(means, {latents.size(2), latents.size(3)}, false);
}

} // namespace

Expected<at::Tensor> run(const DiffusionModel& model, const RunSettings& settings,
    const RunObserver& observer, std::stop_token stop)
{
    const auto& vae = *model.parts().vae;
    const auto factor = vae.config().factor();
    if (settings.width % factor != 0 || settings.height % factor != 0)
        return fail(ErrorKind::Usage,
            fmt::format(
                "This model makes pictures whose sides are multiples of {} pixels; {} x {} is not.",
                factor, settings.width, settings.height));
    const auto phase = [&](Phase which, int units) {
        if (observer.phase)
            observer.phase(which, units);
    };

    phase(Phase::Encode, 0);
    auto prompt = encodePrompt(model, settings.prompt, settings.clipSkip);
    if (!prompt)
        return tl::unexpected(prompt.error());
    std::optional<TextConditioning> negative;
    if (settings.guidance > 1) {
        auto encoded = encodeNegative(model, settings.negative, *prompt);
        if (!encoded)
            return tl::unexpected(encoded.error());
        negative = std::move(*encoded);
    }
    if (observer.text)
        observer.text(*prompt, negative.value_or(TextConditioning{}));
    if (stop.stop_requested())
        return cancelled();

    NoiseSource noise(settings.seeds, settings.variation);
    const auto sampler = Sampler::make(settings.sampler, settings.steps);
    auto start = startingSample(model, settings, *sampler, noise);
    if (!start)
        return tl::unexpected(start.error());
    if (observer.start)
        observer.start(start->sample, *sampler);

    const auto inputs = inputsFor(settings, *prompt, negative);
    at::Tensor sample = start->sample;
    const int units = settings.steps - start->step;
    phase(Phase::Denoise, units);
    for (int step = start->step; step < settings.steps; ++step) {
        if (stop.stop_requested())
            return cancelled();
        const at::Tensor prediction
            = predict(model, settings, inputs, sampler->scaledInput(sample, step),
                sampler->timestep(step), step == start->step ? &observer : nullptr);
        at::Tensor clean = sampler->clean(prediction, step, sample);
        if (start->guide.defined() && settings.hold.strength > 0)
            clean
                = clean + settings.hold.strength * coarse(start->guide - clean, settings.hold.cell);
        sample = sampler->step(clean, step, sample, noise);
        if (auto good = checkFinite(sample, "it was denoised"); !good)
            return tl::unexpected(good.error());
        if (observer.latents)
            observer.latents(step - start->step, sample, clean);
        if (observer.progress)
            observer.progress(Phase::Denoise, step - start->step + 1, units);
    }

    if (stop.stop_requested())
        return cancelled();
    phase(Phase::Decode, 0);
    auto pictures = decodeWrapped(vae, vae.unscaled(sample), settings, [&](int done, int total) {
        if (observer.progress)
            observer.progress(Phase::Decode, done, total);
        return done == total || !stop.stop_requested();
    });
    if (!pictures)
        return pictures;
    if (stop.stop_requested())
        return cancelled();
    if (auto good = checkFinite(*pictures, "it was decoded"); !good)
        return tl::unexpected(good.error());
    return (*pictures / 2 + 0.5).clamp(0, 1).cpu();
}

Image toImage(const at::Tensor& picture)
{
    const at::Tensor bytes
        = (picture[0].permute({1, 2, 0}) * 255).round().to(at::kByte).contiguous();
    Image image(static_cast<int>(bytes.size(1)), static_cast<int>(bytes.size(0)));
    std::memcpy(image.rgb.data(), bytes.const_data_ptr<std::uint8_t>(), image.rgb.size());
    return image;
}

at::Tensor fromImage(const Image& image)
{
    at::Tensor bytes = at::empty({image.height, image.width, 3}, at::kByte);
    std::memcpy(bytes.data_ptr(), image.rgb.data(), image.rgb.size());
    return bytes.permute({2, 0, 1}).unsqueeze(0).to(at::kFloat).div(255).mul(2).sub(1);
}

} // namespace tilewright::inference
