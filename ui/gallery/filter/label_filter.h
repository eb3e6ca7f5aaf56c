// Which colour label tiles must have.
#pragma once

#include <optional>

#include "ui/gallery/filter/mark_row.h"

namespace tilewright::ui {

/// A ring for tiles without a label, then the labels. Choosing the chosen one takes it back.
class LabelFilter : public MarkRow {
    Q_OBJECT
public:
    explicit LabelFilter(QWidget* parent = nullptr);

    std::optional<int> label() const { return m_label; } ///< absent: any
    /// Shows without signalling.
    void setLabel(std::optional<int> label);

Q_SIGNALS:
    void labelChosen(std::optional<int> label);

private:
    void drawMark(QPainter& painter, const QRectF& cell, int index) override;
    void choose(int index) override;
    QString nameOfMark(int index) const override;

    std::optional<int> m_label;
};

} // namespace tilewright::ui
