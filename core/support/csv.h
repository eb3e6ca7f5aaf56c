// Tables as spreadsheets read and write them (RFC 4180).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilewright {

/// The sign that parts the cells of a table: of tabulator, semicolon and comma the first that the
/// line has, so that a comma may be a decimal point between semicolons.
char csvSeparator(std::string_view line);
/// The cells of a line, without blanks at their ends. None when a quote is not closed.
std::optional<std::vector<std::string>> csvCells(std::string_view line, char separator);

/// Writes a table: UTF-8, lines ended by CR LF, quoted where it must be.
class CsvWriter {
public:
    /// For a spreadsheet a byte order mark comes first, and in Russian ("ru") cells are parted by
    /// semicolons and numbers have a decimal comma.
    CsvWriter(std::string_view language, bool forSpreadsheet);

    /// What a spreadsheet would take for a formula is defused by an apostrophe before it.
    CsvWriter& text(std::string_view text);
    /// As many decimals as are needed, at most `decimals`.
    CsvWriter& number(double value, int decimals);
    CsvWriter& empty();
    void endRow();

    const std::string& table() const { return m_table; }

private:
    void beginCell();

    char m_separator;
    char m_decimalPoint;
    bool m_isAtRowStart = true;
    std::string m_table;
};

} // namespace tilewright
