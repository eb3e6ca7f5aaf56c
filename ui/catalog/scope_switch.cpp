#include "ui/catalog/scope_switch.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <algorithm>

namespace tilewright::ui {

ScopeSwitch::ScopeSwitch(QWidget* parent)
    : QWidget(parent), m_all(new QPushButton(this)), m_onlySelected(new QPushButton(this))
{
    auto* group = new QButtonGroup(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QPushButton* button : {m_all, m_onlySelected}) {
        button->setProperty("kind", QStringLiteral("segment"));
        button->setCheckable(true);
        group->addButton(button);
        row->addWidget(button, 1);
    }
    m_all->setChecked(true);
    connect(m_all, &QPushButton::toggled, this, &ScopeSwitch::changed);
    showCounts();
}

void ScopeSwitch::setCatalog(const CatalogPointer& catalog)
{
    m_catalog = catalog;
    m_selected.clear();
    showCounts();
}

void ScopeSwitch::setSelected(const std::vector<std::size_t>& articles)
{
    m_selected = articles;
    showCounts();
}

const Article* ScopeSwitch::current() const
{
    if (!m_catalog || m_catalog->articles.empty())
        return nullptr;
    return &m_catalog->articles[currentIndex()];
}

int ScopeSwitch::count() const
{
    const std::size_t all = m_catalog ? m_catalog->articles.size() : 0;
    return int(m_all->isChecked() ? all : m_selected.size());
}

std::vector<Article> ScopeSwitch::articles() const
{
    if (!m_catalog)
        return {};
    if (m_all->isChecked())
        return m_catalog->articles;
    std::vector<std::size_t> rows = m_selected;
    std::sort(rows.begin(), rows.end());
    std::vector<Article> articles;
    articles.reserve(rows.size());
    for (const std::size_t row : rows)
        articles.push_back(m_catalog->articles[row]);
    return articles;
}

CatalogPointer ScopeSwitch::catalog() const
{
    if (!m_catalog || m_all->isChecked())
        return m_catalog;
    auto part = std::make_shared<Catalog>(*m_catalog);
    part->articles = articles();
    return part;
}

void ScopeSwitch::showCounts()
{
    const QLocale locale;
    m_all->setText(tr("All: %1", "articles")
                       .arg(locale.toString(m_catalog ? int(m_catalog->articles.size()) : 0)));
    m_onlySelected->setText(
        tr("Selected: %1", "articles").arg(locale.toString(int(m_selected.size()))));
    m_onlySelected->setEnabled(!m_selected.empty());
    if (m_selected.empty())
        m_all->setChecked(true);
    Q_EMIT changed();
}

} // namespace tilewright::ui
