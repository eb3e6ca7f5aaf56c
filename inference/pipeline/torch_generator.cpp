#include "inference/pipeline/torch_generator.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <chrono>
#include <optional>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>
#include <spdlog/spdlog.h>
#include <thread>

#include "core/generation/mix_guide.h"
#include "core/generation/model_meter.h"
#include "core/granule/granule_shader.h"
#include "core/granule/random.h"
#include "core/support/version.h"
#include "inference/pipeline/diffusion_run.h"
#include "inference/pipeline/latent_preview.h"

namespace tilewright::inference {

namespace {

/// Pictures with a longer side (pixels) are decoded in tiles of this one: it bounds memory and
/// gives places to stop.
constexpr std::int64_t untiledSize = 1024;

Seamless seamlessOf(SeamlessAxes axes)
{
    return {axes == SeamlessAxes::X || axes == SeamlessAxes::XY,
        axes == SeamlessAxes::Y || axes == SeamlessAxes::XY};
}

/// The first attempt's noise is that of the seed itself.
std::uint64_t noiseSeed(std::uint64_t seed, int attempt)
{
    return attempt == 1 ? seed : scramble(seed + static_cast<std::uint64_t>(attempt));
}

std::string utcNow()
{
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

class TorchGenerator final : public Generator {
public:
    explicit TorchGenerator(const TorchGeneratorOptions& options) : m_options(options)
    {
        at::set_num_threads(options.threads > 0
                ? options.threads
                : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        // libtorch reports by exceptions; here they become values.
        try {
            const c10::InferenceMode inference;
            return make(request, observer, stop);
        } catch (const c10::OutOfMemoryError& error) {
            return outOfMemory(error.what_without_backtrace());
        } catch (const std::bad_alloc& error) {
            return outOfMemory(error.what());
        } catch (const c10::Error& error) {
            const std::string what = error.what_without_backtrace();
            // The CPU allocator throws the general kind.
            if (what.find("not enough memory") != std::string::npos
                || what.find("alloc_cpu") != std::string::npos)
                return outOfMemory(what);
            if (m_device.cuda && what.find("CUDA error") != std::string::npos)
                return deviceLost(what);
            return broken(what);
        } catch (const std::exception& error) {
            return broken(error.what());
        }
    }

private:
    Expected<Tile> make(
        const GenerationRequest& request, const Observer& observer, const std::stop_token& stop)
    {
        const auto begin = std::chrono::steady_clock::now();
        if (auto good = request.check(); !good)
            return tl::unexpected(good.error());
        if (auto good = prepare(request, observer, stop); !good)
            return tl::unexpected(good.error());
        for (const auto& word : unknownPlaceholders(*m_model, request.prompt))
            observer(Notice{fmt::format("The prompt names {}, but no embedding gives it a meaning. "
                                        "Attach the textual inversion.",
                word)});

        Provenance provenance = provenanceOf(request);
        auto made = request.guide == Guide::Mix
            ? guided(request, observer, stop, provenance.attempts)
            : free(request, observer, stop);
        if (!made)
            return tl::unexpected(made.error());
        provenance.seconds
            = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return Tile{std::move(made->image), request, provenance, std::move(made->fidelity)};
    }

    struct Made {
        Image image;
        std::optional<Fidelity> fidelity;
    };

    /// From the prompt alone; measured where it tells a mix.
    Expected<Made> free(
        const GenerationRequest& request, const Observer& observer, const std::stop_token& stop)
    {
        auto pictures = run(*m_model, settingsFor(request), runObserver(observer, 1), stop);
        if (!pictures)
            return tl::unexpected(pictures.error());
        const auto palette = m_meter->palette().with(request.colors);
        if (!palette)
            return tl::unexpected(palette.error());
        Made made{toImage(*pictures), {}};
        const auto mix = request.mix
            ? request.design().map([](const TileDesign& design) { return design.overallMix(); })
            : m_profile.prompt.parse(request.prompt, *palette);
        if (mix) {
            observer(PhaseBegan{Phase::Measure});
            std::vector<AskedShare> asked;
            for (const MixShare& share : mix->shares())
                asked.push_back({share.color, share.percent()});
            auto fidelity = measureFidelity(made.image, {}, asked, *palette,
                m_meter->calibrationFor(request.granules(), request.colors));
            if (!fidelity)
                return tl::unexpected(fidelity.error());
            made.fidelity = std::move(*fidelity);
        }
        return made;
    }

    /// From the granule picture of the mix; made again with other noise, at most as often as the
    /// request allows, until it is true to the mix.
    Expected<Made> guided(const GenerationRequest& request, const Observer& observer,
        const std::stop_token& stop, int& attempts)
    {
        const auto palette = m_meter->palette().with(request.colors);
        if (!palette)
            return tl::unexpected(palette.error());
        const auto guide = MixGuide::create(request, *palette);
        if (!guide)
            return tl::unexpected(guide.error());
        const Calibration& calibration
            = m_meter->calibrationFor(request.granules(), request.colors);
        const auto bare = (*guide)->measure((*guide)->picture(), *palette, calibration);
        if (!bare)
            return tl::unexpected(bare.error());

        RunSettings settings = settingsFor(request);
        settings.guide = fromImage((*guide)->picture());
        Made best;
        double least = std::numeric_limits<double>::max();
        for (attempts = 1; attempts <= request.attempts; ++attempts) {
            settings.seeds = {noiseSeed(request.seed, attempts)};
            if (settings.variation)
                settings.variation->seed = noiseSeed(request.variation->seed, attempts);
            auto pictures = run(*m_model, settings, runObserver(observer, attempts), stop);
            if (!pictures)
                return tl::unexpected(pictures.error());
            observer(PhaseBegan{Phase::Measure, 0, attempts});
            Made made{(*guide)->retinted(toImage(*pictures), request.retint), {}};
            auto fidelity = (*guide)->measure(made.image, *palette, calibration);
            if (!fidelity)
                return tl::unexpected(fidelity.error());
            const double miss = missOf(*fidelity, *bare);
            made.fidelity = std::move(*fidelity);
            if (miss < least) {
                least = miss;
                best = std::move(made);
            }
            if (least <= request.tolerance)
                return best;
        }
        attempts = request.attempts;
        observer(Notice{fmt::format("The tile misses the mix by {:.1f} points, more than the "
                                    "tolerance of {:.1f}; of {} pictures it is the truest. A lower "
                                    "strength stays closer to the mix.",
            least, request.tolerance, attempts)});
        return best;
    }

    /// Has the asked model with the asked adapters in memory.
    Expected<void> prepare(
        const GenerationRequest& request, const Observer& observer, const std::stop_token& stop)
    {
        auto device = resolveDevice(request.device, request.precision);
        if (!device)
            return tl::unexpected(device.error());
        if (!device->notice.empty() && device->notice != m_device.notice)
            observer(Notice{device->notice});
        const std::string key
            = fmt::format("{} {} {}", request.model, device->name(), toText(device->precision));
        observer(PhaseBegan{Phase::Load, 0});
        if (!m_model || key != m_key) {
            m_preview.reset();
            m_model.reset(); // two large models would not fit beside each other
            const auto location = ModelLocation::of(request.model);
            auto profile = ModelProfile::load(request.model);
            if (!profile)
                return tl::unexpected(profile.error());
            auto model = DiffusionModel::load(
                location, *device,
                [&](int done, int total) {
                    observer(Progress{Phase::Load, done, total, {}});
                },
                stop);
            if (!model)
                return tl::unexpected(model.error());
            auto meter = ModelMeter::load(location.folder, *profile);
            if (!meter)
                return tl::unexpected(meter.error());
            m_model = std::move(*model);
            m_profile = std::move(*profile);
            m_meter = std::move(*meter);
            if (!m_meter->notice().empty())
                observer(Notice{m_meter->notice()});
            m_device = *device;
            m_key = key;
        }
        if (m_options.previewInterval > 0 && !m_preview) {
            auto example = previewExample();
            if (!example)
                return tl::unexpected(example.error());
            m_preview = LatentPreview::fit(*m_model->parts().vae, *example);
        }
        auto loras = m_model->setLoras(request.loras, stop);
        if (!loras)
            return tl::unexpected(loras.error());
        for (const auto& lora : *loras) {
            if (!lora.unmatched.empty()) {
                observer(Notice{
                    fmt::format("The LoRA {} fits only in part: {} of {} modules are applied.",
                        lora.file, lora.matched, lora.matched + lora.unmatched.size())});
                spdlog::info("{} unmatched: {}", lora.file, fmt::join(lora.unmatched, ", "));
            }
        }
        return m_model->setEmbeddings(request.embeddings);
    }

    RunSettings settingsFor(const GenerationRequest& request) const
    {
        RunSettings settings;
        settings.prompt = request.prompt;
        settings.negative = request.negative;
        settings.width = request.width;
        settings.height = request.height;
        settings.steps = std::min(request.steps, m_model->parts().sampler.trainTimesteps);
        settings.guidance = request.guidance;
        settings.guidanceRescale = request.guidanceRescale;
        settings.clipSkip = request.clipSkip;
        settings.sampler = m_model->parts().sampler.with(request.scheduler);
        settings.seeds = {request.seed};
        settings.variation = request.variation;
        settings.strength = request.strength;
        settings.hold = LayoutHold{request.hold};
        settings.seamless = seamlessOf(request.seamless);
        settings.vaeTiling = VaeTiling{untiledSize / m_model->parts().vae->config().factor(), 0.25};
        return settings;
    }

    /// Granules of six colours from all over the palette.
    Expected<Image> previewExample() const
    {
        const auto& colors = m_meter->palette().colors();
        std::vector<std::pair<std::string, double>> weights;
        const auto count = std::min(Mix::maximumColors, colors.size());
        for (std::size_t i = 0; i < count; ++i)
            weights.emplace_back(colors[i * colors.size() / count].name, 1);
        const auto mix = Mix::fromWeights(weights);
        if (!mix)
            return tl::unexpected(mix.error());
        GranuleSettings settings;
        settings.width = settings.height = 256;
        settings.millimetresPerPixel = m_profile.millimetresPerPixel;
        settings.granuleMillimetres = m_profile.granuleMillimetres;
        return renderGranules(settings, *mix, m_meter->palette());
    }

    RunObserver runObserver(const Observer& observer, int attempt)
    {
        RunObserver result;
        result.phase = [&observer, attempt](Phase phase, int units) {
            observer(PhaseBegan{phase, units, attempt});
        };
        // A step's preview is made from the latents that are told just before its progress.
        m_latestPreview = {};
        if (m_options.previewInterval > 0)
            result.latents = [this](int step, const at::Tensor&, const at::Tensor& clean) {
                m_latestPreview
                    = step % m_options.previewInterval == 0 ? m_preview->picture(clean) : Image();
            };
        result.progress = [this, &observer](Phase phase, int done, int units) {
            observer(Progress{phase, done, units,
                phase == Phase::Denoise ? std::move(m_latestPreview) : Image()});
            m_latestPreview = {};
        };
        return result;
    }

    Provenance provenanceOf(const GenerationRequest& request) const
    {
        const auto& report = deviceReport();
        Provenance provenance;
        provenance.version = applicationVersion;
        provenance.engine = report.engine;
        provenance.device = m_device.name();
        for (const auto& device : report.cuda) {
            if (m_device.cuda && device.index == m_device.index)
                provenance.device += " " + device.name;
        }
        provenance.precision = toText(m_device.precision);
        provenance.modelName = m_profile.name.empty()
            ? std::filesystem::path(request.model).lexically_normal().filename().string()
            : m_profile.name;
        provenance.created = utcNow();
        provenance.draft = request.guide == Guide::None && m_profile.textOnlyIsDraft;
        return provenance;
    }

    tl::unexpected<Error> outOfMemory(const std::string& detail)
    {
        m_model.reset(); // whatever state it is in, the next request starts clean
        m_key.clear();
        return fail(ErrorKind::Retryable,
            "There is not enough memory for this picture. Close other programs, choose a smaller "
            "size, or the CPU.",
            detail);
    }

    tl::unexpected<Error> deviceLost(const std::string& detail)
    {
        m_model.reset();
        m_key.clear();
        return fail(ErrorKind::DeviceUnavailable,
            "The graphics card stopped working while it made this picture. Try it on the CPU, or "
            "start the program again.",
            detail);
    }

    tl::unexpected<Error> broken(const std::string& detail)
    {
        m_model.reset();
        m_key.clear();
        return fail(ErrorKind::Internal,
            "The picture could not be made; the log tells more. Please report it.", detail);
    }

    TorchGeneratorOptions m_options;
    std::unique_ptr<DiffusionModel> m_model;
    std::string m_key; ///< what m_model is: folder, device, precision
    ResolvedDevice m_device;
    ModelProfile m_profile;
    std::optional<ModelMeter> m_meter; ///< of m_model
    std::optional<LatentPreview> m_preview; ///< of m_model
    Image m_latestPreview;
};

} // namespace

std::unique_ptr<Generator> makeTorchGenerator(const TorchGeneratorOptions& options)
{
    return std::make_unique<TorchGenerator>(options);
}

} // namespace tilewright::inference
