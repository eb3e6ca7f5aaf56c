#include "ui/mixer/mixer_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/mixer/mix_switch.h"
#include "ui/mixer/parts_field.h"
#include "ui/mixer/share_row.h"
#include "ui/mixer/swatch_grid.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
constexpr int widestName = 116;
}

MixerPanel::MixerPanel(MixEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_swatches(new SwatchGrid(editor.palette(), this))
    , m_switch(new MixSwitch(editor, this))
    , m_rowLayout(new QVBoxLayout)
    , m_even(new QPushButton(tr("Even"), this))
    , m_parts(new PartsField(this))
    , m_photo(new QPushButton(tr("Photo…"), this))
{
    m_photo->setToolTip(tr("Take the mix from a photograph, also by dropping it on the window "
                           "(Ctrl+Shift+O)"));
    m_even->setToolTip(tr("Give every colour that is not locked the same share"));

    auto* mixHeading = new QHBoxLayout;
    mixHeading->addWidget(m_switch);
    mixHeading->addStretch(1);
    mixHeading->addWidget(captionLabel(tr("always 100 %"), this));
    m_rowLayout->setSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_even, 1);
    buttons->addWidget(m_parts, 1);
    buttons->addWidget(m_photo, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Palette"), this));
    column->addWidget(m_swatches);
    column->addSpacing(4);
    column->addLayout(mixHeading);
    column->addLayout(m_rowLayout);
    column->addLayout(buttons);

    connect(m_swatches, &SwatchGrid::colorChosen, &m_editor, [this](const std::string& name) {
        // A click on a colour that is already there leads to its slider.
        const auto row = std::find_if(m_rows.begin(), m_rows.end(),
            [&name](const ShareRow* candidate) { return candidate->color() == name; });
        if (row != m_rows.end())
            (*row)->setFocus(Qt::OtherFocusReason);
        else
            m_editor.addColor(name);
    });
    connect(m_even, &QPushButton::clicked, &m_editor, &MixEditor::makeEven);
    connect(m_parts, &PartsField::partsEntered, &m_editor, &MixEditor::setParts);
    connect(&m_editor, &MixEditor::mixChanged, this, &MixerPanel::showMix);
    showMix(m_editor.mix());
}

void MixerPanel::showMix(const Mix& mix)
{
    const bool isSameColors
        = std::equal(m_rows.begin(), m_rows.end(), mix.shares().begin(), mix.shares().end(),
            [](const ShareRow* row, const MixShare& share) { return row->color() == share.color; });
    if (!isSameColors)
        rebuildRows(mix);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->show(mix.shares()[i], mix.size() > 1);
    m_even->setEnabled(mix.size() > 1);
    m_parts->setMix(mix);
    m_parts->setEnabled(mix.size() > 1);
}

void MixerPanel::rebuildRows(const Mix& mix)
{
    // Rows are kept by colour, so that the keyboard focus stays where it is.
    std::vector<ShareRow*> rows;
    for (const MixShare& share : mix.shares()) {
        const auto kept = std::find_if(m_rows.begin(), m_rows.end(),
            [&share](const ShareRow* row) { return row && row->color() == share.color; });
        if (kept != m_rows.end()) {
            rows.push_back(std::exchange(*kept, nullptr));
            continue;
        }
        auto* row = new ShareRow(m_editor.palette(), share.color, this);
        const std::string color = share.color;
        connect(row, &ShareRow::gestureBegan, &m_editor, &MixEditor::beginGesture);
        connect(row, &ShareRow::shareChanged, &m_editor,
            [this, color](int perMille) { m_editor.setShare(color, perMille); });
        connect(row, &ShareRow::lockToggled, &m_editor,
            [this, color](bool locked) { m_editor.setLocked(color, locked); });
        connect(row, &ShareRow::removed, &m_editor, [this, color] { m_editor.removeColor(color); });
        rows.push_back(row);
    }
    for (ShareRow* gone : m_rows) {
        if (!gone)
            continue;
        gone->hide();
        // The row may be the sender of the signal that led here.
        gone->deleteLater();
    }
    m_rows = std::move(rows);

    QWidget* previous = m_switch->removeButton();
    int nameWidth = 0;
    for (ShareRow* row : m_rows)
        nameWidth = std::max(nameWidth, row->nameWidthHint());
    for (ShareRow* row : m_rows) {
        m_rowLayout->removeWidget(row);
        m_rowLayout->addWidget(row);
        row->setNameWidth(std::min(nameWidth, widestName));
        for (QWidget* stop : row->tabStops()) {
            setTabOrder(previous, stop);
            previous = stop;
        }
    }
    setTabOrder(previous, m_even);
    m_swatches->setMix(mix);
}

} // namespace tilewright::ui
