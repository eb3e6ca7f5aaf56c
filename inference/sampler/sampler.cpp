#include "inference/sampler/sampler.h"

#include <ATen/ATen.h>
#include <cmath>
#include <limits>

namespace tilewright::inference {

namespace {

/// DPM-Solver++(2M) (Lu et al. 2022), data prediction, midpoint form.
class Dpmpp2mSampler final : public Sampler {
public:
    Dpmpp2mSampler(const SamplerConfig& config, int steps) : Sampler(config, steps) { }

    double initialNoiseScale() const override { return 1; }
    at::Tensor scaledInput(const at::Tensor& sample, int) const override { return sample; }

    at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int step) const override
    {
        return alpha(step) * clean + deviation(step) * noise;
    }

    at::Tensor clean(
        const at::Tensor& prediction, int step, const at::Tensor& sample) const override
    {
        return m_config.prediction == PredictionType::VPrediction
            ? alpha(step) * sample - deviation(step) * prediction
            : (sample - deviation(step) * prediction) / alpha(step);
    }

    at::Tensor step(
        const at::Tensor& clean, int step, const at::Tensor& sample, NoiseSource&) override
    {
        const bool last = step == steps() - 1;
        const bool firstOrder = !m_previous.defined()
            || (last
                && (m_config.eulerAtFinal || (m_config.lowerOrderFinal && steps() < 15)
                    || m_config.finalSigmaZero));
        const double h = logSnr(step + 1) - logSnr(step);
        const double decay = std::expm1(-h); // exp(-h) - 1
        const double alphaNext = alpha(step + 1);
        at::Tensor next
            = (deviation(step + 1) / deviation(step)) * sample - (alphaNext * decay) * clean;
        if (!firstOrder) {
            const double ratio = (logSnr(step) - logSnr(step - 1)) / h;
            next.sub_((clean - m_previous) / ratio, 0.5 * alphaNext * decay);
        }
        m_previous = clean;
        return next;
    }

private:
    double alpha(int step) const { return 1 / std::sqrt(sigma(step) * sigma(step) + 1); }
    double deviation(int step) const { return sigma(step) * alpha(step); }
    /// Half the logarithm of the signal-to-noise ratio; infinite where no noise is left.
    double logSnr(int step) const
    {
        return sigma(step) > 0 ? -std::log(sigma(step)) : std::numeric_limits<double>::infinity();
    }

    at::Tensor m_previous; ///< clean latents of the step before
};

/// Euler steps of the probability-flow equation in sigma (Karras et al. 2022), plain or ancestral.
class EulerSampler final : public Sampler {
public:
    EulerSampler(const SamplerConfig& config, int steps) : Sampler(config, steps) { }

    double initialNoiseScale() const override
    {
        const double largest
            = *std::max_element(m_schedule.sigmas.begin(), m_schedule.sigmas.end());
        return m_config.spacing == TimestepSpacing::Leading ? std::sqrt(largest * largest + 1)
                                                            : largest;
    }

    at::Tensor scaledInput(const at::Tensor& sample, int step) const override
    {
        return sample / std::sqrt(sigma(step) * sigma(step) + 1);
    }

    at::Tensor noised(const at::Tensor& clean, const at::Tensor& noise, int step) const override
    {
        return clean + sigma(step) * noise;
    }

    at::Tensor clean(
        const at::Tensor& prediction, int step, const at::Tensor& sample) const override
    {
        const double now = sigma(step), variance = now * now + 1;
        return m_config.prediction == PredictionType::VPrediction
            ? prediction * (-now / std::sqrt(variance)) + sample / variance
            : sample - now * prediction;
    }

    at::Tensor step(
        const at::Tensor& clean, int step, const at::Tensor& sample, NoiseSource& noise) override
    {
        const double now = sigma(step), next = sigma(step + 1);
        const at::Tensor derivative = (sample - clean) / now;
        if (m_config.solver == SolverKind::Euler)
            return sample + derivative * (next - now);
        const double up = std::sqrt(next * next * (now * now - next * next) / (now * now));
        const double down = std::sqrt(next * next - up * up);
        const at::Tensor added = noise.draw(sample.sizes().slice(1).vec()).to(sample.device());
        return sample + derivative * (down - now) + added * up;
    }
};

} // namespace

Sampler::Sampler(const SamplerConfig& config, int steps)
    : m_config(config), m_schedule(NoiseSchedule::make(config, steps))
{
}

std::unique_ptr<Sampler> Sampler::make(const SamplerConfig& config, int steps)
{
    if (config.solver == SolverKind::Dpmpp2m)
        return std::make_unique<Dpmpp2mSampler>(config, steps);
    return std::make_unique<EulerSampler>(config, steps);
}

} // namespace tilewright::inference
