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

class TileInspector : public QWidget {
    Q_OBJECT
public:
    explicit TileInspector(Palette palette, QWidget* parent = nullptr);

    void showTile(const TilePointer& tile);
    /// Whether the canvas shows this very tile and not a preview or a step of the next one.
    void setTileShown(bool isShown);
    const TilePointer& tile() const { return m_tile; }
    /// Text of a fact by its caption, for a reader of the screen and for tests; empty if absent.
    QString fact(const QString& caption) const;

    QPushButton* reuseSeedButton() { return m_reuseSeed; }
    QPushButton* reuseMixButton() { return m_reuseMix; }
    QPushButton* showFileButton() { return m_showFile; }
    QToolButton* copySeedButton() { return m_copySeed; }

Q_SIGNALS:
    void seedReused(quint64 seed);
    void mixReused(const tilewright::Mix& mix);
    void fileWanted(const QString& file);

private:
    void showMix(const Mix& mix);
    void addFact(const QString& caption, const QString& value);

    const Palette m_palette;
    TilePointer m_tile;
    QLabel* m_heading;
    QLabel* m_empty;
    QWidget* m_details;
    QVBoxLayout* m_detailsLayout;
    QWidget* m_mix = nullptr;
    QWidget* m_facts = nullptr;
    QPushButton* m_reuseSeed;
    QPushButton* m_reuseMix;
    QPushButton* m_showFile;
    QToolButton* m_copySeed;
};

/// "DPM++ 2M Karras": the sampler as designers know it from other programs.
QString displayName(Scheduler scheduler);

} // namespace tilewright::ui
