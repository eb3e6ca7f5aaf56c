#include "ui/compare/picture_difference.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <thread>

#include "core/color/color_difference.h"

namespace tilewright::ui {
namespace {

constexpr unsigned mostThreads = 8;

std::array<double, 256> linearValues()
{
    std::array<double, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = srgbToLinear(static_cast<double>(i) / 255.0);
    return values;
}

Lab labOf(QRgb color)
{
    static const std::array<double, 256> linear = linearValues();
    const auto at = [](int channel) { return linear[static_cast<std::size_t>(channel)]; };
    return toLab(LinearRgb{at(qRed(color)), at(qGreen(color)), at(qBlue(color))});
}

double difference(QRgb first, QRgb second, DifferenceMetric metric)
{
    // Saves the pure black its arithmetic: tiles of one seed are equal nearly everywhere.
    if ((first & RGB_MASK) == (second & RGB_MASK))
        return 0;
    if (metric == DifferenceMetric::DeltaE)
        return deltaE2000(labOf(first), labOf(second));
    return std::max({std::abs(qRed(first) - qRed(second)), std::abs(qGreen(first) - qGreen(second)),
        std::abs(qBlue(first) - qBlue(second))});
}

} // namespace

QImage croppedToShape(const QImage& image, const QSize& size)
{
    const QSize shape = size.scaled(image.size(), Qt::KeepAspectRatio);
    if (shape == image.size() || shape.isEmpty())
        return image;
    return image.copy(QRect(
        QPoint((image.width() - shape.width()) / 2, (image.height() - shape.height()) / 2), shape));
}

std::optional<DifferenceMap> differenceMap(const QImage& first, const QImage& second,
    DifferenceMetric metric, const std::function<bool()>& isStale)
{
    const QImage one = first.convertToFormat(QImage::Format_RGB32);
    QImage other = croppedToShape(second, first.size());
    if (other.size() != first.size())
        other = other.scaled(first.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    other = other.convertToFormat(QImage::Format_RGB32);

    const int width = one.width(), height = one.height();
    DifferenceMap map;
    map.size = one.size();
    map.values.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    // Row by row, so that the sum does not depend on the number of threads.
    std::vector<double> sums(static_cast<std::size_t>(height));
    std::atomic<int> next{0};
    const auto measureRows = [&] {
        for (int y = next++; y < height && !isStale(); y = next++) {
            const auto row = static_cast<std::size_t>(y);
            const auto* a = reinterpret_cast<const QRgb*>(one.constScanLine(y));
            const auto* b = reinterpret_cast<const QRgb*>(other.constScanLine(y));
            float* values = map.values.data() + row * static_cast<std::size_t>(width);
            for (int x = 0; x < width; ++x) {
                const double value = difference(a[x], b[x], metric);
                values[x] = static_cast<float>(value);
                sums[row] += value;
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < std::clamp(std::thread::hardware_concurrency(), 1U, mostThreads);
             ++i)
            helpers.emplace_back(measureRows);
        measureRows();
    }
    if (isStale())
        return std::nullopt;
    if (map.values.empty())
        return map;
    map.largest = *std::max_element(map.values.begin(), map.values.end());
    map.mean
        = std::accumulate(sums.begin(), sums.end(), 0.0) / static_cast<double>(map.values.size());
    return map;
}

QRgb differenceColor(double share)
{
    struct Stop {
        double red, green, blue;
    };
    static constexpr std::array<Stop, 5> stops{
        {{0, 0, 0}, {74, 24, 108}, {186, 54, 85}, {248, 149, 64}, {252, 253, 191}}};
    const double position = std::clamp(share, 0.0, 1.0) * (stops.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(position), stops.size() - 2);
    const double weight = position - static_cast<double>(low);
    const auto blend = [&](double Stop::*channel) {
        return static_cast<int>(
            std::lround(stops[low].*channel * (1 - weight) + stops[low + 1].*channel * weight));
    };
    return qRgb(blend(&Stop::red), blend(&Stop::green), blend(&Stop::blue));
}

QImage drawDifference(const DifferenceMap& map, double full)
{
    std::array<QRgb, 256> colors{};
    for (std::size_t i = 0; i < colors.size(); ++i)
        colors[i] = differenceColor(static_cast<double>(i) / 255.0);
    QImage image(map.size, QImage::Format_RGB32);
    auto value = map.values.begin();
    const float scale = 255.0F / static_cast<float>(full);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            row[x] = colors[static_cast<std::size_t>(std::min(255.0F, *value++ * scale + 0.5F))];
    }
    return image;
}

} // namespace tilewright::ui
