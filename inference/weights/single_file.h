// SDXL stored as one file in the original (sgm) layout, seen as the parts of the diffusers layout.
#pragma once

#include <map>
#include <string>

#include "inference/weights/weight_source.h"

namespace tilewright::inference {

/// One source per network of `networks` ("unet", "vae", "text_encoder", "text_encoder_2"), with the
/// names and shapes that the network declares. What the file lacks is simply not there, as with a
/// folder.
std::map<std::string, WeightSource> openSingleFile(
    const SafetensorsFile& file, const std::map<std::string, ParameterSet*>& networks);

} // namespace tilewright::inference
