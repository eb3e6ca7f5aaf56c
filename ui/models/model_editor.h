// One model: what was found in it, its adapters, how it is asked, and what it runs on.
#pragma once

#include <QWidget>
#include <optional>

#include "core/generation/model_report.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tilewright::ui {

class AdapterRows;
class DeviceChooser;
class ModelSummary;
class PromptEditor;
class SamplingEditor;

class ModelEditor : public QWidget {
    Q_OBJECT
public:
    explicit ModelEditor(const Mix& mix, QWidget* parent = nullptr);

    /// A profile that is not known yet leaves all but the place of the model disabled.
    void setChoice(const ModelChoice& choice, bool isProfileKnown);
    ModelChoice choice() const;
    void setDevices(const std::vector<DeviceOption>& devices);
    void setReport(const std::optional<ModelReport>& report);
    void setFailure(const QString& message);
    /// Offers to tell where the model is now.
    void setMissing(bool isMissing);

    QLineEdit* nameField() { return m_name; }
    QPushButton* locateButton() { return m_locate; }
    ModelSummary* summary() { return m_summary; }
    AdapterRows* adapters() { return m_adapters; }
    PromptEditor* prompt() { return m_prompt; }
    SamplingEditor* sampling() { return m_sampling; }
    DeviceChooser* device() { return m_device; }

Q_SIGNALS:
    void edited();
    /// After edited(): whether the model fits has to be looked at again.
    void contentsEdited();
    void locateRequested();

private:
    void createLayout();
    void showMemory();

    ModelChoice m_choice;
    std::optional<ModelReport> m_report;
    QLineEdit* m_name;
    QLabel* m_path;
    QPushButton* m_locate;
    ModelSummary* m_summary;
    AdapterRows* m_adapters;
    PromptEditor* m_prompt;
    SamplingEditor* m_sampling;
    DeviceChooser* m_device;
};

} // namespace tilewright::ui
