// How much light each point of a granule field sends to the viewer, before colour.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/granule/granule_field.h"
#include "core/granule/surface_texture.h"

namespace tilewright {

/// A lamp and the sky over rubber: flat facets with a little rounding and bumps, ambient occlusion
/// at two scales, a cast shadow, broken gloss.
class Lighting {
public:
    /// Light of a band of fine pixels, row by row; 0 where no granule lies.
    struct Band {
        std::vector<float> diffuse; ///< factor of the albedo
        std::vector<float> gloss; ///< added linear light, the colour of the lamp
    };

    explicit Lighting(const GranuleField& field);

    /// A height of band that wastes little on its margins.
    int bandRows() const;
    Band band(int top, int rows) const;

private:
    struct Finish {
        float gloss = 0;
        std::uint8_t textureX = 0; ///< where its middle lies on the texture
        std::uint8_t textureY = 0;
    };

    const GranuleField& m_field;
    float m_diameter;
    int m_fineRadius; ///< of the small blur of heights
    int m_coarseRadius;
    std::array<int, 6> m_shadowX{}; ///< steps towards the lamp
    std::array<int, 6> m_shadowY{};
    int m_margin;
    SurfaceTexture m_texture;
    std::vector<Finish> m_finish; ///< per granule
};

} // namespace tilewright
