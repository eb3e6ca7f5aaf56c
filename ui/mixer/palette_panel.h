// The colours to choose from: palettes, search, groups, swatches.
#pragma once

#include <QWidget>
#include <filesystem>
#include <string>

#include "core/mix/palette_store.h"
#include "ui/mixer/mix_editor.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QScrollArea;

namespace tilewright::ui {

class SwatchGrid;

/// Offers what the editor offers. With a store, palettes can be chosen, imported and exported, and
/// colours of the user's own be kept.
class PalettePanel : public QWidget {
    Q_OBJECT
public:
    /// What the list of groups holds, before the families of colours.
    enum Group { All, InUse, Custom, FirstFamily };

    explicit PalettePanel(MixEditor& editor, QWidget* parent = nullptr);

    /// Not owned. Its chosen palette is offered from now on.
    void setStore(PaletteStore* store);
    PaletteStore* store() { return m_store; }

    void choosePalette(const std::string& name);
    void importPalette(const std::filesystem::path& file);
    void exportPalette(const std::filesystem::path& file);
    /// Asks for a colour of the user's own; `base` is where it starts, to be changed when it is one
    /// already.
    void askForColor(const GranuleColor& base);
    void removeColor(const std::string& name);

    SwatchGrid* swatches() { return m_grid; }
    QLineEdit* searchField() { return m_search; }
    QComboBox* groupBox() { return m_group; }
    QPushButton* menuButton() { return m_button; }
    QLabel* hint() { return m_hint; }

Q_SIGNALS:
    void colorChosen(const std::string& name);
    /// A sentence for the user.
    void refused(const QString& reason);
    void noticed(const QString& message);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void fillMenu();
    void showPalette();
    void filter();
    void showHint(const std::string& color);
    void showSwatchMenu(const std::string& color, const QPoint& globalPosition);
    void chooseImport();
    void chooseExport();
    bool isUsed(const std::string& color) const;
    void offerChosen();

    MixEditor& m_editor;
    PaletteStore* m_store = nullptr;
    Palette m_shown; ///< what is offered, and what else is in use
    QPushButton* m_button;
    QMenu* m_menu;
    QLineEdit* m_search;
    QComboBox* m_group;
    QScrollArea* m_scroll;
    SwatchGrid* m_grid;
    QLabel* m_hint;
};

} // namespace tilewright::ui
