#include "ui/catalog/sheets/pages_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 28; ///< around the pages
constexpr int gap = 24; ///< between them
constexpr double smallestZoom = 0.15;
constexpr double largestZoom = 4;
constexpr double widestFitted = 1100; ///< pixels of a page's width
constexpr int keptAround = 6; ///< pages whose pictures stay, before and behind the view
} // namespace

PagesView::PagesView(SheetRenderer& renderer, QWidget* parent)
    : QAbstractScrollArea(parent), m_renderer(renderer)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Pages"));
    connect(&m_renderer, &SheetRenderer::rendered, this, &PagesView::keep);
}

void PagesView::setDocument(const SheetDocumentPointer& document)
{
    const bool isOfSameSize
        = m_document && document && m_document->pageSize() == document->pageSize();
    const double before = verticalScrollBar()->value();
    m_document = document;
    if (!isOfSameSize)
        m_images.clear();
    m_isFresh.clear();
    updateBars();
    if (isOfSameSize)
        verticalScrollBar()->setValue(static_cast<int>(before));
    tellPage();
    wantVisible();
    viewport()->update();
}

void PagesView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

double PagesView::fittedZoom() const
{
    if (!m_document)
        return 1;
    const double width = std::min(widestFitted, viewport()->width() - 2.0 * margin);
    return std::clamp(width / m_document->pageSize().width(), smallestZoom, largestZoom);
}

double PagesView::zoom() const
{
    return m_isFitted ? fittedZoom() : m_zoom;
}

double PagesView::pageHeight() const
{
    return m_document ? m_document->pageSize().height() * zoom() + gap : 0;
}

QRect PagesView::pageRect(int page) const
{
    if (!m_document)
        return {};
    const QSizeF size = m_document->pageSize() * zoom();
    const double left = std::max(double{margin}, (viewport()->width() - size.width()) / 2)
        - horizontalScrollBar()->value();
    const double top = margin + page * pageHeight() - verticalScrollBar()->value();
    return QRectF(QPointF(left, top), size).toAlignedRect();
}

int PagesView::currentPage() const
{
    if (!m_document || m_document->pageCount() == 0)
        return -1;
    const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0 - margin;
    return std::clamp(static_cast<int>(middle / pageHeight()), 0, m_document->pageCount() - 1);
}

bool PagesView::hasPicture(int page) const
{
    const auto image = m_images.find(page);
    const auto fresh = m_isFresh.find(page);
    return image != m_images.end() && fresh != m_isFresh.end() && fresh->second
        && std::max(image->second.width(), image->second.height()) == longestSide();
}

int PagesView::longestSide() const
{
    if (!m_document)
        return 0;
    const QSizeF size = m_document->pageSize() * zoom() * devicePixelRatioF();
    return static_cast<int>(std::ceil(std::max(size.width(), size.height())));
}

void PagesView::fitWidth()
{
    if (m_isFitted)
        return;
    const double place = verticalScrollBar()->value() / std::max(1.0, pageHeight());
    m_isFitted = true;
    updateBars();
    verticalScrollBar()->setValue(static_cast<int>(place * pageHeight()));
    wantVisible();
    viewport()->update();
    Q_EMIT zoomChanged(zoom());
}

void PagesView::zoomTo(double zoom)
{
    if (!m_document)
        return;
    // What is in the middle of the view stays there.
    const double half = viewport()->height() / 2.0;
    const double place = (verticalScrollBar()->value() + half) / pageHeight();
    m_zoom = std::clamp(zoom, smallestZoom, largestZoom);
    m_isFitted = false;
    updateBars();
    verticalScrollBar()->setValue(static_cast<int>(place * pageHeight() - half));
    horizontalScrollBar()->setValue(
        (horizontalScrollBar()->minimum() + horizontalScrollBar()->maximum()) / 2);
    wantVisible();
    viewport()->update();
    Q_EMIT zoomChanged(m_zoom);
}

void PagesView::updateBars()
{
    const QSize view = viewport()->size();
    const int pages = m_document ? m_document->pageCount() : 0;
    const double height = pages > 0 ? pages * pageHeight() - gap + 2 * margin : 0;
    const double width = m_document ? m_document->pageSize().width() * zoom() + 2 * margin : 0;
    verticalScrollBar()->setPageStep(view.height());
    verticalScrollBar()->setSingleStep(48);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(height) - view.height()));
    horizontalScrollBar()->setPageStep(view.width());
    horizontalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setRange(
        0, m_isFitted ? 0 : std::max(0, static_cast<int>(width) - view.width()));
}

void PagesView::tellPage()
{
    const int page = currentPage();
    if (page == m_page)
        return;
    m_page = page;
    Q_EMIT currentPageChanged(page);
}

void PagesView::wantVisible()
{
    if (!m_document || viewport()->height() <= 0)
        return;
    const int first
        = std::max(0, static_cast<int>((verticalScrollBar()->value() - margin) / pageHeight()));
    const int last = std::min(m_document->pageCount() - 1,
        static_cast<int>(
            (verticalScrollBar()->value() + viewport()->height() - margin) / pageHeight()));
    std::erase_if(m_images, [&](const auto& entry) {
        return entry.first < first - keptAround || entry.first > last + keptAround;
    });
    std::vector<int> wanted;
    const auto want = [&](int page) {
        if (page >= 0 && page < m_document->pageCount() && !hasPicture(page))
            wanted.push_back(page);
    };
    for (int page = first; page <= last; ++page)
        want(page);
    want(last + 1);
    want(first - 1);
    m_renderer.want(std::move(wanted), longestSide());
}

void PagesView::keep(int page, const QImage& image)
{
    m_images[page] = image;
    m_isFresh[page] = true;
    viewport()->update(pageRect(page));
}

void PagesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(role::canvas));
    if (!m_document) {
        painter.setPen(palette().color(role::mutedText));
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
            Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int first
        = std::max(0, static_cast<int>((verticalScrollBar()->value() - margin) / pageHeight()));
    for (int page = first; page < m_document->pageCount(); ++page) {
        const QRect place = pageRect(page);
        if (place.top() > viewport()->height())
            break;
        for (int i = 6; i > 0; --i)
            painter.fillRect(place.adjusted(-i, -i + 2, i, i + 2), QColor(0, 0, 0, 5));
        painter.fillRect(place, Qt::white);
        if (const auto image = m_images.find(page); image != m_images.end())
            painter.drawImage(place, image->second);
    }
}

void PagesView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
    tellPage();
    wantVisible();
}

void PagesView::scrollContentsBy(int, int)
{
    tellPage();
    wantVisible();
    viewport()->update();
}

void PagesView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    zoomTo(zoom() * std::pow(1.25, event->angleDelta().y() / 120.0));
    event->accept();
}

void PagesView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fitWidth();
    case Qt::Key_Home:
        return verticalScrollBar()->setValue(0);
    case Qt::Key_End:
        return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    case Qt::Key_Space:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace tilewright::ui
