// Device and precision, and whether the model will have room there.
#pragma once

#include <QWidget>
#include <optional>

#include "core/generation/model_report.h"

class QComboBox;
class QLabel;

namespace tilewright::ui {

class DeviceChooser : public QWidget {
    Q_OBJECT
public:
    explicit DeviceChooser(QWidget* parent = nullptr);

    void setChoice(const DeviceChoice& device, Precision precision);
    DeviceChoice device() const;
    Precision precision() const;
    void setDevices(const std::vector<DeviceOption>& devices);
    /// What is to be loaded, and the size of the pictures; nothing: not known yet.
    void setModel(const std::optional<ModelReport>& report, int width, int height);

    QComboBox* deviceBox() { return m_device; }
    QComboBox* precisionBox() { return m_precision; }
    QLabel* memory() { return m_memory; }

Q_SIGNALS:
    void edited();

private:
    void fillDevices(const DeviceChoice& chosen);
    void showMemory();
    QString memoryText(bool& isScarce) const;

    std::vector<DeviceOption> m_devices;
    std::optional<ModelReport> m_report;
    int m_width = 0;
    int m_height = 0;
    QComboBox* m_device;
    QComboBox* m_precision;
    QLabel* m_memory;
};

} // namespace tilewright::ui
