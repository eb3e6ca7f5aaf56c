#include "ui/catalog/sheets/sheet_renderer.h"

#include <algorithm>

#include "ui/support/conversion.h"

namespace tilewright::ui {

SheetRenderer::SheetRenderer(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

SheetRenderer::~SheetRenderer()
{
    cancel();
}

void SheetRenderer::cancel()
{
    ++m_run;
    m_document.reset();
    m_wanted.clear();
    m_isMaking = m_isDrawing = false;
}

void SheetRenderer::make(Maker maker)
{
    cancel();
    m_isMaking = true;
    m_thread.start([this, run = m_run.load(), maker = std::move(maker)] {
        if (run != m_run)
            return;
        auto made = maker();
        QMetaObject::invokeMethod(
            this,
            [this, run, made = std::move(made)] {
                if (run != m_run)
                    return;
                m_isMaking = false;
                if (!made) {
                    Q_EMIT failed(toQString(made.error().message));
                    return;
                }
                m_document = *made;
                Q_EMIT this->made(m_document);
            },
            Qt::QueuedConnection);
    });
}

void SheetRenderer::want(std::vector<int> pages, int longestSide)
{
    std::reverse(pages.begin(), pages.end());
    m_wanted = std::move(pages);
    m_longestSide = longestSide;
    drawNext();
}

void SheetRenderer::drawNext()
{
    if (m_isDrawing || m_wanted.empty() || !m_document)
        return;
    m_isDrawing = true;
    const int page = m_wanted.back();
    m_wanted.pop_back();
    m_thread.start([this, run = m_run.load(), document = m_document, page, side = m_longestSide] {
        if (run != m_run)
            return;
        const QImage image = renderPage(*document, page, side);
        QMetaObject::invokeMethod(
            this,
            [this, run, page, image] {
                if (run != m_run)
                    return;
                m_isDrawing = false;
                Q_EMIT rendered(page, image);
                drawNext();
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilewright::ui
