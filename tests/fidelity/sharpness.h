// How sharp a picture is, and how far it is from another.
#pragma once

#include "core/image/image.h"

namespace tilewright::fidelity {

/// Share (percent) of the power of the picture's luma, without its mean, that lies between 0.25 and
/// 0.5 cycles per pixel: details of two to four pixels. Hann window against the edges.
double finePower(const Image& picture);

/// Peak signal-to-noise ratio over all channels, dB; equal pictures: infinity. Both have one size.
double peakSignalToNoise(const Image& picture, const Image& original);

} // namespace tilewright::fidelity
