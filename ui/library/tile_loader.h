// Reads tiles to be seen whole, off the window's thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <filesystem>
#include <vector>

#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

/// Each file ends in one loaded() or failed(), unless others were asked for meanwhile.
class TileLoader : public QObject {
    Q_OBJECT
public:
    explicit TileLoader(QObject* parent = nullptr);

    void load(const std::vector<std::filesystem::path>& files);
    /// Forgets what was asked for, e.g. because something else is shown now.
    void cancel() { ++m_latest; }

Q_SIGNALS:
    void loaded(const tilewright::ui::TilePointer& tile);
    void failed(const QString& file, const QString& message);

private:
    std::atomic<quint64> m_latest{0};
    QThreadPool m_threads; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
