// The random numbers of a run.
#pragma once

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/generation/request.h"

namespace tilewright::inference {

/// One generator for each picture of a batch, always on the CPU and in float32, so that a seed
/// means the same noise on every device and in every batch. With a variation each draw is turned
/// towards that of the variation's seed: at strength 0 it is the draw of the seed to the bit, at
/// strength 1 that of the variation's seed.
class NoiseSource {
public:
    explicit NoiseSource(
        const std::vector<std::uint64_t>& seeds, const std::optional<Variation>& variation = {});

    /// Noise of deviation 1, [pictures, …].
    at::Tensor draw(std::vector<std::int64_t> shapeOfOne);

private:
    std::vector<at::Generator> m_generators; ///< one per picture
    std::optional<at::Generator> m_towards; ///< of the variation, the same for every picture
    double m_strength = 0;
};

/// Spherical interpolation (Shoemake 1985) between two tensors of one shape, each seen as one
/// vector: `fraction` of the angle, so that noise keeps its deviation on the way. Exactly `from` at
/// 0 and `to` at 1; linear where the two point the same way or are opposed.
at::Tensor slerp(const at::Tensor& from, const at::Tensor& to, double fraction);

} // namespace tilewright::inference
