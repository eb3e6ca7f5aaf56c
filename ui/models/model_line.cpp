#include "ui/models/model_line.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>
#include <filesystem>

#include "ui/models/device_names.h"
#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int padding = 8;
constexpr int iconSide = 14;
constexpr int iconGap = 4;
} // namespace

ModelLine::ModelLine(ModelServices services, QWidget* parent)
    : QPushButton(parent), m_inspection(std::move(services))
{
    setProperty("kind", QStringLiteral("flat"));
    setFont(captionFont());
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&m_inspection, &ModelInspection::devicesListed, this, [this](const auto& devices) {
        m_devices = devices;
        showModel();
        Q_EMIT devicesListed(devices);
    });
    connect(&m_inspection, &ModelInspection::inspected, this, [this](const ModelReport& report) {
        m_report = report;
        showModel();
    });
    connect(&m_inspection, &ModelInspection::failed, this, [this](const QString& message) {
        m_failure = message;
        showModel();
    });
}

void ModelLine::setModel(const ModelChoice& choice)
{
    m_choice = choice;
    m_report.reset();
    m_failure.clear();
    showModel();
    m_inspection.inspect(choice);
}

void ModelLine::showModel()
{
    QString name = toQString(m_choice.name());
    const auto& loras = m_choice.profile.loras;
    if (loras.size() == 1)
        name += QStringLiteral(" + ") + pathToQString(std::filesystem::path(loras[0].file).stem());
    else if (loras.size() > 1)
        name += QStringLiteral(" + ") + tr("%n LoRAs", nullptr, static_cast<int>(loras.size()));
    QStringList parts{name};
    QStringList findings;
    bool isBlocked = !m_failure.isEmpty();
    if (isBlocked)
        findings += m_failure;
    if (m_report) {
        if (!loras.empty())
            parts += tr("%1 of %2 LoRA modules")
                         .arg(m_report->matchedModules())
                         .arg(m_report->loraModules());
        for (const ModelFinding& finding : m_report->findings()) {
            findings += toQString(finding.sentence);
            isBlocked |= finding.isBlocking;
        }
    }
    if (isBlocked)
        parts += tr("cannot be used");
    if (!m_devices.empty())
        parts += deviceText(m_devices, m_choice);
    m_text = parts.join(QStringLiteral(" · "));
    m_hasProblem = !findings.isEmpty();
    findings.prepend(toQString(m_choice.model));
    setToolTip(findings.join(QLatin1Char('\n')));
    setAccessibleName(tr("Model: %1").arg(m_text));
    updateGeometry();
    update();
}

QSize ModelLine::sizeHint() const
{
    const int icon = m_hasProblem ? iconSide + iconGap : 0;
    return {fontMetrics().horizontalAdvance(m_text) + icon + 2 * padding + 2, 26};
}

QSize ModelLine::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 96), 26};
}

void ModelLine::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    QRect room = rect().adjusted(padding, 0, -padding, 0);
    const QColor color = palette().color(m_hasProblem ? QPalette::WindowText : role::mutedText);
    if (m_hasProblem) {
        painter.drawPixmap(room.left(), (height() - iconSide) / 2,
            iconPixmap(QStringLiteral("warning"), palette().color(role::danger), iconSide,
                devicePixelRatioF()));
        room.setLeft(room.left() + iconSide + iconGap);
    }
    painter.setPen(color);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight,
        fontMetrics().elidedText(m_text, Qt::ElideMiddle, room.width()));
}

} // namespace tilewright::ui
