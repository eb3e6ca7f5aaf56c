#include "ui/shell/mode_bar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace tilewright::ui {

ModeBar::ModeBar(const std::vector<std::pair<Mode, QAction*>>& actions, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const auto& [mode, action] : actions) {
        auto* button = new QPushButton(this);
        button->setProperty("kind", QStringLiteral("mode"));
        button->setCheckable(true);
        const auto show = [button, action = action] {
            button->setText(action->text().remove(QLatin1Char('&')));
            button->setChecked(action->isChecked());
            const QString key = action->shortcut().toString(QKeySequence::NativeText);
            button->setToolTip(
                key.isEmpty() ? button->text() : tr("%1 (%2)").arg(button->text(), key));
        };
        show();
        connect(action, &QAction::changed, button, show);
        connect(button, &QPushButton::clicked, action, [action = action] { action->trigger(); });
        m_group->addButton(button, int(mode));
        row->addWidget(button);
    }
}

QPushButton* ModeBar::button(Mode mode)
{
    return qobject_cast<QPushButton*>(m_group->button(int(mode)));
}

} // namespace tilewright::ui
