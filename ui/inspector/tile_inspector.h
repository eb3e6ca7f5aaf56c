// What is known about the tile that is shown.
#pragma once

#include <QWidget>

#include "core/library/tile_record.h"
#include "core/mix/palette.h"
#include "ui/support/loaded_tile.h"
#include "ui/support/tile_command.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tilewright::ui {

class FidelityView;
class MarksEditor;
class SelectionSummary;
class TileLibrary;
struct RerunResult;

class TileInspector : public QWidget {
    Q_OBJECT
public:
    explicit TileInspector(Palette palette, QWidget* parent = nullptr);

    /// From then on the marks of a shown tile that is in the library can be seen and set. It must
    /// outlive the inspector.
    void setLibrary(TileLibrary& library);
    void showTile(const TilePointer& tile);
    /// How the colours of tiles are called and look; one that a tile brings comes first.
    void setPalette(const Palette& palette);
    /// Of two or more tiles a summary takes the place of the tile's facts; fewer bring them back.
    void showSelection(const std::vector<TileRecord>& tiles);
    /// Whether the same picture came when the shown tile was made again.
    void showRerun(const RerunResult& result);
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
    QToolButton* copyPromptButton() { return m_copyPrompt; }
    QPushButton* varySeedButton() { return m_varySeed; }
    QPushButton* moreLikeThisButton() { return m_moreLikeThis; }
    QPushButton* runAgainButton() { return m_runAgain; }
    MarksEditor* marks() { return m_marks; }
    SelectionSummary* summary() { return m_summary; }
    QString prompt() const;
    QString rerunText() const;

Q_SIGNALS:
    void seedReused(quint64 seed);
    void mixReused(const tilewright::GenerationRequest& request);
    /// Everything that made this tile: mix, seed and settings.
    void allReused(const tilewright::GenerationRequest& request);
    void measureWanted(const tilewright::ui::TilePointer& tile);
    void fileWanted(const QString& file);
    /// VarySeed, MoreLikeThis or RunAgain.
    void commandWanted(
        tilewright::ui::TileCommand command, const tilewright::ui::TilePointer& tile);

private:
    void showMix(const Mix& mix);
    void showFidelity(const Fidelity& fidelity);
    void showFacts(const LoadedTile& tile);
    void addFact(const QString& caption, const QString& value);
    void showRecord(const std::optional<TileRecord>& record);
    QWidget* createPromptField();
    QLayout* createButtons();
    void connectButtons();
    void connectMarks();

    Palette m_palette;
    Palette m_tilePalette; ///< with the colours that the tile brought
    TileLibrary* m_library = nullptr;
    TileId m_record = 0; ///< of the shown tile; 0: it is not in the library
    bool m_isSummary = false;
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
    QPushButton* m_varySeed;
    QPushButton* m_moreLikeThis;
    QPushButton* m_runAgain;
    QToolButton* m_copySeed;
    QToolButton* m_copyPrompt;
    QLabel* m_prompt;
    QWidget* m_promptField;
    QLabel* m_rerun;
    MarksEditor* m_marks;
    SelectionSummary* m_summary;
};

} // namespace tilewright::ui
