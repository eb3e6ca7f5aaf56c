#include "ui/canvas/view_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/support/labels.h"

namespace tilewright::ui {

ViewSwitch::ViewSwitch(QWidget* parent)
    : QFrame(parent)
    , m_preview(new QPushButton(tr("Preview"), this))
    , m_photograph(new QPushButton(tr("Photograph"), this))
    , m_caption(captionLabel({}, this))
{
    setProperty("kind", QStringLiteral("card"));
    setFocusPolicy(Qt::NoFocus);
    m_preview->setToolTip(tr("Show the preview of the mix (P)"));
    m_photograph->setToolTip(tr("Show the last photograph (P)"));
    auto* group = new QButtonGroup(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(3, 3, 3, 3);
    row->setSpacing(2);
    for (QPushButton* button : {m_preview, m_photograph}) {
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        group->addButton(button);
        row->addWidget(button);
    }
    m_caption->setContentsMargins(6, 0, 6, 0);
    row->addWidget(m_caption);
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT photographWanted(false); });
    connect(m_photograph, &QPushButton::clicked, this, [this] { Q_EMIT photographWanted(true); });
    setState(false, false, {});
}

void ViewSwitch::setState(bool isPhotograph, bool hasPhotograph, const QString& caption)
{
    m_photograph->setEnabled(hasPhotograph);
    (isPhotograph ? m_photograph : m_preview)->setChecked(true);
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    adjustSize();
}

} // namespace tilewright::ui
