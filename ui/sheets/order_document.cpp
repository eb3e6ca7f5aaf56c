#include <memory>

#include "ui/sheets/sheet_flow.h"
#include "ui/sheets/sheet_pages.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

const TextStyle labelStyle{7, QFont::Normal, ink::muted};
const TextStyle textStyle{8, QFont::Normal, ink::text};
const TextStyle sectionStyle{10, QFont::DemiBold, ink::text, false, -0.5};

class OrderPages : public SheetPages {
public:
    OrderPages(const Catalog& catalog, const GranuleOrder& order, const SheetTemplate& design)
        : SheetPages(
            catalog, design, SheetLanguage(design.language).translate("Sheets", "Granule order"))
        , m_order(order)
        , m_flow(32 + letterheadHeight() + 14, content().top(), content().bottom())
    {
        addTitle();
        addItems();
        addMaterials();
        addConditions();
        for (int i = 0; i < m_flow.pageCount(); ++i)
            addPage([this, i](SheetPen& pen) {
                if (i == 0)
                    drawLetterhead(pen);
                else
                    drawRunningHead(pen, language().day(created()));
                m_flow.draw(pen, i);
                drawFoot(pen, i);
            });
    }

private:
    QString words(const char* text) const { return language().translate("Sheets", text); }

    void addSection(const QString& text)
    {
        m_flow.space(22);
        // With the room for a heading and two rows, which it introduces.
        m_flow.block(sectionStyle.leading() + 2, [this, text](SheetPen& pen, double top) {
            pen.text(content().left(), top, text, sectionStyle);
        });
    }

    void addTitle()
    {
        m_flow.block(50, [this](SheetPen& pen, double top) {
            drawHeading(pen, top, title());
            pen.textRight(content().right(), top + 22, language().day(created()), labelStyle);
        });
        // To be filled in by hand.
        const QStringList fields{words(QT_TRANSLATE_NOOP("Sheets", "Supplier")),
            words(QT_TRANSLATE_NOOP("Sheets", "Deliver to")),
            words(QT_TRANSLATE_NOOP("Sheets", "Order no.")),
            words(QT_TRANSLATE_NOOP("Sheets", "Wanted on"))};
        m_flow.block(68, [this, fields](SheetPen& pen, double top) {
            const QRectF area = content();
            const double width = (area.width() - 24) / 2;
            for (int i = 0; i < 4; ++i) {
                const double x = area.left() + i % 2 * (width + 24);
                const double y = top + 8 + i / 2 * 30.0;
                pen.text(x, y + 8, fields[i], labelStyle);
                const double label = std::min(width / 2, textWidth(fields[i], labelStyle) + 8);
                pen.rule(x + label, y + 18, width - label, ink::muted, 0.4);
            }
        });
    }

    void addItems()
    {
        const auto& l = language();
        addSection(words(QT_TRANSLATE_NOOP("Sheets", "Tiles to be made")));
        std::vector<TableRow> rows;
        double area = 0;
        for (const OrderItem& item : m_order.items) {
            rows.push_back({{l.articleName(item.article), toQString(item.article.code),
                                l.number(item.squareMetres, 2)},
                std::nullopt, item.article.colors, false});
            area += item.squareMetres;
        }
        if (rows.size() > 1)
            rows.push_back({{l.translate("Sheets", "Together"), {}, l.number(area, 2)},
                std::nullopt, {}, true});
        m_flow.table(content().left(),
            SheetTable(
                {{l.translate("Sheets", "Tile")}, {l.translate("Sheets", "Article no."), 110},
                    {l.translate("Sheets", "Area, m²"), 70, true}},
                std::move(rows), content().width()));
    }

    void addMaterials()
    {
        const auto& l = language();
        const bool hasPrices = m_order.cost > 0 || !m_order.withoutPrice.empty();
        const auto money = [&](const std::optional<std::int64_t>& hundredths) {
            return hundredths ? l.number(static_cast<double>(*hundredths) / 100, 2)
                              : QStringLiteral("–");
        };
        std::vector<TableRow> rows;
        const auto add = [&](const QStringList& cells, const QStringList& priced,
                             std::optional<Srgb> swatch, bool isTotal) {
            rows.push_back({hasPrices ? cells + priced : cells, swatch, {}, isTotal});
        };
        for (const OrderLine& line : m_order.lines)
            add({l.colorName(line.name, line.nameRu), toQString(line.code), l.kilograms(line.grams),
                    QLocale::c().toString(line.bags)},
                {line.price ? l.number(static_cast<double>(*line.price) / 10000, 2)
                            : QStringLiteral("–"),
                    money(line.cost)},
                line.srgb, false);
        add({l.translate("Sheets", "Granules together"), {}, l.kilograms(m_order.granuleGrams),
                QLocale::c().toString(m_order.bags)},
            {{}, money(m_order.cost - m_order.binderCost.value_or(0))}, std::nullopt, true);
        add({l.translate("Sheets", "Binder"), {}, l.kilograms(m_order.binderGrams), {}},
            {{}, money(m_order.binderCost)}, std::nullopt, false);
        if (hasPrices)
            add({l.translate("Sheets", "Sum"), {}, {}, {}},
                {{}, l.money(m_order.cost, m_order.currency)}, std::nullopt, true);

        addSection(words(QT_TRANSLATE_NOOP("Sheets", "Material")));
        std::vector<TableColumn> columns{{l.translate("Sheets", "Material")},
            {l.translate("Sheets", "Code"), 80}, {l.translate("Sheets", "Mass, kg"), 64, true},
            {l.translate("Sheets", "Bags of %1 kg")
                    .arg(l.shortNumber(m_order.settings.bagKilograms, 1)),
                64, true}};
        if (hasPrices) {
            columns.push_back(
                {l.translate("Sheets", "%1 per kg").arg(toQString(m_order.currency)), 56, true});
            columns.push_back({l.translate("Sheets", "Cost"), 64, true});
        }
        m_flow.table(
            content().left(), SheetTable(std::move(columns), std::move(rows), content().width()));
    }

    void addConditions()
    {
        const auto& l = language();
        const OrderSettings& settings = m_order.settings;
        QStringList lines;
        for (std::size_t i = 0; i < settings.layers.size(); ++i) {
            const OrderLayer& layer = settings.layers[i];
            const QString name = !layer.name.empty() ? toQString(layer.name)
                : i == 0                             ? l.translate("Sheets", "Wear layer")
                                                     : l.translate("Sheets", "Base layer");
            const double mass
                = layer.kilogramsPerSquareMetre.value_or(layerMass(layer.thicknessMillimetres));
            QString line
                = QStringLiteral("%1: %2, %3")
                      .arg(name,
                          l.shortNumber(layer.thicknessMillimetres, 1) + QChar(0x00a0)
                              + l.translate("Sheets", "mm"),
                          l.shortNumber(mass, 2) + QChar(0x00a0) + l.translate("Sheets", "kg/m²"));
            if (!layer.material.empty())
                line += QStringLiteral(", ") + toQString(layer.material);
            lines += line;
        }
        const QString percent = QChar(0x00a0) + QStringLiteral("%");
        lines += l.translate("Sheets", "Waste: %1, binder: %2 of the granules' mass")
                     .arg(l.shortNumber(settings.wastePercent, 1) + percent,
                         l.shortNumber(settings.binderPercent, 1) + percent);
        if (!m_order.withoutPrice.empty()) {
            QStringList names;
            for (const std::string& name : m_order.withoutPrice)
                names += toQString(name);
            lines += l.translate("Sheets", "Without a price, not in the sum: %1")
                         .arg(names.join(QStringLiteral(", ")));
        }
        QStringList broken;
        for (const QString& line : lines)
            broken += brokenLines(line, textStyle, content().width(), 4);
        addSection(words(QT_TRANSLATE_NOOP("Sheets", "Reckoned with")));
        for (const QString& line : broken)
            m_flow.block(textStyle.leading() + 1, [this, line](SheetPen& pen, double top) {
                pen.text(content().left(), top + 2, line, textStyle);
            });
    }

    GranuleOrder m_order;
    SheetFlow m_flow;
};

} // namespace

Expected<SheetDocumentPointer> orderDocument(
    const Catalog& catalog, const GranuleOrder& order, const SheetTemplate& design)
{
    if (const auto valid = design.check(); !valid)
        return tl::unexpected(valid.error());
    if (order.items.empty())
        return fail(ErrorKind::Usage, "There is nothing in the order. Choose tiles first.");
    return std::make_shared<const OrderPages>(catalog, order, design);
}

} // namespace tilewright::ui
