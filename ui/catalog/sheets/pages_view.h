// A document's pages one below the other, as they will be printed.
#pragma once

#include <QAbstractScrollArea>
#include <map>

#include "ui/catalog/sheets/sheet_renderer.h"

namespace tilewright::ui {

/// As wide as the view until Ctrl with the wheel, or + and -, says otherwise; 0 goes back. Pages
/// are drawn when they come into sight; until then an older picture of the page stands in for them.
class PagesView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PagesView(SheetRenderer& renderer, QWidget* parent = nullptr);

    /// Keeps the place in the document. Null: nothing to see, only the text.
    void setDocument(const SheetDocumentPointer& document);
    void setEmptyText(const QString& text);

    int currentPage() const; ///< from 0: the one in the middle of the view; -1: none
    double zoom() const; ///< 1: a point of the page is 1/96 inch × 4/3 of the screen
    bool isFitted() const { return m_isFitted; }
    bool hasPicture(int page) const; ///< that is as sharp as the zoom asks
    QRect pageRect(int page) const; ///< in the viewport

public Q_SLOTS:
    void zoomIn() { zoomTo(zoom() * 1.25); }
    void zoomOut() { zoomTo(zoom() / 1.25); }
    void fitWidth();

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(double zoom);

private:
    void zoomTo(double zoom);
    double fittedZoom() const;
    double pageHeight() const; ///< with the gap below it
    void updateBars();
    void tellPage();
    void wantVisible();
    int longestSide() const; ///< device pixels
    void keep(int page, const QImage& image);

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    SheetRenderer& m_renderer;
    SheetDocumentPointer m_document;
    std::map<int, QImage> m_images; ///< those around the view
    std::map<int, bool> m_isFresh; ///< whether the image is of this document
    QString m_emptyText;
    double m_zoom = 1; ///< when not fitted
    bool m_isFitted = true;
    int m_page = -1;
};

} // namespace tilewright::ui
