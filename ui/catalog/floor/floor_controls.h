// The room, how its floor is laid, and how it is looked at: fields beside the picture.
#pragma once

#include <QMap>
#include <QWidget>

#include "core/floor/floor_picture.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QToolButton;

namespace tilewright::ui {

class FloorControls : public QWidget {
    Q_OBJECT
public:
    explicit FloorControls(QWidget* parent = nullptr);

    /// Fills the fields; tells nothing.
    void setPlan(const FloorPlan& plan);
    /// Writes what the fields say over the plan.
    void apply(FloorPlan& plan) const;
    /// Of the recipes, for the small pictures; tiles that are not square cannot be turned.
    void setTiles(const QVector<QColor>& colors, bool areSquare);

    QDoubleSpinBox* lengthBox() { return m_length; }
    QDoubleSpinBox* widthBox() { return m_width; }
    QToolButton* patternButton(FloorPattern pattern) { return m_patterns.value(pattern); }
    QComboBox* bondBox() { return m_bond; }
    QSpinBox* tilesBox() { return m_tiles; }
    QCheckBox* turnedBox() { return m_turned; }
    QCheckBox* centredBox() { return m_centred; }
    QToolButton* shuffleButton() { return m_shuffle; }

Q_SIGNALS:
    void changed();

private:
    void createControls();
    void createLayout();
    void showPattern();
    void showSwatches();
    FloorPattern pattern() const;

    QDoubleSpinBox* m_length;
    QDoubleSpinBox* m_width;
    QButtonGroup* m_group;
    QMap<FloorPattern, QToolButton*> m_patterns;
    QComboBox* m_bond;
    QSpinBox* m_tiles; ///< width of the border or the stripes
    QWidget* m_tilesField = nullptr;
    QToolButton* m_shuffle;
    QCheckBox* m_centred;
    QCheckBox* m_turned;
    QVector<QColor> m_colors;
    int m_borderTiles = 1, m_stripeTiles = 1;
    bool m_areSquare = true;
    bool m_wantsTurns = true;
    std::uint64_t m_seed = 0;
};

} // namespace tilewright::ui
