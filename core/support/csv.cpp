#include "core/support/csv.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

std::string withoutBlanks(const std::string& text)
{
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos
        ? std::string()
        : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

} // namespace

char csvSeparator(std::string_view line)
{
    for (const char c : {'\t', ';'})
        if (line.find(c) != std::string_view::npos)
            return c;
    return ',';
}

std::optional<std::vector<std::string>> csvCells(std::string_view line, char separator)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
            cells.back() += line[++i];
        else if (c == '"' && (isQuoted || withoutBlanks(cells.back()).empty()))
            isQuoted = !isQuoted;
        else if (c == separator && !isQuoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    if (isQuoted)
        return std::nullopt;
    for (std::string& cell : cells)
        cell = withoutBlanks(cell);
    return cells;
}

CsvWriter::CsvWriter(std::string_view language, bool forSpreadsheet)
    : m_separator(forSpreadsheet && language == "ru" ? ';' : ',')
    , m_decimalPoint(forSpreadsheet && language == "ru" ? ',' : '.')
{
    if (forSpreadsheet)
        m_table = "\xEF\xBB\xBF";
}

void CsvWriter::beginCell()
{
    if (!m_isAtRowStart)
        m_table += m_separator;
    m_isAtRowStart = false;
}

CsvWriter& CsvWriter::text(std::string_view text)
{
    beginCell();
    constexpr std::string_view formulaSigns = "=+-@\t\r";
    std::string cell(text);
    if (!cell.empty() && formulaSigns.find(cell.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    const bool hasBlankEnd = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!hasBlankEnd && cell.find_first_of("\",;\t\r\n") == std::string::npos) {
        m_table += cell;
        return *this;
    }
    m_table += '"';
    for (const char c : cell)
        m_table.append(c == '"' ? 2 : 1, c);
    m_table += '"';
    return *this;
}

CsvWriter& CsvWriter::number(double value, int decimals)
{
    beginCell();
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    if (digits.find('.') != std::string::npos)
        digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    if (digits == "-0")
        digits = "0";
    std::replace(digits.begin(), digits.end(), '.', m_decimalPoint);
    m_table += digits;
    return *this;
}

CsvWriter& CsvWriter::empty()
{
    beginCell();
    return *this;
}

void CsvWriter::endRow()
{
    m_table += "\r\n";
    m_isAtRowStart = true;
}

} // namespace tilewright
