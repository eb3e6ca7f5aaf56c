#include "ui/mixer/parts_field.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStringList>
#include <numeric>

namespace tilewright::ui {

PartsField::PartsField(QWidget* parent)
    : QStackedWidget(parent)
    , m_button(new QPushButton(tr("Parts…"), this))
    , m_field(new QLineEdit(this))
{
    addWidget(m_button);
    addWidget(m_field);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_button->setToolTip(tr("Give the mix in parts, as in 5:3:2"));
    m_field->setAccessibleName(tr("Parts, one for each colour, as in 5:3:2"));
    m_field->installEventFilter(this);
    connect(m_button, &QPushButton::clicked, this, [this] {
        setCurrentWidget(m_field);
        m_field->setFocus();
        m_field->selectAll();
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QString parts = m_field->text();
        close();
        Q_EMIT partsEntered(parts);
    });
}

void PartsField::setMix(const Mix& mix)
{
    m_field->setText(formatParts(mix));
}

bool PartsField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    // Esc means this field while it is open, not the running generation.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut && currentWidget() == m_field
        && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        setCurrentWidget(m_button);
    return QStackedWidget::eventFilter(watched, event);
}

void PartsField::close()
{
    setCurrentWidget(m_button);
    m_button->setFocus();
}

QString formatParts(const Mix& mix)
{
    int divisor = 0;
    for (const MixShare& share : mix.shares())
        divisor = std::gcd(divisor, share.perMille);
    QStringList parts;
    for (const MixShare& share : mix.shares())
        parts += QString::number(share.perMille / divisor);
    return parts.join(QLatin1Char(':'));
}

} // namespace tilewright::ui
