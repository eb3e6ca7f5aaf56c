// The middle of the window in the mode Mix: preview and photograph.
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

class Canvas;

/// Decides what is seen: the preview of the mix, or the last photograph (a step on its way or a
/// finished tile). Editing the mix turns to the preview, Generate and choosing a tile to the
/// photograph. A sample from outside (a photograph that the mix was taken from) stands beside it
/// while it is of use.
class Stage : public QWidget {
    Q_OBJECT
public:
    enum class View { Preview, Photograph };

    explicit Stage(QWidget* parent = nullptr);

    View view() const { return m_view; }
    /// A view without a picture yet keeps the other one's on screen.
    void setView(View view);
    void toggleView();
    void setPreview(const QImage& image, const QSize& tileSize);
    void setStep(const JobStatus& status, const QImage& image);
    void setTile(const TilePointer& tile);
    /// The job ended without a tile: back to the last finished one, or to the preview.
    void dropStep();
    void showSample(const QImage& image, const QString& label);
    void hideSample();

    Canvas* canvas() { return m_canvas; }
    Canvas* sample() { return m_sample; }

Q_SIGNALS:
    /// Whether the canvas shows a finished tile now, not a preview or a step.
    void pictureChanged(bool isTile);
    void viewChanged(tilewright::ui::Stage::View view);

private:
    struct Picture {
        QImage image;
        QSize tileSize;
        QString label;
        bool isTile = false;
    };
    void show();
    void paintEvent(QPaintEvent* event) override;

    View m_view = View::Preview;
    Picture m_preview;
    Picture m_photograph;
    Picture m_tile; ///< the last photograph that was finished
    Canvas* m_sample;
    Canvas* m_canvas;
};

} // namespace tilewright::ui
