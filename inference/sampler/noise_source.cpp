#include "inference/sampler/noise_source.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <algorithm>
#include <cmath>

namespace tilewright::inference {

namespace {

at::Tensor drawOne(at::Generator& generator, const std::vector<std::int64_t>& shape)
{
    return at::randn(shape, generator, at::TensorOptions(at::kFloat));
}

} // namespace

NoiseSource::NoiseSource(
    const std::vector<std::uint64_t>& seeds, const std::optional<Variation>& variation)
{
    const auto seeded
        = [](std::uint64_t seed) { return at::make_generator<at::CPUGeneratorImpl>(seed); };
    for (const std::uint64_t seed : seeds)
        m_generators.push_back(seeded(seed));
    if (variation && variation->strength > 0) {
        m_towards = seeded(variation->seed);
        m_strength = variation->strength;
    }
}

at::Tensor NoiseSource::draw(std::vector<std::int64_t> shapeOfOne)
{
    shapeOfOne.insert(shapeOfOne.begin(), 1);
    const at::Tensor towards = m_towards ? drawOne(*m_towards, shapeOfOne) : at::Tensor();
    std::vector<at::Tensor> rows;
    for (at::Generator& generator : m_generators) {
        const at::Tensor row = drawOne(generator, shapeOfOne);
        rows.push_back(towards.defined() ? slerp(row, towards, m_strength) : row);
    }
    return at::cat(rows);
}

at::Tensor slerp(const at::Tensor& from, const at::Tensor& to, double fraction)
{
    if (fraction <= 0)
        return from;
    if (fraction >= 1)
        return to;
    // Sums over 65,536 numbers and more: in double.
    const at::Tensor a = from.to(at::kDouble), b = to.to(at::kDouble);
    const double lengths = a.norm().item<double>() * b.norm().item<double>();
    const double cosine
        = lengths > 0 ? std::clamp((a * b).sum().item<double>() / lengths, -1.0, 1.0) : 1.0;
    constexpr double nearlyParallel = 0.9995;
    if (std::abs(cosine) > nearlyParallel)
        return ((1 - fraction) * a + fraction * b).to(from.scalar_type());
    const double angle = std::acos(cosine);
    return (
        (std::sin((1 - fraction) * angle) * a + std::sin(fraction * angle) * b) / std::sin(angle))
        .to(from.scalar_type());
}

} // namespace tilewright::inference
