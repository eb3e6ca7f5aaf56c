// Reading the reference results of tests/data/goldens.
#pragma once

#include <ATen/ATen.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "inference/sampler/noise_schedule.h"
#include "inference/weights/weight_source.h"

namespace tilewright::inference::golden {

inline std::filesystem::path folder()
{
    return std::filesystem::path(TEST_DATA) / "goldens";
}

inline nlohmann::json json(const std::string& name)
{
    std::ifstream stream(folder() / name);
    return nlohmann::json::parse(stream);
}

inline const nlohmann::json& cases()
{
    static const auto all = json("cases.json");
    return all;
}

inline const nlohmann::json& caseNamed(const std::string& id)
{
    for (const auto& one : cases()) {
        if (one["id"] == id)
            return one;
    }
    throw std::runtime_error("no case " + id);
}

/// A tensor of a case; where the file leaves it out because another case has the same, that one's.
inline at::Tensor tensor(const nlohmann::json& one, const std::string& name)
{
    const auto file = SafetensorsFile::open(folder() / one["files"][0].get<std::string>());
    if (!file)
        throw std::runtime_error(file.error().message);
    const auto source = WeightSource::fromFile(*file);
    if (source.find(name))
        return source.read(name).value();
    if (one.contains("same_as") && one["same_as"].contains(name))
        return tensor(caseNamed(one["same_as"][name]), name);
    return {};
}

/// A configuration with what a case or table says on top of the model's own scheduler.
inline SamplerConfig sampler(SamplerConfig config, const nlohmann::json& over)
{
    const std::string kind = over["class"];
    config.solver = kind == "DPMSolverMultistepScheduler" ? SolverKind::Dpmpp2m
        : kind == "EulerDiscreteScheduler"                ? SolverKind::Euler
                                                          : SolverKind::EulerAncestral;
    config.karras = over.value("use_karras_sigmas", false);
    config.zeroTerminalSnr = over.value("rescale_betas_zero_snr", false);
    if (over.value("prediction_type", "") == "v_prediction")
        config.prediction = PredictionType::VPrediction;
    const std::string spacing = over.value("timestep_spacing", "");
    if (!spacing.empty())
        config.spacing = spacing == "leading" ? TimestepSpacing::Leading
            : spacing == "trailing"           ? TimestepSpacing::Trailing
                                              : TimestepSpacing::Linspace;
    return config;
}

inline double largestDifference(const at::Tensor& a, const at::Tensor& b)
{
    if (a.sizes() != b.sizes())
        return std::numeric_limits<double>::infinity();
    return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

} // namespace tilewright::inference::golden
