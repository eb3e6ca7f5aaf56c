// Which part of a picture a view shows, and how large. Geometry only.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <optional>

namespace tilewright::ui {

/// Positions in the view and rectangles are in device-independent pixels. A zoom of 1 shows a pixel
/// of the picture on a pixel of the screen. Places in the picture are fractions of its sides:
/// (0, 0) is its upper left corner, (1, 1) the lower right one; a repeated picture goes on to both
/// sides. Along an axis where the picture is smaller than the view it stands in the middle; where
/// it is larger it leaves no gap at the edges.
class Viewport {
public:
    static constexpr double smallestZoom = 0.02;
    static constexpr double largestZoom = 32;

    void setPictureSize(const QSizeF& pixels);
    void setViewSize(const QSizeF& size, double devicePixelRatio = 1);
    /// Kept free around the fitted picture.
    void setMargin(double margin) { m_margin = margin; }
    /// 1, or 3 for the picture with its eight neighbours.
    void setRepeats(int repeats);
    /// Of the picture, and of the screen in pixels per millimetre; 0 where it is not known.
    void setScale(double millimetresPerPixel, double dotsPerMillimetre);

    const QSizeF& pictureSize() const { return m_picture; }
    const QSizeF& viewSize() const { return m_view; }
    double devicePixelRatio() const { return m_devicePixelRatio; }
    int repeats() const { return m_repeats; }
    /// Nothing to see: no picture, or a view without room.
    bool isEmpty() const;

    bool isFitted() const { return m_isFitted; }
    double zoom() const;
    /// The zoom at which all of the picture, with its repeats, is seen.
    double fittedZoom() const;
    /// The zoom at which a millimetre of the tile is a millimetre on the screen.
    std::optional<double> lifeSizeZoom() const;
    bool isLifeSize() const;

    void fit() { m_isFitted = true; }
    /// The place at `position` of the view stays there, as far as the edges of the picture allow.
    void zoomTo(const QPointF& position, double zoom);
    void zoomAt(const QPointF& position, double factor) { zoomTo(position, zoom() * factor); }
    /// To the next round zoom.
    void stepIn(const QPointF& position);
    void stepOut(const QPointF& position);
    /// From fitted to 1, from anything else to fitted.
    void toggle(const QPointF& position);
    /// The picture moves along with the offset.
    void panBy(const QPointF& offset);

    /// The place in the middle of the view.
    QPointF center() const;
    void setCenter(const QPointF& center);
    /// The same part of another picture, as large in the view.
    void showSameAs(const Viewport& other);

    /// Where the picture lies in the view, without its repeats.
    QRectF pictureRect() const;
    /// With its repeats.
    QRectF contentRect() const;
    QPointF placeAt(const QPointF& position) const;

private:
    QPointF middle() const { return {m_view.width() / 2, m_view.height() / 2}; }
    QPointF clamped(const QPointF& center) const;

    QSizeF m_picture;
    QSizeF m_view;
    double m_devicePixelRatio = 1;
    double m_margin = 0;
    int m_repeats = 1;
    double m_millimetresPerPixel = 0;
    double m_dotsPerMillimetre = 0;
    bool m_isFitted = true;
    double m_zoom = 1; ///< when not fitted
    QPointF m_center{0.5, 0.5}; ///< as wished; the edges may not allow it
};

} // namespace tilewright::ui
