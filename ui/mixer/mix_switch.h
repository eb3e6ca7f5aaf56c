// Which mix of a pattern the sliders edit: Mix A, Mix B, …
#pragma once

#include <QWidget>
#include <vector>

#include "ui/mixer/mix_editor.h"

class QButtonGroup;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

/// One button a mix. Where the pattern takes several, mixes can be added and taken away. A pattern
/// of one mix shows no more than the word.
class MixSwitch : public QWidget {
    Q_OBJECT
public:
    explicit MixSwitch(MixEditor& editor, QWidget* parent = nullptr);

    /// As many as there are mixes to choose from; none when there is one mix.
    const std::vector<QPushButton*>& buttons() const { return m_buttons; }
    QToolButton* addButton() { return m_add; }
    QToolButton* removeButton() { return m_remove; }

private:
    void showMixes();

    MixEditor& m_editor;
    QHBoxLayout* m_row;
    QWidget* m_heading;
    QButtonGroup* m_group;
    std::vector<QPushButton*> m_buttons;
    QToolButton* m_add;
    QToolButton* m_remove;
};

/// "Mix A" for 0, "Mix B" for 1, …
QString mixName(std::size_t index);

} // namespace tilewright::ui
