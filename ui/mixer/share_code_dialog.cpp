#include "ui/mixer/share_code_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/settings/setting_fields.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"

namespace tilewright::ui {

bool looksLikeShareCode(const QString& text)
{
    return text.trimmed().startsWith(QLatin1String("TW-"), Qt::CaseInsensitive);
}

ShareCodeDialog::ShareCodeDialog(Palette palette, QWidget* parent)
    : QDialog(parent)
    , m_palette(std::move(palette))
    , m_field(new QLineEdit(this))
    , m_words(mutedLabel({}, this))
    , m_problem(labelOfKind("problem", {}, this))
    , m_open(new QPushButton(tr("Open"), this))
{
    setWindowTitle(tr("Open a share code"));
    m_field->setFont(numberFont());
    m_field->setAccessibleName(tr("Share code"));
    m_field->setPlaceholderText(QStringLiteral("TW-…"));
    for (QLabel* label : {m_words, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_open->setProperty("kind", QStringLiteral("primary"));
    m_open->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(8);
    column->addLayout(captioned(
        captionLabel(tr("Share code of a tile: its mix, pattern and seed"), this), m_field));
    column->addWidget(m_words);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(buttons);
    setMinimumWidth(440);
    connect(m_field, &QLineEdit::textChanged, this, &ShareCodeDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &QDialog::accept);
    const QString text = QGuiApplication::clipboard()->text().trimmed();
    if (looksLikeShareCode(text))
        m_field->setText(text);
    check();
}

QString ShareCodeDialog::code() const
{
    return m_field->text().trimmed();
}

QString ShareCodeDialog::words() const
{
    return m_words->text() + m_problem->text();
}

void ShareCodeDialog::check()
{
    m_words->clear();
    m_problem->clear();
    bool isGood = false;
    if (!code().isEmpty()) {
        const auto shared = parseShareCode(code().toStdString(), m_palette);
        isGood = shared.has_value();
        if (shared) {
            const auto palette = m_palette.with(shared->colors);
            m_words->setText(tr("%1; seed %2")
                                 .arg(displayMix(palette ? *palette : m_palette, shared->mix),
                                     QString::number(shared->seed)));
        } else {
            m_problem->setText(toQString(shared.error().message));
        }
    }
    m_words->setVisible(isGood);
    m_problem->setVisible(!isGood);
    m_open->setEnabled(isGood);
}

} // namespace tilewright::ui
