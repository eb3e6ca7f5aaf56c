// Asks for a granule colour: name, code, and how it looks, on the screen or as it was measured.
#pragma once

#include <QDialog>
#include <functional>

#include "core/mix/palette.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace tilewright::ui {

class ColorDialog : public QDialog {
    Q_OBJECT
public:
    /// Called when the user agrees; the dialog tells an error and stays open.
    using Save = std::function<Expected<void>(const GranuleColor&)>;

    ColorDialog(const GranuleColor& base, Save save, QWidget* parent = nullptr);

    /// As it is described now; without a code of its own the name is the code.
    GranuleColor color() const;
    void accept() override;

    QLineEdit* nameField() { return m_name; }
    QLineEdit* hexField() { return m_hex; }
    QDoubleSpinBox* lightnessBox() { return m_lightness; }
    QLabel* problem() { return m_problem; }

private:
    class Sample;
    void createControls();
    void createLayout();
    void setSrgb(Srgb srgb);
    void takeLab();
    void showColor();
    void pick();

    const GranuleColor m_base;
    const Save m_save;
    Srgb m_srgb;
    Lab m_lab;
    Sample* m_sample;
    QLineEdit* m_name;
    QLineEdit* m_nameRu;
    QLineEdit* m_code;
    QLineEdit* m_hex;
    QDoubleSpinBox* m_lightness;
    QDoubleSpinBox* m_a;
    QDoubleSpinBox* m_b;
    QLabel* m_problem;
};

} // namespace tilewright::ui
