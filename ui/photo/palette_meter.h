// Which colours of a palette are in a photograph.
#pragma once

#include "core/generation/model_profile.h"
#include "core/granule/granule_field.h"
#include "core/mix/palette.h"
#include "ui/photo/photo_reader.h"

namespace tilewright::ui {

/// Measures by how the granule renderer shows the palette; `granules` gives the scale. That is
/// worked out when the first photograph comes.
PhotoReader::Measure paletteMeter(Palette palette, const GranuleSettings& granules);

/// As large in the picture as the model shows them.
GranuleSettings granulesOf(const ModelProfile& profile);

} // namespace tilewright::ui
