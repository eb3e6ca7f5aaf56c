#include "ui/canvas/viewport.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tilewright::ui {
namespace {
constexpr std::array zoomSteps{0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8,
    1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0};
/// Two zooms that differ by less look the same.
constexpr double zoomTolerance = 1e-3;
} // namespace

void Viewport::setPictureSize(const QSizeF& pixels)
{
    m_picture = pixels;
}

void Viewport::setViewSize(const QSizeF& size, double devicePixelRatio)
{
    m_view = size;
    m_devicePixelRatio = devicePixelRatio;
}

void Viewport::setRepeats(int repeats)
{
    m_repeats = repeats;
}

void Viewport::setScale(double millimetresPerPixel, double dotsPerMillimetre)
{
    m_millimetresPerPixel = millimetresPerPixel;
    m_dotsPerMillimetre = dotsPerMillimetre;
}

bool Viewport::isEmpty() const
{
    return m_picture.isEmpty() || m_view.width() <= 2 * m_margin || m_view.height() <= 2 * m_margin;
}

double Viewport::fittedZoom() const
{
    if (isEmpty())
        return 1;
    const double wide = (m_view.width() - 2 * m_margin) / (m_picture.width() * m_repeats);
    const double high = (m_view.height() - 2 * m_margin) / (m_picture.height() * m_repeats);
    return std::min(wide, high) * m_devicePixelRatio;
}

double Viewport::zoom() const
{
    return m_isFitted ? fittedZoom() : m_zoom;
}

std::optional<double> Viewport::lifeSizeZoom() const
{
    const double zoom = m_millimetresPerPixel * m_dotsPerMillimetre;
    return zoom > 0 ? std::optional(std::clamp(zoom, smallestZoom, largestZoom)) : std::nullopt;
}

bool Viewport::isLifeSize() const
{
    const auto wanted = lifeSizeZoom();
    return wanted && std::abs(zoom() / *wanted - 1) < zoomTolerance;
}

void Viewport::zoomTo(const QPointF& position, double zoom)
{
    if (isEmpty())
        return;
    const QPointF place = placeAt(position);
    // A picture that is tiny, or huge, may be fitted beyond the limits.
    m_zoom = std::clamp(
        zoom, std::min(smallestZoom, fittedZoom()), std::max(largestZoom, fittedZoom()));
    m_isFitted = false;
    const double scale = m_zoom / m_devicePixelRatio;
    const QPointF offset = middle() - position;
    setCenter(place
        + QPointF(
            offset.x() / (m_picture.width() * scale), offset.y() / (m_picture.height() * scale)));
}

void Viewport::stepIn(const QPointF& position)
{
    const auto next = std::find_if(zoomSteps.begin(), zoomSteps.end(),
        [now = zoom() * (1 + zoomTolerance)](double step) { return step > now; });
    zoomTo(position, next == zoomSteps.end() ? largestZoom : *next);
}

void Viewport::stepOut(const QPointF& position)
{
    const auto next = std::find_if(zoomSteps.rbegin(), zoomSteps.rend(),
        [now = zoom() * (1 - zoomTolerance)](double step) { return step < now; });
    zoomTo(position, next == zoomSteps.rend() ? smallestZoom : *next);
}

void Viewport::toggle(const QPointF& position)
{
    if (!m_isFitted)
        fit();
    else
        zoomTo(position, 1);
}

void Viewport::panBy(const QPointF& offset)
{
    const QRectF picture = pictureRect();
    if (picture.isEmpty())
        return;
    // Counted from what is seen, which at an edge lags behind the wished centre.
    setCenter(center() - QPointF(offset.x() / picture.width(), offset.y() / picture.height()));
}

QPointF Viewport::center() const
{
    return m_isFitted ? QPointF(0.5, 0.5) : clamped(m_center);
}

void Viewport::setCenter(const QPointF& center)
{
    m_center = clamped(center);
}

void Viewport::showSameAs(const Viewport& other)
{
    if (other.isFitted() || isEmpty()) {
        fit();
        return;
    }
    const double share = other.m_picture.width() / m_picture.width();
    zoomTo(middle(), other.zoom() / other.m_devicePixelRatio * m_devicePixelRatio * share);
    setCenter(other.center());
}

QPointF Viewport::clamped(const QPointF& center) const
{
    const double scale = m_zoom / m_devicePixelRatio;
    const auto axis = [&](double wished, double view, double picture) {
        const double half = view / (2 * picture * scale); // of the view, in pictures
        const double reach = m_repeats / 2.0; // from the middle to the outer edge
        return half >= reach ? 0.5 : std::clamp(wished, 0.5 - reach + half, 0.5 + reach - half);
    };
    if (isEmpty())
        return center;
    return {axis(center.x(), m_view.width(), m_picture.width()),
        axis(center.y(), m_view.height(), m_picture.height())};
}

QRectF Viewport::pictureRect() const
{
    if (isEmpty())
        return {};
    const QSizeF size = m_picture * (zoom() / m_devicePixelRatio);
    const QPointF place = center();
    return {middle() - QPointF(place.x() * size.width(), place.y() * size.height()), size};
}

QRectF Viewport::contentRect() const
{
    const QRectF picture = pictureRect();
    const double beside = (m_repeats - 1) / 2.0;
    return picture.adjusted(-beside * picture.width(), -beside * picture.height(),
        beside * picture.width(), beside * picture.height());
}

QPointF Viewport::placeAt(const QPointF& position) const
{
    const QRectF picture = pictureRect();
    if (picture.isEmpty())
        return {0.5, 0.5};
    return {(position.x() - picture.x()) / picture.width(),
        (position.y() - picture.y()) / picture.height()};
}

} // namespace tilewright::ui
