// The tiles made so far, side by side.
#pragma once

#include <QListView>

namespace tilewright::ui {

class TileListModel;

class TileStrip : public QListView {
    Q_OBJECT
public:
    explicit TileStrip(TileListModel& model, QWidget* parent = nullptr);

    /// Selects a tile without asking for it.
    void select(int row);

Q_SIGNALS:
    void tileWanted(const QString& file);

private:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void loadSeenThumbnails();

    TileListModel& m_model;
    bool m_isSelecting = false;
};

} // namespace tilewright::ui
