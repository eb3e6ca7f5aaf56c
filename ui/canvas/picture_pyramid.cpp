#include "ui/canvas/picture_pyramid.h"

#include <QPaintDevice>
#include <QPainter>
#include <algorithm>

namespace tilewright::ui {
namespace {
/// From here on a designer wants to see the pixels.
constexpr double pixelsShownFrom = 4;
} // namespace

PicturePyramid::PicturePyramid(const QImage& image, const QSize& fullSize)
{
    if (image.isNull())
        return;
    QImage base = image;
    while (base.width() < fullSize.width())
        base = base.scaled(base.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_levels.push_back(std::move(base));
}

const QImage& PicturePyramid::levelFor(double scale) const
{
    std::size_t level = 0;
    while (scale <= 0.5 && std::min(m_levels[level].width(), m_levels[level].height()) > 1) {
        if (level + 1 == m_levels.size()) {
            const QSize half = m_levels[level].size() / 2;
            m_levels.push_back(
                m_levels[level].scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        }
        scale *= 2;
        ++level;
    }
    return m_levels[level];
}

void PicturePyramid::draw(
    QPainter& painter, const QRectF& target, const QRectF& visible, bool isFast) const
{
    const QRectF shown = target.intersected(visible);
    if (isNull() || shown.isEmpty())
        return;
    const double scale
        = target.width() * painter.device()->devicePixelRatioF() / m_levels.front().width();
    const QImage& level = levelFor(scale);
    const double x = level.width() / target.width(), y = level.height() / target.height();
    // Whole pixels, and one more around them for the interpolation: what is drawn too much is
    // clipped.
    const QRect source = QRectF((shown.x() - target.x()) * x, (shown.y() - target.y()) * y,
        shown.width() * x, shown.height() * y)
                             .toAlignedRect()
                             .adjusted(-1, -1, 1, 1)
                             .intersected(level.rect());
    const QRectF place(target.x() + source.x() / x, target.y() + source.y() / y, source.width() / x,
        source.height() / y);
    painter.save();
    painter.setClipRect(shown, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isFast && scale < pixelsShownFrom);
    painter.drawImage(place, level, QRectF(source));
    painter.restore();
}

} // namespace tilewright::ui
