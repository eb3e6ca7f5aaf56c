// What the figure and the contact sheet are drawn with.
#pragma once

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QString>
#include <filesystem>
#include <string>

#include "core/image/image.h"
#include "core/mix/palette.h"

namespace tilewright::fidelity {

inline constexpr QColor ink{0x1f, 0x23, 0x28};
inline constexpr QColor quietInk{0x59, 0x63, 0x6e};
inline constexpr QColor paleLine{0xd8, 0xdd, 0xe3};

QFont textFont(int pixels, QFont::Weight weight = QFont::Normal);
/// One line; `place` is where its alignment puts it: the left or right end, or the middle, of the
/// baseline.
void drawText(
    QPainter& painter, QPointF place, const QString& text, Qt::Alignment alignment = Qt::AlignLeft);
QColor colorOf(const Palette& palette, const std::string& name);
QImage toQImage(const Image& image);
/// `format` as Qt names it, "png" or "jpg"; replaces the file in one step. Errors: CannotWrite.
Expected<void> save(
    const QImage& image, const std::filesystem::path& file, const char* format, int quality = -1);

} // namespace tilewright::fidelity
