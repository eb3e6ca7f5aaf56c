// Which files a dialog offers where a picture is asked for.
#pragma once

#include <QString>

namespace tilewright::ui {

/// The kinds that readPicture() takes, and all files: it goes by content, not by name.
QString pictureFilter();

} // namespace tilewright::ui
