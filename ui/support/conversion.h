// From the domain's types to Qt's and back.
#pragma once

#include <QColor>
#include <QImage>
#include <QString>
#include <filesystem>
#include <string_view>

#include "core/color/color.h"
#include "core/image/image.h"

namespace tilewright::ui {

/// A deep copy, tagged sRGB; null for an empty picture.
QImage toQImage(const Image& image);
QColor toQColor(Srgb color);
QString toQString(std::string_view text);
QString pathToQString(const std::filesystem::path& path);
std::filesystem::path qStringToPath(const QString& path);

} // namespace tilewright::ui
