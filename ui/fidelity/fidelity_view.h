// Asked against measured, colour by colour, and the verdict in words.
#pragma once

#include <QWidget>

#include "core/measure/fidelity.h"
#include "core/mix/palette.h"

class QGridLayout;
class QLabel;

namespace tilewright::ui {

/// Built for one fidelity; another one gets another view.
class FidelityView : public QWidget {
    Q_OBJECT
public:
    /// Less of the area than this, in percent, is not worth a line.
    static constexpr double tellingUnexplained = 1;

    FidelityView(const Fidelity& fidelity, const Palette& palette, QWidget* parent = nullptr);

    QLabel* verdict() { return m_verdict; }
    /// All that is shown as one text, line by line, for readers of the screen and the clipboard.
    QString text() const;

private:
    void addColor(QGridLayout& grid, const ColorFidelity& color, double full);
    void addNote(QGridLayout& grid, const QString& text, const QString& explanation);

    const Palette& m_palette;
    QLabel* m_verdict;
    QStringList m_lines;
};

} // namespace tilewright::ui
