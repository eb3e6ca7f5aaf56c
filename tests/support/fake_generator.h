// A generator for tests: goes through all phases without any model, as fast or slowly as asked.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

#include "core/generation/generator.h"
#include "core/mix/palette.h"
#include "core/support/paths.h"
#include "core/support/version.h"

namespace tilewright::test {

struct FakeGeneratorOptions {
    std::chrono::milliseconds unitTime{0}; ///< each step, and each unit of the other phases
    int previewSize = 32; ///< pixels; 0: no previews
    /// Called before each unit of work; an error ends the generation with it. May throw, too.
    std::function<std::optional<Error>(const GenerationRequest&, Phase, int done)> hook;
};

/// The tile is a plain picture: bands of the mix's colours as wide as their shares, or a gradient
/// from the seed where there is no mix. Equal requests make equal tiles, but for the time told.
class FakeGenerator : public Generator {
public:
    explicit FakeGenerator(FakeGeneratorOptions options = {}) : m_options(std::move(options)) { }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        const std::pair<Phase, int> phases[] = {{Phase::Load, 1}, {Phase::Encode, 1},
            {Phase::Denoise, request.steps}, {Phase::Decode, 2}};
        for (const auto& [phase, units] : phases) {
            observer(PhaseBegan{phase, units});
            for (int done = 0; done < units; ++done) {
                if (m_options.hook)
                    if (const auto error = m_options.hook(request, phase, done))
                        return tl::unexpected(*error);
                if (!waitUnit(stop))
                    return fail(ErrorKind::Cancelled, "Cancelled.");
                observer(Progress{
                    phase, done + 1, units, phase == Phase::Denoise ? preview(request) : Image()});
            }
        }
        Provenance provenance{applicationVersion, "fake", "cpu", "float32", "fake model",
            "2026-01-01T00:00:00Z", 0.5, 1, request.guide == Guide::None};
        return Tile{
            picture(request, request.width, request.height), request, std::move(provenance)};
    }

    static Image picture(const GenerationRequest& request, int width, int height)
    {
        Image image(width, height);
        const std::vector<std::pair<double, Srgb>> bands = bandsOf(request);
        for (int x = 0; x < width; ++x) {
            const double position = (x + 0.5) / width;
            Srgb color = bands.back().second;
            double end = 0;
            for (const auto& [share, bandColor] : bands) {
                end += share;
                if (position < end) {
                    color = bandColor;
                    break;
                }
            }
            for (int y = 0; y < height; ++y) {
                std::uint8_t* pixel = image.pixel(x, y);
                pixel[0] = color.r;
                pixel[1] = color.g;
                pixel[2] = color.b;
            }
        }
        return image;
    }

private:
    static std::vector<std::pair<double, Srgb>> bandsOf(const GenerationRequest& request)
    {
        std::vector<std::pair<double, Srgb>> bands;
        if (request.mix) {
            static const auto palette
                = Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
            for (const MixShare& share : request.mix->shares()) {
                const GranuleColor* color = palette ? palette->find(share.color) : nullptr;
                bands.emplace_back(share.perMille / 1000.0, color ? color->srgb : Srgb{});
            }
            return bands;
        }
        constexpr int count = 16;
        for (int i = 0; i < count; ++i) {
            const auto level = static_cast<std::uint8_t>(i * 16);
            bands.emplace_back(1.0 / count,
                Srgb{level, static_cast<std::uint8_t>(request.seed),
                    static_cast<std::uint8_t>(255 - level)});
        }
        return bands;
    }

    Image preview(const GenerationRequest& request) const
    {
        return m_options.previewSize > 0
            ? picture(request, m_options.previewSize, m_options.previewSize)
            : Image();
    }

    /// False when stop was requested, at once even in the middle of a long unit.
    bool waitUnit(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        if (m_options.unitTime.count() > 0)
            m_never.wait_for(lock, stop, m_options.unitTime, [] { return false; });
        return !stop.stop_requested();
    }

    FakeGeneratorOptions m_options;
    std::mutex m_mutex;
    std::condition_variable_any m_never;
};

inline GeneratorFactory fakeGeneratorFactory(FakeGeneratorOptions options = {})
{
    return [options = std::move(options)] { return std::make_unique<FakeGenerator>(options); };
}

} // namespace tilewright::test
