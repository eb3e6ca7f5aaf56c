// Pictures of tiles and the logo, read when a page is drawn and no larger than it needs them.
#pragma once

#include <QImage>
#include <QStringList>
#include <map>
#include <mutex>

#include "core/catalog/catalog.h"
#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"

namespace tilewright::ui {

/// May be used from any thread. What could not be read is remembered, once each.
class SheetPictures {
public:
    /// The picture, or a grey field that says that it is missing. Returns what is covered.
    QRectF drawTile(SheetPen& pen, const QRectF& place, const Article& article, SheetPen::Fit fit,
        const SheetLanguage& language) const;
    /// Inside the place, from its upper left corner or, `isRight`, its upper right one. An empty
    /// rectangle: there is none.
    QRectF drawLogo(
        SheetPen& pen, const QRectF& place, const std::filesystem::path& file, bool isRight) const;
    QStringList problems() const;

private:
    void remember(const std::filesystem::path& file, const QString& sentence) const;

    mutable std::mutex m_mutex;
    mutable std::map<std::filesystem::path, QString> m_problems;
};

} // namespace tilewright::ui
