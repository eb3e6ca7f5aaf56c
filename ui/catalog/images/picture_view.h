// A picture in the middle of its place, as large as fits, never enlarged.
#pragma once

#include <QImage>
#include <QWidget>

namespace tilewright::ui {

class PictureView : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }
    /// Instead of a picture.
    void setText(const QString& text);
    /// In physical pixels: what a picture needs to fill the place.
    int longestSide() const;

Q_SIGNALS:
    void resized();

private:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    QImage m_image;
    QString m_text;
};

} // namespace tilewright::ui
