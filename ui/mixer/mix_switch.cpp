#include "ui/mixer/mix_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

/// What the mix is for.
QString purposeOf(std::size_t index, const TileDraft& draft)
{
    if (isGradient(draft.pattern.kind))
        return index == 0 ? MixSwitch::tr("The mix where the gradient begins")
                          : MixSwitch::tr("The mix where the gradient ends");
    if (draft.pattern.kind == PatternKind::Mask)
        return MixSwitch::tr("The mix of region %1 of the mask, counted from dark to light")
            .arg(index + 1);
    if (draft.pattern.kind == PatternKind::Grid && index + 1 == draft.mixCount())
        return MixSwitch::tr("The mix of the joints of the grid");
    return MixSwitch::tr("The mix of every part number %1 of the pattern").arg(index + 1);
}

} // namespace

QString mixName(std::size_t index)
{
    return MixSwitch::tr("Mix %1").arg(QChar(ushort(u'A' + index)));
}

MixSwitch::MixSwitch(MixEditor& editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_row(new QHBoxLayout(this))
    , m_heading(headingLabel(tr("Mix"), this))
    , m_group(new QButtonGroup(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_heading);
    m_row->addWidget(m_add);
    m_row->addWidget(m_remove);
    m_add->setIcon(themedIcon(QStringLiteral("add")));
    m_add->setToolTip(tr("Give the pattern one more mix"));
    m_add->setAccessibleName(m_add->toolTip());
    m_remove->setIcon(themedIcon(QStringLiteral("remove")));
    m_remove->setToolTip(tr("Take this mix out of the pattern"));
    m_remove->setAccessibleName(m_remove->toolTip());
    connect(m_add, &QToolButton::clicked, &m_editor, &MixEditor::addMix);
    connect(m_remove, &QToolButton::clicked, &m_editor, &MixEditor::removeMix);
    connect(m_group, &QButtonGroup::idClicked, &m_editor,
        [this](int index) { m_editor.showMix(static_cast<std::size_t>(index)); });
    connect(&m_editor, &MixEditor::mixesChanged, this, &MixSwitch::showMixes);
    showMixes();
}

void MixSwitch::showMixes()
{
    const TileDraft& draft = m_editor.draft();
    const std::size_t count = draft.mixCount();
    const std::size_t shown = count > 1 ? count : 0;
    while (m_buttons.size() > shown) {
        // It may be the sender of the signal that led here.
        m_group->removeButton(m_buttons.back());
        m_buttons.back()->hide();
        m_buttons.back()->deleteLater();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < shown) {
        const std::size_t index = m_buttons.size();
        auto* button = new QPushButton(this);
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        button->setAccessibleName(mixName(index));
        m_group->addButton(button, static_cast<int>(index));
        m_row->insertWidget(1 + static_cast<int>(index), button);
        setTabOrder(index == 0 ? static_cast<QWidget*>(this) : m_buttons.back(), button);
        m_buttons.push_back(button);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        // Many mixes share the line by their letters alone.
        m_buttons[i]->setText(count > 3 ? mixName(i).right(1) : mixName(i));
        m_buttons[i]->setToolTip(purposeOf(i, draft));
        m_buttons[i]->setChecked(i == m_editor.shownMix());
    }
    const bool isOpen = takesSeveralMixes(draft.pattern.kind);
    m_heading->setVisible(count == 1);
    m_add->setVisible(isOpen && count < Pattern::maximumMixes);
    m_remove->setVisible(isOpen && count > 1);
}

} // namespace tilewright::ui
