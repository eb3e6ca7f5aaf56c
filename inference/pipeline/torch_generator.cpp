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

#include "core/granule/granule_shader.h"
#include "core/mix/palette.h"
#include "core/support/paths.h"
#include "core/support/version.h"
#include "inference/pipeline/diffusion_run.h"
#include "inference/pipeline/latent_preview.h"

namespace tilewright::inference {

namespace {

/// Pictures with a longer side (pixels) are decoded in tiles of this one: it bounds memory and
/// gives places to stop.
constexpr std::int64_t untiledSize = 1024;

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

        RunSettings settings = settingsFor(request);
        if (request.guide == Guide::Mix) {
            auto guide = granulePicture(request);
            if (!guide)
                return tl::unexpected(guide.error());
            settings.guide = fromImage(*guide);
        }
        auto pictures = run(*m_model, settings, runObserver(observer), stop);
        if (!pictures)
            return tl::unexpected(pictures.error());

        Tile tile{toImage(*pictures), request, provenance(request)};
        tile.provenance.seconds
            = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        return tile;
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
            auto profile = ModelProfile::load(location.folder);
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
            m_model = std::move(*model);
            m_profile = std::move(*profile);
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
        settings.strength = request.strength;
        settings.vaeTiling = VaeTiling{untiledSize / m_model->parts().vae->config().factor(), 0.25};
        return settings;
    }

    Expected<Palette> palette() const
    {
        return Palette::load(resourceFolder() / "palettes" / (m_profile.palette + ".json"));
    }

    /// Granules of six colours from all over the palette.
    Expected<Image> previewExample() const
    {
        const auto colors = palette();
        if (!colors)
            return tl::unexpected(colors.error());
        std::vector<std::pair<std::string, double>> weights;
        const auto count = std::min(Mix::maximumColors, colors->colors().size());
        for (std::size_t i = 0; i < count; ++i)
            weights.emplace_back(colors->colors()[i * colors->colors().size() / count].name, 1);
        const auto mix = Mix::fromWeights(weights);
        if (!mix)
            return tl::unexpected(mix.error());
        GranuleSettings settings;
        settings.width = settings.height = 256;
        settings.millimetresPerPixel = m_profile.millimetresPerPixel;
        settings.granuleMillimetres = m_profile.granuleMillimetres;
        return renderGranules(settings, *mix, *colors);
    }

    Expected<Image> granulePicture(const GenerationRequest& request) const
    {
        const auto colors = palette();
        if (!colors)
            return tl::unexpected(colors.error());
        const auto design = request.design();
        if (!design)
            return tl::unexpected(design.error());
        return renderGranules(request.granules(), *design, *colors);
    }

    RunObserver runObserver(const Observer& observer)
    {
        RunObserver result;
        result.phase = [&observer](Phase phase, int units) { observer(PhaseBegan{phase, units}); };
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

    Provenance provenance(const GenerationRequest& request) const
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
    std::optional<LatentPreview> m_preview; ///< of m_model
    Image m_latestPreview;
};

} // namespace

std::unique_ptr<Generator> makeTorchGenerator(const TorchGeneratorOptions& options)
{
    return std::make_unique<TorchGenerator>(options);
}

} // namespace tilewright::inference
