// One colour of the mix: handle, swatch, name, slider, number, lock, remove.
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

class DragHandle;

/// The slider goes in steps of 5 % under the pointer, of 1 % with Shift; the arrow keys take 1 %,
/// Page Up and Down 10 %; the number takes tenths.
class ShareRow : public QWidget {
    Q_OBJECT
public:
    static constexpr int snap = 50; ///< per mille, while the slider is held by the pointer
    static constexpr int fineSnap = 10; ///< the same with Shift

    ShareRow(const Palette& palette, const std::string& color, QWidget* parent = nullptr);

    const std::string& color() const { return m_color; }
    /// Shows a share without signalling.
    void show(const MixShare& share, bool canBeRemoved);
    void setNameWidth(int width);
    int nameWidthHint() const;

    /// In the order of the tab key.
    std::array<QWidget*, 4> tabStops() const;

    DragHandle* handle() { return m_handle; }
    QLabel* nameLabel() { return m_nameLabel; }
    QSlider* slider() { return m_slider; }
    QDoubleSpinBox* spinBox() { return m_spinBox; }
    QToolButton* lockButton() { return m_lock; }
    QToolButton* removeButton() { return m_remove; }

Q_SIGNALS:
    void gestureBegan();
    void shareChanged(int perMille);
    void evenShareWanted();
    void lockToggled(bool locked);
    void removed();
    /// By the keyboard: so many places down, or up when negative.
    void moved(int places);
    void draggedTo(const QPoint& globalPosition);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool takesKey(QKeyEvent& event);
    void createControls(const QColor& fill);
    int snapped(int perMille) const;

    const std::string m_color;
    const QString m_name;
    int m_perMille = 0;
    bool m_isHeld = false; ///< the slider, by the pointer
    Qt::KeyboardModifiers m_modifiers; ///< of the pointer that holds it
    DragHandle* m_handle;
    QLabel* m_nameLabel;
    QSlider* m_slider;
    QDoubleSpinBox* m_spinBox;
    QToolButton* m_lock;
    QToolButton* m_remove;
};

} // namespace tilewright::ui
