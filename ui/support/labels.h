// Labels of the studio's kinds; see the style sheet.
#pragma once

#include <QLabel>

namespace tilewright::ui {

inline QLabel* labelOfKind(const char* kind, const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("kind", QLatin1String(kind));
    return label;
}

/// Names a group of controls: 11 px, semibold.
inline QLabel* headingLabel(const QString& text, QWidget* parent)
{
    return labelOfKind("heading", text, parent);
}

/// Explains: 11 px.
inline QLabel* captionLabel(const QString& text, QWidget* parent)
{
    return labelOfKind("caption", text, parent);
}

/// Names a value beside it: 13 px, dimmed.
inline QLabel* mutedLabel(const QString& text, QWidget* parent)
{
    return labelOfKind("muted", text, parent);
}

} // namespace tilewright::ui
