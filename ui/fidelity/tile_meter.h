// Measures a tile that was saved without its fidelity, off the window's thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>

#include "core/generation/tile.h"
#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

/// Measured as the model's own generator measures: against the granule picture where the tile was
/// guided, by the mix alone where it was not. A model that is not there any more is done without.
/// Errors: Usage when the tile has no mix; as measureFidelity().
Expected<Fidelity> measureTile(const Tile& tile, const Palette& palette);

class TileMeter : public QObject {
    Q_OBJECT
public:
    explicit TileMeter(Palette palette, QObject* parent = nullptr);

    /// For tiles that are measured from now on.
    void setPalette(const Palette& palette) { m_palette = palette; }
    /// The result is stored with the file, whose time stays.
    void measure(const TilePointer& tile);
    bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void measured(const tilewright::ui::TilePointer& tile);
    void failed(const tilewright::ui::TilePointer& tile, const QString& message);
    /// Measured, but the file could not be written; measured() comes as well.
    void notStored(const QString& message);

private:
    Palette m_palette;
    int m_pending = 0;
    QThreadPool m_thread; // last member: waits for its work before anything that it uses goes
};

} // namespace tilewright::ui
