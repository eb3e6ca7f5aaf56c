// How a model wants to be asked, with the prompt that this makes of the mix on the sliders.
#pragma once

#include <QWidget>

#include "core/generation/model_profile.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace tilewright::ui {

class PromptEditor : public QWidget {
    Q_OBJECT
public:
    explicit PromptEditor(const Mix& mix, QWidget* parent = nullptr);

    void setProfile(const ModelProfile& profile);
    void writeTo(ModelProfile& profile) const;

    QLineEdit* triggerField() { return m_trigger; }
    QLineEdit* tokensField() { return m_tokens; }
    QLineEdit* suffixField() { return m_suffix; }
    QCheckBox* negativeBox() { return m_hasNegative; }
    QLineEdit* negativeField() { return m_negative; }
    QLabel* example() { return m_example; }

Q_SIGNALS:
    void edited();

private:
    void showExample();

    const Mix m_mix;
    QLineEdit* m_trigger;
    QLineEdit* m_tokens;
    QLineEdit* m_suffix;
    QCheckBox* m_hasNegative;
    QLineEdit* m_negative;
    QLabel* m_example;
};

} // namespace tilewright::ui
