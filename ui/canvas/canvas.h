// Shows one picture on neutral ground and says what it is.
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace tilewright::ui {

/// Fits the picture into the widget; a double click or Z shows it pixel for pixel at the pointer,
/// where it is moved by dragging or with the arrow keys.
class Canvas : public QWidget {
    Q_OBJECT
public:
    explicit Canvas(QWidget* parent = nullptr);

    /// `fullSize` is what a small picture stands for: a step preview takes the place of the tile.
    void show(const QImage& image, const QString& label, const QSize& fullSize = {});
    const QImage& image() const { return m_image; }
    const QString& label() const { return m_label; }
    bool isFitted() const { return m_isFitted; }
    /// Where the picture lies, in device-independent pixels.
    QRectF pictureRect() const;

public Q_SLOTS:
    void toggleZoom();

private:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void toggleZoomAt(const QPointF& position);
    void moveBy(const QPointF& offset);
    void paintLabel(QPainter& painter) const;
    const QPixmap& scaledPicture();

    QImage m_image;
    QSize m_fullSize;
    QString m_label;
    bool m_isFitted = true;
    QPointF m_center{0.5, 0.5}; ///< of the view in the picture, 0…1
    QPointF m_lastPosition;
    bool m_isRinged = false; ///< got the focus by the keyboard
    QPixmap m_scaled; ///< of m_image, for the current size on screen
};

} // namespace tilewright::ui
