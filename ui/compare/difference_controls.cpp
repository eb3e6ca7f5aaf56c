#include "ui/compare/difference_controls.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <cmath>

#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"

namespace tilewright::ui {
namespace {
constexpr int gainSteps = 40;
constexpr int stepsPerDoubling = 10;

/// Without gain. A ΔE of 50 is black beside a mid grey.
double baseOf(DifferenceMetric metric)
{
    return metric == DifferenceMetric::DeltaE ? 50 : 255;
}

class Ramp : public QWidget {
public:
    explicit Ramp(QWidget* parent) : QWidget(parent) { setFixedHeight(8); }

private:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        for (int x = 0; x < width(); ++x)
            painter.fillRect(x, 0, 1, height(), QColor(differenceColor(double(x) / width())));
    }
};
} // namespace

DifferenceControls::DifferenceControls(QWidget* parent)
    : QWidget(parent)
    , m_deltaE(new QPushButton(tr("ΔE 2000"), this))
    , m_srgb(new QPushButton(tr("sRGB"), this))
    , m_gain(new QSlider(Qt::Horizontal, this))
    , m_gainLabel(new QLabel(this))
    , m_fullLabel(captionLabel({}, this))
    , m_result(captionLabel({}, this))
{
    m_deltaE->setToolTip(tr("As a person sees it: a difference of 1 is just seen"));
    m_srgb->setToolTip(tr("The numbers of the picture: the largest difference of red, green and "
                          "blue, up to 255"));
    auto* metrics = new QButtonGroup(this);
    auto* metricRow = new QHBoxLayout;
    metricRow->setSpacing(4);
    for (QPushButton* button : {m_deltaE, m_srgb}) {
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        metrics->addButton(button);
        metricRow->addWidget(button);
    }
    metricRow->addStretch(1);
    m_deltaE->setChecked(true);
    m_gain->setRange(0, gainSteps);
    m_gain->setPageStep(stepsPerDoubling);
    m_gain->setAccessibleName(tr("Gain of the difference"));
    m_gain->setToolTip(tr("Make small differences visible"));
    new WheelGuard(m_gain);
    auto* gainRow = new QHBoxLayout;
    gainRow->setSpacing(8);
    gainRow->addWidget(mutedLabel(tr("Gain"), this));
    gainRow->addWidget(m_gain, 1);
    gainRow->addWidget(m_gainLabel);
    m_gainLabel->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("×00.0")));
    auto* scaleRow = new QHBoxLayout;
    scaleRow->addWidget(captionLabel(tr("equal"), this));
    scaleRow->addStretch(1);
    scaleRow->addWidget(m_fullLabel);
    m_result->setWordWrap(true);

    auto* scale = new QVBoxLayout;
    scale->setSpacing(4);
    scale->addWidget(new Ramp(this));
    scale->addLayout(scaleRow);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Difference"), this));
    column->addLayout(metricRow);
    column->addLayout(scale);
    column->addLayout(gainRow);
    column->addWidget(m_result);

    connect(m_deltaE, &QPushButton::clicked, this, [this] { setMetric(DifferenceMetric::DeltaE); });
    connect(m_srgb, &QPushButton::clicked, this, [this] { setMetric(DifferenceMetric::Srgb); });
    connect(m_gain, &QSlider::valueChanged, this, [this] {
        showScale();
        Q_EMIT fullChanged(full());
    });
    showScale();
}

double DifferenceControls::full() const
{
    return baseOf(m_metric) / std::exp2(double(m_gain->value()) / stepsPerDoubling);
}

void DifferenceControls::setMetric(DifferenceMetric metric)
{
    if (metric == m_metric)
        return;
    m_metric = metric;
    showScale();
    Q_EMIT metricChanged(metric);
}

void DifferenceControls::showScale()
{
    const double gain = baseOf(m_metric) / full();
    m_gainLabel->setText(tr("×%1").arg(QLocale().toString(gain, 'f', 1)));
    const QString number = QLocale().toString(full(), 'f', full() < 10 ? 1 : 0);
    m_fullLabel->setText(m_metric == DifferenceMetric::DeltaE ? tr("ΔE %1 and more").arg(number)
                                                              : tr("%1 and more").arg(number));
}

void DifferenceControls::showResult(double mean, double largest)
{
    m_result->setText(
        tr("%1 on average, %2 at most")
            .arg(QLocale().toString(mean, 'f', 1), QLocale().toString(largest, 'f', 1)));
}

void DifferenceControls::showBusy()
{
    m_result->setText(tr("Computing…"));
}

} // namespace tilewright::ui
