#include "ui/models/model_summary.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/models/device_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int iconSide = 14;

QString parameterText(std::int64_t count)
{
    const double millions = static_cast<double>(count) / 1e6;
    return ModelSummary::tr("%1 M").arg(QLocale().toString(millions, 'f', millions < 100 ? 1 : 0));
}

QString joined(const std::vector<std::string>& words)
{
    QStringList list;
    for (const std::string& word : words)
        list += toQString(word);
    return list.join(QStringLiteral(", "));
}

QLabel* numberLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(numberFont());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

ModelSummary::ModelSummary(QWidget* parent)
    : QWidget(parent)
    , m_heading(headingLabel(tr("Found"), this))
    , m_total(captionLabel({}, this))
    , m_busy(new QWidget(this))
    , m_stop(new QPushButton(tr("Stop"), m_busy))
    , m_findings(new QVBoxLayout)
{
    auto* bar = new QProgressBar(m_busy);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Looking into the model"));
    m_stop->setProperty("kind", QStringLiteral("flat"));
    m_stop->setAutoDefault(false);
    auto* busyRow = new QHBoxLayout(m_busy);
    busyRow->setContentsMargins(0, 0, 0, 0);
    busyRow->setSpacing(8);
    busyRow->addWidget(captionLabel(tr("Looking into the model…"), m_busy));
    busyRow->addWidget(bar, 1);
    busyRow->addWidget(m_stop);
    m_busy->hide();
    connect(m_stop, &QPushButton::clicked, this, &ModelSummary::stopRequested);

    auto* heading = new QHBoxLayout;
    heading->addWidget(m_heading, 1);
    heading->addWidget(m_total);
    m_findings->setSpacing(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(heading);
    column->addWidget(m_busy);
    column->addLayout(m_findings);
}

void ModelSummary::clear()
{
    while (QLayoutItem* item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    delete m_parts;
    m_parts = nullptr;
    m_total->clear();
}

void ModelSummary::showNothing()
{
    clear();
}

void ModelSummary::showFailure(const QString& message)
{
    clear();
    addFinding(message, true);
}

void ModelSummary::showReport(const ModelReport& report)
{
    clear();
    m_total->setText(
        QStringLiteral("%1 · %2 · %3")
            .arg(parameterText(report.parameters()),
                bytesText(static_cast<std::uint64_t>(report.bytes())), joined(report.dtypes())));
    for (const ModelFinding& finding : report.findings())
        addFinding(toQString(finding.sentence), finding.isBlocking);
    m_parts = new QWidget(this);
    auto* grid = new QGridLayout(m_parts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int row = 0; const PartReport& part : report.parts)
        addPart(part, row++);
    layout()->addWidget(m_parts);
}

void ModelSummary::addPart(const PartReport& part, int row)
{
    auto* grid = static_cast<QGridLayout*>(m_parts->layout());
    auto* icon = new QLabel(m_parts);
    const bool isUsable = part.isUsable();
    icon->setPixmap(iconPixmap(isUsable ? QStringLiteral("complete") : QStringLiteral("warning"),
        palette().color(isUsable ? role::good : role::danger), iconSide, devicePixelRatioF()));
    icon->setAccessibleName(isUsable ? tr("complete") : tr("cannot be used"));
    icon->setToolTip(icon->accessibleName());
    grid->addWidget(icon, row, 0);
    auto* name = new QLabel(toQString(part.name), m_parts);
    QStringList facts{toQString(part.className)};
    for (const auto& [fact, value] : part.facts)
        facts += QStringLiteral("%1: %2").arg(toQString(fact), toQString(value));
    name->setToolTip(facts.join(QLatin1Char('\n')));
    grid->addWidget(name, row, 1);
    if (part.parameters == 0)
        return;
    grid->addWidget(numberLabel(parameterText(part.parameters), m_parts), row, 2);
    grid->addWidget(
        numberLabel(bytesText(static_cast<std::uint64_t>(part.bytes)), m_parts), row, 3);
    grid->addWidget(mutedLabel(joined(part.dtypes), m_parts), row, 4);
}

void ModelSummary::addFinding(const QString& text, bool isBlocking)
{
    auto* row = new QWidget(this);
    auto* icon = new QLabel(row);
    icon->setPixmap(iconPixmap(QStringLiteral("warning"),
        palette().color(isBlocking ? role::danger : QPalette::WindowText), iconSide,
        devicePixelRatioF()));
    auto* sentence = isBlocking ? labelOfKind("danger", text, row) : new QLabel(text, row);
    sentence->setObjectName(QStringLiteral("finding"));
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(sentence, 1);
    m_findings->addWidget(row);
}

QStringList ModelSummary::findings() const
{
    QStringList texts;
    for (int i = 0; i < m_findings->count(); ++i)
        texts += m_findings->itemAt(i)
                     ->widget()
                     ->findChild<QLabel*>(QStringLiteral("finding"))
                     ->text();
    return texts;
}

void ModelSummary::setBusy(bool isBusy)
{
    m_busy->setVisible(isBusy);
}

} // namespace tilewright::ui
