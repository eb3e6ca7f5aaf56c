// Reads one tile for the canvas, off the window's thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>

#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

/// Only the tile that was asked for last is delivered.
class TileLoader : public QObject {
    Q_OBJECT
public:
    explicit TileLoader(QObject* parent = nullptr);

    void load(const std::filesystem::path& file);
    /// Forgets what was asked for, e.g. because something else is shown now.
    void cancel() { ++m_latest; }

Q_SIGNALS:
    void loaded(const tilewright::ui::TilePointer& tile);
    void failed(const QString& message);

private:
    std::atomic<quint64> m_latest{0};
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
