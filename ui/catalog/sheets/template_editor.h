// The fields of a sheet template.
#pragma once

#include <QWidget>

#include "ui/sheets/sheet_document.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace tilewright::ui {

class TemplateEditor : public QWidget {
    Q_OBJECT
public:
    explicit TemplateEditor(QWidget* parent = nullptr);

    const SheetTemplate& design() const { return m_design; }
    /// Tells no change.
    void setDesign(const SheetTemplate& design);
    /// Hides what specification sheets have no use for.
    void setCatalogFields(bool areShown);

    QComboBox* paper() { return m_paper; }
    QComboBox* orientation() { return m_orientation; }
    QComboBox* language() { return m_language; }
    QComboBox* tilesPerPage() { return m_tiles; }
    QPushButton* accent() { return m_accent; }
    QCheckBox* cover() { return m_cover; }
    QCheckBox* index() { return m_index; }
    QCheckBox* legend() { return m_legend; }
    QCheckBox* mix() { return m_mix; }
    QCheckBox* seed() { return m_seed; }
    QCheckBox* fidelity() { return m_fidelity; }
    QCheckBox* prices() { return m_prices; }

Q_SIGNALS:
    void designChanged(const tilewright::ui::SheetTemplate& design);

private:
    QComboBox* choice(const QString& name);
    QCheckBox* check(const QString& text, bool SheetTemplate::*member, const QString& tip = {});
    void createLayout();
    void chooseAccent();
    void showDesign();
    template <typename Change> void edit(Change change);

    SheetTemplate m_design;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_language;
    QComboBox* m_tiles;
    QPushButton* m_accent;
    QCheckBox* m_cover;
    QCheckBox* m_index;
    QCheckBox* m_legend;
    QCheckBox* m_mix;
    QCheckBox* m_seed;
    QCheckBox* m_fidelity;
    QCheckBox* m_prices;
    QWidget* m_tilesRow;
};

} // namespace tilewright::ui
