// Stars, flag and label of a tile, to be seen and set.
#pragma once

#include <QToolButton>
#include <QWidget>
#include <vector>

#include "core/library/tile_record.h"

namespace tilewright::ui {

/// Five stars: a click sets them, a click on the last one that is lit takes it away again; arrows
/// and figures do so from the keyboard.
class StarField : public QWidget {
    Q_OBJECT
public:
    explicit StarField(QWidget* parent = nullptr);

    int rating() const { return m_rating; }
    void setRating(int rating);
    QSize sizeHint() const override;

Q_SIGNALS:
    void ratingChosen(int rating);

private:
    int starAt(const QPointF& position) const; ///< 1…5
    void choose(int rating);
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    int m_rating = 0;
    int m_hovered = 0; ///< star under the pointer; 0: none
};

/// A small square button in a label's colour with its letter.
class LabelButton : public QToolButton {
    Q_OBJECT
public:
    explicit LabelButton(int label, QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;

    const int m_label;
};

class MarksEditor : public QWidget {
    Q_OBJECT
public:
    explicit MarksEditor(QWidget* parent = nullptr);

    void setMarks(const TileMarks& marks);
    StarField* stars() { return m_stars; }
    QToolButton* pickButton() { return m_pick; }
    QToolButton* rejectButton() { return m_reject; }
    QToolButton* labelButton(int label); ///< 1…4

Q_SIGNALS:
    void rated(int rating);
    void flagged(tilewright::Flag flag);
    void labelled(int label);

private:
    StarField* m_stars;
    QToolButton* m_pick;
    QToolButton* m_reject;
    std::vector<LabelButton*> m_labels;
};

} // namespace tilewright::ui
