// From the options of `measure` to the shares in each picture.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/generation/model_meter.h"
#include "core/generation/tile.h"
#include "core/image/picture.h"
#include "core/measure/fidelity_meter.h"

namespace tilewright {

/// As given on the command line.
struct MeasureOptions {
    std::vector<std::filesystem::path> pictures;
    std::optional<std::string> mix;
    std::optional<std::string> colors; ///< names with commas between, or how many at most
    std::string model; ///< empty: that of each tile, or none
    std::optional<std::filesystem::path> calibration;
    std::optional<std::string> palette;
    std::optional<double> tolerance; ///< points of mean error
};

/// What a picture was measured against.
enum class Against { Mix, OwnMix, Colors, Palette };
std::string_view toText(Against against); ///< "mix", "own-mix", "colors", "palette"

struct PictureReading {
    Against against = Against::Palette;
    Fidelity fidelity;
    std::string calibration; ///< where it comes from, for people
};

class PictureMeter {
public:
    /// Errors: Usage (options that exclude each other, unknown colours, wrong mix), BadData (model,
    /// palette, calibration).
    static Expected<PictureMeter> create(const MeasureOptions& options);

    /// `tell` is called with what comes next. Errors: BadData (no picture, no tile in it), Usage
    /// when a tolerance was given and no mix is known, Retryable.
    Expected<PictureReading> measure(
        const std::filesystem::path& file, const std::function<void(const char*)>& tell);

    /// Whether the tolerance, if one was given, is kept.
    bool isTolerated(const PictureReading& reading) const;

private:
    /// A model's way of showing colours; or that of granule pictures, where there is no model.
    struct Source {
        ModelProfile profile;
        ModelMeter meter;
    };
    explicit PictureMeter(Source source) : m_source(std::move(source)) { }

    Expected<void> readColors(const std::string& text);
    Source& sourceFor(const std::optional<Tile>& tile);
    /// `asked` empty: whatever colours are found.
    Expected<Fidelity> read(const Picture& picture, const std::optional<Tile>& tile,
        const std::vector<AskedShare>& asked, const Palette& palette,
        const Calibration& calibration) const;

    Source m_source;
    bool m_isSourceGiven = false; ///< then it counts also for tiles of other models
    std::map<std::string, std::optional<Source>> m_models; ///< of tiles; empty: not usable
    std::optional<Calibration> m_calibration;
    std::vector<AskedShare> m_mix; ///< given for all pictures
    std::vector<std::string> m_colors; ///< the same, shares unknown
    std::optional<std::size_t> m_mostColors; ///< to be found, whatever was asked
    std::optional<double> m_tolerance;
};

} // namespace tilewright
