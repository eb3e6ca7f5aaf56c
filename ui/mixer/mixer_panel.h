// Palette and the rows of the mix that is shown.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/mixer/mix_editor.h"

class QPushButton;
class QVBoxLayout;

namespace tilewright::ui {

class MixSwitch;
class PartsField;
class ShareRow;
class SwatchGrid;

class MixerPanel : public QWidget {
    Q_OBJECT
public:
    explicit MixerPanel(MixEditor& editor, QWidget* parent = nullptr);

    const std::vector<ShareRow*>& rows() const { return m_rows; }
    SwatchGrid* swatches() { return m_swatches; }
    MixSwitch* mixSwitch() { return m_switch; }
    PartsField* partsField() { return m_parts; }
    QPushButton* evenButton() { return m_even; }
    QPushButton* photoButton() { return m_photo; }

private:
    void showMix(const Mix& mix);
    void rebuildRows(const Mix& mix);

    MixEditor& m_editor;
    SwatchGrid* m_swatches;
    MixSwitch* m_switch;
    QVBoxLayout* m_rowLayout;
    std::vector<ShareRow*> m_rows;
    QPushButton* m_even;
    PartsField* m_parts;
    QPushButton* m_photo;
};

} // namespace tilewright::ui
