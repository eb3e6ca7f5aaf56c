// The numbers that a model advises: steps and guidance by the number of colours, the guide, the
// size and the scale.
#pragma once

#include <QWidget>
#include <array>

#include "core/generation/model_profile.h"

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;

namespace tilewright::ui {

class SamplingEditor : public QWidget {
    Q_OBJECT
public:
    explicit SamplingEditor(QWidget* parent = nullptr);

    void setProfile(const ModelProfile& profile);
    void writeTo(ModelProfile& profile) const;

    /// Of a number of colours, from 1.
    QSpinBox* stepsBox(std::size_t colors) { return m_steps[colors - 1]; }
    QDoubleSpinBox* guidanceBox(std::size_t colors) { return m_guidance[colors - 1]; }
    QCheckBox* guideBox() { return m_hasGuide; }
    QDoubleSpinBox* strengthBox() { return m_strength; }
    QSpinBox* widthBox() { return m_width; }
    QSpinBox* heightBox() { return m_height; }
    QDoubleSpinBox* extentBox() { return m_extent; }

Q_SIGNALS:
    void edited();

private:
    void createPresets(QGridLayout* grid);
    void createGuide(QGridLayout* grid);
    void createSize(QGridLayout* grid);
    void enableGuide();
    void tellEdit();
    QDoubleSpinBox* numberBox(double least, double most, int decimals, const QString& name);
    QSpinBox* countBox(int least, int most, const QString& name);

    bool m_isSetting = false;
    ModelProfile m_profile = ModelProfile::defaults(); ///< as it was set
    double m_millimetresPerPixel = 1;
    std::array<QSpinBox*, Mix::maximumColors> m_steps;
    std::array<QDoubleSpinBox*, Mix::maximumColors> m_guidance;
    QCheckBox* m_hasGuide;
    QDoubleSpinBox* m_strength;
    QDoubleSpinBox* m_hold;
    QDoubleSpinBox* m_retint;
    QSpinBox* m_guideSteps;
    QDoubleSpinBox* m_guideGuidance;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QDoubleSpinBox* m_extent; ///< millimetres that the width shows
    QDoubleSpinBox* m_granule;
};

} // namespace tilewright::ui
