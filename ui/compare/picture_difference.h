// Where two pictures differ, and by how much.
#pragma once

#include <QImage>
#include <functional>
#include <optional>
#include <vector>

namespace tilewright::ui {

enum class DifferenceMetric {
    DeltaE, ///< CIEDE2000: as a person sees it
    Srgb, ///< the largest difference of a channel, 0…255
};

struct DifferenceMap {
    QSize size;
    std::vector<float> values; ///< row by row
    double mean = 0;
    double largest = 0;
};

/// Cut at its edges to the proportions of `size`; its scale stays.
QImage croppedToShape(const QImage& image, const QSize& size);

/// The second picture is cut and scaled to the size of the first. Empty once `isStale` says that
/// nobody waits for the map any more; it is asked from several threads.
std::optional<DifferenceMap> differenceMap(const QImage& first, const QImage& second,
    DifferenceMetric metric, const std::function<bool()>& isStale);

/// Of a share of the full difference, 0…1: black, violet, orange, pale yellow. Its lightness grows
/// evenly, so that it reads without colours, too.
QRgb differenceColor(double share);

/// `full` is the difference that has the brightest colour.
QImage drawDifference(const DifferenceMap& map, double full);

} // namespace tilewright::ui
