// Palette, the rows of the mix, and the prompt they make.
#pragma once

#include <QWidget>
#include <vector>

#include "core/mix/prompt_format.h"
#include "ui/mixer/mix_editor.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace tilewright::ui {

class PartsField;
class ShareRow;
class SwatchGrid;

class MixerPanel : public QWidget {
    Q_OBJECT
public:
    MixerPanel(MixEditor& editor, PromptFormat promptFormat, QWidget* parent = nullptr);

    const std::vector<ShareRow*>& rows() const { return m_rows; }
    SwatchGrid* swatches() { return m_swatches; }
    PartsField* partsField() { return m_parts; }
    QPushButton* evenButton() { return m_even; }
    QPlainTextEdit* prompt() { return m_prompt; }

private:
    void showMix(const Mix& mix);
    void rebuildRows(const Mix& mix);
    void resizePrompt();
    void resizeEvent(QResizeEvent* event) override;

    MixEditor& m_editor;
    const PromptFormat m_promptFormat;
    SwatchGrid* m_swatches;
    QVBoxLayout* m_rowLayout;
    std::vector<ShareRow*> m_rows;
    QPushButton* m_even;
    PartsField* m_parts;
    QPlainTextEdit* m_prompt;
};

} // namespace tilewright::ui
