// Makes the picture of a difference on a thread of its own.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>

#include "ui/compare/picture_difference.h"

namespace tilewright::ui {

/// Only the pair that was asked for last is delivered; work on another one is given up. A change of
/// the full difference draws the measured map anew.
class DifferenceRenderer : public QObject {
    Q_OBJECT
public:
    /// As differenceMap(); called on the thread.
    using Measure = std::function<std::optional<DifferenceMap>(const QImage& first,
        const QImage& second, DifferenceMetric metric, const std::function<bool()>& isStale)>;

    explicit DifferenceRenderer(Measure measure = differenceMap, QObject* parent = nullptr);
    ~DifferenceRenderer() override;

    void request(const QImage& first, const QImage& second, DifferenceMetric metric);
    void setFull(double full);
    /// Forgets what was asked for.
    void cancel();
    bool isBusy() const { return m_isMeasuring || m_isDrawing; }

Q_SIGNALS:
    void rendered(const QImage& image, double mean, double largest);

private:
    using MapPointer = std::shared_ptr<const DifferenceMap>;
    void draw();

    const Measure m_measure;
    double m_full = 1;
    MapPointer m_map;
    bool m_isMeasuring = false;
    bool m_isDrawing = false;
    std::atomic<quint64> m_pair{0};
    std::atomic<quint64> m_drawing{0};
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
