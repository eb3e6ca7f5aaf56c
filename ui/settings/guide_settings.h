// What guided generation is told beside the strength, and where the tile's edges fit: folded away
// until it is wanted.
#pragma once

#include <QWidget>

#include "core/generation/settings.h"

class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QSpinBox;

namespace tilewright::ui {

class GuideSettings : public QWidget {
    Q_OBJECT
public:
    /// The button that unfolds the settings is made beside them, in `parent`, to be placed there.
    explicit GuideSettings(QWidget* parent);

    bool isExpanded() const;
    void setExpanded(bool isExpanded);
    /// Without the guide only seamless edges can be chosen.
    void setGuided(bool isGuided);
    SeamlessAxes seamless() const;
    void setSeamless(SeamlessAxes axes);

    QPushButton* foldButton() { return m_fold; }
    QDoubleSpinBox* holdBox() { return m_hold; }
    QDoubleSpinBox* retintBox() { return m_retint; }
    QDoubleSpinBox* toleranceBox() { return m_tolerance; }
    QSpinBox* attemptsBox() { return m_attempts; }
    QComboBox* seamlessBox() { return m_seamless; }

Q_SIGNALS:
    void seamlessChanged();

private:
    void createControls();

    QPushButton* m_fold;
    QDoubleSpinBox* m_hold;
    QDoubleSpinBox* m_retint;
    QDoubleSpinBox* m_tolerance;
    QSpinBox* m_attempts;
    QComboBox* m_seamless;
};

} // namespace tilewright::ui
