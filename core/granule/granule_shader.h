// Turns a granule field and a colouring into a picture of rubber.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/granule/granule_field.h"
#include "core/image/image.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Light, shadow, occlusion and gloss are worked out once for a field; colouring is then cheap
/// enough for every movement of a slider.
class GranuleShader {
public:
    explicit GranuleShader(std::shared_ptr<const GranuleField> field);

    const GranuleField& field() const { return *m_field; }
    /// Errors: Usage when a colour of the design is not in the palette.
    Expected<Image> render(const TileDesign& design, const Palette& palette) const;

    /// The mean linear light, 0…1 and a little more, that the pixels of each granule would show if
    /// it had this colour: what a reading of the granule is compared with. Granules that are hidden
    /// show none.
    std::vector<std::array<float, 3>> granuleLight(const GranuleColor& color) const;

private:
    /// What one granule gives to one pixel.
    struct Contribution {
        std::uint32_t granule = 0;
        float diffuse = 0; ///< factor of the albedo
    };

    /// Appends the next pixel; the pointers lie at the first of its fine pixels.
    void addPixel(const std::uint32_t* granules, const float* diffuse, const float* gloss,
        std::size_t fineWidth);

    std::shared_ptr<const GranuleField> m_field;
    // The fine pixels under a pixel mostly show one granule: kept summed, they take less memory and
    // less time to colour.
    std::vector<Contribution> m_contributions; ///< pixel by pixel
    std::vector<std::uint8_t> m_contributors; ///< how many of them, per pixel
    std::vector<float> m_gloss; ///< added linear light, per pixel
    std::vector<std::array<float, 3>> m_tint; ///< jitter of the albedo, per granule
    /// Mean light of each granule: factor of the albedo, and gloss.
    struct MeanLight {
        float diffuse = 0;
        float gloss = 0;
    };
    std::vector<MeanLight> m_meanLight;
};

/// The picture of a design in one go, as guided generation needs it. Errors: Usage.
Expected<Image> renderGranules(
    const GranuleSettings& settings, const TileDesign& design, const Palette& palette);

} // namespace tilewright
