// How the photograph is made: seed, steps, guidance, guide, size, and how many.
#pragma once

#include <QWidget>
#include <string>

#include "core/generation/request.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QToolButton;

namespace tilewright::ui {

class SeedField;

/// Steps, guidance and strength follow the profile (which goes by the number of colours and by the
/// guide) until they are touched; then a reset is offered.
class SettingsPanel : public QWidget {
    Q_OBJECT
public:
    static constexpr int maximumCount = 16;

    SettingsPanel(
        ModelProfile profile, std::string model, const Mix& mix, QWidget* parent = nullptr);

    /// The request for a mix under these settings, with the seed that is shown.
    GenerationRequest request(const Mix& mix) const;
    int count() const;
    /// Lets untouched settings follow the number of colours.
    void setMix(const Mix& mix);
    void reset();

    SeedField* seedField() { return m_seed; }
    QSpinBox* stepsBox() { return m_steps; }
    QDoubleSpinBox* guidanceBox() { return m_guidance; }
    QCheckBox* guidedBox() { return m_guided; }
    QDoubleSpinBox* strengthBox() { return m_strength; }
    QComboBox* sizeBox() { return m_size; }
    QSpinBox* countBox() { return m_count; }
    QToolButton* resetButton() { return m_reset; }

Q_SIGNALS:
    /// Seed or size: the granules lie differently now.
    void geometryChanged();
    void countChanged(int count);

private:
    void createControls();
    void createLayout();
    void fillSizes();
    void touch(bool& setting);
    void showDefaults();

    const ModelProfile m_profile;
    const std::string m_model;
    Mix m_mix;
    bool m_isStepsTouched = false;
    bool m_isGuidanceTouched = false;
    bool m_isStrengthTouched = false;
    SeedField* m_seed;
    QSpinBox* m_steps;
    QDoubleSpinBox* m_guidance;
    QCheckBox* m_guided;
    QDoubleSpinBox* m_strength;
    QComboBox* m_size;
    QSpinBox* m_count;
    QToolButton* m_reset;
};

} // namespace tilewright::ui
