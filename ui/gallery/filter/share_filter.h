// One colour that tiles must hold, and how much of it.
#pragma once

#include <QWidget>

#include "core/library/tile_query.h"
#include "core/mix/palette.h"

class QLabel;
class QToolButton;

namespace tilewright::ui {

class RangeSlider;

class ShareFilter : public QWidget {
    Q_OBJECT
public:
    ShareFilter(const Palette& palette, const std::string& color, QWidget* parent = nullptr);

    const std::string& color() const { return m_color; }
    /// Shows without signalling.
    void show(const ShareRange& range);

    RangeSlider* slider() { return m_slider; }
    QToolButton* removeButton() { return m_remove; }
    QString numbers() const; ///< "40–60 %"

    /// What a colour that was just chosen asks for: any share but none.
    static ShareRange anyShare(const std::string& color);

Q_SIGNALS:
    void rangeChanged(const ShareRange& range);
    void removed();

private:
    void showNumbers(int lower, int upper);

    const std::string m_color;
    RangeSlider* m_slider;
    QLabel* m_numbers;
    QToolButton* m_remove;
};

} // namespace tilewright::ui
