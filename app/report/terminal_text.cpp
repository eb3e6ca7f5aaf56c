#include "app/report/terminal_text.h"

#include <algorithm>
#include <array>
#include <clocale>
#include <cstdlib>
#include <functional>

#include <langinfo.h>
#include <spdlog/fmt/fmt.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tilewright {
namespace {

/// True for the bytes that go on with a character of UTF-8.
bool continues(char byte)
{
    constexpr unsigned mask = 0xc0, continuation = 0x80;
    return (static_cast<unsigned char>(byte) & mask) == continuation;
}

int columnsBehind(int descriptor)
{
    winsize size{};
    const bool known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

} // namespace

int columnsOf(std::string_view text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), std::not_fn(continues)));
}

std::string cutToColumns(std::string_view text, int columns)
{
    std::size_t end = 0;
    for (int taken = 0; end < text.size(); ++end) {
        taken += !continues(text[end]);
        if (taken > columns)
            break;
    }
    return std::string(text.substr(0, end));
}

std::string progressBar(double fraction, int columns, bool utf8)
{
    fraction = std::clamp(fraction, 0.0, 1.0);
    if (!utf8) {
        const int inside = columns - 2;
        const int full = static_cast<int>(fraction * inside);
        return fmt::format("[{}{}]", std::string(static_cast<std::size_t>(full), '#'),
            std::string(static_cast<std::size_t>(inside - full), '.'));
    }
    static constexpr std::array<const char*, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const int filled = static_cast<int>(fraction * columns * 8);
    std::string text;
    for (int i = 0; i < filled / 8; ++i)
        text += "█";
    text += eighths[static_cast<std::size_t>(filled % 8)];
    for (int i = (filled + 7) / 8; i < columns; ++i)
        text += "░";
    return text;
}

bool canRedraw(int descriptor)
{
    const char* terminal = std::getenv("TERM");
    return isatty(descriptor) && terminal && std::string_view(terminal) != "dumb";
}

Terminal terminalOf(int descriptor)
{
    std::setlocale(LC_CTYPE, "");
    const bool utf8 = std::string_view(nl_langinfo(CODESET)) == "UTF-8";
    return {[descriptor] { return columnsBehind(descriptor); }, utf8};
}

} // namespace tilewright
