#include "fidelity/drawing.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <span>

#include "core/support/atomic_file.h"

namespace tilewright::fidelity {

QFont textFont(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
        QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void drawText(QPainter& painter, QPointF place, const QString& text, Qt::Alignment alignment)
{
    const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    if (alignment & Qt::AlignRight)
        place.rx() -= width;
    else if (alignment & Qt::AlignHCenter)
        place.rx() -= width / 2;
    painter.drawText(place, text);
}

QColor colorOf(const Palette& palette, const std::string& name)
{
    const GranuleColor* color = palette.find(name);
    return color ? QColor(color->srgb.r, color->srgb.g, color->srgb.b) : quietInk;
}

QImage toQImage(const Image& image)
{
    const QImage view(
        image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
    return view.copy();
}

Expected<void> save(
    const QImage& image, const std::filesystem::path& file, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!image.save(&buffer, format, quality))
        return fail(ErrorKind::CannotWrite,
            std::string("Qt cannot write pictures of the form ") + format + ".");
    return writeFileAtomically(file, std::as_bytes(std::span(bytes.constData(), bytes.size())));
}

} // namespace tilewright::fidelity
