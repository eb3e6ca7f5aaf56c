// Tiles on their way to other programs: clipboard, drag and drop, file manager.
#pragma once

#include <QMimeData>
#include <QPixmap>
#include <QStringList>
#include <QWidget>

namespace tilewright::ui {

/// The files, and the picture of the first one, which is read when somebody asks for it.
class TileMimeData : public QMimeData {
    Q_OBJECT
public:
    explicit TileMimeData(const QStringList& files);
    bool hasFormat(const QString& mimeType) const override;
    QStringList formats() const override;

protected:
    QVariant retrieveData(const QString& mimeType, QMetaType type) const override;

private:
    const QString m_first;
};

/// What hangs at the pointer: up to three pictures in a stack, and how many there are.
QPixmap stackedPixmap(
    const QList<QPixmap>& pictures, int count, const QPalette& palette, qreal devicePixelRatio);

/// Opens the desktop's file manager with the files selected; where there is none that can do so,
/// the folder of the first one. Does not wait for it.
void showInFolder(const QStringList& files);

} // namespace tilewright::ui
