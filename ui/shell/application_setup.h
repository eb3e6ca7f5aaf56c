// What the application needs before its first window.
#pragma once

#include <QLocale>
#include <optional>

class QApplication;

namespace tilewright::ui {

/// Names the application, sets style, fonts and appearance, installs the translations for the
/// locale (the system's if none is given), and routes Qt's messages into the log. Call once.
void setUpApplication(QApplication& application, std::optional<QLocale> locale = std::nullopt);

/// The window's texts and Qt's own in a language; also makes it the default for numbers and names.
void installTranslations(QApplication& application, const QLocale& locale);

} // namespace tilewright::ui
