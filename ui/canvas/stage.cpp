#include "ui/canvas/stage.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/canvas/canvas.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

Stage::Stage(QWidget* parent)
    : QWidget(parent), m_sample(new Canvas(this)), m_canvas(new Canvas(this))
{
    auto* pictures = new QHBoxLayout(this);
    pictures->setContentsMargins(0, 0, 0, 0);
    pictures->setSpacing(0);
    pictures->addWidget(m_sample, 1);
    pictures->addWidget(m_canvas, 1);
    m_sample->hide();
}

void Stage::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    show();
    Q_EMIT viewChanged(view);
}

void Stage::toggleView()
{
    if (m_view == View::Photograph)
        setView(View::Preview);
    else if (!m_photograph.image.isNull())
        setView(View::Photograph);
}

void Stage::setPreview(const QImage& image, const QSize& tileSize)
{
    m_preview = {image, tileSize, tr("Preview")};
    if (m_view == View::Preview || m_photograph.image.isNull())
        show();
}

void Stage::setStep(const JobStatus& status, const QImage& image)
{
    m_photograph = {image, status.size, tr("Step %1 of %2").arg(status.done).arg(status.units)};
    if (m_view == View::Photograph)
        show();
}

void Stage::setTile(const TilePointer& tile)
{
    m_tile = {tile->image, tile->image.size(),
        tile->provenance.draft ? tr("Draft, seed %1").arg(tile->request.seed)
                               : tr("Tile, seed %1").arg(tile->request.seed),
        true};
    m_photograph = m_tile;
    if (m_view == View::Photograph)
        show();
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

void Stage::show()
{
    const bool isPhotograph = m_view == View::Photograph && !m_photograph.image.isNull();
    const Picture& picture = isPhotograph ? m_photograph : m_preview;
    m_canvas->show(picture.image, picture.label, picture.tileSize);
    Q_EMIT pictureChanged(picture.isTile);
}

void Stage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(role::canvas));
}

} // namespace tilewright::ui
