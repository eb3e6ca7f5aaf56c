#include "ui/models/prompt_editor.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

PromptEditor::PromptEditor(const Mix& mix, QWidget* parent)
    : QWidget(parent)
    , m_mix(mix)
    , m_trigger(new QLineEdit(this))
    , m_tokens(new QLineEdit(this))
    , m_suffix(new QLineEdit(this))
    , m_hasNegative(new QCheckBox(tr("Negative prompt"), this))
    , m_negative(new QLineEdit(this))
    , m_example(labelOfKind("prompt", {}, this))
{
    m_trigger->setAccessibleName(tr("Trigger word"));
    m_tokens->setAccessibleName(tr("Tokens of the textual inversion"));
    m_suffix->setAccessibleName(tr("End of the prompt"));
    m_negative->setAccessibleName(tr("Negative prompt"));
    m_negative->setPlaceholderText(tr("empty"));
    m_hasNegative->setToolTip(tr("Off: the model's own idea of no prompt. On and empty: the empty "
                                 "prompt, which some models were trained with."));
    m_example->setWordWrap(true);
    m_example->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_example->setAccessibleName(tr("Prompt for the present mix"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(headingLabel(tr("Prompt"), this), 0, 0, 1, 2);
    grid->addLayout(captioned(captionLabel(tr("Trigger word"), this), m_trigger), 1, 0);
    grid->addLayout(
        captioned(captionLabel(tr("Tokens of the textual inversion"), this), m_tokens), 1, 1);
    grid->addLayout(captioned(captionLabel(tr("End of the prompt"), this), m_suffix), 2, 0, 1, 2);
    grid->addWidget(m_hasNegative, 3, 0, 1, 2);
    grid->addWidget(m_negative, 4, 0, 1, 2);
    grid->addLayout(
        captioned(captionLabel(tr("Prompt for the present mix"), this), m_example), 5, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    const auto take = [this] {
        showExample();
        Q_EMIT edited();
    };
    for (QLineEdit* field : {m_trigger, m_tokens, m_suffix, m_negative})
        connect(field, &QLineEdit::textEdited, this, take);
    connect(m_hasNegative, &QCheckBox::toggled, m_negative, &QLineEdit::setEnabled);
    connect(m_hasNegative, &QCheckBox::toggled, this, take);
}

void PromptEditor::setProfile(const ModelProfile& profile)
{
    m_trigger->setText(toQString(profile.prompt.trigger));
    m_tokens->setText(toQString(profile.prompt.tokens));
    m_suffix->setText(toQString(profile.prompt.suffix));
    const QSignalBlocker blocker(m_hasNegative);
    m_hasNegative->setChecked(profile.negative.has_value());
    m_negative->setEnabled(profile.negative.has_value());
    m_negative->setText(toQString(profile.negative.value_or("")));
    m_negative->setCursorPosition(0);
    m_suffix->setCursorPosition(0);
    showExample();
}

void PromptEditor::writeTo(ModelProfile& profile) const
{
    profile.prompt.trigger = m_trigger->text().trimmed().toStdString();
    profile.prompt.tokens = m_tokens->text().trimmed().toStdString();
    profile.prompt.suffix = m_suffix->text().trimmed().toStdString();
    profile.negative.reset();
    if (m_hasNegative->isChecked())
        profile.negative = m_negative->text().trimmed().toStdString();
}

void PromptEditor::showExample()
{
    ModelProfile profile;
    writeTo(profile);
    m_example->setText(toQString(profile.prompt.format(m_mix)));
}

} // namespace tilewright::ui
