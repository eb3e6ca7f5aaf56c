// What is known about the tile that is shown.
#pragma once

#include <QWidget>

#include "core/mix/palette.h"
#include "ui/support/loaded_tile.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tilewright::ui {

class FidelityView;

class TileInspector : public QWidget {
    Q_OBJECT
public:
    explicit TileInspector(Palette palette, QWidget* parent = nullptr);

    void showTile(const TilePointer& tile);
    /// How the colours of tiles are called and look; one that a tile brings comes first.
    void setPalette(const Palette& palette);
    /// Whether the canvas shows this very tile and not a preview or a step of the next one.
    void setTileShown(bool isShown);
    const TilePointer& tile() const { return m_tile; }
    /// Text of a fact by its caption, for a reader of the screen and for tests; empty if absent.
    QString fact(const QString& caption) const;

    QPushButton* reuseSeedButton() { return m_reuseSeed; }
    QPushButton* reuseMixButton() { return m_reuseMix; }
    QPushButton* reuseAllButton() { return m_reuseAll; }
    /// Offered for a tile whose fidelity is not known.
    QPushButton* measureButton() { return m_measure; }
    /// None when the tile has no fidelity.
    FidelityView* fidelityView() { return m_fidelity; }
    QPushButton* showFileButton() { return m_showFile; }
    QToolButton* copySeedButton() { return m_copySeed; }

Q_SIGNALS:
    void seedReused(quint64 seed);
    void mixReused(const tilewright::GenerationRequest& request);
    /// Everything that made this tile: mix, seed and settings.
    void allReused(const tilewright::GenerationRequest& request);
    void measureWanted(const tilewright::ui::TilePointer& tile);
    void fileWanted(const QString& file);

private:
    void showMix(const Mix& mix);
    void showFidelity(const Fidelity& fidelity);
    void showFacts(const LoadedTile& tile);
    void addFact(const QString& caption, const QString& value);

    Palette m_palette;
    Palette m_tilePalette; ///< with the colours that the tile brought
    TilePointer m_tile;
    QLabel* m_heading;
    QLabel* m_empty;
    QWidget* m_details;
    QVBoxLayout* m_detailsLayout;
    QWidget* m_mix = nullptr;
    FidelityView* m_fidelity = nullptr;
    QWidget* m_facts = nullptr;
    QPushButton* m_reuseSeed;
    QPushButton* m_reuseMix;
    QPushButton* m_reuseAll;
    QPushButton* m_measure;
    QPushButton* m_showFile;
    QToolButton* m_copySeed;
};

} // namespace tilewright::ui
