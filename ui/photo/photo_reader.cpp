#include "ui/photo/photo_reader.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr int longestSide = 2048; // pixels; shares are no truer with more

/// Fewer than six in a thousand would be lost in the rounding of the sliders.
constexpr double leastPercent = 0.5;
} // namespace

QImage toQImage(const Picture& picture)
{
    QImage image = toQImage(picture.image);
    if (picture.coverage.empty())
        return image;
    image.convertTo(QImage::Format_ARGB32);
    auto coverage = picture.coverage.begin();
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x, ++row, ++coverage)
            *row = qRgba(qRed(*row), qGreen(*row), qBlue(*row), *coverage);
    }
    return image;
}

PhotoReader::PhotoReader(Measure measure, QObject* parent)
    : QObject(parent), m_measure(std::make_shared<Measure>(std::move(measure)))
{
    m_thread.setMaxThreadCount(1);
}

Expected<MeasuredPhoto> PhotoReader::measured(
    const std::filesystem::path& file, const Measure& measure)
{
    const auto picture = readPicture(file, {.longestSide = longestSide});
    if (!picture)
        return tl::unexpected(picture.error());
    auto fidelity = measure(*picture);
    if (!fidelity)
        return tl::unexpected(fidelity.error());
    auto& colors = fidelity->colors;
    std::erase_if(
        colors, [](const ColorFidelity& color) { return !(color.measured >= leastPercent); });
    std::stable_sort(colors.begin(), colors.end(),
        [](const auto& a, const auto& b) { return a.measured > b.measured; });
    colors.resize(std::min(colors.size(), Mix::maximumColors));
    std::vector<std::pair<std::string, double>> weights;
    for (const ColorFidelity& color : colors)
        weights.emplace_back(color.color, color.measured);
    auto mix = Mix::fromWeights(weights);
    if (!mix)
        return fail(ErrorKind::BadData,
            fmt::format("The picture {} shows no colour of the palette. Choose one that a tile "
                        "fills, evenly lit.",
                file.filename().string()),
            mix.error().message);
    return MeasuredPhoto{file, toQImage(*picture), std::move(*mix), fidelity->unexplained};
}

void PhotoReader::setMeasure(Measure measure)
{
    m_measure = std::make_shared<Measure>(std::move(measure));
}

void PhotoReader::read(const std::filesystem::path& file)
{
    const quint64 id = ++m_latest;
    m_thread.start([this, id, file, measure = m_measure] {
        if (id != m_latest)
            return;
        const auto deliver = [this, id](auto send) {
            QMetaObject::invokeMethod(
                this,
                [this, id, send] {
                    if (id == m_latest)
                        send();
                },
                Qt::QueuedConnection);
        };
        if (const Expected<Tile> tile = loadTile(file)) {
            deliver([this, opened = toLoadedTile(*tile, file)] { Q_EMIT tileOpened(opened); });
            return;
        }
        auto photo = measured(file, *measure);
        if (photo)
            deliver([this, result = std::make_shared<const MeasuredPhoto>(std::move(*photo))] {
                Q_EMIT photoMeasured(result);
            });
        else
            deliver([this, message = toQString(photo.error().message)] { Q_EMIT failed(message); });
    });
}

} // namespace tilewright::ui
