// How a difference is measured and drawn, and what its colours mean.
#pragma once

#include <QWidget>

#include "ui/compare/picture_difference.h"

class QLabel;
class QPushButton;
class QSlider;

namespace tilewright::ui {

class DifferenceControls : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceControls(QWidget* parent = nullptr);

    DifferenceMetric metric() const { return m_metric; }
    /// The difference that has the brightest colour, in the units of the metric.
    double full() const;
    void showResult(double mean, double largest);
    void showBusy();

    QPushButton* deltaEButton() { return m_deltaE; }
    QPushButton* srgbButton() { return m_srgb; }
    QSlider* gainSlider() { return m_gain; }
    QLabel* resultLabel() { return m_result; }

Q_SIGNALS:
    void metricChanged(tilewright::ui::DifferenceMetric metric);
    void fullChanged(double full);

private:
    void setMetric(DifferenceMetric metric);
    void showScale();

    DifferenceMetric m_metric = DifferenceMetric::DeltaE;
    QPushButton* m_deltaE;
    QPushButton* m_srgb;
    QSlider* m_gain;
    QLabel* m_gainLabel;
    QLabel* m_fullLabel;
    QLabel* m_result;
};

} // namespace tilewright::ui
