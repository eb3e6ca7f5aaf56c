// The palette as a grid of colours to click.
#pragma once

#include <QWidget>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// One focus stop: arrows move between swatches, Space or Enter toggles one. A swatch whose colour
/// is in the mix carries a mark, so that colour alone never tells it.
class SwatchGrid : public QWidget {
    Q_OBJECT
public:
    explicit SwatchGrid(const Palette& palette, QWidget* parent = nullptr);

    void setMix(const Mix& mix);

Q_SIGNALS:
    /// A colour that is not in the mix was chosen.
    void colorChosen(const std::string& name);

private:
    class Swatch;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    int columnsFor(int width) const;
    void moveFocus(int from, int key);

    std::vector<Swatch*> m_swatches;
};

} // namespace tilewright::ui
