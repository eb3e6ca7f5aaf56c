#include "ui/canvas/canvas_ground.h"

#include <array>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr std::array grounds{
    CanvasGround::Theme, CanvasGround::Light, CanvasGround::Neutral, CanvasGround::Dark};
} // namespace

QColor groundColor(CanvasGround ground, const QPalette& palette)
{
    switch (ground) {
    case CanvasGround::Theme:
        break;
    case CanvasGround::Light:
        return {226, 226, 226};
    case CanvasGround::Neutral:
        return {119, 119, 119}; // L* 50
    case CanvasGround::Dark:
        return {31, 31, 31};
    }
    return palette.color(role::canvas);
}

QString toText(CanvasGround ground)
{
    switch (ground) {
    case CanvasGround::Theme:
        break;
    case CanvasGround::Light:
        return QStringLiteral("light");
    case CanvasGround::Neutral:
        return QStringLiteral("neutral");
    case CanvasGround::Dark:
        return QStringLiteral("dark");
    }
    return QStringLiteral("theme");
}

CanvasGround canvasGroundFromText(const QString& text)
{
    for (const CanvasGround ground : grounds)
        if (toText(ground) == text)
            return ground;
    return CanvasGround::Theme;
}

} // namespace tilewright::ui
