#include "ui/inspector/selection_summary.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "ui/fidelity/fidelity_words.h"
#include "ui/library/mark_names.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {
/// "2 to 5 stars"
QString ratings(const std::vector<TileRecord>& tiles)
{
    const auto [least, most] = std::minmax_element(tiles.begin(), tiles.end(),
        [](const TileRecord& a, const TileRecord& b) { return a.marks.rating < b.marks.rating; });
    if (most->marks.rating == 0)
        return SelectionSummary::tr("none");
    if (least->marks.rating == most->marks.rating)
        return displayStars(most->marks.rating);
    return SelectionSummary::tr("%1 to %2")
        .arg(QString::number(least->marks.rating), displayStars(most->marks.rating));
}

QString errors(const std::vector<TileRecord>& tiles)
{
    std::vector<double> errors;
    for (const TileRecord& tile : tiles)
        if (tile.error)
            errors.push_back(*tile.error);
    if (errors.empty())
        return SelectionSummary::tr("not measured");
    double sum = 0;
    for (const double error : errors)
        sum += error;
    const auto [least, most] = std::minmax_element(errors.begin(), errors.end());
    return SelectionSummary::tr("%1 to %2 points off, %3 on average")
        .arg(displayPoints(*least), displayPoints(*most),
            displayPoints(sum / static_cast<double>(errors.size())));
}
} // namespace

SelectionSummary::SelectionSummary(QWidget* parent) : QWidget(parent)
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

void SelectionSummary::showTiles(const std::vector<TileRecord>& tiles)
{
    delete m_facts;
    m_facts = new QWidget(this);
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    layout()->addWidget(m_facts);
    if (tiles.empty())
        return;
    std::set<std::string> mixes, models;
    int picked = 0, rejected = 0, missing = 0, drafts = 0;
    for (const TileRecord& tile : tiles) {
        mixes.insert(tile.mixKey);
        models.insert(tile.modelName);
        picked += tile.marks.flag == Flag::Picked;
        rejected += tile.marks.flag == Flag::Rejected;
        missing += tile.isMissing;
        drafts += tile.isDraft;
    }
    addFact(tr("Mixes"),
        mixes.size() == 1 ? tr("one") : QString::number(static_cast<int>(mixes.size())));
    addFact(tr("Fidelity"), errors(tiles));
    addFact(tr("Rating"), ratings(tiles));
    if (picked + rejected > 0)
        addFact(tr("Flags"), tr("%1 picked, %2 rejected").arg(picked).arg(rejected));
    QStringList names;
    for (const std::string& model : models)
        names += toQString(model);
    addFact(tr("Model"), names.join(QStringLiteral(", ")));
    if (drafts > 0)
        addFact(tr("Drafts"), QString::number(drafts));
    if (missing > 0)
        addFact(tr("Files missing"), QString::number(missing));
}

void SelectionSummary::addFact(const QString& caption, const QString& value)
{
    const int row = m_grid->count() / 2;
    auto* text = new QLabel(value, m_facts);
    text->setObjectName(caption);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->addWidget(mutedLabel(caption, m_facts), row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1, Qt::AlignTop);
}

QString SelectionSummary::fact(const QString& caption) const
{
    const QLabel* label = m_facts ? m_facts->findChild<QLabel*>(caption) : nullptr;
    return label ? label->text() : QString();
}

} // namespace tilewright::ui
