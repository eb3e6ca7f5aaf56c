#include "ui/compare/difference_renderer.h"

namespace tilewright::ui {

DifferenceRenderer::DifferenceRenderer(Measure measure, QObject* parent)
    : QObject(parent), m_measure(std::move(measure))
{
    m_thread.setMaxThreadCount(1);
}

DifferenceRenderer::~DifferenceRenderer()
{
    cancel();
}

void DifferenceRenderer::cancel()
{
    ++m_pair;
    ++m_drawing;
    m_map.reset();
    m_isMeasuring = m_isDrawing = false;
}

void DifferenceRenderer::request(const QImage& first, const QImage& second, DifferenceMetric metric)
{
    cancel();
    m_isMeasuring = true;
    m_thread.start([this, pair = m_pair.load(), first, second, metric] {
        const auto isStale = [this, pair] { return pair != m_pair; };
        auto map = isStale() ? std::nullopt : m_measure(first, second, metric, isStale);
        if (!map)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, pair, result = std::make_shared<const DifferenceMap>(std::move(*map))] {
                if (pair != m_pair)
                    return;
                m_isMeasuring = false;
                m_map = result;
                draw();
            },
            Qt::QueuedConnection);
    });
}

void DifferenceRenderer::setFull(double full)
{
    m_full = full;
    if (m_map)
        draw();
}

void DifferenceRenderer::draw()
{
    m_isDrawing = true;
    m_thread.start([this, drawing = ++m_drawing, map = m_map, full = m_full] {
        if (drawing != m_drawing)
            return;
        const QImage image = drawDifference(*map, full);
        QMetaObject::invokeMethod(
            this,
            [this, drawing, map, image] {
                if (drawing != m_drawing)
                    return;
                m_isDrawing = false;
                Q_EMIT rendered(image, map->mean, map->largest);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilewright::ui
