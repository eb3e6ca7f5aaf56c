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
        std::vector<float> likelihood; ///< per bin of ColorHistogram; sums to 1
    };

    Calibration() = default;
    /// Adds (or replaces) a colour, from one picture of it or several counted together.
    void add(const std::string& color, const ColorHistogram& pixels);
    /// From granule pictures of every colour; the seed should not be that of any tile measured.
    static Calibration fromGranules(const Palette& palette, const GranuleSettings& settings);

    const Look* find(std::string_view color) const;
    const std::vector<Look>& looks() const { return m_looks; }

private:
    std::vector<Look> m_looks;
};

} // namespace tilewright
