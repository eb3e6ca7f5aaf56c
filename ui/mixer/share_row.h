// One colour of the mix: swatch, name, slider, number, lock, remove.
#pragma once

#include <QWidget>
#include <array>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace tilewright::ui {

class ShareRow : public QWidget {
    Q_OBJECT
public:
    ShareRow(const Palette& palette, const std::string& color, QWidget* parent = nullptr);

    const std::string& color() const { return m_color; }
    /// Shows a share without signalling.
    void show(const MixShare& share, bool canBeRemoved);
    void setNameWidth(int width);
    int nameWidthHint() const;

    /// In the order of the tab key.
    std::array<QWidget*, 4> tabStops() const;

    QSlider* slider() { return m_slider; }
    QDoubleSpinBox* spinBox() { return m_spinBox; }
    QToolButton* lockButton() { return m_lock; }
    QToolButton* removeButton() { return m_remove; }

Q_SIGNALS:
    void gestureBegan();
    void shareChanged(int perMille);
    void lockToggled(bool locked);
    void removed();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    const std::string m_color;
    const QString m_name;
    int m_perMille = 0;
    QLabel* m_nameLabel;
    QSlider* m_slider;
    QDoubleSpinBox* m_spinBox;
    QToolButton* m_lock;
    QToolButton* m_remove;
};

} // namespace tilewright::ui
