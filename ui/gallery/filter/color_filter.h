// The colours that tiles must hold, and how much of each.
#pragma once

#include <QWidget>
#include <functional>

#include "core/library/tile_query.h"
#include "core/mix/palette.h"

class QVBoxLayout;

namespace tilewright::ui {

class ColorSwatches;
class ShareFilter;

/// A swatch that is switched on becomes a row with a range.
class ColorFilter : public QWidget {
    Q_OBJECT
public:
    explicit ColorFilter(Palette palette, QWidget* parent = nullptr);

    const std::vector<ShareRange>& shares() const { return m_shares; }
    /// Shows without signalling. Rows of colours that stay keep the focus.
    void setShares(const std::vector<ShareRange>& shares);

    ColorSwatches* swatches() { return m_swatches; }
    ShareFilter* row(const std::string& color);

Q_SIGNALS:
    void sharesChanged(const std::vector<ShareRange>& shares);

private:
    void change(const std::function<void(std::vector<ShareRange>&)>& edit);
    ShareFilter* addRow(const std::string& color);

    const Palette m_palette;
    std::vector<ShareRange> m_shares;
    ColorSwatches* m_swatches;
    QVBoxLayout* m_column;
    std::vector<ShareFilter*> m_rows;
};

} // namespace tilewright::ui
