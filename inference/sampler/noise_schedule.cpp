#include "inference/sampler/noise_schedule.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <cmath>

#include "inference/weights/config.h"

namespace tilewright::inference {

Expected<SamplerConfig> SamplerConfig::load(const std::filesystem::path& folder)
{
    auto opened = ConfigReader::open(folder / "scheduler_config.json");
    if (!opened)
        return tl::unexpected(opened.error());
    ConfigReader& reader = *opened;
    SamplerConfig config;
    const auto solver = reader.text("_class_name", "EulerDiscreteScheduler");
    if (solver == "EulerDiscreteScheduler")
        config.solver = SolverKind::Euler;
    else if (solver == "EulerAncestralDiscreteScheduler")
        config.solver = SolverKind::EulerAncestral;
    else // any other: what is said about training counts, the solver is ours
        config.solver = SolverKind::Dpmpp2m;
    config.trainTimesteps = static_cast<int>(reader.integer("num_train_timesteps", 1000));
    config.betaStart = reader.number("beta_start", 0.00085);
    config.betaEnd = reader.number("beta_end", 0.012);
    const auto schedule = reader.text("beta_schedule", "scaled_linear");
    config.scaledLinear = schedule == "scaled_linear";
    if (schedule != "scaled_linear" && schedule != "linear")
        reader.note(
            "\"beta_schedule\" is " + schedule + ", and only scaled_linear and linear can be used");
    config.trainedBetas = reader.numbers("trained_betas");
    config.zeroTerminalSnr = reader.boolean("rescale_betas_zero_snr", false);
    const auto prediction = reader.text("prediction_type", "epsilon");
    config.prediction
        = prediction == "v_prediction" ? PredictionType::VPrediction : PredictionType::Epsilon;
    if (prediction != "v_prediction" && prediction != "epsilon")
        reader.note("\"prediction_type\" is " + prediction
            + ", and only epsilon and v_prediction can be used");
    const auto spacing = reader.text("timestep_spacing", "linspace");
    config.spacing = spacing == "leading" ? TimestepSpacing::Leading
        : spacing == "trailing"           ? TimestepSpacing::Trailing
                                          : TimestepSpacing::Linspace;
    if (spacing != "leading" && spacing != "trailing" && spacing != "linspace")
        reader.note("\"timestep_spacing\" is " + spacing + ", which cannot be used");
    config.stepsOffset = static_cast<int>(reader.integer("steps_offset", 0));
    config.karras = reader.boolean("use_karras_sigmas", false);
    config.lowerOrderFinal = reader.boolean("lower_order_final", true);
    config.eulerAtFinal = reader.boolean("euler_at_final", false);
    config.finalSigmaZero = reader.text("final_sigmas_type", "zero") == "zero";
    if (config.trainTimesteps < 2 || config.trainTimesteps > 100000)
        reader.note("\"num_train_timesteps\" is out of bounds");
    if (!(config.betaStart > 0) || !(config.betaEnd >= config.betaStart) || !(config.betaEnd < 1))
        reader.note("\"beta_start\" and \"beta_end\" are out of bounds");
    if (!config.trainedBetas.empty()
        && config.trainedBetas.size() != static_cast<std::size_t>(config.trainTimesteps))
        reader.note("\"trained_betas\" does not suit \"num_train_timesteps\"");
    if (auto good = reader.check(); !good)
        return tl::unexpected(good.error());
    return config;
}

SamplerConfig SamplerConfig::with(Scheduler scheduler) const
{
    SamplerConfig config = *this;
    config.karras = scheduler == Scheduler::Dpmpp2mKarras;
    switch (scheduler) {
    case Scheduler::Dpmpp2mKarras:
    case Scheduler::Dpmpp2m:
        config.solver = SolverKind::Dpmpp2m;
        break;
    case Scheduler::EulerTrailing:
        config.spacing = TimestepSpacing::Trailing;
        [[fallthrough]];
    case Scheduler::Euler:
        config.solver = SolverKind::Euler;
        break;
    case Scheduler::EulerAncestral:
        config.solver = SolverKind::EulerAncestral;
        break;
    }
    return config;
}

namespace {

at::Tensor rescaledToZeroSnr(const at::Tensor& betas)
{
    at::Tensor root = at::cumprod(1.0 - betas, 0).sqrt();
    const at::Tensor first = root[0].clone(), last = root[-1].clone();
    root = (root - last) * (first / (first - last));
    const at::Tensor cumulative = root.square();
    const at::Tensor alphas
        = at::cat({cumulative.slice(0, 0, 1), cumulative.slice(0, 1) / cumulative.slice(0, 0, -1)});
    return 1 - alphas;
}

/// numpy.linspace in double.
std::vector<double> linspace(double first, double last, int count)
{
    std::vector<double> values(static_cast<std::size_t>(count));
    const double step = count > 1 ? (last - first) / (count - 1) : 0;
    for (int i = 0; i < count; ++i)
        values[static_cast<std::size_t>(i)] = first + step * i;
    if (count > 1)
        values.back() = last;
    return values;
}

/// Rounds halves to even, as numpy does.
double roundHalfEven(double value)
{
    return std::nearbyint(value);
}

/// Timesteps from the noisiest, before Karras. DPM++ and Euler agree but for "leading", where DPM++
/// divides by one more than the number of steps, and "linspace", where it leaves out the last of
/// one more.
std::vector<double> spacedTimesteps(const SamplerConfig& config, int steps)
{
    const int train = config.trainTimesteps;
    const bool dpm = config.solver == SolverKind::Dpmpp2m;
    std::vector<double> result;
    switch (config.spacing) {
    case TimestepSpacing::Linspace:
        result = linspace(0, train - 1, dpm ? steps + 1 : steps);
        std::reverse(result.begin(), result.end());
        result.resize(static_cast<std::size_t>(steps));
        for (auto& value : result)
            value = dpm ? roundHalfEven(value) : static_cast<double>(static_cast<float>(value));
        break;
    case TimestepSpacing::Leading: {
        const int ratio = train / (dpm ? steps + 1 : steps);
        for (int i = 0; i < steps; ++i)
            result.push_back((dpm ? steps - i : steps - 1 - i) * ratio + config.stepsOffset);
        break;
    }
    case TimestepSpacing::Trailing: {
        const double ratio = static_cast<double>(train) / steps;
        for (int i = 0; i < steps; ++i)
            result.push_back(roundHalfEven(train - i * ratio) - 1);
        break;
    }
    }
    return result;
}

double interpolate(const std::vector<double>& table, double position)
{
    const double last = static_cast<double>(table.size() - 1);
    if (position <= 0)
        return table.front();
    if (position >= last)
        return table.back();
    const auto low = static_cast<std::size_t>(position);
    const double slope = table[low + 1] - table[low];
    return slope * (position - static_cast<double>(low)) + table[low];
}

/// The fractional timestep of a sigma: linear in the logarithm. The table is float32, and so is the
/// difference of two of its entries; N = 35 with Karras lands so close to a half that this decides
/// the rounding.
double timestepOf(double sigma, const std::vector<float>& logSigmas)
{
    const double logSigma = std::log(std::max(sigma, 1e-10));
    const auto above = std::upper_bound(logSigmas.begin(), logSigmas.end(), logSigma,
        [](double value, float entry) { return value < entry; });
    const auto index = above == logSigmas.begin() ? 0 : above - logSigmas.begin() - 1;
    const auto low
        = std::min<std::ptrdiff_t>(index, static_cast<std::ptrdiff_t>(logSigmas.size()) - 2);
    const float lowValue = logSigmas[static_cast<std::size_t>(low)];
    const float highValue = logSigmas[static_cast<std::size_t>(low) + 1];
    const double weight
        = std::clamp((lowValue - logSigma) / static_cast<double>(lowValue - highValue), 0.0, 1.0);
    return (1 - weight) * static_cast<double>(low) + weight * static_cast<double>(low + 1);
}

std::vector<double> karrasSigmas(double largest, double smallest, int steps)
{
    constexpr double rho = 7;
    const double low = std::pow(smallest, 1 / rho), high = std::pow(largest, 1 / rho);
    std::vector<double> result;
    for (const double ramp : linspace(0, 1, steps))
        result.push_back(std::pow(high + ramp * (low - high), rho));
    return result;
}

} // namespace

std::vector<float> alphasCumulative(const SamplerConfig& config)
{
    at::Tensor betas;
    const auto options = at::TensorOptions(at::kFloat);
    if (!config.trainedBetas.empty())
        betas = at::tensor(config.trainedBetas, at::kDouble).to(at::kFloat);
    else if (config.scaledLinear)
        betas = at::linspace(
            std::sqrt(config.betaStart), std::sqrt(config.betaEnd), config.trainTimesteps, options)
                    .square();
    else
        betas = at::linspace(config.betaStart, config.betaEnd, config.trainTimesteps, options);
    if (config.zeroTerminalSnr)
        betas = rescaledToZeroSnr(betas);
    at::Tensor cumulative = at::cumprod(1.0 - betas, 0).contiguous();
    if (config.zeroTerminalSnr)
        cumulative[-1] = std::exp2(-24); // close to zero, yet sigma stays finite
    const float* data = cumulative.const_data_ptr<float>();
    return {data, data + cumulative.numel()};
}

NoiseSchedule NoiseSchedule::make(const SamplerConfig& config, int steps)
{
    const at::Tensor cumulative = at::tensor(alphasCumulative(config), at::kFloat);
    const at::Tensor sigmaTensor = ((1 - cumulative) / cumulative).sqrt().contiguous();
    const std::vector<float> table(sigmaTensor.const_data_ptr<float>(),
        sigmaTensor.const_data_ptr<float>() + sigmaTensor.numel());
    std::vector<float> logTable;
    for (const float sigma : table)
        logTable.push_back(std::log(sigma));

    NoiseSchedule schedule;
    schedule.timesteps = spacedTimesteps(config, steps);
    std::vector<double> sigmas;
    const std::vector<double> wide(table.begin(), table.end());
    for (const double timestep : schedule.timesteps)
        sigmas.push_back(interpolate(wide, timestep));
    if (config.karras) {
        // DPM++ takes the whole range the model knows; Euler that of its own spaced table, and
        // keeps fractions.
        const bool dpm = config.solver == SolverKind::Dpmpp2m;
        sigmas = dpm ? karrasSigmas(table.back(), table.front(), steps)
                     : karrasSigmas(sigmas.front(), sigmas.back(), steps);
        schedule.timesteps.clear();
        for (const double sigma : sigmas) {
            const double timestep = timestepOf(sigma, logTable);
            schedule.timesteps.push_back(
                dpm ? roundHalfEven(timestep) : static_cast<double>(static_cast<float>(timestep)));
        }
    }
    schedule.sigmas.assign(sigmas.begin(), sigmas.end());
    schedule.sigmas.push_back(config.finalSigmaZero ? 0.0F : table.front());
    return schedule;
}

} // namespace tilewright::inference
