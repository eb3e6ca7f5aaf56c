#include "ui/gallery/filter/color_filter.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/gallery/filter/color_swatches.h"
#include "ui/gallery/filter/share_filter.h"

namespace tilewright::ui {

ColorFilter::ColorFilter(Palette palette, QWidget* parent)
    : QWidget(parent)
    , m_palette(std::move(palette))
    , m_swatches(new ColorSwatches(m_palette, this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_swatches);
    connect(
        m_swatches, &ColorSwatches::toggled, this, [this](const std::string& color, bool isChosen) {
            change([&](std::vector<ShareRange>& shares) {
                if (isChosen)
                    shares.push_back(ShareFilter::anyShare(color));
                else
                    std::erase_if(
                        shares, [&](const ShareRange& range) { return range.color == color; });
            });
        });
}

ShareFilter* ColorFilter::row(const std::string& color)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ShareFilter* row) { return row->color() == color; });
    return found == m_rows.end() ? nullptr : *found;
}

ShareFilter* ColorFilter::addRow(const std::string& color)
{
    auto* added = new ShareFilter(m_palette, color, this);
    connect(added, &ShareFilter::rangeChanged, this, [this](const ShareRange& range) {
        change([&](std::vector<ShareRange>& shares) {
            for (ShareRange& share : shares)
                if (share.color == range.color)
                    share = range;
        });
    });
    connect(added, &ShareFilter::removed, this, [this, color] {
        m_swatches->setFocus(Qt::OtherFocusReason);
        change([&](std::vector<ShareRange>& shares) {
            std::erase_if(shares, [&](const ShareRange& range) { return range.color == color; });
        });
    });
    m_rows.push_back(added);
    m_column->addWidget(added);
    return added;
}

void ColorFilter::setShares(const std::vector<ShareRange>& shares)
{
    m_shares = shares;
    std::set<std::string> chosen;
    for (const ShareRange& range : shares)
        chosen.insert(range.color);
    std::erase_if(m_rows, [&](ShareFilter* shown) {
        if (chosen.count(shown->color()) > 0)
            return false;
        shown->hide();
        shown->deleteLater(); // it may be the one that signalled
        return true;
    });
    for (const ShareRange& range : shares) {
        ShareFilter* shown = row(range.color);
        (shown ? shown : addRow(range.color))->show(range);
    }
    m_swatches->setChosen(chosen);
}

void ColorFilter::change(const std::function<void(std::vector<ShareRange>&)>& edit)
{
    std::vector<ShareRange> shares = m_shares;
    edit(shares);
    setShares(shares);
    Q_EMIT sharesChanged(m_shares);
}

} // namespace tilewright::ui
