#include "ui/catalog/task_strip.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/catalog/background_task.h"
#include "ui/catalog/problem_dialog.h"
#include "ui/gallery/tile_transfer.h"
#include "ui/support/labels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {
namespace {
constexpr int resolution = 1000;
} // namespace

TaskStrip::TaskStrip(BackgroundTask& task, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_share(captionLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_showProblems(new QPushButton(this))
    , m_show(new QPushButton(tr("Show in folder"), this))
    , m_dismiss(new QToolButton(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumWidth(80);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_share->setFont(numberFont());
    m_bar->setRange(0, resolution);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    for (QPushButton* button : {m_cancel, m_showProblems, m_show})
        button->setProperty("kind", QStringLiteral("flat"));
    m_dismiss->setIcon(themedIcon(QStringLiteral("remove")));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss the message"));

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_share, m_cancel, m_showProblems, m_show, m_dismiss})
        row->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_bar);
    hide();

    connect(&task, &BackgroundTask::started, this, &TaskStrip::showRunning);
    connect(&task, &BackgroundTask::progressed, this, [this](double fraction, const QString& what) {
        m_text->setText(what);
        m_bar->setValue(qRound(fraction * resolution));
        m_share->setText(tr("%1\u00a0%").arg(int(fraction * 100)));
    });
    connect(&task, &BackgroundTask::finished, this, &TaskStrip::showResult);
    connect(&task, &BackgroundTask::cancelled, this, [this] {
        showResult({tr("Cancelled. What was finished is kept."), m_path, {}});
    });
    connect(&task, &BackgroundTask::failed, this, [this](const QString& message) {
        hide();
        Q_EMIT failed(message);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this, &task] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping…"));
        task.cancel();
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (QFileInfo(m_path).isDir())
            QDesktopServices::openUrl(QUrl::fromLocalFile(m_path));
        else
            showInFolder({m_path});
    });
    connect(m_showProblems, &QPushButton::clicked, this,
        [this] { ProblemDialog(tr("What to know"), m_problems, this).exec(); });
    connect(m_dismiss, &QToolButton::clicked, this, &QWidget::hide);
}

QString TaskStrip::text() const
{
    return m_text->text();
}

void TaskStrip::showRunning()
{
    m_problems.clear();
    m_path.clear();
    m_text->setText(tr("Beginning…"));
    m_share->clear();
    m_bar->setValue(0);
    m_cancel->setEnabled(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_share, m_bar, m_cancel})
        widget->show();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_showProblems, m_show, m_dismiss})
        widget->hide();
    show();
}

void TaskStrip::showResult(const TaskResult& result)
{
    m_problems = result.problems;
    m_path = result.path;
    m_text->setText(result.summary);
    m_text->setToolTip(result.path);
    const auto count = int(m_problems.size());
    m_showProblems->setText(count == 1 ? tr("1 note…") : tr("%n notes…", nullptr, count));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_share, m_bar, m_cancel})
        widget->hide();
    m_showProblems->setVisible(count > 0);
    m_show->setVisible(!m_path.isEmpty());
    m_dismiss->show();
    show();
}

} // namespace tilewright::ui
