#include "ui/support/conversion.h"

#include <QColorSpace>
#include <QFile>

namespace tilewright::ui {

QImage toQImage(const Image& image)
{
    if (image.empty())
        return {};
    const QImage view(image.rgb.data(), image.width, image.height, qsizetype{3} * image.width,
        QImage::Format_RGB888);
    // Scaling and drawing are fastest in RGB32; the conversion also detaches from the borrowed
    // bytes.
    QImage copy = view.convertToFormat(QImage::Format_RGB32);
    copy.setColorSpace(QColorSpace::SRgb);
    return copy;
}

QColor toQColor(Srgb color)
{
    return {color.r, color.g, color.b};
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString pathToQString(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

std::filesystem::path qStringToPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace tilewright::ui
