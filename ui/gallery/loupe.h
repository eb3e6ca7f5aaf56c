// One tile of the gallery as large as there is room.
#pragma once

#include <QWidget>

#include "ui/support/loaded_tile.h"

class QLabel;
class QToolButton;

namespace tilewright::ui {

class Canvas;

class Loupe : public QWidget {
    Q_OBJECT
public:
    explicit Loupe(QWidget* parent = nullptr);

    /// Stands in until the tile itself is read.
    void showPlaceholder(const QPixmap& thumbnail, const QSize& size);
    void showTile(const TilePointer& tile);
    /// "3 of 120", and what a reader of the screen says of the tile.
    void setPlace(const QString& place, const QString& description);
    Canvas* canvas() { return m_canvas; }

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void backWanted();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;

    Canvas* m_canvas;
    QLabel* m_place;
    QLabel* m_description;
    QToolButton* m_back;
    QToolButton* m_previous;
    QToolButton* m_next;
};

} // namespace tilewright::ui
