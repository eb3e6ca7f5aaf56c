#include "core/catalog/base32.h"

namespace tilewright {

std::optional<std::uint8_t> base32Value(char sign)
{
    if (sign >= 'a' && sign <= 'z')
        sign = static_cast<char>(sign - 'a' + 'A');
    if (sign == 'O')
        return std::uint8_t{0};
    if (sign == 'I' || sign == 'L')
        return std::uint8_t{1};
    const auto at = base32Signs.find(sign);
    if (at == std::string_view::npos)
        return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

std::string base32(const std::vector<std::uint8_t>& values)
{
    std::string text;
    for (const std::uint8_t value : values)
        text += base32Signs[value % base32Signs.size()];
    return text;
}

} // namespace tilewright
