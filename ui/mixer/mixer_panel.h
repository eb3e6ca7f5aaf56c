// Palette and the rows of the mix that is shown.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "ui/mixer/mix_editor.h"

class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tilewright::ui {

class MixSwitch;
class PalettePanel;
class PartsField;
class ShareRow;
class SwatchGrid;

/// Ctrl+V anywhere but in a text field takes a mix from the clipboard, Ctrl+Shift+C puts it there.
class MixerPanel : public QWidget {
    Q_OBJECT
public:
    explicit MixerPanel(MixEditor& editor, QWidget* parent = nullptr);

    const std::vector<ShareRow*>& rows() const { return m_rows; }
    PalettePanel* palettePanel() { return m_palette; }
    SwatchGrid* swatches();
    MixSwitch* mixSwitch() { return m_switch; }
    PartsField* partsField() { return m_parts; }
    QPushButton* evenButton() { return m_even; }
    QPushButton* photoButton() { return m_photo; }
    QToolButton* shuffleButton() { return m_shuffle; }
    QToolButton* surpriseButton() { return m_surprise; }

    /// Gets what is pasted first; true: it was no mix, and has been dealt with.
    void setPasteTaker(std::function<bool(const QString&)> take) { m_takePaste = std::move(take); }

public Q_SLOTS:
    void copyMix();
    void pasteMix();

private:
    void keyPressEvent(QKeyEvent* event) override;
    void createButtons();
    void chooseColor(const std::string& name);
    ShareRow* createRow(const std::string& color);
    void dropRows();
    void moveRow(const std::string& color, int places);
    void dragRow(const ShareRow& row, const QPoint& globalPosition);
    void showMix(const Mix& mix);
    void rebuildRows(const Mix& mix);

    MixEditor& m_editor;
    std::function<bool(const QString&)> m_takePaste;
    PalettePanel* m_palette;
    MixSwitch* m_switch;
    QVBoxLayout* m_rowLayout;
    std::vector<ShareRow*> m_rows;
    QPushButton* m_even;
    PartsField* m_parts;
    QPushButton* m_photo;
    QToolButton* m_shuffle;
    QToolButton* m_surprise;
};

} // namespace tilewright::ui
