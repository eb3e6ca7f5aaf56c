#include "core/order/price_list.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/library/query_words.h"
#include "core/mix/mix_text.h"
#include "core/mix/palette.h"
#include "core/mix/palette_formats.h"
#include "core/support/atomic_file.h"
#include "core/support/csv.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

constexpr std::size_t largestFile = std::size_t{8} << 20;

enum class Column { Key, Price, Currency, Other };

Column columnCalled(const std::string& title)
{
    const std::string name = materialKey(title);
    for (const char* key :
        {"code", "article", "name", "color", "colour", "material", "код", "название", "материал"})
        if (name == key)
            return Column::Key;
    if (name.starts_with("price") || name.starts_with("цена"))
        return Column::Price;
    if (name == "currency" || name == "валюта")
        return Column::Currency;
    return Column::Other;
}

tl::unexpected<Error> bad(const std::string& sentence)
{
    return fail(ErrorKind::BadData, sentence);
}

/// A word or a sign that can be printed behind an amount: "EUR", "€", "руб.".
bool isCurrency(const std::string& text)
{
    constexpr std::size_t longest = 12;
    return !text.empty() && text.size() <= longest
        && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || (c >= '0' && c <= '9');
           });
}

/// Keeps two spellings of one material from having two prices.
Expected<void> add(PriceList& list, const std::string& material, double price)
{
    if (!(price >= 0 && price <= PriceList::maximumPrice))
        return bad(fmt::format("the price of {} must be from 0 to {:.0f} a kilogram.",
            quotation(material), PriceList::maximumPrice));
    const auto units = static_cast<std::int64_t>(std::llround(price * PriceList::unitsPerCurrency));
    const auto [place, isNew] = list.perKilogram.emplace(materialKey(material), units);
    if (!isNew && place->second != units)
        return bad(fmt::format("{} has two prices; keep one of them.", quotation(material)));
    return {};
}

Expected<PriceList> readJson(std::string_view text)
{
    const auto json = parseJson(text, "The price list");
    if (!json)
        return tl::unexpected(json.error());
    PriceList list;
    std::string problem;
    JsonFields fields(*json, problem);
    fields.read("currency", list.currency);
    if (problem.empty() && !isCurrency(list.currency))
        fields.complain("currency", fmt::format("{} is no currency", quotation(list.currency)));
    if (problem.empty() && !(json->contains("prices") && json->at("prices").is_object()))
        problem = "\"prices\" must be an object in braces, like {\"RED\": 2.85}";
    if (!problem.empty())
        return bad(problem + ".");
    for (const auto& [material, price] : json->at("prices").items()) {
        if (!price.is_number())
            return bad(fmt::format("the price of {} must be a number.", quotation(material)));
        if (materialKey(material).empty())
            return bad("a price has no material.");
        if (const auto added = add(list, material, price.get<double>()); !added)
            return tl::unexpected(added.error());
    }
    return list;
}

struct Row {
    std::vector<std::string> materials; ///< code, name: each finds the price
    std::string price;
    std::string currency;
};

Row rowOf(const std::vector<std::string>& cells, const std::vector<Column>& columns)
{
    Row row;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        if (columns[i] == Column::Key && !materialKey(cells[i]).empty())
            row.materials.push_back(cells[i]);
        else if (columns[i] == Column::Price)
            row.price = cells[i];
        else if (columns[i] == Column::Currency)
            row.currency = cells[i];
    }
    return row;
}

class CsvPrices {
public:
    Expected<void> readHeading(std::string_view line)
    {
        m_separator = csvSeparator(line);
        const auto cells = csvCells(line, m_separator);
        if (!cells)
            return bad("a quotation mark is not closed.");
        for (const std::string& cell : *cells)
            m_columns.push_back(columnCalled(cell));
        if (std::count(m_columns.begin(), m_columns.end(), Column::Price) != 1
            || std::find(m_columns.begin(), m_columns.end(), Column::Key) == m_columns.end())
            return bad(
                "the headings must be \"code\", \"name\" or \"material\", and one \"price\".");
        return {};
    }

    Expected<void> readRow(std::string_view line)
    {
        const auto cells = csvCells(line, m_separator);
        if (!cells)
            return bad("a quotation mark is not closed.");
        const auto isFilled = [](const std::string& cell) { return !cell.empty(); };
        if (cells->size() > m_columns.size()
            && std::any_of(cells->begin() + static_cast<std::ptrdiff_t>(m_columns.size()),
                cells->end(), isFilled))
            return bad(
                fmt::format("there are {} cells under {} headings. Put a price with a decimal "
                            "comma in quotes, or part the cells by semicolons.",
                    cells->size(), m_columns.size()));
        const Row row = rowOf(*cells, m_columns);
        if (row.price.empty())
            return {};
        const auto price = numberFrom(row.price);
        if (!price)
            return bad(fmt::format("{} is not a price like 2.85.", quotation(row.price)));
        if (row.materials.empty())
            return bad("a price has no material.");
        if (!row.currency.empty())
            if (const auto set = setCurrency(row.currency); !set)
                return set;
        for (const std::string& material : row.materials)
            if (const auto added = add(m_list, material, *price); !added)
                return added;
        return {};
    }

    const PriceList& list() const { return m_list; }

private:
    Expected<void> setCurrency(const std::string& currency)
    {
        if (!isCurrency(currency))
            return bad(fmt::format("{} is no currency.", quotation(currency)));
        if (m_hasCurrency && m_list.currency != currency)
            return bad(fmt::format(
                "prices are in {} and in {}; keep to one currency.", m_list.currency, currency));
        m_list.currency = currency;
        m_hasCurrency = true;
        return {};
    }

    PriceList m_list;
    std::vector<Column> m_columns;
    char m_separator = ',';
    bool m_hasCurrency = false;
};

Expected<PriceList> readCsv(std::string_view text)
{
    CsvPrices prices;
    bool hasHeading = false;
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty())
            continue;
        const auto read = hasHeading ? prices.readRow(lines[i]) : prices.readHeading(lines[i]);
        if (!read)
            return bad(fmt::format("Line {}: {}", i + 1, read.error().message));
        hasHeading = true;
    }
    if (!hasHeading)
        return bad("It is empty.");
    return prices.list();
}

} // namespace

std::string materialKey(std::string_view nameOrCode)
{
    return comparable(folded(nameOrCode));
}

Expected<PriceList> PriceList::load(const std::filesystem::path& file)
{
    const auto text = readTextFile(file, largestFile);
    if (!text)
        return tl::unexpected(text.error());
    auto list = parse(*text);
    if (!list)
        return fail(ErrorKind::BadData,
            fmt::format("The price list {} cannot be used. {}", file.filename().string(),
                list.error().message),
            list.error().detail);
    return list;
}

Expected<PriceList> PriceList::parse(std::string_view text)
{
    if (!isUtf8(text))
        return bad("It is not in UTF-8. Save it as \"CSV UTF-8\" from the spreadsheet.");
    auto list = trimmed(text).starts_with('{') ? readJson(text) : readCsv(text);
    if (list && list->perKilogram.empty())
        return bad("It has no price.");
    return list;
}

std::optional<std::int64_t> PriceList::find(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names)
        if (const auto found = perKilogram.find(materialKey(name)); found != perKilogram.end())
            return found->second;
    return std::nullopt;
}

} // namespace tilewright
