// Shows one picture on neutral ground and says what it is.
#pragma once

#include <QImage>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include "ui/canvas/picture_pyramid.h"
#include "ui/canvas/viewport.h"

namespace tilewright::ui {

/// Fits the picture into the widget. The wheel zooms at the pointer, + and - step the zoom, 0 fits;
/// a double click shows the picture pixel for pixel. It is moved by dragging or with the arrow
/// keys.
class Canvas : public QWidget {
    Q_OBJECT
public:
    enum class Transition { Cut, Fade };

    explicit Canvas(QWidget* parent = nullptr);

    /// `fullSize` is what a small picture stands for: a step preview takes the place of the tile.
    /// A fade takes 150 ms, where the style animates at all.
    void show(const QImage& image, const QString& label, const QSize& fullSize = {},
        Transition transition = Transition::Cut);
    const QImage& image() const { return m_image; }
    const QString& label() const { return m_label; }
    bool isFitted() const { return m_viewport.isFitted(); }
    bool isFading() const { return m_fade.state() == QAbstractAnimation::Running; }
    /// Where the picture lies, in device-independent pixels; its edges on pixels of the screen.
    QRectF pictureRect() const;

    const Viewport& viewport() const { return m_viewport; }
    /// For those who move several canvases together: after a change, update().
    Viewport& viewport() { return m_viewport; }
    /// "43 %", or "1:1" where a millimetre of the tile is one on the screen.
    QString zoomText() const;
    bool isRepeated() const { return m_viewport.repeats() > 1; }
    bool isSeamShown() const { return m_isSeamShown; }

    /// In device-independent pixels, around the fitted picture.
    void setMargin(int margin);
    void setLabelShown(bool isShown);
    /// A ring around the picture, of one canvas among several.
    void setMarked(bool isMarked);
    void setZoomShown(bool isShown);
    /// Scale of the picture; 0 where it is not known, and then there is no life size.
    void setMillimetresPerPixel(double scale);

public Q_SLOTS:
    void toggleZoom(); ///< fitted or pixel for pixel, at the pointer
    void zoomIn();
    void zoomOut();
    void fit();
    void showLifeSize(); ///< does nothing where the scale is not known
    /// The picture and its eight neighbours, to judge the seam and the rhythm.
    void setRepeated(bool isRepeated);
    void setSeamShown(bool isShown); ///< thin lines where the repeats meet

Q_SIGNALS:
    /// Zoomed, moved or repeated by a hand or a slot; not when its picture or size changed.
    void viewChanged(const tilewright::ui::Viewport& before);
    void resized();

protected:
    /// Draws the pictures; the ground is painted already, labels come on top.
    virtual void paintPictures(QPainter& painter);
    /// Draws a picture with its repeats to where the viewport puts it, and of it only what lies in
    /// `visible`.
    void drawPicture(QPainter& painter, const PicturePyramid& picture, const QRectF& visible) const;
    const PicturePyramid& picture() const { return m_picture; }
    /// A small text on a ground of its own; `corner` is the upper left one.
    void drawPill(QPainter& painter, const QPointF& corner, const QString& text) const;
    static QSizeF pillSize(const QString& text);
    bool isSpaceHeld() const { return m_isSpaceHeld; }

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    virtual void showCursor();

private:
    template <typename Change> void changeView(Change change);
    QPointF pointerOrMiddle() const;
    QRectF onPixels(const QRectF& rect) const;
    void updateViewport();
    bool panByKey(int key);
    void paintSeams(QPainter& painter) const;
    void paintRing(QPainter& painter, double distance, double width) const;

    QImage m_image;
    PicturePyramid m_picture;
    PicturePyramid m_outgoing; ///< fades away
    QString m_label;
    Viewport m_viewport;
    double m_millimetresPerPixel = 0;
    bool m_isLabelShown = true;
    bool m_isZoomShown = false;
    bool m_isSeamShown = false;
    bool m_isMarked = false;
    bool m_isRinged = false; ///< got the focus by the keyboard
    bool m_isSpaceHeld = false;
    bool m_isDragged = false;
    QPointF m_lastPosition;
    QTimer m_settling; ///< runs while the view moves
    QVariantAnimation m_fade;
};

} // namespace tilewright::ui
