#include "ui/catalog/order/order_lines_model.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include "ui/support/conversion.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int swatchSide = 14;
constexpr qreal swatchDensity = 3; // sharp on every screen

/// Nothing of the same size where there is no colour, so that names stand below each other.
QPixmap swatchOf(const std::optional<Srgb>& color)
{
    QPixmap swatch(QSize(swatchSide, swatchSide) * swatchDensity);
    swatch.setDevicePixelRatio(swatchDensity);
    swatch.fill(Qt::transparent);
    if (!color)
        return swatch;
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QGuiApplication::palette().color(role::outline));
    painter.setBrush(toQColor(*color));
    painter.drawRoundedRect(QRectF(0.5, 0.5, swatchSide - 1, swatchSide - 1), 3, 3);
    return swatch;
}

QString nameOf(const OrderLine& line)
{
    const bool isRussian = QLocale().language() == QLocale::Russian && !line.nameRu.empty();
    QString name = toQString(isRussian ? line.nameRu : line.name);
    if (line.srgb && !name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString priceText(const std::optional<std::int64_t>& price)
{
    if (!price)
        return QStringLiteral("–");
    const bool isOfHundredths = *price % 100 == 0;
    return QLocale().toString(
        static_cast<double>(*price) / PriceList::unitsPerCurrency, 'f', isOfHundredths ? 2 : 4);
}

QString costText(const std::optional<std::int64_t>& cost)
{
    return cost ? moneyText(*cost) : QStringLiteral("–");
}

} // namespace

QString kilogramsText(std::int64_t grams)
{
    return QLocale().toString(static_cast<double>(grams) / 1000, 'f', 1);
}

QString moneyText(std::int64_t hundredths)
{
    return QLocale().toString(static_cast<double>(hundredths) / 100, 'f', 2);
}

void OrderLinesModel::setOrder(std::optional<GranuleOrder> order)
{
    beginResetModel();
    m_order = std::move(order);
    endResetModel();
}

QString OrderLinesModel::text() const
{
    QStringList lines;
    const int columns = isPriced() ? ColumnCount : PriceColumn;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells += row < 0 ? headerData(column, Qt::Horizontal).toString() : cell(row, column);
        lines += cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList OrderLinesModel::withoutPrice() const
{
    QStringList names;
    if (!isPriced())
        return names;
    for (const OrderLine& line : m_order->lines)
        if (!line.cost)
            names += nameOf(line);
    if (m_order->binderGrams > 0 && !m_order->binderCost)
        names += tr("Binder");
    return names;
}

int OrderLinesModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_order)
        return 0;
    return static_cast<int>(m_order->lines.size()) + (m_order->binderGrams > 0 ? 1 : 0) + 1;
}

int OrderLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

OrderLinesModel::RowKind OrderLinesModel::kindOf(int row) const
{
    if (row < static_cast<int>(m_order->lines.size()))
        return RowKind::Line;
    return row == rowCount() - 1 ? RowKind::Total : RowKind::Binder;
}

QString OrderLinesModel::lineCell(const OrderLine& line, int column) const
{
    switch (column) {
    case MaterialColumn:
        return nameOf(line);
    case CodeColumn:
        return toQString(line.code);
    case MassColumn:
        return kilogramsText(line.grams);
    case BagsColumn:
        return QLocale().toString(static_cast<qlonglong>(line.bags));
    case PriceColumn:
        return priceText(line.price);
    default:
        return costText(line.cost);
    }
}

QString OrderLinesModel::binderCell(int column) const
{
    switch (column) {
    case MaterialColumn:
        return tr("Binder");
    case MassColumn:
        return kilogramsText(m_order->binderGrams);
    case PriceColumn:
        return priceText(m_order->binderPrice);
    case CostColumn:
        return costText(m_order->binderCost);
    default:
        return {};
    }
}

QString OrderLinesModel::totalCell(int column) const
{
    switch (column) {
    case MaterialColumn:
        return tr("Total");
    case MassColumn:
        return kilogramsText(m_order->granuleGrams + m_order->binderGrams);
    case BagsColumn:
        return QLocale().toString(static_cast<qlonglong>(m_order->bags));
    case CostColumn:
        return moneyText(m_order->cost);
    default:
        return {};
    }
}

QString OrderLinesModel::cell(int row, int column) const
{
    switch (kindOf(row)) {
    case RowKind::Line:
        return lineCell(m_order->lines[static_cast<std::size_t>(row)], column);
    case RowKind::Binder:
        return binderCell(column);
    case RowKind::Total:
        break;
    }
    return totalCell(column);
}

QVariant OrderLinesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowKind kind = kindOf(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == MaterialColumn
            ? cell(index.row(), column)
            : QStringLiteral("%1, %2: %3")
                  .arg(cell(index.row(), MaterialColumn),
                      headerData(column, Qt::Horizontal).toString(), cell(index.row(), column));
    case Qt::DecorationRole:
        if (column != MaterialColumn)
            return {};
        return swatchOf(kind == RowKind::Line
                ? m_order->lines[static_cast<std::size_t>(index.row())].srgb
                : std::nullopt);
    case Qt::ToolTipRole:
        if (kind == RowKind::Line && column == MassColumn)
            return tr("%1 g with waste")
                .arg(QLocale().toString(static_cast<qlonglong>(
                    m_order->lines[static_cast<std::size_t>(index.row())].grams)));
        return {};
    case Qt::TextAlignmentRole:
        return int((column <= CodeColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font = column <= CodeColumn ? textFont() : numberFont();
        if (kind == RowKind::Total)
            font.setWeight(QFont::DemiBold);
        return font;
    }
    default:
        return {};
    }
}

QVariant OrderLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section <= CodeColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString currency = m_order ? toQString(m_order->currency) : QString();
    switch (section) {
    case MaterialColumn:
        return tr("Material");
    case CodeColumn:
        return tr("Code");
    case MassColumn:
        return tr("kg");
    case BagsColumn:
        return tr("Bags");
    case PriceColumn:
        return tr("%1 per kg").arg(currency);
    case CostColumn:
        return tr("Cost, %1").arg(currency);
    default:
        return {};
    }
}

} // namespace tilewright::ui
