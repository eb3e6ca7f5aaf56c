#include "ui/theme/theme.h"

#include <QApplication>
#include <QSettings>

#include "ui/theme/style_sheet.h"

namespace tilewright::ui {
namespace {
constexpr auto appearanceKey = "appearance";
constexpr auto groundKey = "canvasGround";
constexpr std::pair<Appearance, const char*> appearanceNames[]{
    {Appearance::System, "system"}, {Appearance::Light, "light"}, {Appearance::Dark, "dark"}};
constexpr std::pair<CanvasGround, const char*> groundNames[]{{CanvasGround::Theme, "theme"},
    {CanvasGround::Light, "light"}, {CanvasGround::Neutral, "neutral"},
    {CanvasGround::Dark, "dark"}};

template <typename Names, typename Choice>
Choice storedChoice(const char* key, const Names& names, Choice fallback)
{
    const QString stored = QSettings().value(QLatin1String(key)).toString();
    for (const auto& [choice, name] : names)
        if (stored == QLatin1String(name))
            return choice;
    return fallback;
}

template <typename Names, typename Choice>
void storeChoice(const char* key, const Names& names, Choice wanted)
{
    for (const auto& [choice, name] : names)
        if (choice == wanted)
            QSettings().setValue(QLatin1String(key), QLatin1String(name));
}

bool desktopIsDark()
{
    // Taken before our own palette replaces the desktop's.
    static const bool isDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return isDark;
}
} // namespace

Theme Theme::dark()
{
    Theme theme;
    theme.isDark = true;
    theme.panel = QColor(47, 48, 50);
    theme.canvas = QColor(31, 31, 31);
    theme.control = QColor(58, 59, 61);
    theme.controlHover = QColor(68, 69, 72);
    theme.controlPressed = QColor(52, 53, 55);
    theme.outline = QColor(72, 73, 76);
    theme.separator = QColor(64, 65, 67);
    theme.groove = QColor(70, 71, 74);
    theme.text = QColor(232, 232, 230);
    theme.mutedText = QColor(165, 166, 168);
    theme.disabledText = QColor(118, 119, 121);
    theme.accent = QColor(224, 160, 73);
    theme.accentHover = QColor(234, 175, 95);
    theme.accentRing = QColor(250, 222, 180);
    theme.accentText = QColor(31, 26, 18);
    theme.danger = QColor(240, 128, 112);
    theme.good = QColor(116, 198, 124);
    return theme;
}

Theme Theme::light()
{
    Theme theme;
    theme.panel = QColor(247, 247, 245);
    theme.canvas = QColor(201, 202, 197);
    theme.control = QColor(255, 255, 255);
    theme.controlHover = QColor(240, 240, 237);
    theme.controlPressed = QColor(230, 230, 226);
    theme.outline = QColor(208, 208, 203);
    theme.separator = QColor(214, 214, 210);
    theme.groove = QColor(214, 214, 212);
    theme.text = QColor(31, 32, 33);
    theme.mutedText = QColor(98, 99, 101);
    theme.disabledText = QColor(152, 153, 155);
    theme.accent = QColor(176, 94, 22);
    theme.accentHover = QColor(160, 83, 16);
    theme.accentRing = QColor(96, 46, 4);
    theme.accentText = QColor(255, 255, 255);
    theme.danger = QColor(176, 42, 32);
    theme.good = QColor(38, 122, 56);
    return theme;
}

QPalette toPalette(const Theme& theme)
{
    QPalette palette(theme.control, theme.panel);
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.control);
    palette.setColor(QPalette::AlternateBase, theme.controlHover);
    palette.setColor(QPalette::Button, theme.control);
    palette.setColor(QPalette::Light, theme.controlHover);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::ToolTipBase, theme.control);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(role::good, theme.good);
    palette.setColor(role::canvas, theme.canvas);
    palette.setColor(role::separator, theme.separator);
    palette.setColor(role::groove, theme.groove);
    palette.setColor(role::outline, theme.outline);
    palette.setColor(role::mutedText, theme.mutedText);
    palette.setColor(role::accent, theme.accent);
    palette.setColor(role::danger, theme.danger);
    for (const auto textRole : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, textRole, theme.disabledText);
    return palette;
}

void applyAppearance(QApplication& application, Appearance appearance, CanvasGround ground)
{
    const bool followed = desktopIsDark();
    const bool isDark
        = appearance == Appearance::Dark || (appearance == Appearance::System && followed);
    Theme theme = isDark ? Theme::dark() : Theme::light();
    if (ground == CanvasGround::Light)
        theme.canvas = Theme::light().canvas;
    else if (ground == CanvasGround::Dark)
        theme.canvas = Theme::dark().canvas;
    else if (ground == CanvasGround::Neutral)
        theme.canvas = QColor(119, 119, 119);
    application.setPalette(toPalette(theme));
    application.setStyleSheet(styleSheet(theme));
}

Appearance storedAppearance()
{
    return storedChoice(appearanceKey, appearanceNames, Appearance::System);
}

void storeAppearance(Appearance appearance)
{
    storeChoice(appearanceKey, appearanceNames, appearance);
}

CanvasGround storedGround()
{
    return storedChoice(groundKey, groundNames, CanvasGround::Theme);
}

void storeGround(CanvasGround ground)
{
    storeChoice(groundKey, groundNames, ground);
}

} // namespace tilewright::ui
