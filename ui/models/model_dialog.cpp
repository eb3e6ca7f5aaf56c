#include "ui/models/model_dialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/model_editor.h"
#include "ui/models/model_summary.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {

namespace fs = std::filesystem;

std::string normalised(const QString& path)
{
    const fs::path absolute = fs::absolute(qStringToPath(path)).lexically_normal();
    return (absolute.has_filename() ? absolute : absolute.parent_path()).string();
}

} // namespace

ModelDialog::ModelDialog(ModelServices services, fs::path listFile, const ModelChoice& current,
    const Mix& mix, QWidget* parent)
    : QDialog(parent)
    , m_listFile(std::move(listFile))
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("Remove"), this))
    , m_editor(new ModelEditor(mix, this))
    , m_problem(labelOfKind("danger", {}, this))
    , m_use(new QPushButton(tr("Use this model"), this))
    , m_inspection(std::move(services))
{
    setWindowTitle(tr("Models"));
    m_settled.setSingleShot(true);
    m_settled.setInterval(200);
    createLayout();
    connectInspection();
    loadList(current);
    QStringList paths;
    for (const Entry& entry : m_entries)
        paths += toQString(entry.choice.model);
    m_inspection.survey(paths);
    const auto inUse = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const Entry& entry) { return entry.choice.model == current.model; });
    select(static_cast<int>(inUse - m_entries.begin()));
}

void ModelDialog::loadList(const ModelChoice& current)
{
    auto list = ModelList::load(m_listFile);
    if (!list) {
        // What cannot be read is put aside rather than overwritten.
        const fs::path aside = m_listFile.string() + ".damaged";
        std::error_code error;
        fs::rename(m_listFile, aside, error);
        tell(toQString(list.error().message));
        list = ModelList();
    }
    if (!list->find(current.model))
        list->put({current.model, current.profile.name, current.device, current.precision});
    for (const KnownModel& known : list->models()) {
        Entry entry;
        entry.choice.model = known.path;
        entry.choice.profile = ModelProfile::defaults();
        entry.choice.device = known.device;
        entry.choice.precision = known.precision;
        entry.name = toQString(known.name);
        entry.isStarter = known.isStarter();
        if (entry.isStarter && entry.name.isEmpty())
            entry.name = tr("Starter model");
        if (known.path == current.model) {
            entry.choice = current;
            entry.saved = current.profile;
        }
        m_entries.push_back(std::move(entry));
    }
    showNames();
}

void ModelDialog::createLayout()
{
    const auto button = [this](const QString& text, auto slot) {
        auto* made = new QPushButton(text, this);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    m_list->setAccessibleName(tr("Known models"));
    m_list->setIconSize(QSize(14, 14));
    m_list->setProperty("kind", QStringLiteral("choices"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Forget the model; its files stay where they are"));
    connect(m_remove, &QPushButton::clicked, this, &ModelDialog::removeModel);
    connect(m_list, &QListWidget::currentRowChanged, this, &ModelDialog::select);

    auto* left = new QVBoxLayout;
    left->setContentsMargins(12, 16, 12, 12);
    left->setSpacing(8);
    left->addWidget(headingLabel(tr("Models"), this));
    left->addWidget(m_list, 1);
    left->addWidget(button(tr("Add a folder…"), &ModelDialog::chooseFolder));
    left->addWidget(button(tr("Add a file…"), &ModelDialog::chooseFile));
    left->addWidget(m_remove);
    auto* leftPanel = new QFrame(this);
    leftPanel->setProperty("kind", QStringLiteral("panel"));
    leftPanel->setProperty("edge", QStringLiteral("right"));
    leftPanel->setLayout(left);
    leftPanel->setFixedWidth(220);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_editor);

    m_problem->setWordWrap(true);
    m_problem->hide();
    m_use->setProperty("kind", QStringLiteral("primary"));
    m_use->setDefault(true);
    connect(m_use, &QPushButton::clicked, this, &ModelDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 8, 16, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(button(tr("Cancel"), &ModelDialog::reject));
    buttons->addWidget(m_use);

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(scroll, 1);
    right->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(leftPanel);
    row->addLayout(right, 1);
    resize(820, 720);
    setMinimumSize(680, 480);
}

void ModelDialog::connectInspection()
{
    connect(&m_settled, &QTimer::timeout, this, &ModelDialog::look);
    connect(m_editor, &ModelEditor::edited, this, [this] {
        selected().choice = m_editor->choice();
        showNames();
    });
    connect(m_editor, &ModelEditor::contentsEdited, &m_settled, qOverload<>(&QTimer::start));
    connect(m_editor, &ModelEditor::locateRequested, this, &ModelDialog::locate);
    connect(m_editor->summary(), &ModelSummary::stopRequested, this, [this] {
        m_inspection.cancel();
        m_editor->setFailure(tr("Stopped. Click the model in the list to look into it again."));
    });
    const auto lookAgain = [this] {
        if (!m_inspection.isBusy())
            look();
    };
    connect(m_list, &QListWidget::itemClicked, this, lookAgain);
    connect(m_list, &QListWidget::itemActivated, this, lookAgain);
    connect(
        &m_inspection, &ModelInspection::busyChanged, m_editor->summary(), &ModelSummary::setBusy);
    connect(&m_inspection, &ModelInspection::surveyed, this, [this](const QStringList& missing) {
        for (Entry& entry : m_entries)
            entry.isMissing = missing.contains(toQString(entry.choice.model));
        showNames();
        m_editor->setMissing(selected().isMissing);
    });
    connect(&m_inspection, &ModelInspection::profileRead, this, [this](const ModelProfile& read) {
        Entry& entry = selected();
        entry.choice.profile = read;
        entry.saved = read;
        m_editor->setChoice(entry.choice, true);
        showNames();
    });
    connect(&m_inspection, &ModelInspection::devicesListed, m_editor, &ModelEditor::setDevices);
    connect(&m_inspection, &ModelInspection::inspected, this, [this](const ModelReport& report) {
        m_editor->setReport(report);
        const auto findings = report.findings();
        showVerdict(std::none_of(findings.begin(), findings.end(),
            [](const ModelFinding& finding) { return finding.isBlocking; }));
    });
    connect(&m_inspection, &ModelInspection::failed, this, [this](const QString& message) {
        m_editor->setFailure(message);
        showVerdict(false);
    });
}

void ModelDialog::select(int index)
{
    if (index < 0 || index >= static_cast<int>(m_entries.size()))
        return;
    m_selected = index;
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentRow(index);
    }
    const Entry& entry = selected();
    m_remove->setEnabled(!entry.isStarter);
    m_editor->setChoice(entry.choice, entry.saved.has_value());
    m_editor->setMissing(entry.isMissing);
    look();
}

void ModelDialog::look()
{
    m_settled.stop();
    m_use->setEnabled(false);
    const Entry& entry = selected();
    if (entry.saved)
        m_inspection.inspect(entry.choice);
    else
        m_inspection.open(entry.choice);
}

void ModelDialog::showVerdict(bool isUsable)
{
    m_use->setEnabled(isUsable);
    selected().isBroken = !isUsable;
    showNames();
}

void ModelDialog::showNames()
{
    const QSignalBlocker blocker(m_list);
    while (m_list->count() > static_cast<int>(m_entries.size()))
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < static_cast<int>(m_entries.size()))
        m_list->addItem(QString());
    for (int i = 0; i < m_list->count(); ++i) {
        const Entry& entry = m_entries[static_cast<std::size_t>(i)];
        QListWidgetItem* item = m_list->item(i);
        const QString name = nameOf(entry);
        item->setText(name);
        item->setToolTip(toQString(entry.choice.model));
        const bool isUsable = !entry.isMissing && !entry.isBroken;
        item->setIcon(isUsable ? QIcon() : themedIcon(QStringLiteral("warning")));
        item->setData(Qt::AccessibleTextRole,
            entry.isMissing      ? tr("%1, cannot be found").arg(name)
                : entry.isBroken ? tr("%1, cannot be used").arg(name)
                                 : name);
    }
}

QString ModelDialog::nameOf(const Entry& entry) const
{
    // What a model is called may be told by a file that went away with it.
    const bool isKnown = entry.saved && !(entry.isMissing && entry.choice.profile.name.empty());
    if (isKnown || entry.name.isEmpty())
        return toQString(entry.choice.name());
    return entry.name;
}

void ModelDialog::addModel(const QString& path)
{
    const std::string model = normalised(path);
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const Entry& entry) { return entry.choice.model == model; });
    const auto index = static_cast<int>(known - m_entries.begin());
    if (known == m_entries.end()) {
        Entry entry;
        entry.choice.model = model;
        entry.choice.profile = ModelProfile::defaults();
        m_entries.push_back(std::move(entry));
        showNames();
    }
    select(index);
}

void ModelDialog::removeModel()
{
    if (selected().isStarter)
        return;
    m_entries.erase(m_entries.begin() + m_selected);
    showNames();
    select(std::min(m_selected, static_cast<int>(m_entries.size()) - 1));
}

void ModelDialog::relocate(const QString& path)
{
    Entry& entry = selected();
    entry.choice.model = normalised(path);
    entry.isMissing = false;
    std::error_code error;
    const fs::path model = entry.choice.model;
    // A profile that moved along with the model is the newer one.
    if (fs::exists(model / "tilewright.json", error) || fs::exists(ownProfileFile(model), error))
        entry.saved.reset();
    else
        entry.saved = ModelProfile{}; // so that what is known of it is written there
    showNames();
    select(m_selected);
}

void ModelDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Choose a model folder in the layout of diffusers"));
    if (!folder.isEmpty())
        addModel(folder);
}

void ModelDialog::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose an SDXL model in one file"),
        {}, tr("Models (*.safetensors);;All files (*)"));
    if (!file.isEmpty())
        addModel(file);
}

void ModelDialog::locate()
{
    const bool isFile
        = qStringToPath(toQString(selected().choice.model)).extension() == ".safetensors";
    const QString path = isFile
        ? QFileDialog::getOpenFileName(
            this, tr("Where is this model now?"), {}, tr("Models (*.safetensors);;All files (*)"))
        : QFileDialog::getExistingDirectory(this, tr("Where is this model now?"));
    if (!path.isEmpty())
        relocate(path);
}

void ModelDialog::tell(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ModelDialog::accept()
{
    if (!m_use->isEnabled())
        return;
    tell({});
    ModelList list;
    for (Entry& entry : m_entries) {
        if (entry.saved && *entry.saved != entry.choice.profile) {
            if (const auto written = entry.choice.profile.save(entry.choice.model); !written)
                return tell(toQString(written.error().message));
            entry.saved = entry.choice.profile;
        }
        list.put({entry.choice.model, nameOf(entry).toStdString(), entry.choice.device,
            entry.choice.precision});
    }
    list.setCurrent(selected().choice.model);
    if (const auto written = list.save(m_listFile); !written)
        return tell(toQString(written.error().message));
    Q_EMIT modelChosen(selected().choice);
    QDialog::accept();
}

} // namespace tilewright::ui
