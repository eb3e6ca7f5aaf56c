#include "ui/canvas/stage.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/canvas/canvas.h"
#include "ui/canvas/view_switch.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

Stage::Stage(QWidget* parent)
    : QWidget(parent)
    , m_sample(new Canvas(this))
    , m_canvas(new Canvas(this))
    , m_switch(new ViewSwitch(m_canvas))
{
    auto* pictures = new QHBoxLayout(this);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(0);
    pictures->addWidget(m_sample, 1);
    pictures->addWidget(m_canvas, 1);
    m_sample->hide();
    m_switch->move(8, 8);
    m_canvas->setLabelShown(false);
    m_canvas->setZoomShown(true);
    connect(m_switch, &ViewSwitch::photographWanted, this,
        [this](bool isPhotograph) { setView(isPhotograph ? View::Photograph : View::Preview); });
}

void Stage::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    show(Canvas::Transition::Fade);
    Q_EMIT viewChanged(view);
}

void Stage::toggleView()
{
    if (m_view == View::Photograph)
        setView(View::Preview);
    else if (!m_photograph.image.isNull())
        setView(View::Photograph);
}

void Stage::setPreview(const QImage& image, const QSize& tileSize, double millimetresPerPixel)
{
    m_preview = {image, tileSize, tr("Preview"), millimetresPerPixel};
    if (m_view == View::Preview || m_photograph.image.isNull())
        show();
}

void Stage::setStep(const JobStatus& status, const QImage& image)
{
    m_photograph = {image, status.size, tr("Step %1 of %2").arg(status.done).arg(status.units),
        m_preview.millimetresPerPixel};
    if (m_view == View::Photograph)
        show();
    else
        showSwitch();
}

void Stage::setTile(const TilePointer& tile)
{
    m_tile = {tile->image, tile->image.size(),
        tile->provenance.draft ? tr("Draft, seed %1").arg(tile->request.seed)
                               : tr("Tile, seed %1").arg(tile->request.seed),
        tile->request.millimetresPerPixel, true};
    m_photograph = m_tile;
    if (m_view == View::Photograph)
        show(Canvas::Transition::Fade);
    else
        showSwitch();
}

void Stage::dropStep()
{
    m_photograph = m_tile;
    show();
}

void Stage::showSample(const QImage& image, const QString& label)
{
    m_sample->show(image, label);
    m_sample->setVisible(true);
}

void Stage::hideSample()
{
    m_sample->hide();
    m_sample->show({}, {});
}

void Stage::show(Canvas::Transition transition)
{
    const Picture& picture = isPhotographShown() ? m_photograph : m_preview;
    m_canvas->setMillimetresPerPixel(picture.millimetresPerPixel);
    m_canvas->show(picture.image, picture.label, picture.tileSize, transition);
    showSwitch();
    Q_EMIT pictureChanged(picture.isTile);
}

void Stage::showSwitch()
{
    m_switch->setState(isPhotographShown(), !m_photograph.image.isNull(),
        isPhotographShown() ? m_photograph.label : QString());
}

void Stage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(role::canvas));
}

} // namespace tilewright::ui
