// Tables of colours as spreadsheets write them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"
#include "core/mix/palette_formats.h"
#include "core/support/csv.h"

namespace tilewright {
namespace {

enum class Column { Name, Code, NameRu, Hex, L, A, B, Other };

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

Column columnCalled(std::string_view title)
{
    const std::string name = lowered(title);
    if (name == "name" || name == "color" || name == "colour" || name == "название")
        return Column::Name;
    if (name == "code" || name == "article" || name == "код")
        return Column::Code;
    if (name == "nameru" || name == "russian")
        return Column::NameRu;
    if (name == "hex" || name == "srgb" || name == "rgb")
        return Column::Hex;
    if (name == "l" || name == "l*")
        return Column::L;
    if (name == "a" || name == "a*")
        return Column::A;
    if (name == "b" || name == "b*")
        return Column::B;
    return Column::Other;
}

std::optional<double> numberIn(std::string text)
{
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// "RH10", "056": no small letters, none beyond ASCII.
bool looksLikeCode(const std::string& cell)
{
    return std::none_of(cell.begin(), cell.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

/// Where a cell is a hex, with '#' before one that may be a word; else the number of cells.
std::size_t hexIn(const std::vector<std::string>& cells)
{
    const auto marked = std::find_if(
        cells.begin(), cells.end(), [](const std::string& cell) { return cell.starts_with('#'); });
    const auto plain = std::find_if(cells.begin(), cells.end(),
        [](const std::string& cell) { return srgbFromHex(cell).has_value(); });
    return static_cast<std::size_t>((marked != cells.end() ? marked : plain) - cells.begin());
}

/// Without titles: a hex, else the last three numbers in a row, is the colour; the first other
/// cells are name and code, in the order that their looks suggest.
std::vector<Column> columnsBySight(const std::vector<std::string>& cells)
{
    std::vector<Column> columns(cells.size(), Column::Other);
    if (const std::size_t hex = hexIn(cells); hex < cells.size()) {
        columns[hex] = Column::Hex;
    } else {
        for (std::size_t i = cells.size(); i-- >= 3;) {
            if (numberIn(cells[i]) && numberIn(cells[i - 1]) && numberIn(cells[i - 2])) {
                columns[i - 2] = Column::L;
                columns[i - 1] = Column::A;
                columns[i] = Column::B;
                break;
            }
        }
    }
    std::vector<std::size_t> words;
    for (std::size_t i = 0; i < cells.size() && words.size() < 2; ++i)
        if (columns[i] == Column::Other && !cells[i].empty())
            words.push_back(i);
    if (words.size() == 2 && looksLikeCode(cells[words[0]]) && !looksLikeCode(cells[words[1]]))
        std::swap(words[0], words[1]);
    if (!words.empty())
        columns[words[0]] = Column::Name;
    if (words.size() == 2)
        columns[words[1]] = Column::Code;
    return columns;
}

tl::unexpected<Error> badLine(std::size_t line, const std::string& why)
{
    return fail(ErrorKind::BadData, fmt::format("Line {}: {}", line, why));
}

Expected<LooseColor> colorIn(
    const std::vector<std::string>& cells, const std::vector<Column>& columns, std::size_t line)
{
    LooseColor color;
    Lab lab;
    int labParts = 0;
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
        const std::string& cell = cells[i];
        const Column column = columns[i];
        if (column == Column::Name)
            color.name = cell;
        else if (column == Column::Code)
            color.code = cell;
        else if (column == Column::NameRu)
            color.nameRu = cell;
        else if (column == Column::Hex && !cell.empty()) {
            color.srgb = srgbFromHex(cell);
            if (!color.srgb)
                return badLine(line, fmt::format("\"{:.40}\" is not a colour like #d25144.", cell));
        } else if ((column == Column::L || column == Column::A || column == Column::B)
            && !cell.empty()) {
            const auto number = numberIn(cell);
            if (!number)
                return badLine(line, fmt::format("\"{:.40}\" is not a number.", cell));
            (column == Column::L ? lab.L : column == Column::A ? lab.a : lab.b) = *number;
            ++labParts;
        }
    }
    if (labParts == 3)
        color.lab = lab;
    else if (labParts != 0)
        return badLine(line, "a Lab colour needs three numbers: L, a and b.");
    if (!color.srgb && !color.lab)
        return badLine(line, "it has no colour; give a hex like #d25144, or L, a and b.");
    return color;
}

/// As a cell; quoted where it must be.
std::string cellOf(const std::string& text)
{
    if (text.find_first_of("\",;\t\r\n") == std::string::npos && trimmed(text) == text)
        return text;
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string("\"\"") : std::string(1, c == '\r' || c == '\n' ? ' ' : c);
    return cell + '"';
}

} // namespace

Expected<LoosePalette> readCsvPalette(std::string_view text)
{
    LoosePalette palette;
    std::vector<Column> titles; // none: the columns are told by sight, line by line
    char separator = 0;
    const std::vector<std::string_view> lines = linesOf(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty())
            continue;
        const bool isFirst = separator == 0;
        if (isFirst)
            separator = csvSeparator(lines[i]);
        const auto cells = csvCells(lines[i], separator);
        if (!cells)
            return badLine(i + 1, "a quotation mark is not closed.");
        if (isFirst) {
            std::vector<Column> columns;
            for (const std::string& cell : *cells)
                columns.push_back(columnCalled(cell));
            const auto has = [&](Column column) {
                return std::find(columns.begin(), columns.end(), column) != columns.end();
            };
            if (has(Column::Hex) || (has(Column::L) && has(Column::A) && has(Column::B))) {
                titles = std::move(columns);
                continue;
            }
        }
        auto color = colorIn(*cells, titles.empty() ? columnsBySight(*cells) : titles, i + 1);
        if (!color)
            return tl::unexpected(color.error());
        palette.colors.push_back(std::move(*color));
    }
    return palette;
}

std::string writeCsvPalette(const Palette& palette)
{
    std::string text = "name,code,nameRu,hex,L,a,b\n";
    for (const GranuleColor& color : palette.colors())
        text += fmt::format("{},{},{},{},{},{},{}\n", cellOf(color.name), cellOf(color.code),
            cellOf(color.nameRu), toHex(color.srgb), color.lab.L, color.lab.a, color.lab.b);
    return text;
}

} // namespace tilewright
