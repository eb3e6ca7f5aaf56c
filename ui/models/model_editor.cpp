#include "ui/models/model_editor.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/models/adapter_rows.h"
#include "ui/models/device_chooser.h"
#include "ui/models/model_summary.h"
#include "ui/models/prompt_editor.h"
#include "ui/models/sampling_editor.h"
#include "ui/settings/setting_fields.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

ModelEditor::ModelEditor(const Mix& mix, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_path(captionLabel({}, this))
    , m_locate(new QPushButton(tr("Locate…"), this))
    , m_summary(new ModelSummary(this))
    , m_adapters(new AdapterRows(this))
    , m_prompt(new PromptEditor(mix, this))
    , m_sampling(new SamplingEditor(this))
    , m_device(new DeviceChooser(this))
{
    m_name->setAccessibleName(tr("Name of the model"));
    m_path->setWordWrap(true);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_locate->setAutoDefault(false);
    createLayout();

    connect(m_locate, &QPushButton::clicked, this, &ModelEditor::locateRequested);
    connect(m_name, &QLineEdit::textEdited, this, &ModelEditor::edited);
    connect(m_adapters, &AdapterRows::edited, this, [this] {
        Q_EMIT edited();
        Q_EMIT contentsEdited();
    });
    connect(m_prompt, &PromptEditor::edited, this, &ModelEditor::edited);
    connect(m_prompt->tokensField(), &QLineEdit::textEdited, this, &ModelEditor::contentsEdited);
    connect(m_sampling, &SamplingEditor::edited, this, [this] {
        showMemory();
        Q_EMIT edited();
    });
    connect(m_device, &DeviceChooser::edited, this, &ModelEditor::edited);
}

void ModelEditor::createLayout()
{
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_path, 1);
    place->addWidget(m_locate);
    auto* head = new QVBoxLayout;
    head->setSpacing(4);
    head->addLayout(captioned(captionLabel(tr("Name"), this), m_name));
    head->addLayout(place);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(20);
    column->addLayout(head);
    for (QWidget* section :
        std::initializer_list<QWidget*>{m_summary, m_adapters, m_device, m_prompt, m_sampling})
        column->addWidget(section);
    column->addStretch(1);
}

void ModelEditor::setChoice(const ModelChoice& choice, bool isProfileKnown)
{
    m_choice = choice;
    m_report.reset();
    ModelChoice unnamed = choice;
    unnamed.profile.name.clear();
    m_name->setText(toQString(choice.profile.name));
    m_name->setPlaceholderText(toQString(unnamed.name()));
    m_path->setText(toQString(choice.model));
    m_summary->showNothing();
    m_adapters->setProfile(choice.profile);
    m_prompt->setProfile(choice.profile);
    m_sampling->setProfile(choice.profile);
    m_device->setChoice(choice.device, choice.precision);
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_name, m_adapters, m_device, m_prompt, m_sampling})
        field->setEnabled(isProfileKnown);
    showMemory();
}

ModelChoice ModelEditor::choice() const
{
    ModelChoice choice = m_choice;
    choice.profile.name = m_name->text().trimmed().toStdString();
    m_adapters->writeTo(choice.profile);
    m_prompt->writeTo(choice.profile);
    m_sampling->writeTo(choice.profile);
    choice.device = m_device->device();
    choice.precision = m_device->precision();
    return choice;
}

void ModelEditor::setDevices(const std::vector<DeviceOption>& devices)
{
    m_device->setDevices(devices);
}

void ModelEditor::setReport(const std::optional<ModelReport>& report)
{
    m_report = report;
    if (report)
        m_summary->showReport(*report);
    m_adapters->showReport(report ? &*report : nullptr);
    showMemory();
}

void ModelEditor::setFailure(const QString& message)
{
    m_report.reset();
    m_summary->showFailure(message);
    m_adapters->showReport(nullptr);
    showMemory();
}

void ModelEditor::setMissing(bool isMissing)
{
    m_locate->setVisible(isMissing);
}

void ModelEditor::showMemory()
{
    ModelProfile sized;
    m_sampling->writeTo(sized);
    m_device->setModel(m_report, sized.width, sized.height);
}

} // namespace tilewright::ui
