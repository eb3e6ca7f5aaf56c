// The middle of the window in the mode Mix: preview and photograph.
#pragma once

#include <QImage>
#include <QWidget>

#include "ui/canvas/canvas.h"
#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

class Canvas;
class ViewSwitch;

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
    /// `millimetresPerPixel` of the tile, for the life size; 0 where it is not known.
    void setPreview(const QImage& image, const QSize& tileSize, double millimetresPerPixel = 0);
    void setStep(const JobStatus& status, const QImage& image);
    void setTile(const TilePointer& tile);
    /// The job ended without a tile: back to the last finished one, or to the preview.
    void dropStep();
    void showSample(const QImage& image, const QString& label);
    void hideSample();
    bool isPhotographShown() const
    {
        return m_view == View::Photograph && !m_photograph.image.isNull();
    }
    Canvas* canvas() { return m_canvas; }
    Canvas* sample() { return m_sample; }
    /// In the corner of the canvas.
    ViewSwitch* viewSwitch() { return m_switch; }

Q_SIGNALS:
    /// Whether the canvas shows a finished tile now, not a preview or a step.
    void pictureChanged(bool isTile);
    void viewChanged(tilewright::ui::Stage::View view);

private:
    struct Picture {
        QImage image;
        QSize tileSize;
        QString label;
        double millimetresPerPixel = 0;
        bool isTile = false;
    };
    void show(Canvas::Transition transition = Canvas::Transition::Cut);
    void showSwitch();
    void paintEvent(QPaintEvent* event) override;

    View m_view = View::Preview;
    Picture m_preview;
    Picture m_photograph;
    Picture m_tile; ///< the last photograph that was finished
    Canvas* m_sample;
    Canvas* m_canvas;
    ViewSwitch* m_switch;
};

} // namespace tilewright::ui
