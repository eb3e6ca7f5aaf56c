#include "ui/fidelity/fidelity_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

#include "ui/fidelity/fidelity_words.h"
#include "ui/fidelity/share_bars.h"
#include "ui/support/color_chip.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/dot_label.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"

namespace tilewright::ui {

FidelityView::FidelityView(const Fidelity& fidelity, const Palette& palette, QWidget* parent)
    : QWidget(parent), m_palette(palette), m_verdict(new QLabel(verdictSentence(fidelity), this))
{
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QStringList readings{
        tr("By the looks of the colours: %1 points").arg(displayPoints(fidelity.meanError())),
        tr("By the nearest colour: %1 points").arg(displayPoints(fidelity.meanErrorOfNearest()))};
    if (const auto granules = fidelity.meanErrorOfGranules())
        readings += tr("Granule by granule: %1 points").arg(displayPoints(*granules));
    m_verdict->setToolTip(readings.join(QLatin1Char('\n')));
    m_lines += m_verdict->text();

    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(new DotLabel(roleOf(fidelity.verdict()), this), 0, Qt::AlignTop);
    words->addWidget(m_verdict, 1);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    double full = 0;
    for (const ColorFidelity& color : fidelity.colors)
        full = std::max({full, color.asked.value_or(0), color.measured});
    for (const ColorFidelity& color : fidelity.colors)
        addColor(*grid, color, std::max(full, 1.0));
    if (fidelity.unexplained >= tellingUnexplained)
        addNote(*grid, tr("%1 % is not in the palette").arg(displayPoints(fidelity.unexplained)),
            tr("Part of the picture that looks like none of the colours of the mix"));
    if (fidelity.kept)
        addNote(*grid, tr("%1 % of the area kept its colour").arg(displayPoints(*fidelity.kept)),
            tr("Granules that have the colour which the mix gave them, by their area"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(words);
    column->addLayout(grid);
    setAccessibleName(text());
}

void FidelityView::addColor(QGridLayout& grid, const ColorFidelity& color, double full)
{
    const GranuleColor* granule = m_palette.find(color.color);
    const QColor fill = granule ? toQColor(granule->srgb) : QColor(Qt::gray);
    const QString name = displayName(m_palette, color.color);
    const QString measured = displayPoints(color.measured);
    const QString figures = color.asked
        ? tr("%1 → %2").arg(displayPercent(qRound(*color.asked * 10)), measured)
        : measured;
    const QString difference = color.asked ? displayDifference(color.difference()) : QString();
    QString line = color.asked ? tr("%1: asked %2 %, measured %3 %")
                                     .arg(name, displayPercent(qRound(*color.asked * 10)), measured)
                               : tr("%1: measured %2 %").arg(name, measured);
    if (color.deltaE)
        line += QStringLiteral(", ")
            + tr("colour difference ΔE %1").arg(displayPoints(*color.deltaE));
    m_lines += line;

    const int row = grid.rowCount();
    grid.addWidget(new ColorChip(fill, this), row, 0, 2, 1, Qt::AlignTop);
    auto* nameLabel = new QLabel(name, this);
    nameLabel->setMinimumWidth(0);
    nameLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    grid.addWidget(nameLabel, row, 1);
    auto* figureLabel = new QLabel(figures, this);
    figureLabel->setFont(numberFont());
    grid.addWidget(figureLabel, row, 2, Qt::AlignRight);
    auto* differenceLabel = mutedLabel(difference, this);
    differenceLabel->setFont(numberFont());
    grid.addWidget(differenceLabel, row, 3, Qt::AlignRight);

    auto* bars = new ShareBars(color.asked, color.measured, full, fill, this);
    bars->setAccessibleName(line);
    grid.addWidget(bars, row + 1, 1, 1, color.deltaE ? 2 : 3, Qt::AlignVCenter);
    if (color.deltaE) {
        auto* deltaE = captionLabel(tr("ΔE %1").arg(displayPoints(*color.deltaE)), this);
        deltaE->setToolTip(
            tr("How far the colour itself is from the palette's (CIEDE2000): below 2 is hard to "
               "see, above 5 is plain"));
        grid.addWidget(deltaE, row + 1, 3, Qt::AlignRight);
    }
    for (int column = 0; column < 4; ++column)
        if (QLayoutItem* item = grid.itemAtPosition(row, column))
            if (item->widget()->toolTip().isEmpty())
                item->widget()->setToolTip(line);
    bars->setToolTip(line + QLatin1Char('\n') + tr("Thin bar: asked, thick bar: measured"));
    grid.setRowMinimumHeight(row + 2, 5);
}

void FidelityView::addNote(QGridLayout& grid, const QString& text, const QString& explanation)
{
    auto* note = captionLabel(text, this);
    note->setWordWrap(true);
    note->setToolTip(explanation);
    grid.addWidget(note, grid.rowCount(), 0, 1, 4);
    m_lines += text;
}

QString FidelityView::text() const
{
    return m_lines.join(QLatin1Char('\n'));
}

} // namespace tilewright::ui
