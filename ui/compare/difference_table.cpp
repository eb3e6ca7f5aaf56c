#include "ui/compare/difference_table.h"

#include <algorithm>

#include "ui/theme/fonts.h"

namespace tilewright::ui {
namespace {
constexpr qsizetype shortLength = 4;
constexpr qsizetype tellingDigits = 3;
constexpr std::size_t manyTiles = 4; // more stand in smaller type, so that all are seen

bool isNumber(const QString& text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.isDigit(); });
}
} // namespace

QStringList shortened(const QStringList& values)
{
    qsizetype longest = 0;
    for (const QString& value : values) {
        if (!isNumber(value))
            return values;
        longest = std::max(longest, value.size());
    }
    if (longest <= shortLength)
        return values;
    for (qsizetype length = tellingDigits; length < longest; ++length) {
        QStringList ends;
        for (const QString& value : values)
            ends += value.size() <= length ? value : QStringLiteral("…") + value.right(length);
        const auto isToldApart = [&] {
            for (qsizetype i = 0; i < values.size(); ++i)
                for (qsizetype k = 0; k < i; ++k)
                    if (ends[i] == ends[k] && values[i] != values[k])
                        return false;
            return true;
        };
        if (isToldApart())
            return ends;
    }
    return values;
}

DifferenceTable::DifferenceTable(Palette palette, QObject* parent)
    : QAbstractTableModel(parent), m_palette(std::move(palette))
{
}

void DifferenceTable::setTiles(const std::vector<TilePointer>& tiles)
{
    beginResetModel();
    m_numbers.clear();
    m_rows.clear();
    std::vector<TilePointer> known;
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (!tiles[i])
            continue;
        known.push_back(tiles[i]);
        m_numbers.push_back(static_cast<int>(i) + 1);
    }
    QStringList same;
    for (const ComparedSetting& setting : comparedSettings(known, m_palette)) {
        if (!isEqual(setting))
            m_rows.push_back({setting.name, setting.values, shortened(setting.values)});
        else if (!setting.same.isEmpty())
            same += setting.same;
    }
    m_sameLine = known.size() < 2 || same.isEmpty()
        ? QString()
        : tr("Same: %1").arg(same.join(QStringLiteral(", ")));
    endResetModel();
}

void DifferenceTable::setActive(int number)
{
    if (number == m_active)
        return;
    m_active = number;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::FontRole});
}

int DifferenceTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferenceTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

QVariant DifferenceTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.shortValues[index.column()];
    case Qt::ToolTipRole:
        return row.values[index.column()];
    case Qt::AccessibleTextRole:
        return tr("%1 of tile %2: %3")
            .arg(row.name)
            .arg(m_numbers[static_cast<std::size_t>(index.column())])
            .arg(row.values[index.column()]);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font = m_numbers.size() > manyTiles ? captionFont() : textFont();
        if (m_numbers[static_cast<std::size_t>(index.column())] == m_active)
            font.setWeight(QFont::DemiBold);
        return font;
    }
    default:
        return {};
    }
}

QVariant DifferenceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const auto position = static_cast<std::size_t>(section); // of a negative one: too large
    if (orientation == Qt::Horizontal)
        return position < m_numbers.size() ? QVariant(QString::number(m_numbers[position]))
                                           : QVariant();
    return position < m_rows.size() ? QVariant(m_rows[position].name) : QVariant();
}

} // namespace tilewright::ui
