#include "fidelity/sharpness.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>
#include <cmath>

namespace tilewright::fidelity {

double finePower(const Image& picture)
{
    const c10::InferenceMode inference;
    const auto bytes = at::from_blob(const_cast<std::uint8_t*>(picture.rgb.data()),
        {picture.height, picture.width, 3}, at::kByte);
    const auto weights = at::tensor({0.2126, 0.7152, 0.0722}, at::kDouble); // Rec. 709
    auto luma = at::matmul(bytes.to(at::kDouble), weights);
    luma = luma - luma.mean();
    const auto window = at::outer(
        at::hann_window(picture.height, at::kDouble), at::hann_window(picture.width, at::kDouble));
    const auto power = at::fft_fft2(luma * window).abs().square();
    const auto rows = at::fft_fftfreq(picture.height, 1.0, at::kDouble).square();
    const auto columns = at::fft_fftfreq(picture.width, 1.0, at::kDouble).square();
    const auto frequency = (rows.unsqueeze(1) + columns.unsqueeze(0)).sqrt();
    const auto fine = frequency.ge(0.25).logical_and(frequency.le(0.5));
    const double total = power.sum().item<double>();
    return total > 0 ? 100 * (power * fine).sum().item<double>() / total : 0;
}

double peakSignalToNoise(const Image& picture, const Image& original)
{
    double sum = 0;
    for (std::size_t i = 0; i < picture.rgb.size(); ++i) {
        const double difference = double(picture.rgb[i]) - double(original.rgb[i]);
        sum += difference * difference;
    }
    return 10 * std::log10(255.0 * 255.0 * static_cast<double>(picture.rgb.size()) / sum);
}

} // namespace tilewright::fidelity
