#include "ui/settings/seed_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

SeedField::SeedField(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_dice(new QToolButton(this))
    , m_lock(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_dice);
    row->addWidget(m_lock);
    setFocusProxy(m_field);
    m_field->setFont(numberFont());
    m_field->setAccessibleName(tr("Seed"));
    m_field->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,20}")), m_field));
    m_dice->setIcon(themedIcon(QStringLiteral("dice")));
    m_dice->setToolTip(tr("Roll a new seed"));
    m_dice->setAccessibleName(m_dice->toolTip());
    m_lock->setCheckable(true);
    m_lock->setIcon(themedIcon(QStringLiteral("unlock"), QStringLiteral("lock")));

    connect(m_dice, &QToolButton::clicked, this, &SeedField::roll);
    connect(m_lock, &QToolButton::toggled, this, &SeedField::setLocked);
    connect(m_lock, &QToolButton::clicked, this, &SeedField::lockEdited);
    connect(m_field, &QLineEdit::editingFinished, this, [this] {
        bool isNumber = false;
        const quint64 typed = m_field->text().toULongLong(&isNumber);
        edit(isNumber ? typed : m_seed);
    });
    setLocked(false);
    setSeed(QRandomGenerator::global()->generate());
}

void SeedField::setSeed(std::uint64_t seed)
{
    m_field->setText(QString::number(seed));
    if (seed == m_seed)
        return;
    m_seed = seed;
    m_used.reset();
    Q_EMIT seedChanged(seed);
}

bool SeedField::isLocked() const
{
    return m_lock->isChecked();
}

void SeedField::setLocked(bool locked)
{
    m_lock->setChecked(locked);
    m_lock->setToolTip(locked
            ? tr("Every tile starts from this seed. Unlock for a new seed each time")
            : tr("A new seed each time. Lock to keep this one"));
    m_lock->setAccessibleName(locked ? tr("Unlock the seed") : tr("Lock the seed"));
}

void SeedField::edit(std::uint64_t seed)
{
    const std::uint64_t before = m_seed;
    setSeed(seed);
    if (seed != before)
        Q_EMIT seedEdited(before, seed);
}

void SeedField::roll()
{
    edit(QRandomGenerator::global()->generate());
}

std::uint64_t SeedField::take()
{
    if (!isLocked() && m_used == m_seed)
        setSeed(QRandomGenerator::global()->generate());
    m_used = m_seed;
    return m_seed;
}

} // namespace tilewright::ui
