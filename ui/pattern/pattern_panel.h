// How the mix is laid: the pattern with its size and angle, and the size of the granules.
#pragma once

#include <QMap>
#include <QWidget>

#include "ui/mixer/mix_editor.h"
#include "ui/pattern/pattern_swatches.h"

class QButtonGroup;
class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class PatternPanel : public QWidget {
    Q_OBJECT
public:
    /// Sizes offered, as parts of the model's own granules.
    static constexpr double smallGranules = 0.5;
    static constexpr double largeGranules = 1.75;

    /// `granuleMillimetres`: as the model shows them.
    PatternPanel(MixEditor& editor, double granuleMillimetres, QWidget* parent = nullptr);

    QToolButton* kindButton(PatternKind kind) { return m_kinds.value(kind); }
    QDoubleSpinBox* sizeBox() { return m_size; }
    QDoubleSpinBox* angleBox() { return m_angle; }
    QComboBox* granuleBox() { return m_granules; }
    QDoubleSpinBox* granuleSizeBox() { return m_granuleSize; }
    QPushButton* maskButton() { return m_mask; }
    QToolButton* firstButton() { return m_kinds.first(); }

public Q_SLOTS:
    /// Asks for the picture of a mask.
    void chooseMask();

private:
    enum class Granules { Small, Medium, Large, Own, Graded };

    void createControls();
    void createLayout();
    void choose(PatternKind kind);
    void chooseGranules(Granules granules);
    void showDraft();
    void showGranules(const TileDraft& draft);
    void showSwatches(const PatternSwatches::Pictures& pictures);
    double sizeOf(Granules granules) const;

    MixEditor& m_editor;
    const double m_modelGranules;
    PatternSwatches m_swatches;
    QButtonGroup* m_group;
    QMap<PatternKind, QToolButton*> m_kinds;
    QComboBox* m_granules;
    QDoubleSpinBox* m_granuleSize;
    QDoubleSpinBox* m_size;
    QDoubleSpinBox* m_angle;
    QPushButton* m_mask;
    QWidget* m_sizeField = nullptr;
    QWidget* m_angleField = nullptr;
    QWidget* m_maskField = nullptr;
};

} // namespace tilewright::ui
