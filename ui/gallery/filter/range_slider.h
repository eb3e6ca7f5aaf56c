// A slider with two handles.
#pragma once

#include <QColor>
#include <QWidget>

namespace tilewright::ui {

/// From `lower` to `upper` of 0…1000. The tab key goes from handle to handle and on; arrows move
/// the one in use by 10, Page Up and Down by 50, Home and End to the end; the wheel does, with the
/// focus. Handles meet, but do not pass each other.
class RangeSlider : public QWidget {
    Q_OBJECT
public:
    static constexpr int maximum = 1000;

    explicit RangeSlider(const QColor& fill, QWidget* parent = nullptr);

    int lower() const { return m_lower; }
    int upper() const { return m_upper; }
    /// Shows without signalling.
    void setRange(int lower, int upper);
    /// What the range is of; told with its ends to screen readers.
    void setSubject(const QString& subject);

    bool isLowerActive() const { return m_isLowerActive; }
    QPoint lowerHandle() const; ///< centre, in the widget
    QPoint upperHandle() const;

Q_SIGNALS:
    void rangeMoved(int lower, int upper);

private:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    qreal placeOf(int value) const;
    int valueAt(qreal place) const;
    void moveActive(int value);
    void step(int steps);
    void tell();

    const QColor m_fill;
    QString m_subject;
    int m_lower = 0;
    int m_upper = maximum;
    bool m_isLowerActive = true;
};

} // namespace tilewright::ui
