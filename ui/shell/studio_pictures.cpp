// Pictures that come in from outside: photographs to take a mix from, and tiles.
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <algorithm>

#include "ui/canvas/stage.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/mixer/mixer_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/studio_window.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/picture_filter.h"

namespace tilewright::ui {
namespace {

/// The first file among what is dragged; empty when there is none.
QString draggedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    const auto file
        = std::find_if(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    return file == urls.end() ? QString() : file->toLocalFile();
}

/// "Blue 44 %, Sand 33 %": what is measured is not known to the tenth.
QString wholePercents(const Palette& palette, const Mix& mix)
{
    QStringList parts;
    for (const MixShare& share : mix.shares())
        parts += StudioWindow::tr("%1 %2\u00a0%", "colour, percent")
                     .arg(displayName(palette, share.color))
                     .arg(qRound(share.percent()));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void StudioWindow::connectPictures()
{
    connect(m_mixer->photoButton(), &QPushButton::clicked, this, &StudioWindow::choosePicture);
    connect(&m_photos, &PhotoReader::photoMeasured, this, &StudioWindow::takePhoto);
    connect(&m_photos, &PhotoReader::tileOpened, this, [this](const TilePointer& tile) {
        m_messages->clear();
        if (tile->request.mix)
            reuse(tile->request);
        m_loader.cancel();
        m_stage->setView(Stage::View::Photograph);
        showTile(tile);
    });
    connect(&m_photos, &PhotoReader::failed, this,
        [this](const QString& message) { m_messages->showFailure(message); });
}

void StudioWindow::choosePicture()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Mix from a photo"), {}, pictureFilter());
    if (!file.isEmpty())
        openPicture(file);
}

void StudioWindow::openPicture(const QString& file)
{
    m_messages->clear();
    m_messages->showNotice(tr("Measuring %1…").arg(QFileInfo(file).fileName()));
    m_photos.read(qStringToPath(file));
}

void StudioWindow::takePhoto(const PhotoPointer& photo)
{
    m_editor.takeFromPhoto(photo->mix);
    const QString found = wholePercents(m_context.palette, photo->mix);
    m_stage->setView(Stage::View::Preview);
    m_stage->showSample(photo->image, pathToQString(photo->file.filename()));
    m_messages->clear();
    const int unexplained = qRound(photo->unexplained);
    m_messages->showNotice(unexplained >= 1
            ? tr("The photograph shows %1; %2\u00a0% is not in the palette.")
                  .arg(found)
                  .arg(unexplained)
            : tr("The photograph shows %1.").arg(found));
}

void StudioWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StudioWindow::dropEvent(QDropEvent* event)
{
    const QString file = draggedFile(*event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openPicture(file);
}

} // namespace tilewright::ui
