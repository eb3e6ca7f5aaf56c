#include "ui/catalog/catalog_view.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/catalog/background_task.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {

CatalogView::CatalogView(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_switch(new QHBoxLayout)
    , m_title(mutedLabel({}, this))
    , m_stack(new QStackedWidget(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_switch->setSpacing(4);
    auto* bar = new QFrame(this);
    bar->setProperty("kind", QStringLiteral("bar"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 4, 16, 4);
    row->setSpacing(16);
    row->addLayout(m_switch);
    row->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_stack, 1);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int page) { showPage(m_names[page]); });
}

void CatalogView::addPage(const QString& name, const QString& text, CatalogPage* page)
{
    auto* button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("mode"));
    button->setCheckable(true);
    button->setChecked(m_pages.empty());
    m_group->addButton(button, int(m_pages.size()));
    m_switch->addWidget(button);
    m_names += name;
    m_pages.push_back(page);
    m_stack->addWidget(page);
    connect(page, &CatalogPage::failed, this, &CatalogView::failed);
    for (BackgroundTask* task : page->findChildren<BackgroundTask*>()) {
        connect(task, &BackgroundTask::finished, this, &CatalogView::taskEnded);
        connect(task, &BackgroundTask::cancelled, this, &CatalogView::taskEnded);
        connect(task, &BackgroundTask::failed, this, &CatalogView::taskEnded);
    }
}

QPushButton* CatalogView::button(int page) const
{
    return qobject_cast<QPushButton*>(m_group->button(page));
}

CatalogPage* CatalogView::currentPage() const
{
    const int page = m_stack->currentIndex();
    return page < 0 ? nullptr : m_pages[std::size_t(page)];
}

QString CatalogView::currentName() const
{
    return m_names.value(m_stack->currentIndex());
}

void CatalogView::showPage(const QString& name)
{
    const auto page = int(m_names.indexOf(name));
    if (page < 0)
        return;
    button(page)->setChecked(true);
    if (page == m_stack->currentIndex())
        return;
    m_stack->setCurrentIndex(page);
    Q_EMIT pageChanged(name);
}

void CatalogView::setCatalog(const CatalogPointer& catalog)
{
    QStringList titles;
    if (catalog)
        for (const std::string& text : {catalog->title, catalog->company.name})
            if (!text.empty())
                titles += toQString(text);
    m_title->setText(titles.join(QStringLiteral(" · ")));
    for (CatalogPage* page : m_pages)
        page->setCatalog(catalog);
}

void CatalogView::setChosen(const std::vector<std::size_t>& articles)
{
    for (CatalogPage* page : m_pages)
        page->setChosen(articles);
}

void CatalogView::setPalette(const Palette& palette)
{
    for (CatalogPage* page : m_pages)
        page->setPalette(palette);
}

QList<BackgroundTask*> CatalogView::tasks() const
{
    return findChildren<BackgroundTask*>();
}

bool CatalogView::isBusy() const
{
    const auto all = tasks();
    return std::any_of(
        all.begin(), all.end(), [](const BackgroundTask* task) { return task->isRunning(); });
}

void CatalogView::cancelTasks()
{
    for (BackgroundTask* task : tasks())
        task->cancel();
}

} // namespace tilewright::ui
