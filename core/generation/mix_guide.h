// The granule picture that guides a tile, and what only it can tell: where each granule lies.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/generation/request.h"
#include "core/granule/granule_mask.h"
#include "core/granule/granule_shader.h"
#include "core/measure/fidelity_meter.h"
#include "core/measure/granule_reader.h"
#include "core/mix/palette.h"

namespace tilewright {

class MixGuide {
public:
    /// Errors: Usage when the request has no mix, or a colour that the palette lacks; as
    /// TileDesign::create().
    static Expected<std::unique_ptr<MixGuide>> create(
        const GenerationRequest& request, const Palette& palette);

    const Image& picture() const { return m_picture; }
    /// What is asked of the whole tile.
    const std::vector<AskedShare>& asked() const { return m_asked; }

    /// Granules of `picture` whose colour drifted get it back; `strength` 0…1.
    Image retinted(const Image& picture, double strength) const;
    /// All three readings of a picture made from this guide. Errors: as measureFidelity().
    Expected<Fidelity> measure(
        const Image& picture, const Palette& palette, const Calibration& calibration) const;

private:
    MixGuide(std::shared_ptr<const GranuleField> field);

    std::shared_ptr<const GranuleField> m_field;
    GranuleMask m_mask;
    Image m_picture;
    std::vector<AskedShare> m_asked;
    std::optional<GranuleReader> m_reader;
};

/// Points by which a picture misses, by the reading that likes it least: the mixture, the granules,
/// and how far the nearest-colour reading moved from what it says of the bare guide (it has a bias
/// of its own, which is not the picture's fault). What attempts are accepted and compared by: no
/// single reading decides.
double missOf(const Fidelity& picture, const Fidelity& guide);

} // namespace tilewright
