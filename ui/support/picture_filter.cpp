#include "ui/support/picture_filter.h"

#include <QCoreApplication>

namespace tilewright::ui {

QString pictureFilter()
{
    return QCoreApplication::translate("PictureFilter", "Pictures (%1)")
               .arg(QStringLiteral("*.png *.jpg *.jpeg *.tif *.tiff *.webp"))
        + QStringLiteral(";;")
        + QCoreApplication::translate("PictureFilter", "All files (%1)").arg(QStringLiteral("*"));
}

} // namespace tilewright::ui
