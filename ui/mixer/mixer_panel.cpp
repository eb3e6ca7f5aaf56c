#include "ui/mixer/mixer_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/mix/prompt_format.h"
#include "ui/mixer/mix_switch.h"
#include "ui/mixer/palette_panel.h"
#include "ui/mixer/parts_field.h"
#include "ui/mixer/share_row.h"
#include "ui/mixer/swatch_grid.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int widestName = 116;
}

MixerPanel::MixerPanel(MixEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_palette(new PalettePanel(editor, this))
    , m_switch(new MixSwitch(editor, this))
    , m_rowLayout(new QVBoxLayout)
    , m_even(new QPushButton(tr("Even"), this))
    , m_parts(new PartsField(this))
    , m_photo(new QPushButton(tr("Photo…"), this))
    , m_shuffle(new QToolButton(this))
    , m_surprise(new QToolButton(this))
{
    createButtons();
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
    auto* chance = new QHBoxLayout;
    chance->setSpacing(0);
    chance->addWidget(m_shuffle);
    chance->addWidget(m_surprise);
    buttons->addLayout(chance);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_palette);
    column->addLayout(mixHeading);
    column->addLayout(m_rowLayout);
    column->addLayout(buttons);

    connect(m_palette, &PalettePanel::colorChosen, this, &MixerPanel::chooseColor);
    connect(m_palette, &PalettePanel::refused, &m_editor, &MixEditor::refused);
    connect(m_even, &QPushButton::clicked, &m_editor, &MixEditor::makeEven);
    connect(m_shuffle, &QToolButton::clicked, &m_editor, &MixEditor::shuffle);
    connect(m_surprise, &QToolButton::clicked, &m_editor, &MixEditor::surprise);
    connect(m_parts, &PartsField::partsEntered, &m_editor, &MixEditor::setParts);
    connect(&m_editor, &MixEditor::mixChanged, this, &MixerPanel::showMix);
    connect(&m_editor, &MixEditor::paletteChanged, this, [this] {
        dropRows();
        showMix(m_editor.mix());
    });
    showMix(m_editor.mix());
}

void MixerPanel::createButtons()
{
    m_photo->setToolTip(tr("Take the mix from a photograph, also by dropping it on the window "
                           "(Ctrl+Shift+O)"));
    m_even->setToolTip(tr("Give every colour that is not locked the same share"));
    m_shuffle->setIcon(themedIcon(QStringLiteral("shuffle")));
    m_shuffle->setToolTip(tr("Shuffle: other shares for these colours"));
    m_shuffle->setAccessibleName(m_shuffle->toolTip());
    m_surprise->setIcon(themedIcon(QStringLiteral("dice")));
    m_surprise->setToolTip(tr("Surprise: other colours too; locked ones stay"));
    m_surprise->setAccessibleName(m_surprise->toolTip());
}

SwatchGrid* MixerPanel::swatches()
{
    return m_palette->swatches();
}

void MixerPanel::chooseColor(const std::string& name)
{
    // A click on a colour that is already there leads to its slider.
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&name](const ShareRow* candidate) { return candidate->color() == name; });
    if (row != m_rows.end())
        (*row)->setFocus(Qt::OtherFocusReason);
    else
        m_editor.addColor(name);
}

void MixerPanel::copyMix()
{
    QGuiApplication::clipboard()->setText(toQString(formatMix(m_editor.mix())));
}

void MixerPanel::pasteMix()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!m_takePaste || !m_takePaste(text))
        m_editor.takeText(text);
}

void MixerPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteMix();
    } else if (event->key() == Qt::Key_C
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyMix();
    } else {
        QWidget::keyPressEvent(event);
    }
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
        rows.push_back(createRow(share.color));
    }
    dropRows();
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
    // A row that is being dragged is compared with the new places at once.
    layout()->activate();
}

ShareRow* MixerPanel::createRow(const std::string& color)
{
    auto* row = new ShareRow(m_editor.palette(), color, this);
    connect(row, &ShareRow::gestureBegan, &m_editor, &MixEditor::beginGesture);
    connect(row, &ShareRow::shareChanged, &m_editor,
        [this, color](int perMille) { m_editor.setShare(color, perMille); });
    connect(row, &ShareRow::evenShareWanted, &m_editor,
        [this, color] { m_editor.giveEvenShare(color); });
    connect(row, &ShareRow::lockToggled, &m_editor,
        [this, color](bool locked) { m_editor.setLocked(color, locked); });
    connect(row, &ShareRow::removed, &m_editor, [this, color] { m_editor.removeColor(color); });
    connect(row, &ShareRow::moved, this, [this, color](int places) { moveRow(color, places); });
    connect(row, &ShareRow::draggedTo, this,
        [this, row](const QPoint& position) { dragRow(*row, position); });
    return row;
}

void MixerPanel::dropRows()
{
    for (ShareRow* gone : m_rows) {
        if (!gone)
            continue;
        gone->hide();
        // The row may be the sender of the signal that led here.
        gone->deleteLater();
    }
    m_rows.clear();
}

void MixerPanel::moveRow(const std::string& color, int places)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ShareRow* candidate) { return candidate->color() == color; });
    const auto target = (row - m_rows.begin()) + places;
    if (target >= 0)
        m_editor.moveColor(color, static_cast<std::size_t>(target));
}

void MixerPanel::dragRow(const ShareRow& row, const QPoint& globalPosition)
{
    // It takes its place below all rows whose middle is above the pointer.
    const int y = mapFromGlobal(globalPosition).y();
    const auto above = std::count_if(m_rows.begin(), m_rows.end(),
        [&](const ShareRow* other) { return other != &row && other->geometry().center().y() < y; });
    if (m_rows[static_cast<std::size_t>(above)] != &row)
        m_editor.moveColor(row.color(), static_cast<std::size_t>(above));
}

} // namespace tilewright::ui
