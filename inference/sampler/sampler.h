// Steps from noise to latents.
#pragma once

#include <ATen/core/Tensor.h>
#include <memory>

#include "inference/sampler/noise_schedule.h"
#include "inference/sampler/noise_source.h"

namespace tilewright::inference {

/// One run over a schedule. All latents are float32, [batch, channels, h, w]; steps are counted
/// from 0 over the whole schedule, also when a run begins later.
class Sampler {
public:
    static std::unique_ptr<Sampler> make(const SamplerConfig& config, int steps);
    virtual ~Sampler() = default;

    const NoiseSchedule& schedule() const { return m_schedule; }
    int steps() const { return static_cast<int>(m_schedule.timesteps.size()); }
    double timestep(int step) const { return m_schedule.timesteps[static_cast<std::size_t>(step)]; }

    /// What pure noise of deviation 1 is multiplied with to be the first sample.
    virtual double initialNoiseScale() const = 0;
    /// The sample as the model wants to see it.
    virtual at::Tensor scaledInput(const at::Tensor& sample, int step) const = 0;
    /// Clean latents with the noise of a step, for runs that begin at that step.
    virtual at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int step) const = 0;
    /// The clean latents that a prediction points to.
    virtual at::Tensor clean(
        const at::Tensor& prediction, int step, const at::Tensor& sample) const = 0;
    /// The next sample, from the clean latents that it goes towards: those of clean(), or changed
    /// ones. `noise` (with as many pictures) serves solvers that add some.
    virtual at::Tensor step(
        const at::Tensor& clean, int step, const at::Tensor& sample, NoiseSource& noise)
        = 0;

protected:
    Sampler(const SamplerConfig& config, int steps);
    double sigma(int step) const { return m_schedule.sigmas[static_cast<std::size_t>(step)]; }

    SamplerConfig m_config;
    NoiseSchedule m_schedule;
};

} // namespace tilewright::inference
