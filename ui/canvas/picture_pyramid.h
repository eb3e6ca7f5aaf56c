// A picture in halves of halves, so that it is drawn well and fast at any zoom.
#pragma once

#include <QImage>
#include <QRectF>
#include <vector>

class QPainter;

namespace tilewright::ui {

class PicturePyramid {
public:
    PicturePyramid() = default;
    /// Doubled until it reaches `fullSize`, the size of what a small picture stands for: doubling
    /// again and again is smoother than one long step of linear interpolation.
    explicit PicturePyramid(const QImage& image, const QSize& fullSize = {});

    bool isNull() const { return m_levels.empty(); }
    /// Draws the picture into `target`, and of it only what lies in `visible`; both in the
    /// painter's coordinates. `isFast` does without interpolation, for pictures on the move.
    void draw(QPainter& painter, const QRectF& target, const QRectF& visible, bool isFast) const;

private:
    const QImage& levelFor(double scale) const;

    mutable std::vector<QImage> m_levels; ///< each half of the one before; made when needed
};

} // namespace tilewright::ui
