// How each colour of a palette looks in the pictures of one source: a model, a camera, the granule
// renderer.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/granule/granule_field.h"
#include "core/measure/color_histogram.h"
#include "core/mix/palette.h"
#include "core/support/error.h"

namespace tilewright {

class Calibration {
public:
    /// A tile of one colour alone: its pixels from the darkest gap to the gloss.
    struct Look {
        std::string color; ///< caption name
        ColorHistogram pixels; ///< as counted, of all pictures of the colour
        std::vector<float> likelihood; ///< per bin of ColorHistogram, smoothed; sums to 1
    };

    static constexpr ColorHistogram::Smoothing smoothing{1.0, 2.0};

    Calibration() = default;
    /// `source` tells where the pictures come from, for people; `palette` is the name of the
    /// palette whose colours they show.
    Calibration(std::string source, std::string palette);

    /// Counts a picture of one colour alone together with those of it that were added before, each
    /// of the same weight.
    /// `coverage` (0…255 per pixel, empty: all) tells what is tile; a white ground around the tile
    /// is left out by itself. Errors: BadData when nothing of the picture is tile.
    Expected<void> add(const std::string& color, const Image& picture,
        const std::vector<std::uint8_t>& coverage = {});
    /// From granule pictures of every colour; the seed should not be that of any tile measured.
    static Calibration fromGranules(const Palette& palette, const GranuleSettings& settings);
    /// To which photographs of one colour each are then added. It starts from granule pictures,
    /// because one photograph alone does not show how its colour looks among others: a white tile
    /// has hardly a shadow, white granules between black ones have many.
    static Calibration forPhotographs(std::string source, const Palette& palette);

    /// Errors: BadData, with what is wrong in the file.
    static Expected<Calibration> load(const std::filesystem::path& file);
    /// Replaces the file in one step. Errors: CannotWrite.
    Expected<void> save(const std::filesystem::path& file) const;

    const std::string& source() const { return m_source; }
    const std::string& palette() const { return m_palette; }
    const Look* find(std::string_view color) const;
    const std::vector<Look>& looks() const { return m_looks; } ///< in the order of adding

private:
    static std::vector<float> likelihoodOf(const ColorHistogram& pixels);

    std::string m_source;
    std::string m_palette;
    std::vector<Look> m_looks;
};

} // namespace tilewright
