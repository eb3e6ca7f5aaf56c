// How much noise there is at each of the timesteps a model was trained on, and which of them a run
// visits.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/generation/settings.h"
#include "core/support/error.h"

namespace tilewright::inference {

enum class PredictionType { Epsilon, VPrediction };
enum class TimestepSpacing { Linspace, Leading, Trailing };
enum class SolverKind { Dpmpp2m, Euler, EulerAncestral };

/// What scheduler_config.json says, and what a request overrides.
struct SamplerConfig {
    SolverKind solver = SolverKind::Dpmpp2m;
    int trainTimesteps = 1000;
    double betaStart = 0.00085;
    double betaEnd = 0.012;
    bool scaledLinear = true; ///< betas linear in their square roots
    std::vector<double> trainedBetas; ///< instead of the above
    bool zeroTerminalSnr
        = false; ///< betas rescaled so that the last timestep is pure noise (Lin et al. 2023)
    PredictionType prediction = PredictionType::Epsilon;
    TimestepSpacing spacing = TimestepSpacing::Leading;
    int stepsOffset = 0;
    bool karras = false; ///< sigmas after Karras et al. 2022, rho 7
    bool lowerOrderFinal = true; ///< DPM++: last step first order when there are fewer than 15
    bool eulerAtFinal = false; ///< DPM++: last step first order always
    bool finalSigmaZero = true; ///< else the smallest sigma ends the table

    /// Errors: BadData.
    static Expected<SamplerConfig> load(const std::filesystem::path& schedulerFolder);
    /// The scheduler asked for in place of the model's own; everything about training stays.
    SamplerConfig with(Scheduler scheduler) const;
};

/// The visited timesteps and their sigmas, sigma = sqrt((1 - a) / a) with a the cumulative product
/// of alphas.
struct NoiseSchedule {
    std::vector<double> timesteps; ///< as they go to the model; fractions with Euler and Karras
    std::vector<float> sigmas; ///< one more than timesteps

    /// N steps, 1…1000 (1…train timesteps).
    static NoiseSchedule make(const SamplerConfig& config, int steps);
};

/// Cumulative products of alphas, one per training timestep, float32 as they are used.
std::vector<float> alphasCumulative(const SamplerConfig& config);

} // namespace tilewright::inference
