// The model in one line of the top bar: "SDXL 1.0 + rubber-tile v4 · 577 of 577 LoRA modules · cpu,
// bfloat16". Pressing it opens the models.
#pragma once

#include <QPushButton>
#include <optional>

#include "ui/models/model_inspection.h"

namespace tilewright::ui {

class ModelLine : public QPushButton {
    Q_OBJECT
public:
    explicit ModelLine(ModelServices services, QWidget* parent = nullptr);

    /// Looks into it, too.
    void setModel(const ModelChoice& choice);
    /// All of it, however little room there is.
    QString fullText() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Which processors there are was found out.
    void devicesListed(const std::vector<tilewright::DeviceOption>& devices);

private:
    void showModel();
    void paintEvent(QPaintEvent* event) override;

    ModelChoice m_choice;
    std::vector<DeviceOption> m_devices;
    std::optional<ModelReport> m_report;
    QString m_failure;
    QString m_text;
    bool m_hasProblem = false;
    ModelInspection m_inspection;
};

} // namespace tilewright::ui
