// The palette as a grid of colours to click.
#pragma once

#include <QWidget>
#include <functional>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright::ui {

/// One focus stop: arrows move between swatches, Space or Enter toggles one. A swatch whose colour
/// is in the mix carries a mark, so that colour alone never tells it.
class SwatchGrid : public QWidget {
    Q_OBJECT
public:
    explicit SwatchGrid(const Palette& palette, QWidget* parent = nullptr);

    void setPalette(const Palette& palette);
    void setMix(const Mix& mix);
    /// Leaves out the swatches of colours that are not wanted.
    void showOnly(const std::function<bool(const GranuleColor&)>& isWanted);
    int shownCount() const { return static_cast<int>(m_shown.size()); }
    /// The first that is shown; null when there is none.
    const GranuleColor* firstShown() const;
    void focusFirst();
    /// Of all swatches in this width, whether they are shown or not; of `mostRows` at most.
    int wholeHeight(int width, int mostRows) const;

Q_SIGNALS:
    /// A swatch was clicked, whether its colour is in the mix or not.
    void colorChosen(const std::string& name);
    /// The pointer or the focus is on a swatch; an empty name: on none.
    void colorPointedAt(const std::string& name);
    void menuWanted(const std::string& name, const QPoint& globalPosition);

private:
    class Swatch;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    int columnsFor(int width) const;
    void place();
    void moveFocus(int from, int key);
    void pointAt(const Swatch* swatch);

    std::vector<Swatch*> m_swatches;
    std::vector<Swatch*> m_shown;
};

} // namespace tilewright::ui
