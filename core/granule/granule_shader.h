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
    /// Errors: Usage when a colour of the mix is not in the palette.
    Expected<Image> render(const Mix& mix, const Palette& palette) const;

private:
    std::shared_ptr<const GranuleField> m_field;
    std::vector<float> m_diffuse; ///< factor of the albedo, per fine pixel
    std::vector<float> m_gloss; ///< added linear light, per fine pixel
    std::vector<std::array<float, 3>> m_tint; ///< jitter of the albedo, per granule
};

/// The picture of a mix in one go, as guided generation needs it. Errors: Usage.
Expected<Image> renderGranules(
    const GranuleSettings& settings, const Mix& mix, const Palette& palette);

} // namespace tilewright
