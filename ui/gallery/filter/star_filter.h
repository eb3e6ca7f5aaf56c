// "Three stars and up."
#pragma once

#include "ui/gallery/filter/mark_row.h"

namespace tilewright::ui {

/// Choosing the last lit star puts all out; the keys 0 to 5 set their number.
class StarFilter : public MarkRow {
    Q_OBJECT
public:
    explicit StarFilter(QWidget* parent = nullptr);

    int stars() const { return m_stars; } ///< 0: any
    /// Shows without signalling.
    void setStars(int stars);

Q_SIGNALS:
    void starsChosen(int stars);

private:
    void drawMark(QPainter& painter, const QRectF& cell, int index) override;
    void choose(int index) override;
    QString nameOfMark(int index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void take(int stars);

    int m_stars = 0;
};

} // namespace tilewright::ui
