// What all documents share: paper and margins, letterhead, running head and foot, and pages as a
// list of drawings.
#pragma once

#include <functional>
#include <vector>

#include "ui/sheets/sheet_document.h"
#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"
#include "ui/sheets/sheet_pictures.h"

namespace tilewright::ui {

class SheetPages : public SheetDocument {
public:
    /// Without its articles, so that a document keeps only what it shows.
    SheetPages(const Catalog& catalog, const SheetTemplate& design, QString title);

    int pageCount() const override { return static_cast<int>(m_pages.size()); }
    QString title() const override { return m_title; }
    void paint(QPainter& painter, int page, double pictureDpi) const override;
    QSizeF pageSize() const override { return m_size; }
    QStringList problems() const override { return m_pictures.problems(); }

protected:
    using Drawing = std::function<void(SheetPen& pen)>;

    void addPage(Drawing drawing) { m_pages.push_back(std::move(drawing)); }
    int nextPage() const { return pageCount(); } ///< index of the page that is added next

    const SheetTemplate& design() const { return m_design; }
    const SheetLanguage& language() const { return m_language; }
    const SheetPictures& pictures() const { return m_pictures; }
    const Company& company() const { return m_company; }
    const QString& note() const { return m_note; }
    const std::string& created() const { return m_created; }
    QColor accent() const { return m_accent; }
    /// Between the margins.
    QRectF content() const;

    /// Title at the left, what the page holds at the right, a rule below.
    void drawRunningHead(SheetPen& pen, const QString& right) const;
    /// The company at the left, the number (from 1) at the right; a line above it where one is
    /// given.
    void drawFoot(SheetPen& pen, int page, const QString& smallPrint = {}) const;
    /// A heading with the accent above it. Returns where the text goes on.
    double drawHeading(SheetPen& pen, double top, const QString& text) const;
    /// Logo or name at the left, address at the right. Returns its lower edge.
    double drawLetterhead(SheetPen& pen) const;
    double letterheadHeight() const;
    QStringList addressLines() const;

private:
    SheetTemplate m_design;
    SheetLanguage m_language;
    SheetPictures m_pictures;
    Company m_company;
    QString m_title;
    QString m_note;
    std::string m_created;
    QColor m_accent;
    QSizeF m_size;
    std::vector<Drawing> m_pages;
};

} // namespace tilewright::ui
