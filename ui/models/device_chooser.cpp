#include "ui/models/device_chooser.h"

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QStyle>

#include "ui/models/device_names.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"

namespace tilewright::ui {

DeviceChooser::DeviceChooser(QWidget* parent)
    : QWidget(parent)
    , m_device(new QComboBox(this))
    , m_precision(new QComboBox(this))
    , m_memory(captionLabel({}, this))
{
    m_device->setAccessibleName(tr("Device"));
    m_precision->setAccessibleName(tr("Precision"));
    for (QComboBox* box : {m_device, m_precision}) {
        new WheelGuard(box);
        // A long name of a card must not widen the window.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    m_memory->setWordWrap(true);
    fillDevices({});

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(headingLabel(tr("Runs on"), this), 0, 0, 1, 2);
    grid->addLayout(captioned(captionLabel(tr("Device"), this), m_device), 1, 0);
    grid->addLayout(captioned(captionLabel(tr("Precision"), this), m_precision), 1, 1);
    grid->addWidget(m_memory, 2, 0, 1, 2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);

    connect(m_device, &QComboBox::currentIndexChanged, this, [this] {
        setChoice(device(), precision());
        Q_EMIT edited();
    });
    connect(m_precision, &QComboBox::currentIndexChanged, this, [this] {
        showMemory();
        Q_EMIT edited();
    });
}

void DeviceChooser::fillDevices(const DeviceChoice& chosen)
{
    const QSignalBlocker blocker(m_device);
    m_device->clear();
    const auto add = [this](const QString& text, const DeviceChoice& choice) {
        m_device->addItem(text, toQString(toText(choice)));
    };
    const DeviceOption* automatic = resolvedDevice(m_devices, {});
    add(automatic ? tr("Automatic: %1").arg(toQString(automatic->name)) : tr("Automatic"), {});
    for (const DeviceOption& device : m_devices)
        add(device.choice.kind == DeviceChoice::Kind::Cpu
                ? toQString(device.name)
                : QStringLiteral("%1, %2").arg(
                    toQString(device.name), bytesText(device.memoryBytes)),
            device.choice);
    if (m_device->findData(toQString(toText(chosen))) < 0)
        add(m_devices.empty() ? toQString(toText(chosen))
                              : tr("%1 (not there)").arg(toQString(toText(chosen))),
            chosen);
    m_device->setCurrentIndex(m_device->findData(toQString(toText(chosen))));
    m_device->setToolTip(m_device->currentText());
}

void DeviceChooser::setChoice(const DeviceChoice& device, Precision precision)
{
    fillDevices(device);
    const QSignalBlocker blocker(m_precision);
    m_precision->clear();
    const DeviceOption* option = resolvedDevice(m_devices, device);
    for (const Precision value :
        {Precision::Auto, Precision::Float32, Precision::BFloat16, Precision::Float16}) {
        const QString name = value != Precision::Auto ? toQString(toText(value))
            : option ? tr("Automatic: %1").arg(toQString(toText(option->automatic)))
                     : tr("Automatic");
        m_precision->addItem(name, static_cast<int>(value));
    }
    m_precision->setCurrentIndex(m_precision->findData(static_cast<int>(precision)));
    showMemory();
}

DeviceChoice DeviceChooser::device() const
{
    return parseDevice(m_device->currentData().toString().toStdString()).value_or(DeviceChoice{});
}

Precision DeviceChooser::precision() const
{
    return static_cast<Precision>(m_precision->currentData().toInt());
}

void DeviceChooser::setDevices(const std::vector<DeviceOption>& devices)
{
    const DeviceChoice chosen = device();
    m_devices = devices;
    setChoice(chosen, precision());
}

void DeviceChooser::setModel(const std::optional<ModelReport>& report, int width, int height)
{
    m_report = report;
    m_width = width;
    m_height = height;
    showMemory();
}

void DeviceChooser::showMemory()
{
    bool isScarce = false;
    m_memory->setText(memoryText(isScarce));
    m_memory->setProperty("kind", isScarce ? QStringLiteral("problem") : QStringLiteral("caption"));
    m_memory->style()->unpolish(m_memory);
    m_memory->style()->polish(m_memory);
}

QString DeviceChooser::memoryText(bool& isScarce) const
{
    const DeviceOption* option = resolvedDevice(m_devices, device());
    if (!option && !m_devices.empty()) {
        isScarce = true;
        return tr("This device is not there now. Choose another one, or Automatic.");
    }
    if (!option || !m_report || m_report->parameters() == 0)
        return {};
    const MemoryEstimate memory
        = estimateMemory(*m_report, settledPrecision(*option, precision()), m_width, m_height);
    QString text
        = tr("Takes about %1: %2 of weights and %3 for a picture of %4 × %5.")
              .arg(bytesText(memory.total()), bytesText(memory.weights), bytesText(memory.working))
              .arg(m_width)
              .arg(m_height);
    if (option->freeBytes == 0)
        return text;
    isScarce = memory.total() > option->freeBytes;
    text += QLatin1Char(' ');
    text += isScarce ? tr("Only %1 are free: close other programs, or choose a smaller size or a "
                          "shorter precision.")
                           .arg(bytesText(option->freeBytes))
                     : tr("%1 are free.").arg(bytesText(option->freeBytes));
    return text;
}

} // namespace tilewright::ui
