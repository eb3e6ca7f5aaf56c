// A catalogue as a table.
#include <cmath>
#include <functional>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/catalog.h"

namespace tilewright {
namespace {

struct Form {
    std::string language;
    char separator = ',';
    char decimalPoint = '.';
};

/// Excel and its kin run what begins so, also after an import.
std::string defused(std::string text)
{
    constexpr std::string_view formulaSigns = "=+-@\t\r";
    if (!text.empty() && formulaSigns.find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    return text;
}

/// RFC 4180. Files of other programs may end their lines as they like.
std::string field(const std::string& text, char separator)
{
    if (text.find(separator) == std::string::npos
        && text.find_first_of("\"\r\n\t") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

/// To three decimals, without those that are 0.
std::string number(double value, const Form& form)
{
    std::string text = fmt::format("{:.15g}", std::round(value * 1000) / 1000);
    if (const auto point = text.find('.'); point != std::string::npos)
        text[point] = form.decimalPoint;
    return text;
}

std::string mixText(const Article& article, const Form& form)
{
    std::string text;
    for (const ArticleColor& color : article.colors)
        text += fmt::format("{}{}% {}",
            text.empty()                ? ""
                : form.separator == ';' ? "; "
                                        : ", ",
            number(color.perMille / 10.0, form), colorName(color, form.language));
    return text;
}

struct Column {
    std::string heading, headingRu;
    std::function<std::string(const Article&, const Form&)> text;
};

template <typename Text> Column textColumn(const char* heading, const char* headingRu, Text text)
{
    return {heading, headingRu,
        [text](const Article& article, const Form& form) { return defused(text(article, form)); }};
}

template <typename Value>
Column numberColumn(const char* heading, const char* headingRu, Value value)
{
    return {heading, headingRu, [value](const Article& article, const Form& form) {
                const std::optional<double> known = value(article);
                return known ? number(*known, form) : std::string();
            }};
}

void addColors(std::vector<Column>& columns)
{
    for (std::size_t i = 0; i < Mix::maximumColors; ++i) {
        const auto add = [&](const char* heading, const char* headingRu, auto text) {
            columns.push_back(
                {fmt::format("{} {}", heading, i + 1), fmt::format("{} {}", headingRu, i + 1),
                    [i, text](const Article& article, const Form& form) {
                        return i < article.colors.size() ? text(article.colors[i], form)
                                                         : std::string();
                    }});
        };
        add("color", "цвет", [](const ArticleColor& color, const Form& form) {
            return defused(colorName(color, form.language));
        });
        add("color code", "код цвета",
            [](const ArticleColor& color, const Form&) { return defused(color.code); });
        add("percent", "процент", [](const ArticleColor& color, const Form& form) {
            return number(color.perMille / 10.0, form);
        });
    }
}

void addProduct(std::vector<Column>& columns)
{
    const auto add = [&](Column column) { columns.push_back(std::move(column)); };
    add(numberColumn("length mm", "длина мм",
        [](const Article& a) { return std::optional(a.product.lengthMillimetres); }));
    add(numberColumn("width mm", "ширина мм",
        [](const Article& a) { return std::optional(a.product.widthMillimetres); }));
    add(numberColumn("thickness mm", "толщина мм",
        [](const Article& a) { return std::optional(a.product.thicknessMillimetres); }));
    add(numberColumn("kg/m2", "кг/м2",
        [](const Article& a) { return std::optional(a.product.weightPerSquareMetre()); }));
    add(numberColumn("kg/piece", "кг/шт",
        [](const Article& a) { return std::optional(a.product.pieceWeight()); }));
    add(numberColumn("price", "цена", [](const Article& a) { return a.product.price; }));
    add(textColumn("currency", "валюта", [](const Article& a, const Form&) {
        return a.product.price ? a.product.currency : std::string();
    }));
}

std::vector<Column> columnsOf(bool withSeeds)
{
    std::vector<Column> columns;
    const auto add = [&](Column column) { columns.push_back(std::move(column)); };
    add(textColumn("id", "id", [](const Article& a, const Form&) { return a.id; }));
    add(textColumn("code", "артикул", [](const Article& a, const Form&) { return a.code; }));
    add(textColumn("name", "название",
        [](const Article& a, const Form& form) { return articleName(a, form.language); }));
    add(textColumn("mix", "состав", mixText));
    add(textColumn("family", "группа",
        [](const Article& a, const Form&) { return std::string(toText(a.family)); }));
    addColors(columns);
    addProduct(columns);
    add(textColumn("note", "примечание", [](const Article& a, const Form&) { return a.note; }));
    add(textColumn(
        "share code", "код плитки", [](const Article& a, const Form&) { return a.shareCode; }));
    if (withSeeds) {
        // As text: a spreadsheet would round twenty digits.
        add(textColumn("seed", "сид",
            [](const Article& a, const Form&) { return std::to_string(a.tile.seed); }));
        add(textColumn(
            "model", "модель", [](const Article& a, const Form&) { return a.tile.modelName; }));
        add(numberColumn(
            "mean error", "средняя ошибка", [](const Article& a) { return a.tile.error; }));
    }
    add(textColumn("file", "файл",
        [](const Article& a, const Form&) { return a.tile.file.filename().string(); }));
    return columns;
}

} // namespace

std::string toCsv(
    const Catalog& catalog, const std::string& language, bool forSpreadsheet, bool withSeeds)
{
    const bool isRussian = language == "ru";
    const bool hasCommas = isRussian && forSpreadsheet;
    const Form form{language, hasCommas ? ';' : ',', hasCommas ? ',' : '.'};
    const std::vector<Column> columns = columnsOf(withSeeds);
    std::string csv = forSpreadsheet ? "\xef\xbb\xbf" : "";
    const auto addRow = [&](const auto& textOf) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                csv += form.separator;
            csv += field(textOf(columns[i]), form.separator);
        }
        csv += "\r\n";
    };
    addRow([&](const Column& column) { return isRussian ? column.headingRu : column.heading; });
    for (const Article& article : catalog.articles)
        addRow([&](const Column& column) { return column.text(article, form); });
    return csv;
}

} // namespace tilewright
