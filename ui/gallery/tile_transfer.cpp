#include "ui/gallery/tile_transfer.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QUrl>
#include <algorithm>

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr auto pictureType = "application/x-qt-image";
constexpr int stackSide = 96;
constexpr int stackStep = 6;

QList<QUrl> toUrls(const QStringList& files)
{
    QList<QUrl> urls;
    for (const QString& file : files)
        urls += QUrl::fromLocalFile(file);
    return urls;
}

void openFolder(const QString& file)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
}
} // namespace

TileMimeData::TileMimeData(const QStringList& files) : m_first(files.value(0))
{
    const QList<QUrl> urls = toUrls(files);
    setUrls(urls);
    setText(files.join(QLatin1Char('\n')));
    // File managers paste files only when they are told that it is a copy.
    QByteArray copied = "copy";
    for (const QUrl& url : urls)
        copied += '\n' + url.toEncoded();
    setData(QStringLiteral("x-special/gnome-copied-files"), copied);
}

bool TileMimeData::hasFormat(const QString& mimeType) const
{
    return mimeType == QLatin1String(pictureType) || QMimeData::hasFormat(mimeType);
}

QStringList TileMimeData::formats() const
{
    return QMimeData::formats() + QStringList{QLatin1String(pictureType)};
}

QVariant TileMimeData::retrieveData(const QString& mimeType, QMetaType type) const
{
    if (mimeType != QLatin1String(pictureType))
        return QMimeData::retrieveData(mimeType, type);
    const QImage image = QImageReader(m_first).read();
    return image.isNull() ? QVariant() : image;
}

QPixmap stackedPixmap(
    const QList<QPixmap>& pictures, int count, const QPalette& palette, qreal devicePixelRatio)
{
    const auto shown = static_cast<int>(std::min<qsizetype>(pictures.size(), 3));
    const int side = stackSide + 2 * stackStep + 12;
    QPixmap stack(QSize(side, side) * devicePixelRatio);
    stack.setDevicePixelRatio(devicePixelRatio);
    stack.fill(Qt::transparent);
    QPainter painter(&stack);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = shown - 1; i >= 0; --i) {
        const QRect place(i * stackStep, i * stackStep, stackSide, stackSide);
        painter.fillRect(place.adjusted(-1, -1, 1, 1), QColor(255, 255, 255, 160));
        painter.fillRect(place, palette.color(role::groove));
        painter.drawPixmap(place, pictures[i]);
    }
    if (count > 1) {
        QFont font = captionFont();
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        const QString text = QString::number(count);
        const int width = std::max(20, painter.fontMetrics().horizontalAdvance(text) + 12);
        const QRect plate(side - width, side - 20, width, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(role::accent));
        painter.drawRoundedRect(plate, 10, 10);
        painter.setPen(palette.color(QPalette::HighlightedText));
        painter.drawText(plate, Qt::AlignCenter, text);
    }
    return stack;
}

void showInFolder(const QStringList& files)
{
    if (files.isEmpty())
        return;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return openFolder(files.front());
    QStringList urls;
    for (const QUrl& url : toUrls(files))
        urls += QString::fromLatin1(url.toEncoded());
    QDBusMessage message
        = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.FileManager1"),
            QStringLiteral("/org/freedesktop/FileManager1"),
            QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    message << urls << QString();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), qGuiApp);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, file = files.front()] {
            if (watcher->isError())
                openFolder(file);
            watcher->deleteLater();
        });
}

} // namespace tilewright::ui
